"""Every recorded exchange sent to the sandbox: its answers are CARTO's, but for what differences.yaml says.

``python -m pytest tests/congruence -s`` prints that table with its totals.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_sandbox import Sandbox
from carto_sandbox.maps_api.drawing.canvas import has_renderer
from tests.congruence.comparison import Answer, find_differences
from tests.congruence.replay import MASTER_KEY, USERNAME, WITH_GEOMETRIES, Replay, list_recordings, load_recording
from tests.congruence.table import DifferencesError, Table
from tests.support.pictures import is_picture, write_montage

RECORDINGS = list_recordings()
MONTAGE = Path(".cache/maps.png")
JSON = {"content-type": "application/json"}

_NO_RENDERER = "Nothing draws pictures without the extra `render`."
_MIXED_UP = {"maps/named_tile_format_mixup 5", "maps/named_tile_format_mixup 6"}
_NO_POSTGIS = "Made beside tables that need PostGIS."


def _list_geometries() -> Iterator[str]:
    for recording in WITH_GEOMETRIES:
        yield from (exchange.name for exchange in load_recording(recording))


def _list_pictures() -> Iterator[str]:
    for recording in RECORDINGS:
        for exchange in load_recording(recording):
            # CARTO answers some requests for pictures with something else.
            if is_picture(exchange.answer.body) or exchange.name in _MIXED_UP:
                yield exchange.name


class Congruence:
    """The results of all recordings on one kind of sandbox, computed once."""

    def __init__(self, kind: str, replay: Replay) -> None:
        self.kind = kind
        self.table = Table(kind)
        if kind == "plain":
            self.table.leave_out({*_list_geometries()}, _NO_POSTGIS)
        elif not has_renderer():
            self.table.leave_out({*_list_pictures()}, _NO_RENDERER)
        self._replay = replay
        self.pictures: list[tuple[bytes, bytes]] = []
        self._found: dict[str, dict[str, set[str]]] = {}

    def replay(self, recording: str) -> dict[str, set[str]]:
        """The differences of each exchange that is replayed."""
        if recording not in self._found:
            api = recording.partition("/")[0]
            answers = list(self._replay.answer(recording, set(self.table.not_replayed)))
            self._found[recording] = {
                exchange.name: find_differences(api, exchange.answer, answer) for exchange, answer in answers
            }
            bodies = [(exchange.answer.body, answer.body) for exchange, answer in answers]
            self.pictures += [pair for pair in bodies if all(map(is_picture, pair))]
        return self._found[recording]


@pytest.fixture(scope="module", params=["plain", pytest.param("postgis", marks=pytest.mark.postgis)])
def congruence(request: pytest.FixtureRequest) -> Iterator[Congruence]:
    kind: str = request.param
    running: Sandbox = request.getfixturevalue("sandbox" if kind == "plain" else "postgis_sandbox")
    if kind == "plain" and running.has_postgis:
        pytest.skip("CARTO_SANDBOX_DSN names a server with PostGIS, so there is no plain one")
    account = running.create_account(USERNAME, api_key=MASTER_KEY)
    try:
        replay = Replay(account, running.accounts.postgres)
        yield Congruence(kind, replay)
        replay.close()
    finally:
        running.drop_account(account)


@pytest.mark.parametrize("recording", RECORDINGS)
def test_replay(congruence: Congruence, recording: str) -> None:
    found = congruence.replay(recording)
    assert found == {exchange: congruence.table.expect(exchange) for exchange in found}


def test_totals(congruence: Congruence) -> None:
    found = {name: what for recording in RECORDINGS for name, what in congruence.replay(recording).items()}
    differing = {name: what for name, what in found.items() if what}
    table = congruence.table
    print(f"\n\n{congruence.kind} sandbox")
    print("\n".join(table.describe()))
    counts = f"{len(found)} exchanges replayed, {len(found) - len(differing)} equal, {len(differing)} differ as listed"
    print(f"{counts}, {len(table.not_replayed)} not replayed")
    for why in sorted({*table.not_replayed.values()}):
        print(f"    not replayed: {why}")
    if congruence.pictures:
        write_montage(congruence.pictures, MONTAGE)
        print(f"{len(congruence.pictures)} pictures, CARTO's on the left and the sandbox's on the right: {MONTAGE}")
    assert differing.keys() == {line.exchange for line in table.lines}
    everything = {exchange.name for recording in RECORDINGS for exchange in load_recording(recording)}
    assert everything == found.keys() | table.not_replayed.keys()
    assert not found.keys() & table.not_replayed.keys()


@pytest.mark.parametrize(
    ("ours", "found"),
    [
        (Answer(200, JSON, b'{"a":[{"b":1}],"time":0.5}'), set()),
        (Answer(404, JSON, b"{}"), {"status 404, not 200"}),
        (Answer(200, {**JSON, "vary": "Accept"}, b'{"a":[{"b":1}],"time":2}'), {"header vary"}),
        (Answer(200, JSON, b'{"a":[{"b":2}],"time":2}'), {"body /a/*/b"}),
        (Answer(200, JSON, b'{"a":[{"b":true}],"time":2}'), {"body /a/*/b"}),
        (Answer(200, JSON, b'{"a":[],"time":2}'), {"body /a/*"}),
        (Answer(200, JSON, b'{"time":2}'), {"body /a"}),
        (Answer(200, JSON, b'{"time":2,"a":[{"b":1}]}'), {"body spelling"}),
        (Answer(200, JSON, b'{"a":[{"b":1.0}],"time":2}'), {"body /a/*/b"}),
        (Answer(200, JSON, b"<html>"), {"body"}),
        (Answer(200, {}, b'{"a":[{"b":1}],"time":0.5}'), {"header content-type", "body /time"}),
    ],
)
def test_differences_are_found(ours: Answer, found: set[str]) -> None:
    theirs = Answer(200, JSON, b'{"a":[{"b":1}],"time":1.25}')
    assert find_differences("sql", theirs, ours) == found


@pytest.mark.parametrize(
    ("ours", "found"),
    [
        (b"id,name\r\n1,x\r\n", set()),
        (b"id,name\r\n1,y\r\n", {"body column name"}),
        (b"id,title\r\n1,x\r\n", {"body column name"}),
        (b"id\r\n1\r\n", {"body column name"}),
        (b"id,name\r\n1,x\r\n2,x\r\n", {"body column id", "body column name"}),
        (b'id,name\r\n1,"x"\r\n', {"body spelling"}),
    ],
)
def test_differences_are_found_in_csv(ours: bytes, found: set[str]) -> None:
    headers = {"content-type": "text/csv; charset=utf-8; header=present"}
    theirs = Answer(200, headers, b"id,name\r\n1,x\r\n")
    assert find_differences("sql", theirs, Answer(200, headers, ours)) == found


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("in: [sql/version 1], what: [body]", "'why'"),
        ("in: [sql/version 1], what: [body], why: because, only: sometimes", "not understood"),
        ("in: [sql/version 1], what: [body], why: because, note: more", "not understood"),
        ("in: [sql/version 1 1], what: [body], why: because", "twice"),
    ],
)
def test_a_table_that_is_refused(tmp_path: Path, entry: str, said: str) -> None:
    path = tmp_path / "differences.yaml"
    path.write_text(f"not_replayed: []\ndifferences: [{{{entry}}}]\n")
    with pytest.raises((DifferencesError, KeyError), match=said):
        Table("plain", path)
