"""Analyses as far as the sandbox has them: source nodes, their filters, and the queries of layers and dataviews."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.creation.filters import write_filter
from carto_sandbox.maps_api.creation.widgets import find_source_id
from carto_sandbox.maps_api.errors import NOT_IMPLEMENTED, MapsApiError, dump
from carto_sandbox.maps_api.javascript import UNDEFINED, has, is_true, name_type, read, show
from carto_sandbox.maps_api.queries import find_tables, read_fields

SOURCE = "source"
_KNOWN_TYPES = frozenset(
    [
        "aggregate-intersection",
        "bounding-box",
        "bounding-circle",
        "buffer",
        "centroid",
        "closest",
        "concave-hull",
        "contour",
        "convex-hull",
        "data-observatory-measure",
        "data-observatory-multiple-measures",
        "deprecated-sql-function",
        "filter-by-node-column",
        "filter-category",
        "filter-grouped-rank",
        "filter-range",
        "filter-rank",
        "georeference-admin-region",
        "georeference-city",
        "georeference-country",
        "georeference-ip-address",
        "georeference-long-lat",
        "georeference-postal-code",
        "georeference-street-address",
        "gravity",
        "intersection",
        "kmeans",
        "line-sequential",
        "line-source-to-target",
        "line-to-column",
        "line-to-single-point",
        "link-by-line",
        "merge",
        "moran",
        "point-in-polygon",
        "population-in-area",
        "routing-sequential",
        "routing-to-layer-all-to-all",
        "routing-to-single-point",
        "sampling",
        "source",
        "spatial-markov-trend",
        "trade-area",
        "weighted-centroid",
    ]
)
_FILTERS = {"aggregation": "category", "histogram": "range"}
_DATES = frozenset({1082, 1083, 1114, 1184, 1266})


@dataclass
class Node:
    """A source. `filters` are those of its dataviews by their names, `dates` its columns of dates and times."""

    id: Any
    node_id: str
    query: str
    filters: dict[str, Any] = field(default_factory=dict)
    dates: frozenset[str] = frozenset()

    def read(self, *left_out: str) -> str:
        query = self.query
        for name, wanted in self.filters.items():
            if name not in left_out:
                query = write_filter(query, wanted, self.dates)
        return query


async def adapt_analyses(
    account: Account, key: ApiKey, config: dict[str, Any], filters: dict[str, Any]
) -> list[Node] | None:
    """Gives layers and dataviews the queries of their nodes; None when the map has neither analyses nor dataviews."""
    if not _has_analyses(config):
        return None
    given: Any = config.get("dataviews")
    dataviews: Any = given if is_true(given) else {}
    _check_dataviews(dataviews)
    wanted = _read_filters(dataviews, filters)
    analyses = config.get("analyses")
    nodes = [
        await _make_node(account, key, definition, wanted)
        for definition in (analyses if isinstance(analyses, list) else ())
    ]
    by_id = {show(node.id): node for node in nodes if is_true(node.id)}
    layers = config.get("layers")
    if not isinstance(layers, list):
        read(UNDEFINED if "layers" not in config else layers, "map")
        raise MapsApiError("requestMapConfig.layers.map is not a function", 400)
    _raise_all([*_adapt_layers(layers, by_id, dataviews), *_find_missing(dataviews, by_id)])
    for name, dataview in dataviews.items():
        node = by_id[show(dataview["source"]["id"])]
        dataview["node"] = {"type": SOURCE, "filters": node.filters}
        dataview["sql"] = {
            "own_filter_on": node.read(),
            "own_filter_off": node.read(name),
            "no_filters": node.read(*node.filters),
        }
    return nodes


def _has_analyses(config: dict[str, Any]) -> bool:
    layers, analyses = config.get("layers"), config.get("analyses")
    shown = isinstance(layers, list) and any(is_true(find_source_id(layer)) for layer in layers)
    return shown or (isinstance(analyses, list) and bool(analyses)) or is_true(config.get("dataviews"))


def _raise_all(errors: list[MapsApiError]) -> None:
    if errors:
        errors[0].others = errors[1:]
        raise errors[0]


def _check_dataviews(dataviews: Any) -> None:
    if not isinstance(dataviews, dict):
        kind = "array" if isinstance(dataviews, list) else name_type(dataviews)
        raise MapsApiError(f'"dataviews" must be a valid JSON object: "{kind}" type found', 400)
    errors = []
    for name, dataview in dataviews.items():
        if not has(dataview, "source") or not is_true(read(dataview["source"], "id")):
            errors.append(MapsApiError(f'Dataview "{name}" is missing `source.id` attribute', 400))
        if not isinstance(dataview, dict) or not is_true(dataview.get("type")):
            errors.append(MapsApiError(f'Dataview "{name}" is missing `type` attribute', 400))
    _raise_all(errors)


def _read_filters(dataviews: dict[str, Any], filters: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The filters of each node, by its id; those of unknown dataviews are left out."""
    found: dict[str, dict[str, Any]] = {}
    wanted = filters.get("dataviews")
    for name, params in wanted.items() if isinstance(wanted, dict) else ():
        dataview = dataviews.get(name)
        if dataview is not None:
            kind = _FILTERS.get(show(dataview["type"]))
            column = read(dataview.get("options", UNDEFINED), "column")
            entry = {"type": kind, "column": column, "params": params}
            found.setdefault(show(dataview["source"]["id"]), {})[name] = entry
    by_node = filters.get("analyses")
    for node, listed in by_node.items() if isinstance(by_node, dict) else ():
        if isinstance(listed, dict):
            found.setdefault(node, {}).update(listed)
    return found


async def _make_node(account: Account, key: ApiKey, definition: Any, wanted: dict[str, dict[str, Any]]) -> Node:
    given = definition if isinstance(definition, dict) else {}
    label = {name: given[name] for name in ("id", "type") if name in given}
    _check_types(given, label)
    if given.get("type") != SOURCE:
        _refuse_analysis(key, label)
    params = given.get("params")
    node_id = {"node_id": given["id"]} if "id" in given else {}
    context = {"id": given["id"], **node_id, "type": SOURCE} if node_id else {"type": SOURCE}
    if not has(params if isinstance(params, dict) else {}, "query"):
        raise MapsApiError('Missing required param "query"', 400, "analysis", analysis=context)
    assert isinstance(params, dict)
    query = params["query"]
    if not isinstance(query, str):
        text = f'Invalid type for param "query", expects "string" type, got `{dump(query)}`'
        raise MapsApiError(text, 400, "analysis", analysis=context)
    try:
        await find_tables(account, [query], key)
        fields = await read_fields(account, key, query)
    except (MapsApiError, psycopg.Error) as error:
        text = error.message if isinstance(error, MapsApiError) else str(error)
        raise MapsApiError(text, None, "analysis", analysis=context) from None
    filters = wanted.get(show(given.get("id")), {})
    dates = frozenset(name for name, oid in fields.items() if oid in _DATES)
    return Node(given.get("id"), _name_node(account, query, filters, list(fields)), query, filters, dates)


def _name_node(account: Account, query: str, filters: dict[str, Any], columns: list[str]) -> str:
    """CARTO's own hash, which identifies a node within an account."""
    described = {"type": SOURCE, "query": query, **({"filters": filters} if filters else {})}
    named = {"__version__": 1, "owner": account.username, "json": described, "version": 0, "attrs": [None, columns]}
    return hashlib.sha1(dump(named).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def _check_types(given: dict[str, Any], label: dict[str, Any]) -> None:
    """Raise MapsApiError for the first node of a chain, from its root, that has an unknown type."""
    node: Any = given
    while isinstance(node, dict):
        kind = node.get("type", UNDEFINED)
        if show(kind) not in _KNOWN_TYPES:
            node_id = {"node_id": node["id"]} if "id" in node else {}
            context = {**{name: label[name] for name in ("id",) if name in label}, **node_id}
            context |= {"type": label["type"]} if "type" in label else {}
            raise MapsApiError(f'Unknown analysis type: "{show(kind)}"', 400, "analysis", analysis=context)
        params = node.get("params")
        node = params.get("source") if isinstance(params, dict) else None


def _refuse_analysis(key: ApiKey, label: dict[str, Any]) -> None:
    """Analyses other than plain sources write a table: so they need the master key, and an engine."""
    if not key.is_master:
        text = "Analysis requires authentication with API key: permission denied."
        raise MapsApiError(text, 403, "analysis", analysis=label)
    text = (
        f"This sandbox computes no analyses: it knows `source` nodes only, not '{label['type']}'. "
        "Write the analysis as SQL in a source's query."
    )
    raise MapsApiError(text, NOT_IMPLEMENTED, "analysis", analysis=label)


def _adapt_layers(layers: list[Any], by_id: dict[str, Node], dataviews: dict[str, Any]) -> Iterator[MapsApiError]:
    for index, layer in enumerate(layers):
        source = find_source_id(layer)
        if not is_true(source):
            continue
        node = by_id.get(show(source))
        if node is None:
            yield MapsApiError(f'Missing analysis node.id="{show(source)}" for layer={index}', 400)
            continue
        options = layer["options"]
        try:
            query = node.read()
            for dataview in dataviews.values():
                if dataview["source"]["id"] == source:
                    has(dataview.get("options", UNDEFINED), "column")
        except MapsApiError as error:
            yield error
            continue
        wrap = options.get("sql_wrap")
        if isinstance(wrap, str) and wrap:
            options["sql_raw"] = query
            query = wrap_query(wrap, query)
        options["sql"] = query


def _find_missing(dataviews: dict[str, Any], by_id: dict[str, Node]) -> Iterator[MapsApiError]:
    for name, dataview in dataviews.items():
        source = show(dataview["source"]["id"])
        if source not in by_id:
            text = f'Node with `source.id="{source}"` not found in analyses for dataview "{name}"'
            yield MapsApiError(text, 400, "analysis")


def wrap_query(wrap: str, query: str) -> str:
    """The query in the place of `<%= sql %>`."""
    head, *rest = wrap.replace("<%=sql%>", "<%= sql %>").split("<%= sql %>")
    return query.join([head, *rest])
