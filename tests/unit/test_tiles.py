"""URLs of tiles: every form CARTO answers, and an error for those it does not.

tests/support/maps_with_their_tiles.json has maps as the genuine Maps API 9.0.0 described them, shortened, each with the
statuses it answered for tiles of it.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from carto_client.models import Layergroup
from carto_client.types import UNSET
from carto_ext.errors import InvalidArgumentError
from carto_ext.tiles import attributes_url, layergroup_tile_url, named_tile_url

BASE = "https://me.carto.com"
MAP = f"{BASE}/api/v1/map"


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        ({}, "t:0/{z}/{x}/{y}.png"),
        ({"z": 1, "x": 2, "y": 3, "extension": "mvt"}, "t:0/1/2/3.mvt"),
        ({"retina": True, "z": 0, "x": 0, "y": 0}, "t:0/0/0/0@2x.png"),
        ({"layer": 0}, "t:0/0/{z}/{x}/{y}.png"),
        ({"layer": [0, 2]}, "t:0/0,2/{z}/{x}/{y}.png"),
        ({"layer": "areas"}, "t:0/areas/{z}/{x}/{y}.png"),
        ({"layer": ["areas", "a b"]}, "t:0/areas,a%20b/{z}/{x}/{y}.png"),
        ({"layer": 1, "extension": "grid.json"}, "t:0/1/{z}/{x}/{y}.grid.json"),
        ({"auth_token": "a&b"}, "t:0/{z}/{x}/{y}.png?auth_token=a%26b"),
        ({"auth_token": ["a", "b"]}, "t:0/{z}/{x}/{y}.png?auth_token%5B%5D=a&auth_token%5B%5D=b"),
        ({"api_key": "k"}, "t:0/{z}/{x}/{y}.png?api_key=k"),
    ],
)
def test_tiles_of_a_layergroup(arguments: dict[str, Any], url: str) -> None:
    assert layergroup_tile_url(BASE, "t:0", **arguments) == f"{MAP}/{url}"


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        ({"layer": "all"}, "named/roads/all/{z}/{x}/{y}.png"),
        ({"layer": 0, "z": 1, "x": 0, "y": 1, "extension": "mvt"}, "named/roads/0/1/0/1.mvt"),
        (
            {"layer": 0, "parameters": {"color": "#f00"}},
            "named/roads/0/{z}/{x}/{y}.png?config=%7B%22color%22%3A%22%23f00%22%7D",
        ),
        ({"layer": 0, "auth_token": "t"}, "named/roads/0/{z}/{x}/{y}.png?auth_token=t"),
    ],
)
def test_tiles_of_a_named_map(arguments: dict[str, Any], url: str) -> None:
    assert named_tile_url(BASE, "roads", **arguments) == f"{MAP}/{url}"


def test_attributes_go_by_index() -> None:
    assert attributes_url(BASE, "me@h@t:0", layer=0, feature_id=7) == f"{MAP}/me@h@t:0/0/attributes/7"


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        ({}, "layer='all'"),
        ({"layer": 0, "feature_id": 7}, "instantiate it"),
        ({"layer": 0, "extension": "grid.json"}, "png and mvt"),
        ({"layer": []}, "give an index"),
        ({"layer": "layer0"}, "made up"),
        ({"layer": 0, "z": 1.5}, "whole number"),
        ({"layer": "torque", "extension": "mvt"}, "png tiles"),
    ],
)
def test_dead_urls_of_named_maps_are_refused(arguments: dict[str, Any], advice: str) -> None:
    """The first two are what the old client made: CARTO answers them with 400 and 404."""
    with pytest.raises(InvalidArgumentError, match=advice):
        named_tile_url(BASE, "roads", **arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {"retina": True, "layer": 0},
        {"retina": True, "extension": "grid.json"},
        {"extension": "torque.json"},
        {"extension": "grid.json"},
        {"layer": [0, "areas"]},
        *({"layer": layer} for layer in ("", " ", -1, "-1", True, 1.0, "1.5", [], [0, -1], [0, ""], b"0", {"a": 1})),
        *(
            {"layer": layer}
            for layer in ("layer0", "torque-layer0", "http-layer0", ["areas", "plain-layer1"], "areas,layer0")
        ),
        {"layer": ["mapnik", "torque"]},
        {"layer": "01"},
        *({"extension": extension} for extension in ("jpg", "json", "PNG", "", ".png", "geojson")),
        *({"layer": kind, "extension": "mvt"} for kind in ("torque", "http", "plain")),
        {"layer": "torque", "extension": "torque.json"},
        {"layer": "areas", "extension": "torque.json"},
        {"layer": [0, 1], "extension": "grid.json"},
        *({"z": z} for z in (1.5, "1.5", -1, True, "a", "", None)),
        *({"y": y} for y in (0.0, "-1", -1)),
        {"x": "x"},
    ],
    ids=repr,
)
def test_dead_urls_of_layergroups_are_refused(arguments: dict[str, Any]) -> None:
    """For any map: a token says nothing about its layers."""
    with pytest.raises(InvalidArgumentError):
        layergroup_tile_url(BASE, "t:0", **arguments)


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        ({"retina": True, "extension": "png32"}, "t:0/{z}/{x}/{y}@2x.png32"),
        ({"retina": True, "extension": "mvt"}, "t:0/{z}/{x}/{y}@2x.mvt"),
        ({"layer": "0,2"}, "t:0/0,2/{z}/{x}/{y}.png"),
        ({"layer": "2", "extension": "torque.json"}, "t:0/2/{z}/{x}/{y}.torque.json"),
        ({"layer": "torque"}, "t:0/torque/{z}/{x}/{y}.png"),
        ({"z": 1, "x": -1, "y": "{-y}"}, "t:0/1/-1/{-y}.png"),
        ({"z": "3", "x": "-2", "y": "1"}, "t:0/3/-2/1.png"),
    ],
)
def test_forms_that_carto_serves(arguments: dict[str, Any], url: str) -> None:
    assert layergroup_tile_url(BASE, "t:0", **arguments) == f"{MAP}/{url}"


MAPS = json.loads((Path(__file__).parents[1] / "support" / "maps_with_their_tiles.json").read_text())
TILE = re.compile(r"(?:(?P<layer>[^/]+)/)?(?P<z>\d)/(?P<x>\d)/(?P<y>\d)(?P<retina>@2x)?\.(?P<extension>.+)")


@pytest.mark.parametrize(
    "recorded", MAPS, ids=lambda one: "+".join(layer["type"] for layer in one["layergroup"]["metadata"]["layers"])
)
def test_a_layergroup_has_just_the_tiles_that_carto_served(recorded: dict[str, Any]) -> None:
    layergroup = Layergroup.from_dict(recorded["layergroup"])
    for path, status in recorded["tiles"].items():
        match = TILE.fullmatch(path)
        assert match
        arguments: dict[str, Any] = match.groupdict() | {"retina": bool(match["retina"])}
        if status == 200:
            assert layergroup_tile_url(BASE, layergroup, **arguments) == f"{MAP}/{layergroup.layergroupid}/{path}"
        else:
            with pytest.raises(InvalidArgumentError):
                layergroup_tile_url(BASE, layergroup, **arguments)


def recorded_map(*types: str) -> Layergroup:
    (found,) = (
        one
        for one in MAPS[:5]
        if [layer["type"] for layer in one["layergroup"]["metadata"]["layers"]] == [*types]
        and (one["tiles"] or types == ("mapnik",))
    )
    return Layergroup.from_dict(found["layergroup"])


@pytest.mark.parametrize(
    ("types", "arguments", "advice"),
    [
        (["http"], {}, "the map has none.*layer='all'"),
        (["torque"], {"extension": "mvt"}, "the map has none"),
        (["torque"], {"layer": "http"}, "the map has no http layers"),
        (["mapnik"], {}, "no CartoCSS.*extension='mvt'"),
        (["mapnik"], {"layer": 0}, "no CartoCSS.*extension='mvt'"),
        (["mapnik"], {"layer": 0, "extension": "grid.json"}, "interactivity"),
        (["mapnik"], {"layer": 1}, "layer 1 does not exist: the map's layers: 0 is mapnik"),
        (
            ["http", "mapnik", "torque"],
            {"layer": "roads"},
            "'roads' does not exist.*0 is http, 1 is mapnik",
        ),
        (["http", "mapnik", "torque"], {"layer": [0, 1], "extension": "mvt"}, "http and mapnik layers have no mvt"),
        (
            ["http", "mapnik", "torque"],
            {"layer": [1, 2], "extension": "png32"},
            "mapnik and torque layers have no png32",
        ),
        (["http", "mapnik", "torque"], {"layer": 1, "extension": "torque.json"}, "needs a torque layer: .*2 is torque"),
    ],
)
def test_the_refusal_says_what_the_map_has(types: list[str], arguments: dict[str, Any], advice: str) -> None:
    with pytest.raises(InvalidArgumentError, match=advice):
        layergroup_tile_url(BASE, recorded_map(*types), **arguments)


def test_what_a_map_has_is_not_refused() -> None:
    vectors, mixed = recorded_map("mapnik"), recorded_map("http", "mapnik", "torque")
    assert layergroup_tile_url(BASE, vectors, extension="mvt").endswith("/{z}/{x}/{y}.mvt")
    assert layergroup_tile_url(BASE, vectors, layer="all", extension="mvt").endswith("/all/{z}/{x}/{y}.mvt")
    assert layergroup_tile_url(BASE, mixed, layer="mapnik", extension="grid.json").endswith(".grid.json")
    assert layergroup_tile_url(BASE, mixed, layer=[1], extension="png32").endswith("/1/{z}/{x}/{y}.png32")
    assert layergroup_tile_url(BASE, mixed, layer=[2, 0]).endswith("/2,0/{z}/{x}/{y}.png")
    own_ids = recorded_map("http", "mapnik", "torque")
    own_ids.metadata.layers[1].id = "roads & rivers"
    assert "/roads%20%26%20rivers/" in layergroup_tile_url(BASE, own_ids, layer="roads & rivers", extension="mvt")
    # If the server does not describe its tiles, all are assumed to exist.
    for layer in mixed.metadata.layers:
        layer.tilejson = UNSET
    assert layergroup_tile_url(BASE, mixed, layer=1, extension="grid.json")


@pytest.mark.parametrize(
    "arguments",
    [
        *({"layer": layer, "feature_id": 1} for layer in (-1, True, "pl", "0", None, 1.0, 3, 0)),
        *({"layer": 1, "feature_id": feature} for feature in ("1 or 1=1", True, None, 1.5)),
    ],
    ids=repr,
)
def test_dead_urls_of_attributes_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        attributes_url(BASE, recorded_map("http", "mapnik", "torque"), **arguments)


def test_attributes_of_a_layergroup() -> None:
    mixed = recorded_map("http", "mapnik", "torque")
    assert attributes_url(BASE, mixed, layer=1, feature_id=7) == f"{MAP}/{mixed.layergroupid}/1/attributes/7"


@pytest.mark.parametrize("token", [None, 5, b"t:0", {"layergroupid": "t:0"}, " "])
def test_what_is_no_map_is_refused(token: Any) -> None:
    for call in (lambda: layergroup_tile_url(BASE, token), lambda: attributes_url(BASE, token, layer=0, feature_id=1)):
        with pytest.raises(InvalidArgumentError, match="layergroupid"):
            call()


def test_blank_names_are_refused() -> None:
    with pytest.raises(InvalidArgumentError):
        named_tile_url(BASE, " ", layer=0)
    with pytest.raises(InvalidArgumentError):
        layergroup_tile_url(BASE, "")
