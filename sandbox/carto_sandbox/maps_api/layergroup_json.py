"""The answer that describes a layergroup, with an address for everything in it."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from carto_sandbox.maps_api.calls import MapCall
from carto_sandbox.maps_api.configs import MAPNIK, TORQUE, Layer
from carto_sandbox.maps_api.layergroups import Layergroup
from carto_sandbox.maps_api.queries import as_table, ask, choose_key, count_rows, quote_identifier, to_json

_CDN = {"http": "api.cartocdn.com", "https": "cartocdn.global.ssl.fastly.net"}
_TILEJSON = "2.2.0"
_DEFAULT_THRESHOLD = 100_000
_DEFAULT_STEPS = 256


class LayergroupPresenter:
    """Writes the answer to whoever made the map; tile addresses repeat the key it was made with."""

    def __init__(self, call: MapCall, group: Layergroup) -> None:
        self._call = call
        self._group = group
        url = call.request.url
        prefix = call.request.scope.get("root_path", "")
        self._base = f"{url.netloc}{prefix}/map/{group.id}"
        self._query = f"?api_key={call.given.token}" if call.given is not None else ""

    async def present(self) -> dict[str, Any]:
        layers = [await self._present_layer(layer) for layer in self._group.map.layers]
        torque = {
            str(layer.index): shown["meta"]
            for layer, shown in zip(self._group.map.layers, layers, strict=True)
            if layer.type == TORQUE
        }
        metadata: dict[str, Any] = {"layers": layers}
        if torque:
            metadata["torque"] = torque
        metadata["dataviews"] = {
            name: {"url": self._locate(f"dataview/{name}")}
            for name, dataview in self._group.map.dataviews.items()
            if "layer" not in dataview
        }
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
        vector = [("vector", ".mvt")] if self._group.map.has_data else []
        return vector if self._group.map.is_vector_only else [*vector, ("raster", ".png")]

    def _tile(self, layer: str, extension: str) -> str:
        return f"https://{self._base}/{layer}{{z}}/{{x}}/{{y}}{extension}{self._query}"

    def _locate(self, path: str) -> dict[str, str]:
        return {scheme: f"{scheme}://{self._base}/{path}" for scheme in ("http", "https")}

    async def _present_layer(self, layer: Layer) -> dict[str, Any]:
        shown: dict[str, Any] = {"type": layer.type, "id": layer.id, "meta": await self._describe(layer)}
        widgets = [name for name, view in self._group.map.dataviews.items() if view.get("layer") == layer.index]
        if widgets:
            shown["widgets"] = {name: {"url": self._locate(f"{layer.index}/widget/{name}")} for name in widgets}
        tiles: dict[str, Any] = {}
        path = f"{layer.id}/"
        if layer.type == MAPNIK:
            tiles["vector"] = {"tilejson": _TILEJSON, "tiles": [self._tile(path, ".mvt")]}
        if layer.type != MAPNIK or layer.has_style:
            tiles["raster"] = {"tilejson": _TILEJSON, "tiles": [self._tile(path, ".png")]}
        if layer.type == MAPNIK and layer.has_style and layer.columns:
            tiles["raster"]["grids"] = [self._tile(path, ".grid.json")]
        return {**shown, "tilejson": tiles}

    async def _describe(self, layer: Layer) -> dict[str, Any]:
        if layer.sql is None:
            return {"stats": {}}
        key = choose_key(self._call.account, self._call.key, layer.as_owner)
        count = await count_rows(self._call.account, key, layer.sql)
        meta: dict[str, Any] = {"cartocss": layer.options["cartocss"]} if layer.has_style else {}
        meta["stats"] = {"estimatedFeatureCount": count}
        if layer.has_style:
            meta["cartocss_meta"] = {"rules": []}
        if layer.type == TORQUE:
            return {**meta, **await self._describe_time(layer)}
        wanted = layer.options.get("aggregation")
        if wanted is not None or self._group.map.is_vector_only:
            limit = wanted.get("threshold", _DEFAULT_THRESHOLD) if isinstance(wanted, dict) else _DEFAULT_THRESHOLD
            aggregated = bool(wanted) and isinstance(limit, int | float) and count >= limit
            meta["aggregation"] = {"png": aggregated and layer.has_style, "mvt": aggregated}
        return meta

    async def _describe_time(self, layer: Layer) -> dict[str, Any]:
        """First and last moment of a torque layer, in milliseconds for dates."""
        style = str(layer.options["cartocss"])
        column = re.search(r"-torque-time-attribute\s*:\s*[\"']?([\w.]+)", style)
        steps = re.search(r"-torque-frame-count\s*:\s*(\d{1,6})", style)
        count = int(steps[1]) if steps else _DEFAULT_STEPS
        name = column[1] if column else "cartodb_id"
        key = choose_key(self._call.account, self._call.key, layer.as_owner)
        quoted = quote_identifier(name)
        text = f"SELECT min({quoted}) AS a, max({quoted}) AS z FROM {as_table(layer.sql or '')} AS cdbq"
        row = (await ask(self._call.account, key, text))[0]
        is_date = isinstance(row["a"], datetime)
        start, end = (moment.timestamp() * 1000 if isinstance(moment, datetime) else moment for moment in row.values())
        kind = "date" if is_date else "number"
        first, last = (moment if isinstance(moment, int | float) else 0 for moment in map(to_json, (start, end)))
        values = {"start": first, "end": last, "steps": count, "data_steps": count}
        return {**values, "column_type": kind}

    def _present_analyses(self) -> list[dict[str, Any]]:
        analyses = []
        for chain in self._group.map.sources:
            nodes: dict[str, Mapping[str, Any]] = {}
            for node in chain:
                entry: dict[str, Any] = {"status": "ready", "url": self._locate(f"analysis/node/{node.node_id}")}
                if self._group.signer is None:
                    entry["query"] = node.query
                nodes[node.id or node.node_id] = entry
            analyses.append({"nodes": nodes})
        return analyses


def format_js_date(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
