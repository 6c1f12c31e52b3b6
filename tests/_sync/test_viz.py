# Made from tests/_async/test_viz.py by scripts/unasync; do not edit.
"""Listing, reading, changing and deleting what an account has."""

import json

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import AuthenticationError, InvalidArgumentError, NotFoundError, RateLimitError
from carto_sandbox.faults import FaultServer, Status

pytestmark = pytest.mark.anyio


@pytest.fixture
def datasets(carto: Carto) -> list[str]:
    names = ["alpha", "beta", "gamma"]
    jobs = [carto.imports.upload(b"a,b\n1,2\n", name=f"{name}.csv") for name in names]
    for job in jobs:
        job.wait(timeout=60)
    return names


def test_iterate_walks_all_pages(carto: Carto, datasets: list[str]) -> None:
    seen = [viz.name for viz in carto.viz.iterate(types="table", per_page=1, order="name")]
    assert sorted(seen) == datasets
    assert [viz.name for viz in carto.viz.iterate(types="table", q="beta")] == ["beta"]
    assert [viz.name for viz in carto.viz.iterate(types="derived")] == []


def test_a_dataset_is_read_renamed_and_deleted(carto: Carto, datasets: list[str]) -> None:
    viz = carto.viz.read("alpha")
    assert viz.name == "alpha"
    changed = carto.viz.update(viz.id, id=viz.id, name="omega", description="the last")
    assert (changed.name, changed.description) == ("omega", "the last")
    assert (carto.sql.query("SELECT a FROM omega")).rows == [{"a": 1}]
    assert carto.viz.delete(viz.id) is None
    with pytest.raises(NotFoundError):
        carto.viz.read("omega")


def test_a_map_is_made_of_something(carto: Carto, datasets: list[str]) -> None:
    for fields in ({}, {"name": "x"}, {"name": "x", "tables": []}, {"name": "x", "source_visualization_id": ""}):
        with pytest.raises(InvalidArgumentError, match=r"tables=\[names\], source_visualization_id=… .*type='derived'"):
            carto.viz.create(**fields)
    assert (carto.viz.create(name="x", type="derived")).name == "x"
    assert (carto.viz.create(tables=["alpha"])).name == "Untitled map"


def test_a_refusal_says_what_it_may_mean(fault_server: FaultServer) -> None:
    """CARTO's own texts are empty, or tell of slots only."""
    told = {"errors": {"imports": "We're sorry but you're already using your allowed 3 import slots"}}
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        fault_server.play(default=Status(401, b"", {"Content-Type": "application/json"}))
        with pytest.raises(AuthenticationError, match="An organization's owner cannot be deleted"):
            carto.users.delete("acme", "boss")
        with pytest.raises(AuthenticationError, match=r"Check the API key") as caught:
            carto.users.read("acme", "boss")
        assert "owner" not in str(caught.value)
        fault_server.play(default=Status(429, json.dumps(told).encode(), {"Content-Type": "application/json"}))
        with pytest.raises(RateLimitError, match=r"3 import slots.*datasets\.from_file and from_files wait"):
            carto.imports.upload(b"a\n1\n", name="a.csv")


def test_keys_are_listed(carto: Carto) -> None:
    keys = carto.api_keys.list()
    assert {key.type_ for key in keys.result} >= {"master", "default"}
