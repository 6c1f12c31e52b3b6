"""Answers with the attributes and methods of a `requests.Response`."""

import codecs
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import cached_property
from typing import Any

import httpx

from carto_ext.compat.exceptions import ResponseException, wrapped_errors
from carto_ext.compat.utils import ResponseStream


class Response:
    """A response. The body comes from `source` and is read on demand. `error` is carto_ext's, for an error status."""

    history: tuple[Any, ...] = ()

    def __init__(self, answer: httpx.Response, source: Any = None, error: Any = None) -> None:
        self._answer, self._source, self.error = answer, source, error
        self.close = answer.close if source is None else source.close
        self.status_code, self.reason, self.ok = answer.status_code, answer.reason_phrase, answer.status_code < 400
        self.headers, self.encoding = answer.headers, answer.encoding or "utf-8"
        self.request, self.url, self.links = answer.request, str(answer.request.url), answer.links
        self.is_redirect = answer.has_redirect_location
        self.is_permanent_redirect = self.is_redirect and self.status_code in (301, 308)

    @cached_property
    def content(self) -> bytes:
        return b"".join(self._pieces())

    @property
    def text(self) -> str:
        return self.content.decode(self.encoding, "replace")

    @property
    def apparent_encoding(self) -> str:
        return self.encoding

    @property
    def cookies(self) -> httpx.Cookies:
        return self._answer.cookies

    @property
    def elapsed(self) -> timedelta:
        """Time until the body was read; zero before."""
        with suppress(RuntimeError):
            return self._answer.elapsed
        return timedelta()

    @cached_property
    def raw(self) -> ResponseStream:
        """The body as a file, unpacked."""
        return ResponseStream(self)

    def json(self, **options: Any) -> Any:
        return json.loads(self.content, **options)

    def __iter__(self) -> Iterator[bytes]:
        return self.iter_content(None)

    def iter_content(self, chunk_size: int | None = 1, decode_unicode: bool = False) -> Iterator[Any]:
        """The body in pieces of at most `chunk_size`, or as it arrives; from the network if it was not read yet."""
        pieces = (
            piece[start : start + (chunk_size or len(piece))]
            for piece in ([self.content] if "content" in vars(self) else self._pieces())
            for start in range(0, len(piece), chunk_size or len(piece) or 1)
        )
        return codecs.iterdecode(pieces, self.encoding, "replace") if decode_unicode else pieces

    def iter_lines(
        self, chunk_size: int | None = None, decode_unicode: bool = False, delimiter: Any = None
    ) -> Iterator[Any]:
        """Iterate over the lines as they arrive, without line breaks."""
        begun = None
        for piece in self.iter_content(chunk_size, decode_unicode):
            text = piece if begun is None else begun + piece
            lines = text.splitlines() if delimiter is None else text.split(delimiter)
            begun = None
            if text[-1:] in ("\r", b"\r") and delimiter is None:  # the other half of a line end may come
                begun = lines.pop() + text[-1:]
            elif lines and lines[-1] and text[-1:] == lines[-1][-1:]:
                begun = lines.pop()
            yield from lines
        if begun is not None:
            yield from begun.splitlines() if delimiter is None else [begun]

    def _pieces(self) -> Iterator[bytes]:
        with wrapped_errors():
            yield from self._answer.iter_bytes() if self._source is None else self._source

    def raise_for_status(self) -> None:
        if not self.ok:
            raise ResponseException.create(self, self.error)

    def __bool__(self) -> bool:
        return self.ok

    def __repr__(self) -> str:
        return f"<Response [{self.status_code}]>"

    def __enter__(self) -> "Response":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
