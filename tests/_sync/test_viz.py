# Made from tests/_async/test_viz.py by scripts/unasync; do not edit.
"""Listing, reading, changing and deleting what an account has."""

import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from carto_client.models import MapLayer, MapLayerOptions
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


def test_a_refusal_says_what_it_may_mean(fault_server: FaultServer) -> None:
    """CARTO's own texts are empty, or mention only slots."""
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


@pytest.mark.parametrize("arguments", [{}, {"name": "x"}, {"name": "x", "tables": []}, {"map_id": "m"}])
def test_a_map_is_made_of_something(fault_server: FaultServer, arguments: dict[str, Any]) -> None:
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        with pytest.raises(InvalidArgumentError, match="give one of tables, source_visualization_id, type"):
            carto.viz.create(**arguments)
    assert fault_server.requests == []


def test_filters_go_where_the_map_is_made(fault_server: FaultServer) -> None:
    filters = {"dataviews": {"kinds": {"accept": ["city", "töwn"]}}}
    config = [MapLayer(options=MapLayerOptions(sql="SELECT 1"))]
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        carto.maps.create(config, filters=filters)
        carto.maps.create(config, filters=json.dumps(filters))
        carto.named_maps.instantiate("template", {}, filters=filters)
        carto.maps.create(config)
    sent = [dict(parse_qsl(urlsplit(request.target).query)).get("filters") for request in fault_server.requests]
    assert [text and json.loads(text) for text in sent] == [filters, filters, filters, None]


def test_deleting_a_member_gives_nothing_back(fault_server: FaultServer) -> None:
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        fault_server.play(Status(200, b"User deleted", {"Content-Type": "application/json; charset=utf-8"}))
        assert carto.users.delete("acme", "grace") is None
