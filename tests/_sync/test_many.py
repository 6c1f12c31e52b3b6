# Made from tests/_async/test_many.py by scripts/unasync; do not edit.
"""Many files at once: each is tried, none is lost, none comes twice, and the results are in the order given."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Lock
from time import monotonic

import pytest

from carto_ext._sync.client import Carto
from carto_ext._sync.concurrency import gather, sleep
from carto_ext.errors import (
    CartoError,
    ImportFailedError,
    InvalidArgumentError,
    InvalidRequestError,
    PartialFailureError,
    RateLimitError,
)
from carto_ext.retries import RetryPolicy
from tests.support.crowd import Answer, Asked, Crowd

pytestmark = pytest.mark.anyio

COPY = "COPY t FROM STDIN"
TOO_FAST = Answer(
    {"error": ["too fast"], "context": "limit", "detail": "rate-limit"}, status=429, headers={"Retry-After": "0"}
)
BAD_ROW = Answer({"error": ["bad row"]}, status=400)


def copied(asked: Asked) -> Answer:
    return Answer({"time": 0.1, "total_rows": asked.size})


def test_files_of_all_kinds_come_into_one_table(carto: Carto, tmp_path: Path) -> None:
    carto.sql.query("CREATE TABLE numbers (file int, n int)")
    sources: list[object] = []
    for number in range(12):
        rows = b"".join(b"%d,%d\n" % (number, n) for n in range(number + 1))
        path = tmp_path / f"{number}.csv"
        path.write_bytes(rows)
        sources.append([path, rows, io.BytesIO(rows), iter([rows])][number % 4])
    sql = "COPY numbers FROM STDIN WITH (FORMAT csv)"
    results = carto.sql.copy_many([(sql, source) for source in sources])  # type: ignore[misc]
    assert [result.total_rows for result in results] == list(range(1, 13))
    found = carto.sql.query("SELECT file, count(*) AS n FROM numbers GROUP BY file ORDER BY file")
    assert found.rows == [{"file": number, "n": number + 1} for number in range(12)]


@pytest.mark.parametrize("width", [1, 4, 8])
def test_so_many_are_on_their_way_at_once_and_no_more(width: int) -> None:
    """Each waits for the others: files one after another would wait for ever."""
    all_of_them = Barrier(width)

    def answer(asked: Asked) -> Answer:
        all_of_them.wait(20)
        return copied(asked)

    with Crowd(answer) as server:
        with Carto(server.base_url, api_key="k") as carto:
            copies = [(COPY, b"x" * (number + 1)) for number in range(32)]
            results = carto.sql.copy_many(copies, concurrency=width, compress=False)
    assert [result.total_rows for result in results] == list(range(1, 33))
    assert server.most == width


def test_all_are_tried_and_what_failed_is_told() -> None:
    with Crowd(lambda asked: BAD_ROW if asked.size in (3, 5) else copied(asked)) as server:
        with Carto(server.base_url, api_key="k") as carto:
            copies = [(COPY, b"x" * (number + 1)) for number in range(9)]
            with pytest.raises(
                PartialFailureError, match=r"2 of 9 files failed.*\[2\] InvalidRequestError: bad row"
            ) as e:
                carto.sql.copy_many(copies, concurrency=2, compress=False)
    outcomes = e.value.outcomes
    assert [type(outcome) for outcome in outcomes if isinstance(outcome, Exception)] == [InvalidRequestError] * 2
    assert [getattr(outcome, "total_rows", None) for outcome in outcomes] == [1, 2, None, 4, None, 6, 7, 8, 9]
    assert len(server.asked) == 9


def test_a_missing_file_fails_alone(tmp_path: Path) -> None:
    with Crowd(copied) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(PartialFailureError, match=r"\[0\] InvalidArgumentError") as caught:
                carto.sql.copy_many([(COPY, tmp_path / "none.csv"), (COPY, b"x")], compress=False)
    assert caught.value.outcomes[1].total_rows == 1


def test_what_was_refused_for_its_rate_is_sent_again(tmp_path: Path) -> None:
    seen: set[int] = set()
    lock = Lock()

    def answer(asked: Asked) -> Answer:
        with lock:
            first = asked.size not in seen
            seen.add(asked.size)
        return TOO_FAST if first else copied(asked)

    path = tmp_path / "five"
    path.write_bytes(b"12345")
    with Crowd(answer) as server:
        with Carto(server.base_url, api_key="k") as carto:
            results = carto.sql.copy_many([(COPY, path), (COPY, b"123456")], compress=False)
    assert [result.total_rows for result in results] == [5, 6]
    assert sorted(asked.size for asked in server.asked) == [5, 5, 6, 6]


def test_a_rate_limit_lets_all_files_in_one_by_one() -> None:
    """A bucket that holds one, as CARTO's: files that came back together would be refused together, until they fail."""
    lock, full_at = Lock(), [0.0]

    def answer(asked: Asked) -> Answer:
        with lock:
            if monotonic() < full_at[0]:
                return replace(TOO_FAST, headers={"Retry-After": "0.1"})
            full_at[0] = monotonic() + 0.1
        return copied(asked)

    with Crowd(answer) as server:
        with Carto(server.base_url, api_key="k") as carto:
            copies = [(COPY, b"x" * (number + 1)) for number in range(16)]
            results = carto.sql.copy_many(copies, compress=False)
    assert [result.total_rows for result in results] == list(range(1, 17))


def test_what_can_be_read_once_is_not_sent_again() -> None:
    with Crowd(lambda asked: TOO_FAST) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(PartialFailureError) as caught:
                carto.sql.copy_many([(COPY, io.BytesIO(b"1")), (COPY, iter([b"22"]))], compress=False)
    assert [type(outcome) for outcome in caught.value.outcomes] == [RateLimitError] * 2
    assert sorted(asked.size for asked in server.asked) == [1, 2]


def test_attempts_are_those_of_the_settings() -> None:
    with Crowd(lambda asked: TOO_FAST) as server:
        with Carto(server.base_url, api_key="k", retries=RetryPolicy(attempts=2)) as carto:
            with pytest.raises(PartialFailureError):
                carto.sql.copy_many([(COPY, b"1")], compress=False)
    assert len(server.asked) == 2


def test_progress_counts_all_files_together(tmp_path: Path) -> None:
    path = tmp_path / "path"
    path.write_bytes(b"x" * 700_000)
    told: list[tuple[int, int | None]] = []
    with Crowd(copied) as server:
        with Carto(server.base_url, api_key="k") as carto:
            copies = [(COPY, path), (COPY, b"y" * 50), (COPY, io.BytesIO(b"z" * 300_000))]
            carto.sql.copy_many(copies, progress=lambda done, total: told.append((done, total)))
            assert {total for _, total in told} == {1_000_050}
            assert [done for done, _ in told] == sorted(done for done, _ in told)
            assert told[-1][0] == 1_000_050
            told.clear()
            carto.sql.copy_many([(COPY, b"x"), (COPY, iter([b"yy"]))], progress=lambda *now: told.append(now))
            assert told[-1] == (3, None)


def test_an_exception_of_progress_ends_all() -> None:
    def stop(done: int, total: int | None) -> None:
        raise LookupError("enough")

    def slow() -> Iterator[bytes]:
        for _ in range(10_000):
            yield b"x" * 300_000

    with Crowd(copied) as server:
        with Carto(server.base_url, api_key="k") as carto:
            copies = [(COPY, b"1"), *((COPY, slow()) for _ in range(30))]
            with pytest.raises(LookupError, match="enough"):
                carto.sql.copy_many(copies, concurrency=4, compress=False, progress=stop)  # type: ignore[arg-type]
    assert len(server.asked) <= 4


def test_an_argument_that_makes_no_sense_sends_nothing(tmp_path: Path) -> None:
    with Crowd(copied) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(InvalidArgumentError, match="at least 1, not 0"):
                carto.sql.copy_many([(COPY, b"1")], concurrency=0)
            for one in ("a.csv", tmp_path, b"a\n", io.BytesIO(b"a")):
                with pytest.raises(InvalidArgumentError, match="sources must be a list"):
                    carto.datasets.from_files(one)  # type: ignore[arg-type]
            assert carto.sql.copy_many([]) == []
            assert carto.datasets.from_files([]) == []
    assert not server.asked


def test_files_become_datasets_in_their_order(carto: Carto, tmp_path: Path) -> None:
    paths = []
    for number in range(5):
        paths.append(tmp_path / f"towns_{number}.csv")
        paths[-1].write_text("name,n\n" + f"a,{number}\n" * (number + 1))
    told: list[tuple[int, int | None]] = []
    made = carto.datasets.from_files(paths, timeout=60, progress=lambda *now: told.append(now))
    assert [dataset.name for dataset in made] == [path.stem for path in paths]
    assert (carto.sql.query("SELECT count(*) AS n FROM towns_4")).rows == [{"n": 5}]
    size = sum(path.stat().st_size for path in paths)
    assert told[-1] == (size, size)


def test_a_file_that_is_no_data_fails_alone(carto: Carto, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.xyz"
    good.write_text("a\n1\n")
    bad.write_bytes(b"\x00\x01\x02")
    with pytest.raises(PartialFailureError, match="1 of 2 files failed") as caught:
        carto.datasets.from_files([bad, good], timeout=60)
    assert isinstance(caught.value.outcomes[0], ImportFailedError)
    assert caught.value.outcomes[1].name == "good"


def test_import_slots_that_others_use_are_waited_for(carto: Carto, tmp_path: Path) -> None:
    """The account has three; six at once are two too many for it at least once, and all arrive."""
    paths = [tmp_path / f"many_{number}.csv" for number in range(6)]
    for path in paths:
        path.write_text("a\n1\n")
    made = carto.datasets.from_files(paths, concurrency=6, timeout=60)
    assert [dataset.name for dataset in made] == [path.stem for path in paths]


def test_one_file_waits_for_a_slot_as_well(carto: Carto) -> None:
    """Four at once, for three slots: each by itself, as four programs would."""
    names = [f"slot_{number}" for number in range(5)]

    def one(name: str) -> str:
        return (carto.datasets.from_file(b"a\n1\n", name=f"{name}.csv", timeout=60)).name

    assert gather(one, names, 5, CartoError) == names


def test_slots_that_stay_taken_are_an_error_in_the_end(tmp_path: Path) -> None:
    taken = Answer(
        {"errors": {"imports": "We're sorry but you're already using your allowed 3 import slots"}}, status=429
    )
    path = tmp_path / "a.csv"
    path.write_text("a\n1\n")
    with Crowd(lambda asked: taken) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(PartialFailureError) as caught:
                carto.datasets.from_files([path], timeout=0.5)
            sleep(0)
    assert isinstance(caught.value.outcomes[0], RateLimitError)
    assert len(server.asked) > 1
