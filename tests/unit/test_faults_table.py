"""FAULTS.md says what the tests of the faults expect, of every fault and every call."""

import re
from pathlib import Path

import pytest

from carto_sandbox.faults import CATALOGUE
from tests._sync.fault_verbs import VERBS, Verb

TABLE = (Path(__file__).parents[2] / "FAULTS.md").read_text()


def read_columns() -> dict[str, str]:
    """The column of each call."""
    legend = re.findall(r"^\* \*\*(\w)\*\*: (.+)$", TABLE, re.MULTILINE)
    return {verb: letter for letter, verbs in legend for verb in re.findall(r"`([^`]+)`", verbs)}


def read_rows() -> dict[str, dict[str, str]]:
    """The cells of each fault by the head of their columns."""
    head, _, *rows = (
        [cell.strip() for cell in line.split("|")[1:-1]] for line in TABLE.splitlines() if line[:1] == "|"
    )
    return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}


def test_it_has_every_fault_and_every_call_and_no_other() -> None:
    assert list(read_rows()) == list(CATALOGUE)
    assert set(read_columns()) == {verb.name for verb in VERBS}


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_each_cell_is_what_is_expected(verb: Verb) -> None:
    column = read_columns()[verb.name]
    written = {fault: cells[column] for fault, cells in read_rows().items()}
    assert written == {fault: str(verb.expect(fault)) for fault in CATALOGUE}


def test_what_never_ends_by_itself_ends_at_the_timeout() -> None:
    for cells in read_rows().values():
        waits = any("CartoTimeoutError" in cell for cell in cells.values())
        assert cells["ends"] == ("at the timeout" if waits else "at once")
