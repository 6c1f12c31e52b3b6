"""FAULTS.md says what the tests of the faults expect: of every fault and every call, and of the caller's own side."""

import re
from pathlib import Path
from typing import Any

import pytest

from carto_sandbox.faults import CATALOGUE
from tests._sync import caller_network, caller_sources, caller_targets
from tests._sync.fault_verbs import VERBS, Verb
from tests.support import loops, programs

TEXT = (Path(__file__).parents[2] / "FAULTS.md").read_text()
SERVER, _, CALLER = TEXT.partition("## The caller's side")
SECTIONS = {
    "Data": caller_sources,
    "Files": caller_targets,
    "Network": caller_network,
    "Event loop": loops,
    "Process": programs,
}


def read_columns() -> dict[str, str]:
    """The column of each call."""
    legend = re.findall(r"^\* \*\*(\w)\*\*: (.+)$", SERVER, re.MULTILINE)
    return {verb: letter for letter, verbs in legend for verb in re.findall(r"`([^`]+)`", verbs)}


def read_rows(text: str) -> dict[str, dict[str, str]]:
    """The cells of each fault by the head of their columns."""
    head, _, *rows = ([cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line[:1] == "|")
    return {row[0]: dict(zip([name.strip("`") for name in head[1:]], row[1:], strict=True)) for row in rows}


def test_it_has_every_fault_and_every_call_and_no_other() -> None:
    assert list(read_rows(SERVER)) == list(CATALOGUE)
    assert set(read_columns()) == {verb.name for verb in VERBS}


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_each_cell_is_what_is_expected(verb: Verb) -> None:
    column = read_columns()[verb.name]
    written = {fault: cells[column] for fault, cells in read_rows(SERVER).items()}
    assert written == {fault: str(verb.expect(fault)) for fault in CATALOGUE}


def test_what_never_ends_by_itself_ends_at_the_timeout() -> None:
    for cells in read_rows(SERVER).values():
        waits = any("CartoTimeoutError" in cell for cell in cells.values())
        assert cells["ends"] == ("at the timeout" if waits else "at once")


@pytest.mark.parametrize("title", SECTIONS)
def test_the_callers_side_is_what_is_expected(title: str) -> None:
    section: Any = SECTIONS[title]
    part = CALLER.partition(f"### {title}\n")[2].partition("\n###")[0]
    expected = {name: {**row.cells, "": row.note} for name, (row, _) in section.CASES.items()}
    written = {
        name: {call: cell for call, cell in cells.items() if cell or not call}
        for name, cells in read_rows(part).items()
    }
    assert written == expected
