"""Each recorded answer that is a success comes out of the generated client as it went in."""

from __future__ import annotations

from pathlib import Path

import pytest
from truth.answers import check_parsing
from truth.document import Document
from truth.recordings import Exchange, find_recordings, read_recording
from truth.requests import find_operation

ROOT = Path(__file__).parents[2]
CASSETTES = ROOT / "tests" / "cassettes"
# So many successes there are at least: a reader that skips recordings would pass for one that finds nothing wrong.
SUCCESSES = {"sql": 100, "maps": 180, "central": 420}


@pytest.fixture(scope="module")
def document() -> Document:
    return Document(ROOT / "spec" / "openapi.yaml")


def successes(kind: str) -> list[Exchange]:
    exchanges = [
        exchange
        for path in find_recordings(CASSETTES / kind)
        for exchange in read_recording(path, path.relative_to(CASSETTES).as_posix())
    ]
    return [exchange for exchange in exchanges if 200 <= exchange.answer.status < 300]


@pytest.mark.parametrize("kind", SUCCESSES)
def test_recorded_answers_survive_the_generated_client(document: Document, kind: str) -> None:
    seen, lost = 0, list[str]()
    for exchange in successes(kind):
        route = find_operation(document, exchange).route
        if route is None:  # a route or a parameter that is left out of the spec
            continue
        seen += 1
        lost += [f"{exchange.where} {place}: {what}" for place, what in check_parsing(document, route, exchange.answer)]
    assert lost == []
    assert seen >= SUCCESSES[kind]
