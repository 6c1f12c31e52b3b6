"""What states mean, and the pace of asking."""

from itertools import islice, takewhile

import pytest

from carto_ext.jobs import Outcome, batch_outcome, export_outcome, import_outcome, poll_delays, sync_outcome

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
    assert delays[:3] == [0.1, 0.1, 0.1]
    assert delays == sorted(delays)
    assert delays[-1] == 10.0
    assert delays == list(islice(poll_delays(), 500))


def test_an_answer_is_late_by_a_twentieth_at_most() -> None:
    waited = 0.0
    for delay in takewhile(lambda delay: delay < 10.0, poll_delays()):
        assert delay <= max(0.1, waited / 20 + 1e-9)
        waited += delay
    assert waited == pytest.approx(200, rel=0.1)
