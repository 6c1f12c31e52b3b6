"""The columns of one result, and how a row of them becomes a JavaScript object."""

from collections.abc import Collection
from json.encoder import encode_basestring as quote
from typing import Any

from psycopg.pq.abc import PGresult

from carto_sandbox.sql_api.types import TypeNames, describe_field
from carto_sandbox.sql_api.values import Render, Special, choose_render, order_keys

GEOMETRY, WEBMERCATOR = "the_geom", "the_geom_webmercator"


class Columns:
    """A name that comes twice keeps its last value at its first place."""

    def __init__(self, result: PGresult, skipped: Collection[str], special: Special = quote) -> None:
        self.described: list[tuple[str, int, int]] = []
        """Name, type and modifier of each, also of those that are skipped."""
        writers: dict[str, tuple[int, str, Render]] = {}
        for number in range(result.nfields):
            name, oid = (result.fname(number) or b"").decode(), result.ftype(number)
            self.described.append((name, oid, result.fmod(number)))
            if name not in skipped:
                writers[name] = (number, f"{quote(name)}:", choose_render(oid, special))
        self.writers = {name: writers[name] for name in order_keys(dict(writers))}

    def write_row(self, row: PGresult) -> str:
        parts = []
        for number, prefix, render in self.writers.values():
            raw = row.get_value(0, number)
            parts.append(prefix + ("null" if raw is None else render(raw.decode())))
        return "{" + ",".join(parts) + "}"

    def read_row(self, row: PGresult) -> dict[str, str]:
        """JSON text by name."""
        found = {name: (row.get_value(0, number), render) for name, (number, _, render) in self.writers.items()}
        return {name: "null" if raw is None else render(raw.decode()) for name, (raw, render) in found.items()}

    def describe(self, names: TypeNames, skipped: Collection[str]) -> dict[str, dict[str, Any]]:
        """The `fields` of an answer."""
        fields = {name: describe_field(oid, fmod, names) for name, oid, fmod in self.described if name not in skipped}
        return {name: fields[name] for name in order_keys(dict(fields))}
