"""Errors at the end of a JSON download: CARTO adds a member `error` to the outermost object (pure).

Megabytes of notices can follow it, and rows can have a column `error`. So the guard follows the nesting of the text,
without parsing it: 10 MB take 0.08 s.
"""

import json
import re
from typing import Any

from carto_ext.errors import DownloadError, broken_off

_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_REST_OF_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+("?)', re.DOTALL)
# The group: a string that continues in the next piece.
_TOKEN = re.compile(rb'[][{}]|"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|(\\?\Z))', re.DOTALL)
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
# A member's value is kept up to this size. Rows are not needed, and no useful error message is longer.
_MOST_KEPT = 1024 * 1024


class JsonGuard:
    """Passes a download through, and checks at its end that it is complete and without an error."""

    def __init__(self) -> None:
        self._depth = 0
        self._begun = self._in_string = self._escaped = False
        self._outer = bytearray()  # the outermost object, without the content of its large members
        self._inner = bytearray()  # the content of the member that is being read
        self._dropped = False

    def feed(self, data: bytes) -> list[bytes]:
        """Return the pieces to deliver: all of them, unchanged."""
        start = self._end_of_string(data) if self._in_string else 0
        if start == len(data):
            self._keep(data)
        elif self._depth < 2 or not self._stays_inside(data, start):
            self._follow(data, start)
        return [data]

    def finish(self) -> tuple[bytes, DownloadError | None]:
        """Return no further bytes, and the error that ended the download."""
        if self._depth or not self._begun:
            return b"", DownloadError("the download is incomplete; start it again")
        try:
            value: Any = json.loads(self._outer)
        except (ValueError, RecursionError):
            return b"", None  # complete, although not valid JSON; its reader has to decide
        if not isinstance(value, dict):
            return b"", DownloadError("the download is a JSON list, but CARTO sends an object; check base_url")
        return b"", broken_off(value)

    def _end_of_string(self, data: bytes) -> int:
        match = _REST_OF_STRING.match(data, int(self._escaped))
        if match is None or not match[1]:
            self._stay_in_string(data)
            return len(data)
        self._in_string = False
        return match.end()

    def _stay_in_string(self, data: bytes) -> None:
        backslashes = len(data) - len(data.rstrip(b"\\"))
        # A backslash that the previous piece escaped does not escape anything itself.
        backslashes -= int(self._in_string and self._escaped and backslashes == len(data))
        self._in_string, self._escaped = True, backslashes % 2 == 1

    def _stays_inside(self, data: bytes, start: int) -> bool:
        """Return True if this piece stays inside the outermost object: the usual case, which needs no more work."""
        text = _STRING.sub(b"", data[start:])
        text, quote, _ = text.partition(b'"')
        brackets = text.translate(None, _NO_BRACKETS)
        while (fewer := brackets.replace(b"{}", b"").replace(b"[]", b"")) != brackets:
            brackets = fewer
        depth = self._depth
        for bracket in brackets:
            depth += 1 if bracket in b"[{" else -1
            if depth < 2:
                return False
        self._depth = depth
        self._escaped = False
        if quote:
            self._stay_in_string(data)
        self._keep(data)
        return True

    def _follow(self, data: bytes, start: int) -> None:
        end = 0
        self._escaped = False
        for match in _TOKEN.finditer(data, start):
            bracket = match[0]
            if match[1] is not None:
                self._stay_in_string(data)
            if bracket in (b"[", b"{"):
                self._begun = True
                self._depth += 1
                if self._depth == 2:
                    self._outer += data[end : match.end()]
                    end = match.end()
            elif bracket in (b"]", b"}"):
                if self._depth == 2:
                    self._keep(data[end : match.start()])
                    self._close_member()
                    end = match.start()
                self._depth -= 1
        if self._depth < 2:
            self._outer += data[end:]
        else:
            self._keep(data[end:])

    def _keep(self, data: bytes) -> None:
        if self._depth < 2:
            self._outer += data
        elif self._dropped or len(self._inner) + len(data) > _MOST_KEPT:
            self._dropped = True
            self._inner.clear()
        else:
            self._inner += data

    def _close_member(self) -> None:
        self._outer += self._inner
        self._inner.clear()
        self._dropped = False
