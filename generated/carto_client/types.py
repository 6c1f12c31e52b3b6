# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""Contains some shared types for properties"""

from collections.abc import AsyncIterator, Callable, Mapping, MutableMapping
from contextlib import suppress
from functools import cache
from typing import IO, Any, BinaryIO, Generic, Literal, TypeVar

import httpx
from attrs import define

from .errors import error_at_end
from .redaction import Secret, hide, mask_named


class Unset:
    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        # The name of the module attribute: pickle, copy and deepcopy all give back this very object.
        return "UNSET"


UNSET: Unset = Unset()

# The types that `httpx.Client(files=)` can accept, copied from that library.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    # (filename, file (or bytes), content_type)
    tuple[str | None, FileContent, str | None]
    # (filename, file (or bytes), content_type, headers)
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """Contains information for file uploads"""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """Return a tuple representation that httpx will accept for multipart/form-data"""
        return self.file_name, self.payload, self.mime_type


def require_object(value: object) -> dict[str, Any]:
    """The JSON object `value`, copied; TypeError if it is something else (`dict([])` would pass silently)."""
    if type(value) is not dict and not isinstance(value, Mapping):  # the second takes ten times as long
        raise TypeError(f"expected a JSON object, not {type(value).__name__}")
    return dict(value)


def require_list(value: object) -> Any:
    """The JSON array `value`, or UNSET unchanged; TypeError if it is something else."""
    if not isinstance(value, (list, Unset)):
        raise TypeError(f"expected a JSON array, not {type(value).__name__}")
    return value


@cache
def _fast_reader() -> Callable[[bytes], Any] | None:
    try:
        from msgspec.json import decode
    except ImportError:
        return None
    return decode


def read_json(response: httpx.Response) -> Any:
    """The JSON value of an answer: where msgspec is installed in less than half the time, and the same value.

    What msgspec refuses the standard library decides: it takes NaN, for one, and its errors are the ones raised.
    Raises DownloadError if the answer ends in an error that CARTO met after it had begun to send.
    """
    value = _read_value(response)
    if (error := error_at_end(response, value)) is not None:
        del value  # a traceback that shows variables would show the key, if the server repeated it
        raise error
    return value


def _read_value(response: httpx.Response) -> Any:
    if (fast := _fast_reader()) is not None:
        with suppress(Exception):
            return fast(response.content)
    return response.json()


def form_field(name: str, value: object) -> RequestFiles:
    """The parts of a multipart form for one value: lower-case booleans, nothing at all for None."""
    if value is None:
        return []
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return [(name, (None, text.encode(), "text/plain"))]


async def read_chunks(payload: BinaryIO, size: int = 65_536) -> AsyncIterator[bytes]:
    """The bytes of `payload` in pieces: httpx's async client refuses a plain file as a body."""
    while chunk := payload.read(size):
        yield chunk


def show_model(model: Any) -> str:
    """repr() of a model. Keys, tokens and passwords are `***`, also in URLs; the attributes have them."""
    fields = ", ".join(f"{field.name}={getattr(model, field.name)!r}" for field in model.__attrs_attrs__)
    return mask_named(f"{type(model).__name__}({fields})")


T = TypeVar("T")


@define
class Response(Generic[T]):
    """A response from an endpoint"""

    status_code: int
    content: bytes
    headers: MutableMapping[str, str]
    parsed: T


__all__ = [
    "UNSET",
    "File",
    "FileTypes",
    "RequestFiles",
    "Response",
    "Secret",
    "Unset",
    "form_field",
    "hide",
    "read_chunks",
    "read_json",
    "require_list",
    "require_object",
    "show_model",
]
