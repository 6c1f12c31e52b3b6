"""Meanings of the states of CARTO's jobs, and the intervals between two requests for them."""

from collections.abc import Iterator
from enum import StrEnum

# The first request comes soon, because small batch jobs are done within 50 ms of being queued.
_FIRST_DELAY = 0.1
# A young job is asked again after half of its age, up to this delay; on average the answer is late by half of it.
_SHARE_OF_YOUNG, _LONGEST_OF_YOUNG = 0.5, 0.9
# From 11 seconds on, the delay is this share of the job's age: on average the answer is late by 4 %.
_SHARE_OF_AGE = 0.08
# The longest delay: ten seconds is six requests a minute.
_LONGEST_DELAY = 10.0


class Outcome(StrEnum):
    """The progress of a job. An unknown state counts as RUNNING, because servers can add steps."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


_BATCH = {
    "done": Outcome.DONE,
    "failed": Outcome.FAILED,
    "cancelled": Outcome.CANCELLED,
    # The server's word for a job that it lost track of: final, and not known to have succeeded.
    "unknown": Outcome.FAILED,
}
# The server declares "stuck" as final, and turns such imports into failures.
_IMPORT = {"complete": Outcome.DONE, "failure": Outcome.FAILED, "stuck": Outcome.FAILED}
_SYNCHRONIZATION = {"success": Outcome.DONE, "failure": Outcome.FAILED}
_EXPORT = {"complete": Outcome.DONE, "failure": Outcome.FAILED}


def batch_outcome(status: str) -> Outcome:
    """Translate `status` of a batch job. "pending" also comes between two queries of one job."""
    return _BATCH.get(status, Outcome.RUNNING)


def import_outcome(state: str | None, success: bool | None = None) -> Outcome:
    """Translate `state` and `success` of an import; `success` is absent (None) until the end."""
    outcome = _IMPORT.get(state or "", Outcome.RUNNING)
    return Outcome.FAILED if outcome is Outcome.DONE and success is False else outcome


def sync_outcome(state: str | None) -> Outcome:
    """Translate `state` of a synchronization, which describes its last run."""
    return _SYNCHRONIZATION.get(state or "", Outcome.RUNNING)


def export_outcome(state: str | None) -> Outcome:
    """Translate `state` of an export; "uploading" is an intermediate step."""
    return _EXPORT.get(state or "", Outcome.RUNNING)


def poll_delays() -> Iterator[float]:
    """Yield the seconds before each request, without end: first 0.1, up to 0.9, then 8 % of the age, at most 10.

    That makes 18 requests for a job of ten seconds, 41 for a minute, 98 for ten minutes; with one request every two
    seconds it would be 6, 31 and 301.
    """
    age = 0.0
    while True:
        young = max(_FIRST_DELAY, min(age * _SHARE_OF_YOUNG, _LONGEST_OF_YOUNG))
        delay = min(max(young, age * _SHARE_OF_AGE), _LONGEST_DELAY)
        yield delay
        age += delay
