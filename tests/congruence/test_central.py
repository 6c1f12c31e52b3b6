"""Every recorded exchange with the central application sent to the sandbox, in the state that its recording found.

``python -m pytest tests/congruence/test_central.py -s`` prints the differences with their totals.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_sandbox import Sandbox
from tests.congruence.central.comparison import find_differences, learn
from tests.congruence.central.found import list_central, load_central
from tests.congruence.central.replay import CentralReplay
from tests.congruence.comparison import Answer
from tests.congruence.table import Table

RECORDINGS = list_central()
DIFFERENCES = Path(__file__).parent / "central" / "differences.yaml"
LEAST_SAME = 0.97
# Answers of CARTO that the spec does not describe.
NOT_IN_SPEC = ("/imports.json", "/api/v2/maps/")
ONE, OTHER = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"


class Congruence:
    """The results of all recordings on one kind of sandbox, computed once."""

    def __init__(self, kind: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kind = kind
        self.sandbox = sandbox
        self.table = Table(kind, DIFFERENCES)
        self.replay = CentralReplay(sandbox, monkeypatch)
        self._found: dict[str, dict[str, set[str]]] = {}

    def find(self, recording: str) -> dict[str, set[str]]:
        """The differences of each exchange that is replayed."""
        if recording not in self._found:
            differences = self.replay.find_differences(recording, self.table.not_replayed)
            self._found[recording] = {exchange.name: what for exchange, what in differences}
        return self._found[recording]


@pytest.fixture(scope="module", params=["plain", pytest.param("postgis", marks=pytest.mark.postgis)])
def congruence(request: pytest.FixtureRequest) -> Iterator[Congruence]:
    """A sandbox of its own, for the accounts of the recordings have names; on the server of the others."""
    kind: str = request.param
    beside: Sandbox = request.getfixturevalue("sandbox" if kind == "plain" else "postgis_sandbox")
    if kind == "plain" and beside.has_postgis:
        pytest.skip("CARTO_SANDBOX_DSN names a server with PostGIS, so there is no plain one")
    with (
        pytest.MonkeyPatch.context() as monkeypatch,
        Sandbox(username=None, dsn=beside.accounts.postgres.admin_dsn) as running,
    ):
        congruence = Congruence(kind, running, monkeypatch)
        yield congruence
        congruence.replay.close()


@pytest.mark.parametrize("recording", RECORDINGS)
def test_replay(congruence: Congruence, recording: str) -> None:
    found = congruence.find(recording)
    assert found == {exchange: congruence.table.expect(exchange) for exchange in found}


@pytest.mark.timeout(900)
def test_totals(congruence: Congruence) -> None:
    found = {name: what for recording in RECORDINGS for name, what in congruence.find(recording).items()}
    differing = {name for name, what in found.items() if what}
    table, same = congruence.table, 1 - len(differing) / len(found)
    print(f"\n\ncentral application, {congruence.kind} sandbox")
    print("\n".join(table.describe()))
    counts = f"{len(found)} exchanges replayed, {len(found) - len(differing)} equal ({same:.1%})"
    print(f"{counts}, {len(differing)} differ as listed, {len(table.not_replayed)} not replayed")
    for why in sorted({*table.not_replayed.values()}):
        print(f"    not replayed: {why}")
    assert differing == {line.exchange for line in table.lines}
    assert same >= LEAST_SAME
    everything = {exchange.name for recording in RECORDINGS for exchange in load_central(recording)}
    assert everything == found.keys() | table.not_replayed.keys()
    unknown = [str(one) for one in congruence.sandbox.violations if not any(path in str(one) for path in NOT_IN_SPEC)]
    assert not unknown, "\n".join(unknown)


@pytest.mark.parametrize(
    ("ours", "found"),
    [
        (f'{{"id":"{OTHER}","at":"2027-01-02T03:04:05.678Z","n":1}}', set()),
        (f'{{"id":"{OTHER}","at":"2027-01-02 03:04:05 UTC","n":1}}', {"body /at"}),
        (f'{{"id":"{ONE[:-1]}","at":"2027-01-02T03:04:05.678Z","n":1}}', {"body /id"}),
        (f'{{"id":"{OTHER}","at":"2027-01-02T03:04:05.678Z","n":2}}', {"body /n"}),
        (f'{{"id":"{OTHER}","n":1}}', {"body /at"}),
    ],
)
def test_differences_are_found(ours: str, found: set[str]) -> None:
    """Of ids it counts that there is one, of times how they are written."""
    headers = {"content-type": "application/json; charset=utf-8"}
    theirs = Answer(200, headers, f'{{"id":"{ONE}","at":"2026-11-25T04:13:00.000Z","n":1}}'.encode())
    names: dict[str, str] = {}
    answer = Answer(200, headers, ours.encode())
    learn(names, theirs, answer)
    assert find_differences(names, theirs, answer) == found


def test_an_id_stays_the_same() -> None:
    headers = {"content-type": "application/json; charset=utf-8"}
    answers = [Answer(200, headers, f'{{"id":"{uuid}"}}'.encode()) for uuid in (ONE, OTHER)]
    names: dict[str, str] = {}
    learn(names, answers[0], answers[0])
    learn(names, answers[0], answers[1])
    assert find_differences(names, *answers) == {"body /id"}
