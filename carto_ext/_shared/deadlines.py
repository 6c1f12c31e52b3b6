"""When a call must be over: what one call has for itself, and what somebody waits for who makes many."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic
from typing import Any

from carto_ext.errors import InvalidArgumentError

_LATEST: ContextVar[float] = ContextVar("moment by which calls must be over", default=inf)


@contextmanager
def calls_end_by(moment: float) -> Iterator[None]:
    """No call made in this block, in this thread or task, goes on after that moment of time.monotonic()."""
    token = _LATEST.set(min(moment, _LATEST.get()))
    try:
        yield
    finally:
        _LATEST.reset(token)


def check_wait(seconds: float) -> None:
    """Raise InvalidArgumentError for a timeout that is not a number of seconds from 0 on."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds >= 0:
        raise InvalidArgumentError(
            f"timeout is {seconds!r}: give a number of seconds, math.inf to wait without limit; nothing was sent"
        )


def end_in(seconds: float) -> float:
    """The moment of time.monotonic() in that many seconds, which are checked."""
    check_wait(seconds)
    return monotonic() + seconds


def end_of_call(own: float) -> float:
    """The earlier one: the call's own end, or that of whoever waits for it."""
    return min(own, _LATEST.get())


def end_of_wait(extensions: Mapping[str, Any], phase: str) -> float:
    """When a wait in that phase (connect, read, write, pool) ends: by httpx's timeout for it, or with the call."""
    seconds: float | None = extensions.get("timeout", {}).get(phase)
    ends: float = extensions.get("ends", inf)
    return ends if seconds is None else min(monotonic() + seconds, ends)


def left_until(moment: float) -> float | None:
    """Seconds, as functions that wait take them: None waits for ever."""
    return None if moment == inf else max(moment - monotonic(), 0.0)
