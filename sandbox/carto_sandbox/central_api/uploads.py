"""The body of ``POST imports``: whatever its form, the file in it goes to disk as it arrives, never into memory."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from carto_sandbox.central_api.central import read_body
from carto_sandbox.http.errors import CentralApiError

FILE_FIELDS = ("file", "filename")
_MAX_FIELD_BYTES = 1024 * 1024


@dataclass
class Upload:
    """The fields of one request, and the name of the file in it, if there was one; its bytes are in the given path."""

    fields: dict[str, Any] = field(default_factory=dict)
    file_name: str | None = None


async def receive_upload(request: Request, path: Path) -> Upload:
    """Multipart with a file, a form or JSON. 400 for a body that is none of these, and for raw bytes."""
    kind, options = parse_options_header(request.headers.get("content-type"))
    if kind == b"multipart/form-data":
        return await _receive_multipart(request.stream(), options.get(b"boundary", b""), path)
    fields = await read_body(request)
    name = request.query_params.get("filename") or fields.get("filename")
    if name:  # CARTO takes the text for a file
        text = f'undefined method `tempfile\' for "{name}":String'
        raise CentralApiError(400, {"errors": {"imports": text}})
    return Upload(fields)


async def _receive_multipart(chunks: AsyncIterator[bytes], boundary: bytes, path: Path) -> Upload:
    if not boundary:
        raise CentralApiError(400)
    with path.open("wb") as file:
        reader = _MultipartReader(file)
        parser = MultipartParser(boundary, reader.callbacks)
        try:
            async for chunk in chunks:
                parser.write(chunk)
        except MultipartParseError:
            raise CentralApiError(400) from None
    if not reader.ended:  # the client said less than it promised
        raise CentralApiError(400)
    return reader.upload


class _MultipartReader:
    """Takes the events of the parser: the first file part goes to the file, text parts become fields."""

    def __init__(self, file: IO[bytes]) -> None:
        self.upload = Upload()
        self.ended = False
        self._file = file
        self._name = ""
        self._is_file = False
        self._takes_file = False
        self._header_name = b""
        self._header_value = b""
        self._text = b""

    @property
    def callbacks(self) -> Any:
        return {
            "on_part_begin": self._begin_part,
            "on_header_field": self._add_header_name,
            "on_header_value": self._add_header_value,
            "on_header_end": self._end_header,
            "on_part_data": self._add_data,
            "on_part_end": self._end_part,
            "on_end": self._end,
        }

    def _begin_part(self) -> None:
        self._name, self._takes_file, self._is_file, self._text = "", False, False, b""

    def _add_header_name(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]

    def _add_header_value(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]

    def _end_header(self) -> None:
        if self._header_name.lower() == b"content-disposition":
            _, options = parse_options_header(self._header_value)
            self._name = options.get(b"name", b"").decode("utf-8", "replace")
            file_name = options.get(b"filename")
            self._is_file = file_name is not None
            if file_name is not None and self._name in FILE_FIELDS and self.upload.file_name is None:
                self._takes_file = True
                self.upload.file_name = file_name.decode("utf-8", "replace")
        self._header_name = self._header_value = b""

    def _add_data(self, data: bytes, start: int, end: int) -> None:
        if self._takes_file:
            self._file.write(data[start:end])
        elif not self._is_file:
            self._text += data[start:end]
            if len(self._text) > _MAX_FIELD_BYTES:
                raise CentralApiError(400)

    def _end_part(self) -> None:
        if not self._is_file and self._name:
            self.upload.fields[self._name] = self._text.decode("utf-8", "replace")

    def _end(self) -> None:
        self.ended = True
