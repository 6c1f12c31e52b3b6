"""Conversion of arguments for sending: models or plain dicts, texts or values that can be written as texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import wraps
from numbers import Integral, Number
from typing import Any, TypeVar, cast
from uuid import UUID

from .errors import PARSE_ERRORS, InvalidArgumentError, check_sendable

M = TypeVar("M")
Read = TypeVar("Read", bound=Callable[..., Any])


def reads_object(read: Read) -> Read:
    """Wrap a model's `from_dict`: bad data raises an InvalidArgumentError that names the model and the field."""

    @wraps(read)
    def from_dict(cls: type[Any], src_dict: Any) -> Any:
        try:
            return read(cls, src_dict)
        except PARSE_ERRORS as error:
            if isinstance(error, InvalidArgumentError):
                raise
            # Without the frames of the parsers: their variables hold what a server may have sent, keys and all.
            raise _unreadable(cls.__name__, error) from error.with_traceback(None)

    return cast(Read, from_dict)


def _unreadable(model: str, error: Exception) -> InvalidArgumentError:
    if isinstance(error, KeyError):
        return InvalidArgumentError(f"{model} lacks the field {error}")
    # The texts of others may hold what was sent.
    told = f": {error}" if isinstance(error, TypeError) and str(error).startswith("expected a JSON") else ""
    return InvalidArgumentError(f"a value in {model} has the wrong type{told}")


def as_model(name: str, value: object, model: type[M]) -> M:
    """Return the given model, or make it from a mapping of its fields."""
    if isinstance(value, model):
        return value
    if not isinstance(value, Mapping):
        raise InvalidArgumentError(
            f"`{name}` is {type(value).__name__}; nothing was sent. Pass: {model.__name__}, or a dict of its fields."
        )
    try:
        made: M = model.from_dict(value)  # type: ignore[attr-defined]
    except InvalidArgumentError as error:
        raise InvalidArgumentError(f"`{name}`: {error}; nothing was sent") from error
    return made


def to_object(name: str, value: object, model: type[Any]) -> dict[str, Any]:
    """Return the JSON object of a model, or of a mapping of its fields."""
    sent: dict[str, Any] = as_model(name, value, model).to_dict()
    return sent


def to_items(name: str, value: Any) -> Any:
    """Return a list of objects from any ordered collection, but not from a text or a single object."""
    if isinstance(value, str | bytes | Mapping) or not hasattr(value, "__iter__"):
        raise InvalidArgumentError(f"`{name}` is {type(value).__name__}; nothing was sent. Pass: a list.")
    return value


def to_json_text(name: str, value: Any) -> Any:
    """Return JSON text unchanged, and a dict, a list or a model as JSON text. UNSET and None pass."""
    if hasattr(value, "to_dict"):
        value = value.to_dict()
    if not isinstance(value, Mapping | list | tuple):
        return value
    try:
        return json.dumps(value, separators=(",", ":"), default=_model_in_json)
    except (TypeError, ValueError) as error:
        raise InvalidArgumentError(f"`{name}` cannot be written as JSON: {error}; nothing was sent") from None


def _model_in_json(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    raise TypeError(f"{type(value).__name__} is not a JSON value")


def to_segment(name: str, value: object, expected: str, field: str = "", *, whole: bool = False) -> str:
    """Return the text for a path: from a text, a number, or a model's `field`. With `whole`, floats are refused.

    Raises InvalidArgumentError.
    """
    if field and hasattr(value, field):
        value = getattr(value, field)
    if value is None or (isinstance(value, str) and not value.strip()):
        raise InvalidArgumentError(f"`{name}` must not be blank; nothing was sent. Pass: {expected}")
    taken = str if field else str | (Integral if whole else Number) | UUID
    if isinstance(value, bool) or not isinstance(value, taken):
        raise InvalidArgumentError(f"`{name}` is {type(value).__name__}; nothing was sent. Pass: {expected}")
    check_sendable(name, value)
    # Those name another resource.
    if str(value).strip() in {".", ".."}:
        raise InvalidArgumentError(f"`{name}` must not be {value!r}; nothing was sent. Pass: {expected}")
    return str(value)
