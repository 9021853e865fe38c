"""Every incoming call held against the Bot API's own description of its methods, as aiogram models it."""

from collections.abc import Iterator
from functools import cache
from inspect import isclass
from typing import Any, get_args

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile
from pydantic import BaseModel, ValidationError

from simulator.decoding import ATTACHED, attachment, from_json
from simulator.happenings import JSON
from simulator.keyboards import check_keyboard
from simulator.parameters import Upload
from simulator.refusals import Malformed

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    model.__api_method__: model
    for model in vars(aiogram.methods).values()
    if isclass(model) and issubclass(model, TelegramMethod) and model is not TelegramMethod
}

MISSING = {"text": "message text is empty", "chat_id": "chat_id is empty"}


def checked(method: str, raw: JSON, uploads: dict[str, Upload]) -> JSON:
    """The parameters with the types of the Bot API. Raises Malformed for what it does not know."""
    model = METHODS[method]
    _refuse_unknown(method, sorted((raw.keys() | uploads.keys()) - model.model_fields.keys() - _attached(model, raw)))
    values = {name: _decoded(model, name, value) for name, value in raw.items()}
    values |= {name: _stand_in(upload) for name, upload in uploads.items() if name in model.model_fields}
    try:
        call = model.model_validate(values)
    except ValidationError as error:
        raise Malformed(_complaint(error)) from error
    _refuse_unknown(method, sorted(_extras(call)))
    parameters = call.model_dump(exclude_unset=True, by_alias=True)
    check_keyboard(parameters.get("reply_markup"))
    return {name: _received(model, name, value, uploads) for name, value in parameters.items() if value is not None}


def _refuse_unknown(method: str, names: list[str]) -> None:
    """Telegram itself ignores what it does not know; a client that sends it has still made a mistake."""
    if names:
        raise Malformed(f"{method} has no parameter {', '.join(names)}")


def _attached(model: type[BaseModel], raw: JSON) -> set[str]:
    return {value.removeprefix(ATTACHED) for name, value in raw.items() if _is_attachment(model, name, value)}


def _is_attachment(model: type[BaseModel], name: str, value: Any) -> bool:
    if not isinstance(value, str) or not value.startswith(ATTACHED) or name not in model.model_fields:
        return False
    return InputFile in get_args(model.model_fields[name].annotation)


def _decoded(model: type[BaseModel], name: str, value: Any) -> Any:
    """Objects and lists come JSON-encoded in forms, and numbers as digits."""
    if not isinstance(value, str) or name not in model.model_fields:
        return value
    if name == "chat_id" and value.lstrip("-").isdigit():
        return int(value)
    return from_json(name, value) if _is_sent_as_json(model, name) else value


@cache
def _is_sent_as_json(model: type[BaseModel], name: str) -> bool:
    return _is_structured(model.model_fields[name].annotation)


def _is_structured(annotation: Any) -> bool:
    inner = get_args(annotation)
    if annotation is list or getattr(annotation, "__origin__", None) is list:
        return True
    return any(map(_is_structured, inner)) or (isclass(annotation) and issubclass(annotation, BaseModel))


def _stand_in(upload: Upload) -> InputFile:
    return BufferedInputFile(b"", upload.name)


def _received(model: type[BaseModel], name: str, value: Any, uploads: dict[str, Upload]) -> Any:
    if isinstance(value, InputFile):
        return uploads[name]
    return attachment(name, value, uploads) if _is_attachment(model, name, value) else value


def _complaint(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "missing":
        return MISSING.get(where, f"parameter {where} is required")
    return f"wrong parameter {where}: {first['msg']}"


def _extras(value: Any) -> Iterator[str]:
    """Names inside nested objects that the Bot API does not know."""
    if isinstance(value, BaseModel):
        yield from value.model_extra or {}
        value = [getattr(value, name) for name in value.model_fields_set]
    if isinstance(value, list):
        for each in value:
            yield from _extras(each)
