"""Answers with the attributes and methods of a `requests.Response`."""

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import httpx

from carto_ext.compat.exceptions import ResponseException, wrapped_errors


class Response:
    """`source` gives the body; it is read when it is asked for. `error` is carto_ext's, for an error status."""

    def __init__(self, answer: httpx.Response, source: Any = None, error: Any = None) -> None:
        self.raw, self.close, self._source, self.error = answer, answer.close, source, error
        self.status_code, self.reason, self.ok = answer.status_code, answer.reason_phrase, answer.status_code < 400
        self.headers, self.encoding = answer.headers, answer.encoding or "utf-8"
        self.url = str(answer.request.url)

    @cached_property
    def content(self) -> bytes:
        return b"".join(self._pieces())

    @property
    def text(self) -> str:
        return self.content.decode(self.encoding, "replace")

    def json(self, **options: Any) -> Any:
        return json.loads(self.content, **options)

    def iter_content(self, chunk_size: int | None = 1, decode_unicode: bool = False) -> Iterator[Any]:
        """The body in pieces of at most `chunk_size`, or as it comes; from the network if nobody read it yet."""
        for piece in [self.content] if "content" in vars(self) else self._pieces():
            size = chunk_size or len(piece) or 1
            for part in (piece[start : start + size] for start in range(0, len(piece), size)):
                yield part.decode(self.encoding, "replace") if decode_unicode else part

    def iter_lines(self, chunk_size: int = 512, decode_unicode: bool = False) -> Iterator[Any]:
        yield from (self.text if decode_unicode else self.content).splitlines()

    def _pieces(self) -> Iterator[bytes]:
        with wrapped_errors():
            yield from self.raw.iter_bytes() if self._source is None else self._source

    def raise_for_status(self) -> None:
        if not self.ok:
            raise ResponseException.create(self, self.error)

    def __bool__(self) -> bool:
        return self.ok

    def __enter__(self) -> "Response":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
