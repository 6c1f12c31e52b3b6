"""The caller's event loop: calls on asyncio, uvloop and trio, cancelled, timed out and closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_sandbox.faults import Answers, FaultServer
from tests.support import loops, programs

pytestmark = [pytest.mark.timeout(20)]


@pytest.fixture(scope="module")
def server(answers: Answers) -> Iterator[FaultServer]:
    with FaultServer(programs.with_rows(answers)) as running:
        yield running


@pytest.mark.parametrize("loop", loops.LOOPS)
@pytest.mark.parametrize("name", loops.CASES)
def test_his_loop(server: FaultServer, tmp_path: Path, name: str, loop: str) -> None:
    assert loops.outcome_of(server, name, loop, tmp_path) == loops.CASES[name][0].cells[loop]
