"""The four ways parameters arrive: query string, JSON, URL-encoded form, multipart form."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Headers
from urllib.parse import parse_qsl

from starlette.requests import Request

from simulator.happenings import JSON
from simulator.refusals import Malformed


@dataclass(frozen=True)
class Upload:
    name: str
    mime: str
    content: bytes


async def received(request: Request) -> tuple[JSON, dict[str, Upload]]:
    """Parameters and uploaded files by name. Raises Malformed for a body that cannot be read."""
    values: JSON = dict(request.query_params)
    body = await request.body()
    headers = Headers()
    headers["Content-Type"] = request.headers.get("content-type", "text/plain")
    match headers.get_content_type():
        case "application/json" if body:
            return {**values, **_json_object(body)}, {}
        case "application/x-www-form-urlencoded":
            return {**values, **dict(parse_qsl(body.decode(), keep_blank_values=True))}, {}
        case "multipart/form-data":
            fields, uploads = _multipart(body, str(headers.get_param("boundary", "")))
            return {**values, **fields}, uploads
    return values, {}


def _json_object(body: bytes) -> JSON:
    try:
        parsed = json.loads(body)
    except ValueError as error:
        raise Malformed("can't parse JSON object") from error
    if not isinstance(parsed, dict):
        raise Malformed("expected a JSON object")
    return parsed


def _multipart(body: bytes, boundary: str) -> tuple[JSON, dict[str, Upload]]:
    fields: JSON = {}
    uploads: dict[str, Upload] = {}
    for headers, content in _parts(body, boundary):
        name = str(headers.get_param("name", "", header="content-disposition"))
        file_name = headers.get_filename()
        if file_name is None:
            fields[name] = content.decode()
        else:
            uploads[name] = Upload(file_name, headers.get_content_type(), content)
    return fields, uploads


def _parts(body: bytes, boundary: str) -> Iterator[tuple[Headers, bytes]]:
    for part in (b"\r\n" + body).split(f"\r\n--{boundary}".encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        headers = Headers()
        for line in head.decode().strip().splitlines():
            key, _, value = line.partition(":")
            headers[key] = value.strip()
        yield headers, content
