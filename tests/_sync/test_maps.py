# Made from tests/_async/test_maps.py by scripts/unasync; do not edit.
"""Maps: plain dicts, Layergroups in place of tokens, analyses by their own ids, tiles that are what was asked for."""

import json
from typing import Any

import httpx
import pytest

from carto_client.models import MapConfig, MapLayer, NamedMapPlaceholders
from carto_ext._sync.client import Carto
from carto_ext.errors import InvalidArgumentError, PermissionDeniedError, UnexpectedResponseError
from carto_sandbox.faults import Answer, FaultServer

pytestmark = pytest.mark.anyio

STYLE = {"cartocss": "#layer { marker-width: 4; }", "cartocss_version": "2.3.0"}
PLACES = {"type": "mapnik", "id": "places", "options": {"sql": "SELECT * FROM places", **STYLE}}
DATAVIEW = {"type": "formula", "source": {"id": "all"}, "options": {"column": "n", "operation": "sum"}}
SOURCE = {"id": "all", "type": "source", "params": {"query": "SELECT * FROM places"}}
OF_NAME = {"type": "mapnik", "options": {"sql": "SELECT * FROM places WHERE name = '<%= name %>'", **STYLE}}


@pytest.fixture
def map_carto(carto: Carto) -> Carto:
    carto.datasets.from_file(
        b"name,n,longitude,latitude\nMadrid,1,-3.7,40.4\nSevilla,2,-6,37.4\n", name="places.csv", timeout=60
    )
    return carto


def test_maps_are_made_of_plain_dicts(map_carto: Carto) -> None:
    plain = map_carto.maps.create([PLACES])
    assert (map_carto.maps.create([MapLayer.from_dict(PLACES)])).layergroupid == plain.layergroupid
    assert (map_carto.maps.create((PLACES,), buffersize={"png": 0})).metadata.layers[0].id == "places"
    map_carto.named_maps.create(
        "of_name",
        {"layers": [OF_NAME]},
        version="0.0.1",
        placeholders={"name": {"type": "sql_literal", "default": "Madrid"}},
        view={"zoom": 4, "center": {"lng": 0, "lat": 0}},
    )
    stored = (map_carto.named_maps.read("of_name")).template
    assert stored.placeholders
    assert stored.placeholders["name"].default == "Madrid"
    map_carto.named_maps.update("of_name", name="of_name", layergroup=MapConfig([OF_NAME]), version="0.0.1")  # type: ignore[list-item]
    assert (map_carto.named_maps.instantiate("of_name", {"name": "Sevilla"})).layergroupid


WRONG: dict[str, tuple[Any, str]] = {
    "no options": ([{"type": "mapnik"}], r"`layers`: MapLayer lacks the field 'options'; nothing was sent"),
    "a text": (["SELECT 1"], r"`layers` is str; nothing was sent. Pass: MapLayer, or a dict of its fields"),
    "one layer": (PLACES, r"`layers` is dict; nothing was sent. Pass: a list"),
    "nothing": (None, r"`layers` is NoneType"),
    "another model": ([MapConfig([])], r"`layers` is MapConfig"),
    "options that are a list": ([{"options": ["sql"]}], r"`layers`: a value in MapLayerOptions|expected a JSON object"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_dict_is_refused_with_the_name_of_the_field(fault_server: FaultServer, case: str) -> None:
    layers, told = WRONG[case]
    template: dict[str, Any] = {"layergroup": {"layers": [PLACES]}, "version": "0.0.1"}
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        with pytest.raises(InvalidArgumentError, match=told):
            carto.maps.create(layers)
        with pytest.raises(InvalidArgumentError, match="`placeholders`: NamedMapPlaceholder lacks the field 'default'"):
            carto.named_maps.create("k", **template, placeholders={"a": {"type": "number"}})
    assert fault_server.requests == []
    with pytest.raises(InvalidArgumentError, match="NamedMapPlaceholder lacks the field 'default'"):
        NamedMapPlaceholders.from_dict({"a": {"type": "number"}})


def test_a_layergroup_stands_for_its_token(map_carto: Carto) -> None:
    drawn = map_carto.maps.create([PLACES], analyses=[SOURCE], dataviews={"total": DATAVIEW})
    by_token = map_carto.maps.dataview(drawn.layergroupid, "total")
    assert (map_carto.maps.dataview(drawn, "total")).to_dict() == by_token.to_dict()
    for wrong in (None, 5, 5.5, b"t:0", [], {"layergroupid": "t:0"}, True, " "):
        calls: list[Any] = [
            lambda token=wrong: map_carto.maps.tile(token, 0, x=0, y=0, format="mvt"),
            lambda token=wrong: map_carto.maps.dataview(token, "total"),
            lambda token=wrong: map_carto.maps.static_center(token, 0, lat=0, lng=0, width=9, height=9, format="png"),
        ]
        for call in calls:
            with pytest.raises(InvalidArgumentError, match="`token`"):
                call()
    with pytest.raises(InvalidArgumentError, match="`z`"):
        map_carto.maps.tile(drawn, 1.5, x=0, y=0, format="mvt")  # type: ignore[arg-type]


def test_json_texts_are_written_from_dicts(fault_server: FaultServer) -> None:
    wanted = {"dataviews": {"kinds": {"accept": ["a", "ö"]}}}
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        carto.maps.create([PLACES], filters=wanted)
        carto.maps.create([PLACES], filters=json.dumps(wanted))
        carto.maps.dataview("t:0", "kinds", circle={"lng": 0, "lat": 4, "radius": 1})
        carto.named_maps.static("k", width=1, height=1, format="png", config={"color": "#f00"})
        with pytest.raises(InvalidArgumentError, match="`filters` cannot be written as JSON: set is not a JSON value"):
            carto.maps.create([PLACES], filters={"dataviews": {1, 2}})
    sent = [httpx.URL(request.target).params for request in fault_server.requests]
    assert [json.loads(params["filters"]) for params in sent[:2]] == [wanted, wanted]
    assert json.loads(sent[2]["circle"]) == {"lng": 0, "lat": 4, "radius": 1}
    assert json.loads(sent[3]["config"]) == {"color": "#f00"}


def test_a_node_is_found_by_its_own_id(map_carto: Carto) -> None:
    drawn = map_carto.maps.create([PLACES], analyses=[SOURCE])
    assert (map_carto.maps.analysis(drawn, "all")).status == "ready"
    with pytest.raises(InvalidArgumentError, match="no node 'nope': its nodes are 'all'"):
        map_carto.maps.analysis(drawn, "nope")
    with pytest.raises(InvalidArgumentError, match="pass the Layergroup"):
        map_carto.maps.analysis(drawn.layergroupid, "all")
    assert (map_carto.maps.analysis(drawn.layergroupid, "0" * 40)).status == "unknown"


def test_a_tile_of_the_other_format_is_told(fault_server: FaultServer) -> None:
    """As recorded: after a vector tile of a template, CARTO answers with vector tiles where pictures are asked for."""
    vector = {"Content-Type": "application/x-protobuf"}
    fault_server.answers["named_maps_tile"] = Answer(body=b"\x1a\x92", headers=vector)
    with Carto(fault_server.base_url, api_key="not-a-real-key") as carto:
        tile = carto.named_maps.tile("k", "all", z=0, x=0, y=0, format="mvt", config={"a": 1})
        assert tile.payload.read() == b"\x1a\x92"
        with pytest.raises(UnexpectedResponseError, match=r"x-protobuf instead of png.*instantiate the map") as caught:
            carto.named_maps.tile("k", "all", z=0, x=0, y=0, format="png")
        assert caught.value.content == b"\x1a\x92"
        fault_server.answers["named_maps_tile"] = Answer(
            body=b"PNG", headers={"Content-Type": "application/octet-stream"}
        )
        assert carto.named_maps.tile("k", "all", z=0, x=0, y=0, format="png")  # of a basemap that does not say


def test_what_a_template_with_tokens_needs_is_said(map_carto: Carto) -> None:
    auth = {"method": "token", "valid_tokens": ["open sesame"]}
    map_carto.named_maps.create("closed", {"layers": [OF_NAME]}, version="0.0.1", auth=auth)
    with pytest.raises(PermissionDeniedError, match="auth_token=…, and no key replaces it"):
        map_carto.named_maps.instantiate("closed", {})
    assert (map_carto.named_maps.instantiate("closed", {}, auth_token="open sesame")).layergroupid
