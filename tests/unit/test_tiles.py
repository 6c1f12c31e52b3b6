"""URLs of tiles: every form CARTO answers, and an error for those it does not."""

from typing import Any

import pytest

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
        {"retina": True, "extension": "mvt"},
        {"extension": "torque.json"},
        {"layer": [0, "areas"]},
    ],
)
def test_dead_urls_of_layergroups_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        layergroup_tile_url(BASE, "t:0", **arguments)


def test_blank_names_are_refused() -> None:
    with pytest.raises(InvalidArgumentError):
        named_tile_url(BASE, " ", layer=0)
    with pytest.raises(InvalidArgumentError):
        layergroup_tile_url(BASE, "")
