"""One call, or a few that belong together, of every tag of the API: what `scripts/demo --tour` shows.

The tour also calls features that an account can lack (connectors, a map renderer), and then shows the error.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from reprlib import Repr
from typing import Any
from urllib.parse import urlencode

from carto_client.api import Group, Groups
from carto_client.models import ApiKeyGrantRequest, MapConfig, MapLayer, NamedMapPlaceholders
from carto_client.types import File
from carto_ext import ApiError, Carto, ServerError
from carto_ext._shared.targets import DownloadResult

PAGE = b64encode(b"<!DOCTYPE html><html><body><h1>Hello</h1></body></html>").decode()
STYLE = {"cartocss": "#layer { marker-width: 4; }", "cartocss_version": "2.3.0"}

_short = Repr()
_short.maxstring = 56


class TourError(Exception):
    """A tag of the API that the tour does not visit, or one that is none."""


class Tour:
    """An account, unique names, and the objects that earlier stops made for later ones."""

    def __init__(self, carto: Carto, source: Path, name: str, undo: ExitStack) -> None:
        self.carto, self.source, self.name = carto, source, name
        self.table = f"{name}_airports"
        self.dataset: Any = None
        self._undo = undo

    def call(self, verb: str, *args: Any, told: Callable[[Any], object], optional: int = 0, **kwargs: Any) -> Any:
        """Make a call, print it and its result by `told`. Only if `optional`, perhaps a status, may it be missing."""
        text = f"{verb}({', '.join([*map(_show, args), *(f'{k}={_show(v)}' for k, v in kwargs.items())])})"
        try:
            result = attrgetter(verb)(self.carto)(*args, **kwargs)
            print(f"    {text}\n        {told(result)}", flush=True)
        except ApiError as error:
            # Off for this account (404), or beyond what its server can do (501).
            if not optional or error.status_code not in (404, 501, optional):
                raise
            said = f": {error.messages[0]}" if isinstance(error, ServerError) and error.messages else ""
            print(
                f"    {text}\n        not enabled here: {type(error).__name__}, {error.status_code}{said}", flush=True
            )
            return None
        return result

    def later(self, verb: str, *args: Any) -> None:
        """Remove something when the tour is over, also after an error."""
        self._undo.callback(attrgetter(verb)(self.carto), *args)


def _show(value: Any) -> str:
    """An argument as one would write it; what is long is cut, and of an object only the type is told."""
    if isinstance(value, list):
        return f"[{', '.join(map(_show, value))}]"
    if isinstance(value, Path):
        return repr(value.name)
    return _short.repr(value) if isinstance(value, str | bytes | int | dict) else f"{type(value).__name__}(…)"


def count_rows(result: Any) -> str:
    return f"{result.rows[0]['n']:,} airports"


def count_bytes(result: Any) -> str:
    """Of a tile (an empty one is None), or of a download."""
    size = result.bytes_received if isinstance(result, DownloadResult) else len(result.payload.read()) if result else 0
    return f"{size:,} bytes"


def describe_picture(result: Any) -> str:
    """Of a tile as PNG, whose header says how large it is."""
    data = result.payload.read()
    width, height = (int.from_bytes(data[place : place + 4]) for place in (16, 20))
    return f"a picture of {width} by {height} pixels, {len(data):,} bytes"


def count_entries(found: Iterator[Any]) -> str:
    return f"{sum(1 for _ in found)} found"


def visit_datasets(tour: Tour) -> None:
    name = f"{tour.table}.csv"
    tour.dataset = tour.call("datasets.from_file", tour.source, name=name, told=lambda viz: f"dataset {viz.name}")
    tour.table = tour.dataset.name
    tour.later("viz.delete", tour.dataset.id)
    tour.call("datasets.iterate", told=count_entries)


def visit_sql(tour: Tour) -> None:
    tour.call("sql.version", told=lambda version: f"version {version.cartodb_sql_api}")
    tour.call("sql.query", f"SELECT count(*)::int AS n FROM {tour.table}", told=count_rows)
    out = f"COPY {tour.table} (iata, name) TO STDOUT WITH (FORMAT csv)"
    tour.call("sql.copy_to", out, BytesIO(), told=count_bytes)
    into = f"COPY {tour.table} (iata, name) FROM STDIN WITH (FORMAT csv)"
    tour.call("sql.copy_from", into, b"XXX,Somewhere\n", told=lambda result: f"{result.total_rows} row in")


def visit_batch(tour: Tour) -> None:
    statement = f"DELETE FROM {tour.table} WHERE iata = 'XXX'"
    tour.call("batch.run", [statement, f"ANALYZE {tour.table}"], told=lambda job: f"job {job.job_id}: {job.status}")


def visit_imports(tour: Tour) -> None:
    job = tour.call("imports.upload", b"town\nAlfa\nBeta\n", name=f"{tour.name}_towns.csv", told=repr)
    table = job.wait(timeout=300).table_name
    tour.later("viz.delete", table)
    tour.call("imports.read", job.id, told=lambda state: f"{state.state}: table {state.table_name}")


def visit_uploads(tour: Tour) -> None:
    file = File(payload=BytesIO(b"town\nAlfa\n"), file_name="towns.csv")
    tour.call("uploads.create", file, told=repr, optional=400)  # to which CARTO answers 400 always, by its own fault


def visit_synchronizations(tour: Tour) -> None:
    # The account's own SQL API is a source of data that every CARTO can reach.
    query = urlencode({"q": "SELECT 1 AS one", "format": "csv", "filename": f"{tour.name}_sync"})
    url = f"{tour.carto.settings.base_url}/api/v2/sql?{query}"
    job = tour.call("synchronizations.begin", url, interval=900, told=repr)
    tour.later("synchronizations.delete", job.id)
    tour.later("viz.delete", job.wait(timeout=300).name)
    tour.call("synchronizations.read", job.id, told=lambda sync: f"{sync.state}: table {sync.name}")


def visit_tables(tour: Tour) -> None:
    tour.call("tables.list_columns", tour.table, told=lambda columns: ", ".join(column[0] for column in columns))
    tour.call("tables.read_record", tour.table, "1", told=lambda row: f"{row['name']}, {row['state']}")


def visit_viz(tour: Tour) -> None:
    key = tour.dataset.id
    tour.call("viz.update", key, key, tags=[tour.name], told=lambda viz: f"{viz.name} has the tags {viz.tags}")
    tour.call("viz.iterate", types="table", q=tour.name, told=count_entries)


def visit_tags(tour: Tour) -> None:
    tour.call("tags.iterate", q=tour.name, told=lambda found: ", ".join(f"{one.tag}: {one.datasets}" for one in found))


def visit_permissions(tour: Tour) -> None:
    permission = tour.carto.viz.read(tour.dataset.id, show_permission=True).to_dict()["permission"]
    tour.call(
        "permissions.update", permission["id"], acl=[], told=lambda left: f"shared with {len(left.acl or [])} users"
    )


def visit_map_layers(tour: Tour) -> None:
    made = tour.carto.viz.create(name=tour.name, tables=[tour.table])
    tour.later("viz.delete", made.id)
    tour.call("map_layers.map_read", made.map_id, told=lambda map_: f"center {map_.center}, zoom {map_.zoom}")
    tour.call("map_layers.list", made.map_id, told=lambda layers: f"{len(layers.layers)} layers", optional=True)


def visit_exports(tour: Tour) -> None:
    made = tour.carto.viz.create(name=f"{tour.name} export", tables=[tour.table])
    tour.later("viz.delete", made.id)
    tour.call("exports.export", made.id, BytesIO(), told=count_bytes)


def visit_maps(tour: Tour) -> None:
    layer = MapLayer.from_dict({"options": {"sql": f"SELECT * FROM {tour.table}"}})
    made = tour.call("maps.create", [layer], told=lambda group: f"layergroup {group.layergroupid}")
    tour.call("maps.tile_url", made, extension="mvt", told=str)
    tour.call("maps.tile", made.layergroupid, 0, x=0, y=0, format="mvt", told=count_bytes, optional=True)


def visit_named_maps(tour: Tour) -> None:
    sql = f"SELECT * FROM {tour.table} WHERE state = '<%= state %>'"
    config = MapConfig.from_dict({"layers": [{"type": "mapnik", "options": {"sql": sql, **STYLE}}]})
    holes = NamedMapPlaceholders.from_dict({"state": {"type": "sql_literal", "default": "AK"}})
    create: dict[str, Any] = {"version": "0.0.1", "placeholders": holes}
    tour.call("named_maps.create", tour.name, config, **create, told=lambda made: f"template {made.template_id}")
    tour.later("named_maps.delete", tour.name)
    made = tour.call("named_maps.instantiate", tour.name, {"state": "CA"}, told=lambda group: group.layergroupid)
    tour.call("maps.tile_url", made, told=str)
    tour.call("named_maps.tile_url", tour.name, layer="all", parameters={"state": "CA"}, told=str)
    place: dict[str, Any] = {"z": 0, "x": 0, "y": 0, "format": "png", "config": json.dumps({"state": "CA"})}
    tour.call("named_maps.tile", tour.name, "all", **place, told=describe_picture, optional=True)


def visit_kuviz(tour: Tour) -> None:
    made = tour.call("kuviz.create", tour.name, PAGE, told=lambda page: f"{page.privacy} page {page.name}")
    tour.later("kuviz.delete", made.id)
    tour.call("kuviz.iterate", told=count_entries)


def visit_apps(tour: Tour) -> None:
    tour.call("apps.iterate", told=count_entries)


def visit_api_keys(tour: Tour) -> None:
    grant = ApiKeyGrantRequest.from_dict({"type": "apis", "apis": ["sql"]})
    tour.call(
        "api_keys.create", tour.name, [grant], told=lambda key: f"a {key.type_} key, whose token is not shown here"
    )
    tour.later("api_keys.delete", tour.name)
    tour.call("api_keys.iterate", told=lambda found: ", ".join(key.name for key in found))


def visit_users(tour: Tour) -> None:
    tour.call("users.me_identity", told=lambda me: f"{me.username}, organization {me.organization}")


def visit_connectors(tour: Tour) -> None:
    tour.call("connectors.list", told=lambda found: ", ".join(found.to_dict()), optional=True)


def visit_connections(tour: Tour) -> None:
    tour.call("connections.list", told=lambda found: f"{len(found)} saved", optional=True)


# In this order: most stops use the dataset that the first one makes.
STOPS: dict[str, Callable[[Tour], None]] = {
    "datasets": visit_datasets,
    "sql": visit_sql,
    "batch": visit_batch,
    "imports": visit_imports,
    "uploads": visit_uploads,
    "synchronizations": visit_synchronizations,
    "tables": visit_tables,
    "viz": visit_viz,
    "tags": visit_tags,
    "permissions": visit_permissions,
    "map_layers": visit_map_layers,
    "exports": visit_exports,
    "maps": visit_maps,
    "named_maps": visit_named_maps,
    "kuviz": visit_kuviz,
    "apps": visit_apps,
    "api_keys": visit_api_keys,
    "users": visit_users,
    "connectors": visit_connectors,
    "connections": visit_connections,
}


def list_tags() -> list[str]:
    """The tags of the spec, as the generated client has them."""
    return [name for name, value in vars(Groups).items() if isinstance(value, Group)]


def run_tour(carto: Carto, source: Path, name: str) -> None:
    """Visit every tag; what was made is removed at the end, also after an error."""
    tags = list_tags()
    if missing := set(tags) ^ set(STOPS):
        raise TourError(f"the tour and the API do not have the same tags: {', '.join(sorted(missing))}")
    with ExitStack() as undo:
        tour = Tour(carto, source, name, undo)
        for number, (tag, visit) in enumerate(STOPS.items(), start=1):
            print(f"\n{number}. {tag}", flush=True)
            visit(tour)
    print(f"\nAll {len(tags)} tags visited, and what was made is removed.")
