"""Named and anonymous maps, visualizations and their export with the old classes."""

from typing import Any

import httpx
import pytest

from carto_ext.compat.auth import APIKeyAuthClient, NoAuthClient
from carto_ext.compat.exceptions import CartoException, NotFoundException
from carto_ext.compat.export import ExportJob
from carto_ext.compat.maps import AnonymousMap, NamedMap, NamedMapManager
from carto_ext.compat.sql import SQLClient
from carto_ext.compat.visualizations import VisualizationManager
from carto_sandbox import Account

pytestmark = pytest.mark.filterwarnings("ignore:This is part of a non-public CARTO API:FutureWarning")
STYLE = "#layer { marker-fill: <%= color %>; }"
# The sandbox draws nothing: it answers 501 for tiles that CARTO would send.
KNOWN_ADDRESS = (200, 501)
TEMPLATE: dict[str, Any] = {
    "version": "0.0.1",
    "name": "stops",
    "auth": {"method": "token", "valid_tokens": ["let-me-in"]},
    "placeholders": {"color": {"type": "css_color", "default": "red"}},
    "layergroup": {
        "version": "1.0.1",
        "layers": [
            {
                "type": "cartodb",
                "options": {"cartocss_version": "2.1.1", "cartocss": STYLE, "sql": "SELECT * FROM stops"},
            }
        ],
    },
    "view": {"zoom": 4, "center": {"lng": 0, "lat": 0}},
}
CONFIG = {
    "version": "1.3.0",
    "layers": [
        {
            "type": "mapnik",
            "options": {
                "sql": "SELECT * FROM stops",
                "cartocss": "#layer { marker-fill: red; }",
                "cartocss_version": "2.1.1",
                "attributes": {"id": "cartodb_id", "columns": ["name"]},
            },
        }
    ],
}


@pytest.fixture
def maps(client: APIKeyAuthClient) -> NamedMapManager:
    client.carto.datasets.from_file(b"name,longitude,latitude\nHere,1,2\n", name="stops.csv", privacy="public")
    return NamedMapManager(client)


def test_a_named_map_from_its_making_to_its_end(maps: NamedMapManager) -> None:
    named = maps.create(template=TEMPLATE)
    assert named.template_id == "stops"
    again = maps.get("stops")
    assert (again.template_id, again.name, again.auth) == ("stops", "stops", TEMPLATE["auth"])
    named.instantiate({"color": "#ff6600"}, "let-me-in")
    assert named.layergroupid
    named.view = None
    named.save()
    assert named.view is None
    assert [one.template_id for one in maps.all()] == ["stops"]
    assert named.delete().status_code == 204
    with pytest.raises(NotFoundException, match="Cannot find template"):
        maps.get("stops")
    assert maps.all() == []


def test_a_map_needs_its_token(maps: NamedMapManager) -> None:
    """carto-python replaced the server's words by "Access denied"."""
    named = maps.create(template=TEMPLATE)
    with pytest.raises(CartoException, match="Unauthorized template instantiation"):
        named.instantiate({})


@pytest.mark.parametrize(
    "tile", [{}, {"layer_id": 0}, {"layer_id": "all", "extension": "mvt"}, {"layer_id": 0, "filter": "mapnik"}]
)
def test_every_tile_url_of_a_named_map_works(maps: NamedMapManager, tile: dict[str, Any]) -> None:
    """Without a layer carto-python gave a URL that the server has never known."""
    named = maps.create(template=TEMPLATE)
    url = named.get_tile_url(0, 0, 0, **tile)
    assert httpx.get(url).status_code in KNOWN_ADDRESS, url
    if not tile:
        assert httpx.get(url.replace("/all/", "/")).status_code == 400


def test_attributes_of_a_named_map(maps: NamedMapManager) -> None:
    template = TEMPLATE | {"layergroup": CONFIG, "auth": {"method": "open"}, "placeholders": {}}
    named = maps.create(template=template)
    with pytest.raises(CartoException, match="instantiate"):
        named.get_tile_url(0, 0, 0, layer_id=0, feature_id=1)
    named.instantiate(None)
    assert httpx.get(named.get_tile_url(0, 0, 0, layer_id=0, feature_id=1)).json() == {"name": "Here"}


@pytest.mark.parametrize("tile", [{}, {"layer_id": 0}, {"layer_id": 0, "feature_id": 1}])
def test_urls_of_an_anonymous_map(account: Account, maps: NamedMapManager, tile: dict[str, Any]) -> None:
    anonymous = AnonymousMap(NoAuthClient(account.base_url))
    anonymous.instantiate(CONFIG)
    assert anonymous.layergroupid
    assert anonymous.metadata["layers"]
    assert httpx.get(anonymous.get_tile_url(0, 0, 0, **tile)).status_code in KNOWN_ADDRESS


def test_a_map_of_nothing(client: APIKeyAuthClient) -> None:
    with pytest.raises(CartoException, match="nothing"):
        AnonymousMap(client).instantiate(
            {"version": "1.3.0", "layers": [{"options": {"sql": "SELECT * FROM nothing"}}]}
        )
    with pytest.raises(CartoException, match="layergroup"):
        AnonymousMap(client).get_tile_url(0, 0, 0)
    missing = NamedMap(client)
    missing.template_id = "missing"
    with pytest.raises(NotFoundException):
        missing.delete()


def test_maps_are_listed_changed_and_exported(client: APIKeyAuthClient) -> None:
    SQLClient(client).send("CREATE TABLE plain (n int)")
    client.carto.tables.create(name="stops")
    client.carto.viz.create(name="A map", tables=["stops"])
    maps = VisualizationManager(client)
    [listed] = maps.all()
    one = maps.get(listed.id)
    assert (one.name, one.type) == ("A map", "derived")
    assert [table.name for table in one.related_tables] == ["stops"]
    one.title = "Its title"
    one.save()
    assert maps.get(listed.id).title == "Its title"
    url = one.export()
    answer = httpx.get(url)  # who knows the URL needs no key
    assert answer.content[:2] == b"PK", url
    assert maps.create(name="nothing happens") is None


def test_an_export_is_a_job(client: APIKeyAuthClient) -> None:
    client.carto.tables.create(name="stops")
    viz = client.carto.viz.create(name="A map", tables=["stops"])
    job = ExportJob(client, viz.id)
    job.run()
    client.carto.exports.job(job.id).wait(timeout=60)
    job.refresh()
    assert (job.state, job.visualization_id) == ("complete", viz.id)


@pytest.mark.parametrize("state", ["uploading", "exporting", "something new"])
def test_an_export_goes_on_in_every_state_on_the_way(
    client: APIKeyAuthClient, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """carto-python gave up on "uploading"."""
    client.carto.tables.create(name="stops")
    client.carto.viz.create(name="A map", tables=["stops"])
    exports = client.carto.exports
    read, seen = exports.read, []

    def once_in_that_state(export_id: str) -> object:
        answer = read(export_id)
        if not seen:
            answer.state = state
        seen.append(answer.state)
        return answer

    monkeypatch.setattr(exports, "read", once_in_that_state)
    assert VisualizationManager(client).all()[0].export()
    assert seen[0] == state
