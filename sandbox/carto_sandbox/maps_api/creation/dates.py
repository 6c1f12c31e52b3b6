"""`dates_as_numbers`: dates of a layer as seconds since 1970, for vector tiles carry no dates."""

from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.javascript import is_true, read
from carto_sandbox.maps_api.queries import fill_tokens, read_fields

_DATES = frozenset({1082, 1083, 1114, 1184, 1266})
CONVERTED = "dates_converted"
"""The columns that were made numbers, kept among the layer's options."""


async def adapt_dates(account: Account, config: dict[str, Any]) -> None:
    layers = config.get("layers")
    if not is_true(layers):
        return
    if not isinstance(layers, list):
        raise MapsApiError("requestMapConfig.layers.some is not a function", 400)
    for layer in layers:
        options = read(layer, "options")
        if not is_true(read(options, "dates_as_numbers")) or not is_true(options.get("sql")):
            continue
        query = str(options["sql"])
        fields = await read_fields(account, account.master, fill_tokens(query))
        columns = [
            f'date_part(\'epoch\', "{name}") AS "{name}"' if oid in _DATES else f'"{name}"'
            for name, oid in fields.items()
        ]
        options["sql"] = f"SELECT {', '.join(columns)} FROM ({query}) _cdb_epoch_transformation"
        options[CONVERTED] = [name for name, oid in fields.items() if oid in _DATES]
