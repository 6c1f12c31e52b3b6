"""Widgets of layers, which are dataviews by another name; and the filters of dataviews that a map is made with."""

import json
from typing import Any

from carto_sandbox.maps_api.javascript import is_true, read


def read_filters(text: str | None) -> dict[str, Any]:
    """Return the `filters` of the query string; none if it is not a JSON object."""
    try:
        filters = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return filters if isinstance(filters, dict) else {}


def adapt_widgets(config: dict[str, Any], filters: dict[str, Any]) -> None:
    """Makes a dataview of each widget, and a source node of each layer that has widgets."""
    layers = config.get("layers")
    if not isinstance(layers, list) or not any(map(_has_widgets, layers)):
        return
    if not isinstance(config.get("analyses"), list):
        config["analyses"] = []
    if not isinstance(config.get("dataviews"), dict):
        config["dataviews"] = {}
    for index, layer in enumerate(layers):
        options = read(layer, "options")
        source = find_source_id(layer)
        widgets = options.get("widgets") if isinstance(options, dict) else None
        if not is_true(widgets) or not (is_true(source) or is_true(options.get("sql"))):
            continue
        if not is_true(source):
            source = f"cdb-layer-source-{index}"
            config["analyses"].append({"id": source, "type": "source", "params": {"query": options["sql"]}})
        for name, widget in widgets.items() if isinstance(widgets, dict) else ():
            known = {key: widget[key] for key in ("type", "options") if isinstance(widget, dict) and key in widget}
            config["dataviews"][name] = {"source": {"id": source}, **known}
        options["source"] = {"id": source}
        options.pop("sql", None)
    _adapt_filters(filters)


def _has_widgets(layer: Any) -> bool:
    options = layer.get("options") if isinstance(layer, dict) else None
    widgets = options.get("widgets") if isinstance(options, dict) else None
    return isinstance(widgets, dict | list) and bool(widgets)


def find_source_id(layer: Any) -> Any:
    """The analysis node that a layer shows, None for none."""
    source = read(read(layer, "options"), "source")
    return (source.get("id") if isinstance(source, dict) else None) if is_true(source) else None


def _adapt_filters(filters: dict[str, Any]) -> None:
    """Filters of layers' widgets are those of the dataviews that were made of them."""
    dataviews = filters.setdefault("dataviews", {})
    by_layer = filters.get("layers")
    for widgets in by_layer if isinstance(by_layer, list) else ():
        for name, wanted in widgets.items() if isinstance(widgets, dict) else ():
            dataviews.setdefault(name, wanted)
