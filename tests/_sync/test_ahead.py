# Made from tests/_async/test_ahead.py by scripts/unasync; do not edit.
"""Work of threads ahead of the network: in order, a few at a time, and not held back while the source is slow."""

import threading
from collections.abc import Callable, Iterator
from threading import Barrier

import pytest

from carto_ext._sync._transfer.ahead import done_ahead
from carto_ext._sync.concurrency import sleep

pytestmark = pytest.mark.anyio

Job = Callable[[], bytes]


def given(*jobs: Job, pause: float = 0.0) -> Iterator[Job]:
    for job in jobs:
        sleep(pause)
        yield job


def numbers(count: int) -> list[Job]:
    return [lambda number=number: b"%d" % number for number in range(count)]  # type: ignore[misc]


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_results_are_in_order(threads: int) -> None:
    assert [made for made in done_ahead(given(*numbers(200)), threads=threads, ahead=5)] == [
        b"%d" % n for n in range(200)
    ]


def test_what_gives_nothing_is_left_out() -> None:
    assert [made for made in done_ahead(given(lambda: b"", lambda: b"1", lambda: b""), threads=2, ahead=5)] == [b"1"]


def test_two_are_worked_on_at_once() -> None:
    """Each waits for the other: one after the other would wait for ever."""
    both = Barrier(2)

    def meet() -> bytes:
        both.wait(20)
        return b"met"

    assert [made for made in done_ahead(given(*[meet] * 6), threads=2, ahead=5)] == [b"met"] * 6


def test_no_more_is_taken_than_a_few() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(100):
            taken.append(number)
            yield lambda: b"x"

    done = done_ahead(jobs(), threads=2, ahead=5)
    for _ in done:
        break
    assert len(taken) <= 5 + 1


def test_nothing_waits_for_a_slow_source() -> None:
    """Each result is seen before the next job is asked for."""
    order: list[str] = []

    def jobs() -> Iterator[Job]:
        for number in range(4):
            sleep(0.03)
            order.append(f"asked {number}")
            yield lambda number=number: b"%d" % number  # type: ignore[misc]

    for made in done_ahead(jobs(), threads=2, ahead=5):
        order.append(f"made {made.decode()}")
    assert order == [f"{what} {number}" for number in range(4) for what in ("asked", "made")]


def test_an_error_of_a_job_comes_where_its_result_would_be() -> None:
    def fail() -> bytes:
        raise LookupError("no more")

    seen: list[bytes] = []
    with pytest.raises(LookupError, match="no more"):  # noqa: PT012 - all of the loop may raise it
        for made in done_ahead(given(*numbers(3), fail, *numbers(3)), threads=2, ahead=5):
            seen.append(made)
    assert seen == [b"0", b"1", b"2"]


def test_an_error_of_the_source_ends_the_threads() -> None:
    def jobs() -> Iterator[Job]:
        yield lambda: b"1"
        raise LookupError("broken")

    before, seen = threading.active_count(), []
    with pytest.raises(LookupError, match="broken"):  # noqa: PT012 - all of the loop may raise it
        for made in done_ahead(jobs(), threads=2, ahead=5):
            seen.append(made)
    assert seen == [b"1"], "what was done before is not lost"
    assert threading.active_count() <= before + 1  # an event loop keeps one for itself
