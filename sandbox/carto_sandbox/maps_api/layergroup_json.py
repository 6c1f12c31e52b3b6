"""The answer that describes a layergroup, with an address for everything in it."""

from datetime import datetime
from typing import Any

from carto_sandbox.accounts.accounts import ApiKey
from carto_sandbox.maps_api.calls import MapCall
from carto_sandbox.maps_api.configs import MAPNIK, TORQUE, Layer
from carto_sandbox.maps_api.creation.dates import CONVERTED
from carto_sandbox.maps_api.creation.stats import describe_rows
from carto_sandbox.maps_api.javascript import is_true
from carto_sandbox.maps_api.layergroups import Layergroup
from carto_sandbox.maps_api.queries import to_json
from carto_sandbox.maps_api.torque import read_torque

_CDN = {"http": "api.cartocdn.com", "https": "cartocdn.global.ssl.fastly.net"}
_TILEJSON = "2.2.0"


class LayergroupPresenter:
    """Write the answer for the map's creator. Tile addresses repeat the key that was used."""

    def __init__(self, call: MapCall, group: Layergroup) -> None:
        self._call = call
        self._group = group
        url = call.request.url
        prefix = call.request.scope.get("root_path", "")
        self._base = f"{url.netloc}{prefix}/map/{group.id}"
        self._query = f"?api_key={call.given.token}" if call.given is not None else ""

    async def present(self) -> dict[str, Any]:
        parsed = self._group.map
        layers = [await self._present_layer(layer) for layer in parsed.layers]
        torque = {
            str(layer.index): shown["meta"]
            for layer, shown in zip(parsed.layers, layers, strict=True)
            if layer.type == TORQUE
        }
        metadata: dict[str, Any] = {"layers": layers}
        if torque:
            metadata["torque"] = torque
        metadata["dataviews"] = {name: {"url": self._locate(f"dataview/{name}")} for name in parsed.dataviews}
        metadata["analyses"] = self._present_analyses()
        formats = self._list_formats()
        metadata["tilejson"] = {
            kind: {"tilejson": _TILEJSON, "tiles": [self._tile("", extension)]} for kind, extension in formats
        }
        metadata["url"] = {
            kind: {"urlTemplate": self._tile("", extension), "subdomains": []} for kind, extension in formats
        }
        return {
            "layergroupid": self._group.id,
            "metadata": metadata,
            "cdn_url": _CDN,
            "last_updated": format_js_date(self._group.updated_at),
        }

    def _list_formats(self) -> list[tuple[str, str]]:
        """Of the whole map: there are none without a layer that is drawn of data."""
        if not self._group.map.has_data:
            return []
        return [("vector", ".mvt"), *([] if self._group.map.is_vector_only else [("raster", ".png")])]

    def _tile(self, layer: str, extension: str) -> str:
        return f"https://{self._base}/{layer}{{z}}/{{x}}/{{y}}{extension}{self._query}"

    def _locate(self, path: str) -> dict[str, str]:
        return {scheme: f"{scheme}://{self._base}/{path}" for scheme in ("http", "https")}

    async def _present_layer(self, layer: Layer) -> dict[str, Any]:
        shown: dict[str, Any] = {"type": layer.type, "id": layer.id, "meta": await self._describe(layer)}
        widgets = layer.options.get("widgets")
        if is_true(widgets):
            shown["widgets"] = {
                name: {
                    **({"type": widget["type"]} if isinstance(widget, dict) and "type" in widget else {}),
                    "url": self._locate(f"{layer.index}/widget/{name}"),
                }
                for name, widget in (widgets.items() if isinstance(widgets, dict) else ())
            }
        tiles: dict[str, Any] = {}
        path = f"{layer.id}/"
        if layer.type == MAPNIK:
            tiles["vector"] = {"tilejson": _TILEJSON, "tiles": [self._tile(path, ".mvt")]}
        if layer.type != MAPNIK or not self._group.map.is_vector_only:
            tiles["raster"] = {"tilejson": _TILEJSON, "tiles": [self._tile(path, ".png")]}
            if layer.type == MAPNIK and is_true(layer.options.get("interactivity")):
                tiles["raster"]["grids"] = [self._tile(path, ".grid.json")]
        return {**shown, "tilejson": tiles}

    async def _describe(self, layer: Layer) -> dict[str, Any]:
        adapted = self._group.adapted
        meta: dict[str, Any] = {}
        if layer.type == TORQUE:
            meta |= (await read_torque(self._call.account, self._key, layer)).metadata
        if is_true(layer.options.get("cartocss")):
            meta["cartocss"] = layer.options["cartocss"]
        meta["stats"] = await describe_rows(self._call.account, layer)
        rules = adapted.ramps[layer.index]
        if rules is not None:
            meta["cartocss_meta"] = {"rules": to_json(rules)}
        if adapted.formats is not None:
            meta["aggregation"] = adapted.formats[layer.index]
        if CONVERTED in layer.options:
            meta["dates_as_numbers"] = layer.options[CONVERTED]
        return meta

    @property
    def _key(self) -> ApiKey:
        return self._call.key

    def _present_analyses(self) -> list[dict[str, Any]]:
        analyses = []
        for node in self._group.adapted.nodes:
            nodes: dict[str, dict[str, Any]] = {}
            if is_true(node.id):
                entry: dict[str, Any] = {"status": "ready", "url": self._locate(f"analysis/node/{node.node_id}")}
                if self._group.signer is None:
                    entry["query"] = node.read()
                nodes[str(node.id)] = entry
            analyses.append({"nodes": nodes})
        return analyses


def format_js_date(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
