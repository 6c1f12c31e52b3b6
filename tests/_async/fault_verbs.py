"""Every call of carto_ext that speaks with a server, as something to be met by a fault."""

import random
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from carto_ext._async.client import AsyncCarto
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

    async def pieces(self) -> AsyncIterator[bytes]:
        self.generators += 1
        try:
            for start in range(0, len(SENT), 4096):
                yield SENT[start : start + 4096]
        finally:
            self.generators -= 1


Call = Callable[[AsyncCarto, Place], Awaitable[object]]


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


async def query(carto: AsyncCarto, place: Place) -> object:
    return (await carto.sql.query(QUERY)).to_dict()


async def query_cacheable(carto: AsyncCarto, place: Place) -> object:
    return (await carto.sql.query(QUERY, cacheable=True)).to_dict()


async def copy_from_gzipped(carto: AsyncCarto, place: Place) -> object:
    return (await carto.sql.copy_from(COPY_IN, place.pieces())).to_dict()


async def copy_from_plain(carto: AsyncCarto, place: Place) -> object:
    return (await carto.sql.copy_from(COPY_IN, place.source, compress=False)).to_dict()


async def copy_to_path(carto: AsyncCarto, place: Place) -> object:
    target = place.target
    await carto.sql.copy_to(COPY_OUT, target)
    return target.read_bytes()


async def copy_to_file(carto: AsyncCarto, place: Place) -> object:
    with (place.folder / "open").open("w+b") as file:
        try:
            await carto.sql.copy_to(COPY_OUT, file)
        finally:
            assert not file.closed
        file.seek(0)
        return file.read()


async def copy_to_iterate(carto: AsyncCarto, place: Place) -> object:
    async with await carto.sql.copy_to(COPY_OUT) as pieces:
        return b"".join([piece async for piece in pieces])


async def export_csv(carto: AsyncCarto, place: Place) -> object:
    target = place.target
    await carto.sql.export(QUERY, target, format="csv")
    return target.read_bytes()


async def export_geojson(carto: AsyncCarto, place: Place) -> object:
    target = place.target
    await carto.sql.export(QUERY, target, format="geojson")
    return target.read_bytes()


async def upload(carto: AsyncCarto, place: Place) -> object:
    return (await carto.imports.upload(place.pieces(), name="in.csv")).id


async def upload_path(carto: AsyncCarto, place: Place) -> object:
    return (await carto.imports.upload(place.source)).id


async def import_from_url(carto: AsyncCarto, place: Place) -> object:
    return (await carto.imports.from_url(URL)).id


async def import_wait(carto: AsyncCarto, place: Place) -> object:
    return (await carto.imports.job(ID).wait(timeout=10)).to_dict()


async def batch_run(carto: AsyncCarto, place: Place) -> object:
    return (await carto.batch.run("SELECT 1", timeout=10)).to_dict()


async def batch_begin(carto: AsyncCarto, place: Place) -> object:
    return (await carto.batch.begin("SELECT 1")).id


async def batch_cancel(carto: AsyncCarto, place: Place) -> object:
    return (await carto.batch.job(ID).cancel()).to_dict()


async def batch_wait(carto: AsyncCarto, place: Place) -> object:
    return (await carto.batch.job(ID).wait(timeout=10)).to_dict()


async def viz_iterate(carto: AsyncCarto, place: Place) -> object:
    return [viz.to_dict() async for viz in carto.viz.iterate()]


async def viz_read(carto: AsyncCarto, place: Place) -> object:
    return (await carto.viz.read(ID)).to_dict()


async def viz_update(carto: AsyncCarto, place: Place) -> object:
    return (await carto.viz.update(ID, ID, name="renamed")).to_dict()


async def viz_delete(carto: AsyncCarto, place: Place) -> object:
    await carto.viz.delete(ID)
    return None


async def sync_begin(carto: AsyncCarto, place: Place) -> object:
    return (await carto.synchronizations.begin(URL)).id


async def sync_wait(carto: AsyncCarto, place: Place) -> object:
    return (await carto.synchronizations.job(ID).wait(timeout=10)).to_dict()


async def export_map(carto: AsyncCarto, place: Place) -> object:
    target = place.target
    await carto.exports.export(ID, target, timeout=10)
    return target.read_bytes()


async def export_save(carto: AsyncCarto, place: Place) -> object:
    target = place.target
    await carto.exports.job(ID).save(target)
    return target.read_bytes()


async def dataset_from_file(carto: AsyncCarto, place: Place) -> object:
    return (await carto.datasets.from_file(place.pieces(), name="in.csv", timeout=10)).to_dict()


async def dataset_from_url(carto: AsyncCarto, place: Place) -> object:
    return (await carto.datasets.from_url(URL, timeout=10)).to_dict()


async def named_map(carto: AsyncCarto, place: Place) -> object:
    return (await carto.named_maps.instantiate("template", {})).to_dict()


async def map_page(carto: AsyncCarto, place: Place) -> object:
    return await carto.maps.html("places", bounds=(0, 0, 1, 1))


async def kuviz_create(carto: AsyncCarto, place: Place) -> object:
    return (await carto.kuviz.create("page", "PGh0bWw+")).to_dict()


async def table_read(carto: AsyncCarto, place: Place) -> object:
    return (await carto.tables.read("places")).to_dict()


async def column_create(carto: AsyncCarto, place: Place) -> object:
    return (await carto.tables.create_column("places", "pop", type="number")).to_dict()


async def table_update(carto: AsyncCarto, place: Place) -> object:
    return (await carto.tables.update("places", description="renamed")).to_dict()


async def column_delete(carto: AsyncCarto, place: Place) -> object:
    await carto.tables.delete_column("places", "pop")
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
