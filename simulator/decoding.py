"""Parameters as a client sends them, brought to the types of the Bot API: all that a running bot needs."""

import json
from collections.abc import Callable
from typing import Any

from simulator.happenings import JSON
from simulator.parameters import Upload
from simulator.refusals import Malformed

Check = Callable[[str, JSON, dict[str, Upload]], JSON]
"""From a method's name, its parameters as they came and what was uploaded, to the parameters. Raises Malformed."""

ATTACHED = "attach://"
FILES = {"document", "photo"}
TEXTS = FILES | {
    "action", "callback_query_id", "caption", "description", "file_id", "ip_address", "language_code", "name",
    "parse_mode", "secret_token", "short_description", "text", "url", "message_effect_id", "business_connection_id",
    "inline_message_id",
}  # fmt: skip
"""What stays a text whatever it looks like; everything else comes as JSON, but for the public name of a chat."""


def decoded(_: str, raw: JSON, uploads: dict[str, Upload]) -> JSON:
    """Checks nothing: that is for tests, and `simulator.checking` takes seconds to load."""
    values = {name: _decoded(name, value, uploads) for name, value in raw.items()}
    values |= {name: upload for name, upload in uploads.items() if name in FILES}
    return {name: value for name, value in values.items() if value is not None}


def attachment(name: str, value: str, uploads: dict[str, Upload]) -> Upload:
    """The upload that `value` points to. Raises Malformed."""
    attached = value.removeprefix(ATTACHED)
    if attached not in uploads:
        raise Malformed(f"{name}: nothing attached as {attached}")
    return uploads[attached]


def from_json(name: str, value: str) -> Any:
    """Raises Malformed."""
    try:
        return json.loads(value)
    except ValueError as error:
        raise Malformed(f"can't parse {name} JSON object") from error


def _decoded(name: str, value: Any, uploads: dict[str, Upload]) -> Any:
    if not isinstance(value, str):
        return value
    if name in FILES and value.startswith(ATTACHED):
        return attachment(name, value, uploads)
    return value if name in TEXTS or value.startswith("@") else from_json(name, value)
