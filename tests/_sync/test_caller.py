# Made from tests/_async/test_caller.py by scripts/unasync; do not edit.
"""Faults on the caller's side: his data, his files, his network. FAULTS.md is made of the same rows."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from carto_sandbox.faults import Answers, FaultServer
from tests._sync import caller_network, caller_sources, caller_targets
from tests.support.caller import Row

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(20)]


@pytest.fixture(scope="module")
def server(answers: Answers) -> Iterator[FaultServer]:
    with FaultServer(caller_targets.with_rows(answers)) as running:
        yield running


def cells(cases: Mapping[str, tuple[Row, object]]) -> list[object]:
    return [
        pytest.param(name, call, outcome, id=f"{name}-{call}")
        for name, (row, _) in cases.items()
        for call, outcome in row.cells.items()
    ]


@pytest.mark.parametrize(("name", "call", "outcome"), cells(caller_sources.CASES))
def test_his_data(server: FaultServer, tmp_path: Path, name: str, call: str, outcome: str) -> None:
    assert caller_sources.outcome_of(server, name, call, tmp_path) == outcome


@pytest.mark.parametrize(("name", "call", "outcome"), cells(caller_targets.CASES))
def test_his_files(server: FaultServer, tmp_path: Path, name: str, call: str, outcome: str) -> None:
    assert caller_targets.outcome_of(server, name, call, tmp_path) == outcome


@pytest.mark.parametrize(("name", "call", "outcome"), cells(caller_network.CASES))
def test_his_network(server: FaultServer, tmp_path: Path, name: str, call: str, outcome: str) -> None:
    assert caller_network.outcome_of(server, name, call, tmp_path) == outcome
