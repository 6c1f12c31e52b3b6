# Made from carto_ext/_async/_transfer/many.py by scripts/unasync; do not edit.
"""Sending many files: each is tried, even if others fail."""

from collections.abc import Callable, Sequence
from functools import partial
from random import random
from threading import Lock
from time import monotonic
from typing import TypeVar, cast

from carto_client.client import AuthenticatedClient, Client
from carto_ext._shared.chunks import ProgressCallback, SharedProgress
from carto_ext._shared.jobs import poll_delays
from carto_ext._shared.sources import can_be_read_again, size_of_all
from carto_ext._sync._http.transport import CartoHttp
from carto_ext._sync._transfer.data import DataSource
from carto_ext._sync.concurrency import gather, run, sleep
from carto_ext.errors import CartoError, PartialFailureError, RateLimitError
from carto_ext.retries import RetryPolicy

File = TypeVar("File")
Result = TypeVar("Result")


def send_all(
    send: Callable[[File, ProgressCallback | None], Result],
    files: Sequence[File],
    sources: Sequence[DataSource],
    concurrency: int,
    progress: ProgressCallback | None,
) -> list[Result]:
    """Call `send(file, progress)` for each file, and return the results in order.

    Raises PartialFailureError after all were tried, if some raised a CartoError. Any other error ends all of them.
    """
    shared = SharedProgress(progress, run(partial(size_of_all, sources))) if progress else None

    def send_one(file: File) -> Result:
        return send(file, shared.of_one() if shared else None)

    outcomes = gather(send_one, files, concurrency, CartoError)
    results = [one for one in outcomes if not isinstance(one, CartoError)]
    if len(results) < len(outcomes):
        raise PartialFailureError(outcomes)
    return results


# The server counts from the moment it accepted the previous file, a little after the client sent it.
_LEEWAY = 1.1


class Turns:
    """A queue for files after a rate limit: they go one by one, at the pace that the server asked for.

    Otherwise all would wait together, try again together, and be refused together.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._next = self._pace = 0.0

    def seconds_to_next(self, pace: float | None = None) -> float:
        """Return the seconds until the caller's turn; 0 without a queue. Passing a `pace` starts one."""
        with self._lock:
            now = monotonic()
            if pace is None and self._next <= now:
                return 0.0
            self._pace = _LEEWAY * pace if pace else self._pace
            self._next = max(self._next, now) + self._pace
            return self._next - now


def until_taken(
    send: Callable[[], Result], source: DataSource, turns: Turns, again: Callable[[int, float], bool]
) -> Result:
    """Call `send`, and call it again after a pause if the rate limit refused it.

    Stops if the source cannot be read again, or if `again`, called with the tries so far and the pause, returns False.
    A refused file was not stored, so sending it again is safe.
    """
    delays, tries = poll_delays(), 0
    sleep(turns.seconds_to_next())
    while True:
        began = monotonic()
        try:
            return send()
        except RateLimitError as error:
            tries += 1
            # If CARTO names no time to wait, wait as long as the upload took: a large file must not be sent constantly.
            told = monotonic() - began if error.retry_after is None else error.retry_after
            pause = max(next(delays), told) * (1 + random() / 4)
            if not can_be_read_again(source) or not again(tries, pause):
                raise
            if error.retry_after:
                pause = turns.seconds_to_next(error.retry_after)
        sleep(pause)


def retries_of(client: AuthenticatedClient | Client) -> RetryPolicy:
    return cast(CartoHttp, client.get_httpx_client())._settings.retries
