"""Listing, reading, changing and deleting what an account has."""

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import NotFoundError

pytestmark = pytest.mark.anyio


@pytest.fixture
async def datasets(aio_carto: AsyncCarto) -> list[str]:
    names = ["alpha", "beta", "gamma"]
    jobs = [await aio_carto.imports.upload(b"a,b\n1,2\n", name=f"{name}.csv") for name in names]
    for job in jobs:
        await job.wait(timeout=60)
    return names


async def test_iterate_walks_all_pages(aio_carto: AsyncCarto, datasets: list[str]) -> None:
    seen = [viz.name async for viz in aio_carto.viz.iterate(types="table", per_page=1, order="name")]
    assert sorted(seen) == datasets
    assert [viz.name async for viz in aio_carto.viz.iterate(types="table", q="beta")] == ["beta"]
    assert [viz.name async for viz in aio_carto.viz.iterate(types="derived")] == []


async def test_a_dataset_is_read_renamed_and_deleted(aio_carto: AsyncCarto, datasets: list[str]) -> None:
    viz = await aio_carto.viz.read("alpha")
    assert viz.name == "alpha"
    changed = await aio_carto.viz.update(viz.id, id=viz.id, name="omega", description="the last")
    assert (changed.name, changed.description) == ("omega", "the last")
    assert (await aio_carto.sql.query("SELECT a FROM omega")).rows == [{"a": 1}]
    assert await aio_carto.viz.delete(viz.id) is None
    with pytest.raises(NotFoundError):
        await aio_carto.viz.read("omega")


async def test_keys_are_listed(aio_carto: AsyncCarto) -> None:
    keys = await aio_carto.api_keys.list()
    assert {key.type_ for key in keys.result} >= {"master", "default"}
