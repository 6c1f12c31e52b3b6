"""The types that a user's checker sees: scripts/check runs mypy --strict over this file, which is never executed."""

from io import BytesIO
from pathlib import Path
from typing import Any, assert_type

import carto_ext.dask
from carto_client.models import (
    AclRequestEntry,
    ApiKey,
    ApiKeyList,
    AppList,
    BatchJob,
    Connection,
    ConnectorMap,
    CopyFromResult,
    DatasetList,
    ExportJob,
    ImportJob,
    KuvizList,
    Layergroup,
    MapLayer,
    MapLayerList,
    NamedMap,
    OrganizationUser,
    Permission,
    SqlResult,
    Synchronization,
    Table,
    TagList,
    Upload,
    Visualization,
    VisualizationList,
)
from carto_client.types import File
from carto_ext import AsyncCarto, Carto, RateLimitError
from carto_ext.frames import DumpedTable, FileResult, ReadableTable, WriteResult


def sync(carto: Carto, path: Path) -> None:
    """Every verb returns its success type, and only that."""
    result = carto.sql.query("SELECT 1", rows_per_page=10, page=0)
    assert_type(result, SqlResult)
    assert_type(carto.sql.query("SELECT 1", cacheable=True), SqlResult)
    assert_type(result.rows, list[Any])
    assert_type(carto.sql.copy_from("COPY t FROM STDIN", path, compress=False), CopyFromResult)
    assert_type(carto.sql.copy_from("COPY t FROM STDIN", [b"1\n"], progress=print), CopyFromResult)
    assert_type(carto.sql.copy_to("COPY t TO STDOUT", path).bytes_received, int)
    with carto.sql.copy_to("COPY t TO STDOUT") as pieces:
        for piece in pieces:
            assert_type(piece, bytes)
    assert_type(carto.sql.export("SELECT 1", path, format="csv").bytes_received, int)
    job = carto.imports.upload(path, name="t.csv")
    assert_type(job.id, str)
    assert_type(job.wait(timeout=1), ImportJob)
    assert_type(carto.imports.begin(sql="SELECT 1", table_name="t").wait(timeout=1), ImportJob)
    for state in carto.imports.from_url("https://example.com/t.csv").states(timeout=1):
        assert_type(state, ImportJob)
    assert_type(carto.batch.run(["SELECT 1"], timeout=1.5), BatchJob)
    assert_type(carto.batch.begin({"query": [{"query": "SELECT 1"}]}).cancel(), BatchJob)
    for viz in carto.viz.iterate(types="table"):
        assert_type(viz, Visualization)
    for row in carto.sql.iterate("SELECT * FROM t", by="id", page_size=100):
        assert_type(row, dict[str, Any])
    assert_type(carto.viz.list(), VisualizationList)
    assert_type(carto.tables.read("t"), Table)
    assert_type(carto.api_keys.list(), ApiKeyList)


def groups(carto: Carto, acl: list[AclRequestEntry], layer: MapLayer) -> None:
    """One call of each group that the spec alone makes."""
    assert_type(carto.api_keys.read("k"), ApiKey)
    assert_type(carto.apps.list(), AppList)
    assert_type(carto.connections.list(), list[Connection])
    assert_type(carto.connectors.list(), ConnectorMap)
    assert_type(carto.datasets.list(page=1), DatasetList)
    assert_type(carto.exports.read("id"), ExportJob)
    assert_type(carto.kuviz.list(), KuvizList)
    assert_type(carto.map_layers.list("id"), MapLayerList)
    drawn = carto.maps.create([layer])
    assert_type(drawn, Layergroup)
    layers: list[MapLayer] = [layer]
    carto.maps.create(layers, buffersize={"png": 0})
    carto.maps.create([{"options": {"sql": "SELECT 1"}}, layer])
    carto.named_maps.create(
        "k", {"layers": [{}]}, version="0.0.1", placeholders={"a": {"type": "number", "default": 1}}
    )
    carto.maps.create([layer], filters={"dataviews": {}})
    carto.maps.dataview(drawn, "total", circle={"lng": 0, "lat": 0, "radius": 1})
    assert_type(carto.maps.tile(drawn, 0, x=0, y=0, format="png"), File | None)
    assert_type(carto.maps.tile("token", 0, x=0, y=0, format="png", auth_tokens=["t"]), File | None)
    assert_type(carto.named_maps.read("id"), NamedMap)
    assert_type(carto.permissions.update("id", acl), Permission)
    assert_type(carto.synchronizations.read("id"), Synchronization)
    assert_type(carto.tables.list_columns("t"), list[list[str]])
    assert_type(carto.tables.delete_column("t", "c"), None)
    assert_type(carto.tags.list(), TagList)
    assert_type(carto.uploads.create(File(payload=BytesIO(b"a\n"), file_name="t.csv")), Upload)
    assert_type(carto.users.list("acme"), list[OrganizationUser])


def frames(carto: Carto, path: Path) -> None:
    """Frames themselves have the types of their libraries, where these have any."""
    result = carto.frames.write(
        carto.frames.arrow("t", numeric="decimal"), "u", if_exists="replace", types={"a": "text"}
    )
    assert_type(result, WriteResult)
    assert_type(carto.frames.to_geoparquet("t", path, hilbert=True, odd_times="error"), FileResult)
    assert_type(carto.frames.tables(), list[ReadableTable])
    assert_type(carto.frames.dump(path, pause=1.5).failures, list[DumpedTable])
    load = carto.frames.begin_load(None, "t")
    assert_type(load.commit([load.add(None)]).rows, int)
    assert_type(carto_ext.dask.write(None, "t", carto=carto), WriteResult)
    carto.frames.write(None, "t", if_exists="overwrite")  # type: ignore[arg-type]


async def asynchronous(carto: AsyncCarto, path: Path) -> None:
    """The same names, awaited."""
    assert_type(await carto.sql.query("SELECT 1"), SqlResult)
    assert_type(await carto.sql.copy_from("COPY t FROM STDIN", path), CopyFromResult)
    assert_type((await carto.sql.copy_to("COPY t TO STDOUT", path)).bytes_received, int)
    async with await carto.sql.copy_to("COPY t TO STDOUT") as pieces:
        async for piece in pieces:
            assert_type(piece, bytes)
    job = await carto.imports.upload(path)
    assert_type(await job.wait(timeout=1), ImportJob)
    async for state in job.states(timeout=1):
        assert_type(state, ImportJob)
    assert_type(await carto.batch.run("SELECT 1"), BatchJob)
    assert_type(await carto.users.read("acme", "grace"), OrganizationUser)
    assert_type((await carto.batch.read("id")).created_at, str)
    async for viz in carto.viz.iterate(types="table"):
        assert_type(viz, Visualization)
    async for row in carto.sql.iterate("SELECT * FROM t"):
        assert_type(row, dict[str, Any])
    assert_type(AsyncCarto.from_env(deadline=3).with_options(timeout=5), AsyncCarto)


def misuse(carto: Carto) -> None:
    """Each of these is an error: --strict reports an ignore that ignores nothing."""
    carto.sql.query("SELECT 1", 10)  # type: ignore[call-arg]
    carto.sql.query(1)  # type: ignore[arg-type]
    carto.imports.begin(url="https://example.com/t.csv")  # type: ignore[call-arg]
    carto.sql.copy_from("COPY t FROM STDIN", "t.csv", True)  # type: ignore[call-arg]
    Carto("https://me.carto.com", "key")  # type: ignore[call-arg]
    Carto.from_env(deadlin=3)  # type: ignore[call-arg]
    Carto.from_env(deadline="3")  # type: ignore[arg-type]
    carto.with_options(base_url="https://me.carto.com")  # type: ignore[call-arg]
    carto.maps.create([5])  # type: ignore[list-item]
    carto.maps.tile(5, 0, x=0, y=0, format="png")  # type: ignore[arg-type]


def errors(error: RateLimitError) -> None:
    """Data on errors is typed too."""
    assert_type(error.retry_after, float | None)
    assert_type(error.status_code, int)
    assert_type(error.messages, tuple[str, ...])
