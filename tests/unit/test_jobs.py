"""The meanings of states, and the intervals between requests."""

from itertools import islice
from statistics import median

import pytest

from carto_ext._shared.jobs import Outcome, batch_outcome, export_outcome, import_outcome, poll_delays, sync_outcome

RUNNING, DONE, FAILED, CANCELLED = Outcome


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("pending", RUNNING),
        ("running", RUNNING),
        ("skipped", RUNNING),
        ("resting", RUNNING),
        ("done", DONE),
        ("failed", FAILED),
        ("unknown", FAILED),
        ("cancelled", CANCELLED),
    ],
)
def test_batch(status: str, outcome: Outcome) -> None:
    assert batch_outcome(status) is outcome


@pytest.mark.parametrize(
    "state", ["enqueued", "pending", "uploading", "unpacking", "importing", "guessing", "new", None]
)
def test_import_on_its_way(state: str | None) -> None:
    assert import_outcome(state, None) is RUNNING


@pytest.mark.parametrize(
    ("state", "success", "outcome"),
    [
        ("complete", True, DONE),
        ("complete", None, DONE),
        ("complete", False, FAILED),
        ("failure", False, FAILED),
        ("failure", True, FAILED),
        ("stuck", None, FAILED),
    ],
)
def test_import_at_its_end(state: str, success: bool | None, outcome: Outcome) -> None:
    assert import_outcome(state, success) is outcome


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        ("created", RUNNING),
        ("queued", RUNNING),
        ("syncing", RUNNING),
        (None, RUNNING),
        ("success", DONE),
        ("failure", FAILED),
    ],
)
def test_synchronization(state: str | None, outcome: Outcome) -> None:
    assert sync_outcome(state) is outcome


@pytest.mark.parametrize(
    ("state", "outcome"),
    [("pending", RUNNING), ("exporting", RUNNING), ("uploading", RUNNING), ("complete", DONE), ("failure", FAILED)],
)
def test_export(state: str, outcome: Outcome) -> None:
    assert export_outcome(state) is outcome


def test_pace_begins_fast_and_slows_down_to_ten_seconds() -> None:
    delays = list(islice(poll_delays(), 500))
    assert delays[0] == 0.1
    assert delays == sorted(delays)
    assert delays[-1] == 10.0
    assert delays == list(islice(poll_delays(), 500))


def watched(length: float) -> tuple[float, int]:
    """How late the end of such a job is seen, and how often was asked, beginning at once."""
    asked_at = [0.0]
    for delay in poll_delays():
        asked_at.append(asked_at[-1] + delay)
        if asked_at[-1] >= length:
            return asked_at[-1] - length, len(asked_at)
    raise AssertionError


def test_the_end_is_seen_soon() -> None:
    """Half a second late in the middle for the young, a twentieth of their length for the old; twice that at most."""
    young = [watched(step / 100)[0] for step in range(5, 1000)]
    assert median(young) < 0.5
    assert max(young) <= 0.9
    late = [watched(length)[0] / length for length in range(11, 7200)]
    assert median(late) < 0.05
    assert max(late) < 0.1


def test_long_jobs_are_asked_for_less_than_every_two_seconds() -> None:
    for length in range(100, 7200, 7):
        assert watched(length)[1] < length / 2 + 1
    assert watched(10)[1] <= 18
    assert watched(60)[1] <= 41
    assert watched(600)[1] <= 100
