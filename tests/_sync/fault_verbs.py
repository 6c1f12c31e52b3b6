# Made from tests/_async/fault_verbs.py by scripts/unasync; do not edit.
"""Every call of carto_ext that speaks with a server, as something to be met by a fault."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from carto_ext._sync.client import Carto
from tests.fault_outcomes import Content, Expected, expect

ID = "99999999-aaaa-4bbb-8ccc-000000000001"
URL = "https://data.example.org/stations.csv"
COPY_IN = "COPY places FROM STDIN"
COPY_OUT = "COPY places TO STDOUT"
QUERY = "SELECT * FROM places"
OLD = b"what was there before"
# Nothing that could be compressed, so that it is as long on the way.
SENT = random.Random(4).randbytes(32 * 1024)


@dataclass
class Place:
    """Where a call finds its data and leaves it. `generators` are those begun and not closed again."""

    folder: Path
    generators: int = 0

    @property
    def target(self) -> Path:
        """Exists already, so that a failure could harm it."""
        path = self.folder / "out"
        path.write_bytes(OLD)
        return path

    @property
    def source(self) -> Path:
        path = self.folder / "in.csv"
        path.write_bytes(SENT)
        return path

    def pieces(self) -> Iterator[bytes]:
        self.generators += 1
        try:
            for start in range(0, len(SENT), 4096):
                yield SENT[start : start + 4096]
        finally:
            self.generators -= 1


Call = Callable[[Carto, Place], object]


@dataclass(frozen=True)
class Verb:
    """`operation` is the request that meets the fault, the one after `spared` others.

    `like` names the verb that meets every fault for this one too: its request takes the same way, which a test shows.
    """

    name: str
    call: Call = field(repr=False)
    operation: str
    method: str = "POST"
    streamed: bool = False
    content: Content = "json"
    spared: int = 0
    like: str = ""

    def expect(self, fault: str) -> Expected:
        return expect(fault, method=self.method, streamed=self.streamed, content=self.content)


def query(carto: Carto, place: Place) -> object:
    return (carto.sql.query(QUERY)).to_dict()


def query_cacheable(carto: Carto, place: Place) -> object:
    return (carto.sql.query(QUERY, cacheable=True)).to_dict()


def copy_from_gzipped(carto: Carto, place: Place) -> object:
    return (carto.sql.copy_from(COPY_IN, place.pieces())).to_dict()


def copy_from_plain(carto: Carto, place: Place) -> object:
    return (carto.sql.copy_from(COPY_IN, place.source, compress=False)).to_dict()


def copy_to_path(carto: Carto, place: Place) -> object:
    target = place.target
    carto.sql.copy_to(COPY_OUT, target)
    return target.read_bytes()


def copy_to_file(carto: Carto, place: Place) -> object:
    with (place.folder / "open").open("w+b") as file:
        try:
            carto.sql.copy_to(COPY_OUT, file)
        finally:
            assert not file.closed
        file.seek(0)
        return file.read()


def copy_to_iterate(carto: Carto, place: Place) -> object:
    with carto.sql.copy_to(COPY_OUT) as pieces:
        return b"".join([piece for piece in pieces])


def export_csv(carto: Carto, place: Place) -> object:
    target = place.target
    carto.sql.export(QUERY, target, format="csv")
    return target.read_bytes()


def export_geojson(carto: Carto, place: Place) -> object:
    target = place.target
    carto.sql.export(QUERY, target, format="geojson")
    return target.read_bytes()


def upload(carto: Carto, place: Place) -> object:
    return (carto.imports.upload(place.pieces(), name="in.csv")).id


def upload_path(carto: Carto, place: Place) -> object:
    return (carto.imports.upload(place.source)).id


def import_from_url(carto: Carto, place: Place) -> object:
    return (carto.imports.from_url(URL)).id


def import_wait(carto: Carto, place: Place) -> object:
    return (carto.imports.job(ID).wait(timeout=10)).to_dict()


def batch_run(carto: Carto, place: Place) -> object:
    return (carto.batch.run("SELECT 1", timeout=10)).to_dict()


def batch_begin(carto: Carto, place: Place) -> object:
    return (carto.batch.begin("SELECT 1")).id


def batch_cancel(carto: Carto, place: Place) -> object:
    return (carto.batch.job(ID).cancel()).to_dict()


def batch_wait(carto: Carto, place: Place) -> object:
    return (carto.batch.job(ID).wait(timeout=10)).to_dict()


def viz_iterate(carto: Carto, place: Place) -> object:
    return [viz.to_dict() for viz in carto.viz.iterate()]


def viz_read(carto: Carto, place: Place) -> object:
    return (carto.viz.read(ID)).to_dict()


def viz_update(carto: Carto, place: Place) -> object:
    return (carto.viz.update(ID, ID, name="renamed")).to_dict()


def viz_delete(carto: Carto, place: Place) -> object:
    carto.viz.delete(ID)
    return None


def sync_begin(carto: Carto, place: Place) -> object:
    return (carto.synchronizations.begin(URL)).id


def sync_wait(carto: Carto, place: Place) -> object:
    return (carto.synchronizations.job(ID).wait(timeout=10)).to_dict()


def export_map(carto: Carto, place: Place) -> object:
    target = place.target
    carto.exports.export(ID, target, timeout=10)
    return target.read_bytes()


def export_save(carto: Carto, place: Place) -> object:
    target = place.target
    carto.exports.job(ID).save(target)
    return target.read_bytes()


def dataset_from_file(carto: Carto, place: Place) -> object:
    return (carto.datasets.from_file(place.pieces(), name="in.csv", timeout=10)).to_dict()


def dataset_from_url(carto: Carto, place: Place) -> object:
    return (carto.datasets.from_url(URL, timeout=10)).to_dict()


def named_map(carto: Carto, place: Place) -> object:
    return (carto.named_maps.instantiate("template", {})).to_dict()


def map_page(carto: Carto, place: Place) -> object:
    return carto.maps.html("places", bounds=(0, 0, 1, 1))


def kuviz_create(carto: Carto, place: Place) -> object:
    return (carto.kuviz.create("page", "PGh0bWw+")).to_dict()


def table_read(carto: Carto, place: Place) -> object:
    return (carto.tables.read("places")).to_dict()


def column_create(carto: Carto, place: Place) -> object:
    return (carto.tables.create_column("places", "pop", type="number")).to_dict()


def table_update(carto: Carto, place: Place) -> object:
    return (carto.tables.update("places", description="renamed")).to_dict()


def column_delete(carto: Carto, place: Place) -> object:
    carto.tables.delete_column("places", "pop")
    return None


VERBS = (
    Verb("sql.query", query, "sql_query"),
    Verb("imports.from_url", import_from_url, "imports_create", like="sql.query"),
    Verb("batch.run", batch_run, "batch_create", like="sql.query"),
    Verb("batch.begin", batch_begin, "batch_create", like="sql.query"),
    Verb("synchronizations.begin", sync_begin, "synchronizations_create", like="sql.query"),
    Verb("datasets.from_url", dataset_from_url, "imports_create", like="sql.query"),
    Verb("named_maps.instantiate", named_map, "named_maps_instantiate", like="sql.query"),
    Verb("maps.html", map_page, "maps_create", like="sql.query"),
    Verb("kuviz.create", kuviz_create, "kuviz_create", like="sql.query"),
    Verb("tables.create_column", column_create, "tables_create_column", like="sql.query"),
    Verb("viz.read", viz_read, "viz_read", "GET"),
    Verb("sql.query, cacheable", query_cacheable, "sql_query_get", "GET", like="viz.read"),
    Verb("viz.update", viz_update, "viz_update", "PUT", like="viz.read"),
    Verb("batch.job.cancel", batch_cancel, "batch_cancel", "DELETE", like="viz.read"),
    Verb("tables.read", table_read, "tables_read", "GET", like="viz.read"),
    Verb("tables.update", table_update, "tables_update", "PUT", like="viz.read"),
    Verb("viz.iterate", viz_iterate, "viz_list", "GET", like="viz.read"),
    Verb("imports.job.wait", import_wait, "imports_read", "GET"),
    Verb("batch.job.wait", batch_wait, "batch_read", "GET", like="imports.job.wait"),
    Verb("synchronizations.job.wait", sync_wait, "synchronizations_read", "GET", like="imports.job.wait"),
    Verb("viz.delete", viz_delete, "viz_delete", "DELETE", content="nothing"),
    Verb("tables.delete_column", column_delete, "tables_delete_column", "DELETE", content="nothing", like="viz.delete"),
    Verb("sql.copy_from, gzip", copy_from_gzipped, "sql_copyfrom", streamed=True),
    Verb("sql.copy_from, plain", copy_from_plain, "sql_copyfrom", streamed=True),
    Verb("imports.upload, generator", upload, "imports_create_file", streamed=True),
    Verb("imports.upload, path", upload_path, "imports_create_file", streamed=True, like="imports.upload, generator"),
    Verb("datasets.from_file", dataset_from_file, "imports_create_file", streamed=True),
    Verb("sql.copy_to a path", copy_to_path, "sql_copyto_post", content="rows"),
    Verb("sql.copy_to a file", copy_to_file, "sql_copyto_post", content="rows"),
    Verb("sql.export, csv", export_csv, "sql_download", content="rows", like="sql.copy_to a path"),
    Verb("sql.copy_to, iterated", copy_to_iterate, "sql_copyto_post", content="rows"),
    Verb("sql.export, geojson", export_geojson, "sql_download", content="geojson"),
    Verb("exports.job.save", export_save, "exports_download", "GET", content="zip", spared=1),
    Verb("exports.export", export_map, "exports_download", "GET", content="zip", spared=3, like="exports.job.save"),
)
REPRESENTATIVES = tuple(verb for verb in VERBS if not verb.like)
