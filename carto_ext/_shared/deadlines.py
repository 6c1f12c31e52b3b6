"""Deadlines: a call's own, and that of a caller who waits for several calls."""

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
    """Inside the block, calls of this thread or task end at that moment of time.monotonic() at the latest."""
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
    """Return the earlier one of the call's own end and the end of the caller's wait."""
    return min(own, _LATEST.get())


def end_of_wait(extensions: Mapping[str, Any], phase: str) -> float:
    """Return the end of a wait in that phase (connect, read, write, pool): by httpx's timeout, or with the call."""
    seconds: float | None = extensions.get("timeout", {}).get(phase)
    ends: float = extensions.get("ends", inf)
    return ends if seconds is None else min(monotonic() + seconds, ends)


def left_until(moment: float) -> float | None:
    """Return the remaining seconds; None, to wait for ever, if there is no limit."""
    return None if moment == inf else max(moment - monotonic(), 0.0)
