# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""Contains some shared types for properties"""

from collections.abc import AsyncIterator, Callable, Mapping
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

    def _repr_png_(self) -> bytes | None:
        return self._image(b"\x89PNG\r\n")

    def _repr_jpeg_(self) -> bytes | None:
        return self._image(b"\xff\xd8\xff")

    def _image(self, signature: bytes) -> bytes | None:
        """All of it if it begins as such images do. Whoever reads it then reads on where he was."""
        place = self.payload.tell()
        self.payload.seek(0)
        start = self.payload.read(len(signature))
        image = start + self.payload.read() if start == signature else None
        self.payload.seek(place)
        return image

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


def form_fields(values: Mapping[str, object]) -> list[tuple[str, str]]:
    """The text fields of a form: lower-case booleans, nothing at all for None and UNSET."""
    given = {name: value for name, value in values.items() if value is not None and not isinstance(value, Unset)}
    return [(name, str(value).lower() if isinstance(value, bool) else str(value)) for name, value in given.items()]


def form_field(name: str, value: object) -> RequestFiles:
    """The parts of a multipart form for one value, one or none."""
    return [(name, (None, text.encode(), "text/plain")) for name, text in form_fields({name: value})]


async def read_chunks(payload: BinaryIO, size: int = 65_536) -> AsyncIterator[bytes]:
    """The bytes of `payload` in pieces: httpx's async client refuses a plain file as a body."""
    while chunk := payload.read(size):
        yield chunk


def show_model(model: Any) -> str:
    """repr() of a model. Keys, tokens and passwords are `***`, also in URLs; the attributes have them."""
    fields = ", ".join(f"{field.name}={getattr(model, field.name)!r}" for field in model.__attrs_attrs__)
    return mask_named(f"{type(model).__name__}({fields})")


V = TypeVar("V")


class Extensible(Generic[V]):
    """A model that keeps what the API does not describe, in `additional_properties`: `model[key]`."""

    __slots__ = ()
    additional_properties: dict[str, V]

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties)

    def __getitem__(self, key: str) -> V:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: V) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


__all__ = [
    "UNSET",
    "Extensible",
    "File",
    "FileTypes",
    "RequestFiles",
    "Secret",
    "Unset",
    "form_field",
    "form_fields",
    "hide",
    "read_chunks",
    "read_json",
    "require_list",
    "require_object",
    "show_model",
]
