"""The layers of maps and of users: a basemap, a layer for each table, and the basemap's labels."""

import copy
import uuid
from dataclasses import dataclass, field
from typing import Any

TILED, CARTO = "tiled", "carto"
KINDS = (CARTO, TILED, "background", "gmapsbase", "torque", "wms")
_ATTRIBUTION = (
    '© <a href="http://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors'
    ' © <a href="https://carto.com/about-carto/">CARTO</a>'
)
_CARTOCSS = {
    "point": """#layer {
  marker-width: 7;
  marker-fill: #EE4D5A;
  marker-fill-opacity: 0.9;
  marker-line-color: #FFFFFF;
  marker-line-width: 1;
  marker-line-opacity: 1;
  marker-placement: point;
  marker-type: ellipse;
  marker-allow-overlap: true;
}""",
    "line": """#layer {
  line-color: #4CC8A3;
  line-width: 1.5;
  line-opacity: 1;
}""",
    "polygon": """#layer {
  polygon-fill: #826DBA;
  polygon-opacity: 0.9;
}
#layer::outline {
  line-color: #FFFFFF;
  line-width: 1;
  line-opacity: 0.5;
}""",
}
_FILLS = {
    "point": {"size": {"fixed": 7}, "color": {"fixed": "#EE4D5A", "opacity": 0.9}},
    "polygon": {"color": {"fixed": "#826DBA", "opacity": 0.9}},
}
_STROKES = {
    "point": {"size": {"fixed": 1}, "color": {"fixed": "#FFFFFF", "opacity": 1}},
    "line": {"size": {"fixed": 1.5}, "color": {"fixed": "#4CC8A3", "opacity": 1}},
    "polygon": {"size": {"fixed": 1}, "color": {"fixed": "#FFFFFF", "opacity": 0.5}},
}


@dataclass(eq=False)
class Layer:
    kind: str
    options: dict[str, Any] = field(default_factory=dict)
    infowindow: dict[str, Any] | None = None
    tooltip: dict[str, Any] | None = None
    order: int = 0
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def copy(self) -> "Layer":
        """The same under another id."""
        return Layer(self.kind, *copy.deepcopy((self.options, self.infowindow, self.tooltip)), self.order)

    def to_json(self) -> dict[str, Any]:
        return {
            "options": self.options,
            "kind": self.kind,
            "infowindow": self.infowindow,
            "tooltip": self.tooltip,
            "id": self.id,
            "order": self.order,
        }


def make_basemap_options() -> dict[str, Any]:
    """Of the basemap under every new map."""
    return {
        **_point_to("voyager_nolabels"),
        "subdomains": "abcd",
        "minZoom": "0",
        "maxZoom": "18",
        "name": "Voyager",
        "className": "voyager_labels",
        "attribution": _ATTRIBUTION,
        "labels": _point_to("voyager_only_labels"),
    }


def make_layers(tables: list[tuple[str, str, str]]) -> list[Layer]:
    """Those of a new map of these tables: user, name of the table, and PostGIS' name of its shape, or ""."""
    layers = [Layer(TILED, make_basemap_options())]
    layers += [make_table_layer(*table) for table in tables]
    labels = {
        **_point_to("voyager_only_labels"),
        "subdomains": "abcd",
        "minZoom": "0",
        "maxZoom": "18",
        "name": "Voyager Labels",
        "attribution": _ATTRIBUTION,
        "type": "Tiled",
    }
    layers.append(Layer(TILED, labels))
    for order, layer in enumerate(layers):
        layer.order = order
    return layers


def make_table_layer(user_name: str, table_name: str, shape: str) -> Layer:
    """All rows of a table in the style for its shape. The table may have its schema before it."""
    words = {"polygon": "Polygon", "line": "Line"}
    kind = next((kind for kind, word in words.items() if word in shape), "point")
    domain = {f"{api}_{part}": value for api in ("tiler", "sql") for part, value in _SERVER.items()}
    options = {
        "query": "",
        "opacity": 0.99,
        "auto_bound": False,
        "interactivity": "cartodb_id",
        "debug": False,
        "visible": True,
        **domain,
        "extra_params": {"cache_policy": "persist"},
        "tile_style_history": [],
        "style_version": "2.1.1",
        "table_name": table_name,
        "user_name": user_name,
        "tile_style": _CARTOCSS[kind],
        "style_properties": {"type": "simple", "properties": _describe_style(kind)},
    }
    infowindow = {"template_name": "table/views/infowindow_light", "fields": []}
    return Layer(CARTO, options, infowindow, {"fields": []})


_SERVER = {"domain": "localhost.lan", "port": "80", "protocol": "http"}


def _describe_style(kind: str) -> dict[str, Any]:
    labels = {
        "enabled": False,
        "attribute": None,
        "font": "DejaVu Sans Book",
        "fill": {"size": {"fixed": 10}, "color": {"fixed": "#FFFFFF", "opacity": 1}},
        "halo": {"size": {"fixed": 1}, "color": {"fixed": "#6F808D", "opacity": 1}},
        "offset": -10,
        "overlap": True,
        "placement": "point",
    }
    style: dict[str, Any] = {"fill": _FILLS[kind]} if kind in _FILLS else {}
    return style | {"stroke": _STROKES[kind], "blending": "none", "aggregation": {}, "labels": labels}


def _point_to(style: str) -> dict[str, str]:
    base = f"https://{{s}}.basemaps.cartocdn.com/rastertiles/{style}/{{z}}/{{x}}/{{y}}"
    return {"urlTemplate": f"{base}.png", "urlTemplate2x": f"{base}@2x.png"}
