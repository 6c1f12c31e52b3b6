"""Errors in a success: CARTO has sent 200 before it fails, and says so at the end of the body."""

from __future__ import annotations

import json
import re
from typing import Any

from carto_ext._shared.tails import guard_for
from truth.document import Route, shorten
from truth.recordings import Answer

_CALL = re.compile(r"&& [\w$.]+\((.*)\);?\s*$", re.DOTALL)


def find_hidden(route: Route, answer: Answer) -> list[str]:
    """The messages of the error that a success ends in."""
    if answer.status != 200:
        return []
    if route.name.endswith("_jsonp"):
        call = _CALL.search(answer.body.decode("utf-8", "replace"))
        return messages_of(json.loads(call[1]) if call else None, "errors")
    if answer.content_type == "application/json":
        return messages_of(read_json(answer.body), "error")
    if route.name.startswith("sql_copyto"):
        start = answer.body.rfind(b'{"error":[')
        return messages_of(read_json(answer.body[start:]), "error") if start >= 0 else []
    return []


def check_hidden(route: Route, answer: Answer, told: tuple[str, ...] | None) -> list[tuple[str, str]]:
    """`told` is the generated client's result; None if it returns a file, which carto_ext then checks."""
    hidden = [text.strip() for text in find_hidden(route, answer)]
    if not hidden or route.name.endswith("_jsonp"):  # a call of a function is given on as it is
        return []
    if told is None:
        guard = guard_for("copy" if route.name.startswith("sql_copyto") else "json")
        guard.feed(answer.body)
        error = guard.finish()[1]
        told = error.messages if error else ()
    lost = [text for text in hidden if text not in told]
    return [("/response/body", f"{route.name}: the error in a 200 does not say {shorten(text)!r}") for text in lost]


def read_json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def messages_of(value: Any, key: str) -> list[str]:
    said = value.get(key) if isinstance(value, dict) else None
    return [text for text in said if isinstance(text, str)] if isinstance(said, list) else []
