"""What the states of CARTO's jobs mean, and how often to ask for them."""

from collections.abc import Iterator
from enum import StrEnum

# The first question comes soon, since small batch jobs are done within 50 ms of being queued …
_FIRST_DELAY = 0.1
# … the next ones after half of the time the job has taken so far, up to this: half of it is what an answer is late …
_SHARE_OF_YOUNG, _LONGEST_OF_YOUNG = 0.5, 0.9
# … and from 11 seconds on after so much of it: on the average an answer is late by half of that, a twenty-fifth …
_SHARE_OF_AGE = 0.08
# … but nobody waits longer than this for a job that is done. Ten seconds is six requests a minute.
_LONGEST_DELAY = 10.0


class Outcome(StrEnum):
    """How a job stands. A state that is not known here counts as RUNNING: servers may add steps on the way."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


_BATCH = {
    "done": Outcome.DONE,
    "failed": Outcome.FAILED,
    "cancelled": Outcome.CANCELLED,
    # The server's word for a job it lost track of: final, and not known to have succeeded.
    "unknown": Outcome.FAILED,
}
# "stuck" is declared as final by the server, which turns such imports into failures.
_IMPORT = {"complete": Outcome.DONE, "failure": Outcome.FAILED, "stuck": Outcome.FAILED}
_SYNCHRONIZATION = {"success": Outcome.DONE, "failure": Outcome.FAILED}
_EXPORT = {"complete": Outcome.DONE, "failure": Outcome.FAILED}


def batch_outcome(status: str) -> Outcome:
    """For `status` of a batch job. "pending" also comes between two queries of one job."""
    return _BATCH.get(status, Outcome.RUNNING)


def import_outcome(state: str | None, success: bool | None = None) -> Outcome:
    """For `state` and `success` of an import; `success` is absent (None) until the end."""
    outcome = _IMPORT.get(state or "", Outcome.RUNNING)
    return Outcome.FAILED if outcome is Outcome.DONE and success is False else outcome


def sync_outcome(state: str | None) -> Outcome:
    """For `state` of a synchronization, whose last run it describes."""
    return _SYNCHRONIZATION.get(state or "", Outcome.RUNNING)


def export_outcome(state: str | None) -> Outcome:
    """For `state` of an export; "uploading" is a step on the way."""
    return _EXPORT.get(state or "", Outcome.RUNNING)


def poll_delays() -> Iterator[float]:
    """Seconds to wait before each question, without end: 0.1 at first, 0.9 when young, then 8 % of the age, at most 10.

    18 questions for a job of ten seconds, 41 for a minute, 98 for ten; every two seconds would be 6, 31 and 301.
    """
    age = 0.0
    while True:
        young = max(_FIRST_DELAY, min(age * _SHARE_OF_YOUNG, _LONGEST_OF_YOUNG))
        delay = min(max(young, age * _SHARE_OF_AGE), _LONGEST_DELAY)
        yield delay
        age += delay
