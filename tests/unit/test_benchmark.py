"""scripts/bench measures what it says: each call does all of its work, and the table shows the missed goals."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from benchmark.data import MB, TOTAL_VIZ, csv_block, write_csv
from benchmark.peers import Field, field
from benchmark.report import HEAD, Line, as_json, as_markdown, as_text, bound, faster, share
from benchmark.rows import Call, race

ROOT = Path(__file__).resolve().parents[2]
AWAITED = ("copy_from", "upload", "copy_to")

VERBS: dict[str, tuple[dict[str, Any], int]] = {
    "copy_from": ({"compress": False}, 2 * MB),
    "copy_to": ({"table": "mb3"}, 3 * MB),
    "queries": ({"count": 5}, 5),
    "rows": ({"count": 100}, 100),
    "rows_async": ({"count": 100}, 100),
    "json_loads": ({"count": 100}, 100),
    "queries_at_once": ({"count": 60, "width": 20, "used": True}, 60),
    "list_viz": ({"account": "ms0"}, TOTAL_VIZ),
    "list_viz_async": ({"account": "ms0datasets"}, TOTAL_VIZ),
    "list_viz_page_by_page": ({"account": "ms0datasets"}, TOTAL_VIZ),
    "copy_many": ({"account": "ms0", "count": 4, "concurrency": 2}, 4),
    "from_files": ({"account": "ms0", "count": 4, "concurrency": 2}, 4),
}


@contextmanager
def small_field(folder: Path) -> Iterator[Field]:
    write_csv(folder / "source.csv", 2)
    with field(folder) as peers:
        yield peers


@pytest.fixture(scope="module")
def peers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    with small_field(tmp_path_factory.mktemp("bench")) as running:
        yield running


@pytest.mark.parametrize("worker", ["ours", "ours without speed"])
@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_does_all_of_its_work(peers: Field, worker: str, verb: str) -> None:
    arguments, returned = VERBS[verb]
    for name in (verb, f"{verb}_async") if verb in AWAITED else (verb,):
        took = peers.worker(worker).do(name, **arguments)
        assert took["returned"] == returned
        assert took["seconds"] > 0


@pytest.mark.parametrize("worker", ["ours", "ours without speed"])
def test_gzip_is_less_on_the_way_in_and_whole_on_the_way_out(peers: Field, worker: str) -> None:
    assert MB / 5 < peers.worker(worker).do("copy_from", compress=True)["returned"] < MB
    assert peers.worker(worker).do("copy_to", table="mb3_gzip")["returned"] == 3 * MB
    assert (peers.folder / "target.csv").read_bytes() == csv_block() * 3


def test_jobs_tell_how_late_they_were_seen(peers: Field) -> None:
    watched = peers.worker("ours").do("watch_jobs", lengths=[0.0, 0.3])["returned"]
    assert [length for length, _, _ in watched] == [0.0, 0.3]
    assert all(late >= 0 and questions >= 1 for _, late, questions in watched)


def test_a_race_takes_the_median_and_no_first_round() -> None:
    class Runner:
        def __init__(self) -> None:
            self.figures = [100.0, 3.0, 1.0, 2.0]

        def do(self, verb: str) -> dict[str, float]:
            return {"seconds": self.figures.pop(0)}

    class Course:
        folder = Path("no such folder")
        runner = Runner()

        def worker(self, name: str) -> Runner:
            return self.runner

    calls: list[Call] = [("ours", "run", {})]
    assert race(Course(), 3, calls) == [2.0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (faster("a", 1.0, "b", 5.0, 5), "ok"),
        (faster("a", 1.0, "b", 4.9, 5), "MISSED"),
        (share("a", 1.5, "b", 1.0, 1.5), "ok"),
        (share("a", 1.6, "b", 1.0, 1.5), "MISSED"),
        (bound("a", 2.9, "ms", 3), "ok"),
        (bound("a", 3.1, "ms", 3), "MISSED"),
        (faster("a", 1.0, "b", 5.0), ""),
    ],
)
def test_a_goal_is_met_or_missed(line: Line, verdict: str) -> None:
    assert line.verdict == verdict
    assert as_text(line).endswith(verdict)
    assert as_markdown([line]).splitlines()[-1].split(" | ")[-1] == f"{verdict} |"
    assert f'"met": {str(line.met).lower().replace("none", "null")}' in as_json([line])


def test_the_document_has_a_table_of_a_whole_run() -> None:
    text = (ROOT / "BENCHMARKS.md").read_text(encoding="utf-8")
    assert "| " + " | ".join(HEAD) + " |" in text
    rows = [line for line in text.partition("| --- |")[2].splitlines() if line.startswith("| ")]
    verdicts = [row.split(" | ")[-1].removesuffix(" |") for row in rows]
    assert verdicts.count("ok") > 30
    assert "copy_from, gzip, with speed" in text
    assert "200 MB instead of 2,000" in text
