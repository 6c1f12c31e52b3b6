"""Every step from a MapConfig as it was sent to one that can be kept, in the server's order."""

import copy
from dataclasses import dataclass, field
from typing import Any

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.maps_api.cartocss.ramps import TurboCartoError, expand_ramps
from carto_sandbox.maps_api.configs import MapConfig
from carto_sandbox.maps_api.creation.aggregation import Formats, adapt_aggregation
from carto_sandbox.maps_api.creation.analyses import Node, adapt_analyses, wrap_query
from carto_sandbox.maps_api.creation.buckets import ColumnBuckets
from carto_sandbox.maps_api.creation.dates import adapt_dates
from carto_sandbox.maps_api.creation.named_layers import expand_named_layers
from carto_sandbox.maps_api.creation.widgets import adapt_widgets, read_filters
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_finite, is_true
from carto_sandbox.maps_api.queries import fill_tokens, find_tables

_FORMATS = ("png", "png32", "mvt", "grid.json")


@dataclass(frozen=True)
class Adapted:
    """The map, with the facts found during its creation: for layers, by index."""

    map: MapConfig
    nodes: list[Node] = field(default_factory=list)
    formats: list[Formats] | None = None
    ramps: list[list[dict[str, Any]] | None] = field(default_factory=list)


async def adapt_map(
    account: Account,
    key: ApiKey,
    given: Any,
    *,
    filters: str | None = None,
    aggregation: str | None = None,
    sizes: Any = None,
) -> Adapted:
    """Prepare a map's definition. `sizes` are a template's buffer sizes. Raises MapsApiError for an invalid one."""
    config: dict[str, Any] = copy.deepcopy(given) if isinstance(given, dict) else {}
    owned = expand_named_layers(account, config)
    _adapt_sizes(config, sizes)
    _adapt_wraps(config)
    wanted = read_filters(filters)
    adapt_widgets(config, wanted)
    nodes = await adapt_analyses(account, key, config, wanted)
    await adapt_dates(account, config)
    parsed = MapConfig(config, owned)
    formats = await adapt_aggregation(account, parsed, aggregation)
    await _check_tables(account, parsed)
    ramps = await _adapt_styles(account, key, parsed)
    return Adapted(parsed, nodes or [], formats, ramps)


def _adapt_sizes(config: dict[str, Any], sizes: Any) -> None:
    for format_ in _FORMATS if isinstance(sizes, dict) else ():
        if is_finite(sizes.get(format_)):
            config.setdefault("buffersize", {})[format_] = sizes[format_]


def _adapt_wraps(config: dict[str, Any]) -> None:
    layers = config.get("layers")
    for layer in layers if isinstance(layers, list) else ():
        options = layer.get("options") if isinstance(layer, dict) else None
        if not isinstance(options, dict):
            continue
        wrap, query = options.get("sql_wrap"), options.get("sql")
        if isinstance(wrap, str) and wrap and is_true(query):
            options["sql_raw"] = query
            options["sql"] = wrap_query(wrap, str(query))


async def _check_tables(account: Account, parsed: MapConfig) -> None:
    """The queries of layers have to work; what their syntax lacks is told later."""
    for layer in parsed.layers:
        if parsed.config["layers"][layer.index].get("type") in ("mapnik", "cartodb") and isinstance(layer.sql, str):
            await find_tables(account, [layer.sql])


async def _adapt_styles(account: Account, key: ApiKey, parsed: MapConfig) -> list[list[dict[str, Any]] | None]:
    found: list[list[dict[str, Any]] | None] = []
    errors: list[MapsApiError] = []
    for layer in parsed.layers:
        options, rules = layer.options, None
        style, query = options.get("cartocss"), options.get("sql")
        if is_true(style) and is_true(query):
            if not isinstance(query, str):
                raise MapsApiError("sql.replace is not a function", 400)
            buckets = ColumnBuckets(account, key, fill_tokens(query))
            try:
                options["cartocss"], rules = await expand_ramps(str(style), buckets)
            except TurboCartoError as error:
                label = {**layer.label, "context": error.context}
                errors.append(MapsApiError(error.message, 400, "layer", subtype="turbo-carto", layer=label))
        found.append(rules)
    if errors:
        errors[0].others = errors[1:]
        raise errors[0]
    parsed.refresh()
    return found
