"""More than the recordings: every request of answers/ is answered as CARTO's SQL API did, except for those listed here.

``python -m pytest tests/congruence -s`` prints the figures.
"""

import importlib.util
from collections.abc import Iterator

import pytest

from carto_sandbox import Sandbox
from tests.congruence.answers import MASTER_KEY, USERNAME, Asker, load_requests

pytestmark = pytest.mark.postgis

KNOWN = {
    "type:box3d": "PostGIS leaves the height of a flat box uninitialized.",
    "geojsontype:box3d": "PostGIS leaves the height of a flat box uninitialized.",
    "q:setrole": "The owner's role is called after the sandbox.",
    "q:cdbuser": "CARTO's account had tables from elsewhere.",
    "batch:fbonerr": "CARTO's job was read, and cancelled, in the moment between its failure and its fallback.",
}
"""Requests that are answered otherwise, and why."""

_LEAST_SAME = 0.98


@pytest.fixture(scope="module")
def differences(postgis_sandbox: Sandbox) -> Iterator[dict[str, set[str]]]:
    """Of each request. Its sandbox is not strict: many requests are wrong on purpose."""
    if importlib.util.find_spec("pyogrio") is None:
        pytest.skip("kml, shp, spatialite and gpkg need pip install '.[sandbox-formats]'")
    dsn = postgis_sandbox.accounts.postgres.admin_dsn
    with Sandbox(username=USERNAME, api_key=MASTER_KEY, dsn=dsn) as running:
        asker = Asker(running.account)
        yield {request.name: asker.find_differences(request) for request in load_requests()}
        asker.close()


def test_answers(differences: dict[str, set[str]]) -> None:
    found = {name: what for name, what in differences.items() if what}
    same = len(differences) - len(found)
    print(f"\n\nSQL API: {same} of {len(differences)} answers are CARTO's, {same / len(differences):.1%}")
    for name, what in found.items():
        print(f"  {name:<24}{', '.join(sorted(what))}\n    {KNOWN.get(name, 'not known')}")
    assert found.keys() == KNOWN.keys()
    assert same >= _LEAST_SAME * len(differences)
