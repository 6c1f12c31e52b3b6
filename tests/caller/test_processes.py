"""The caller's process: forks, signals, few descriptors, other threads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_sandbox.faults import Answers, FaultServer
from tests.support import programs

pytestmark = [pytest.mark.timeout(60)]


@pytest.fixture(scope="module")
def server(answers: Answers) -> Iterator[FaultServer]:
    with FaultServer(programs.with_rows(answers)) as running:
        yield running


@pytest.mark.parametrize("name", programs.CASES)
def test_his_process(server: FaultServer, tmp_path: Path, name: str) -> None:
    assert (
        programs.outcome_of(server, name, programs.COLUMN, tmp_path) == programs.CASES[name][0].cells[programs.COLUMN]
    )
