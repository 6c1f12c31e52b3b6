"""A multipart/form-data body with one file. Its bytes go between `head` and `tail`, and are never held here."""

import re
import secrets
from collections.abc import Iterable

from carto_ext.errors import InvalidArgumentError


class MultipartForm:
    """Text fields in the given order, then the file. Send `head`, the bytes of the file, `tail`.

    `content_type` is the value of the request's header. Quotes and line breaks in names are percent-encoded as in
    browsers, so that no name can end a header; other characters are UTF-8.
    """

    def __init__(
        self,
        fields: Iterable[tuple[str, str]],
        *,
        file_field: str,
        file_name: str,
        content_type: str = "application/octet-stream",
        boundary: str | None = None,
    ) -> None:
        # Random, so that no file can contain it by accident or on purpose.
        boundary = boundary or secrets.token_hex(16)
        if not re.fullmatch(r"[0-9A-Za-z'()+_,./:=?-]{1,70}", boundary):
            raise InvalidArgumentError(f"boundary {boundary!r}: give 1 to 70 letters, digits or '()+_,-./:=?")
        if not re.fullmatch(r"[ -~]+", content_type):
            raise InvalidArgumentError(f"content_type {content_type!r}: give a media type such as text/csv")
        disposition = f"--{boundary}\r\nContent-Disposition: form-data; name="
        texts = [f'{disposition}"{_escape(name)}"\r\n\r\n{value}\r\n' for name, value in fields]
        file = f'{disposition}"{_escape(file_field)}"; filename="{_escape(file_name)}"\r\n'
        try:
            self.head = "".join([*texts, file, f"Content-Type: {content_type}\r\n\r\n"]).encode()
        except UnicodeEncodeError as error:
            raise InvalidArgumentError(f"A form field cannot be written as UTF-8: {error.reason}") from None
        self.tail = f"\r\n--{boundary}--\r\n".encode()
        self.content_type = f'multipart/form-data; boundary="{boundary}"'

    def content_length(self, size: int | None) -> int | None:
        """Return the size of the whole body for a file of `size` bytes; None if that is unknown."""
        return None if size is None else len(self.head) + size + len(self.tail)


def _escape(name: str) -> str:
    # File names that are not UTF-8 on disk reach Python with lone surrogates, which become question marks.
    name = name.encode("utf-8", "replace").decode()
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
