"""When a call must be over: what one call has for itself, and what somebody waits for who makes many."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf

_LATEST: ContextVar[float] = ContextVar("moment by which calls must be over", default=inf)


@contextmanager
def calls_end_by(moment: float) -> Iterator[None]:
    """No call made in this block, in this thread or task, goes on after that moment of time.monotonic()."""
    token = _LATEST.set(min(moment, _LATEST.get()))
    try:
        yield
    finally:
        _LATEST.reset(token)


def end_of_call(own: float) -> float:
    """The earlier one: the call's own end, or that of whoever waits for it."""
    return min(own, _LATEST.get())


def shortened(timeouts: dict[str, float | None], left: float) -> dict[str, float | None]:
    """httpx's timeouts, none longer than what is left of the call."""
    return {name: max(min(inf if value is None else value, left), 0.001) for name, value in timeouts.items()}
