"""Kuviz and apps: pages of HTML, whose calls must not hit datasets and maps."""

import base64

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import InvalidArgumentError, NotFoundError

pytestmark = pytest.mark.anyio

PAGE = base64.b64encode(b"<html><body>Hello</body></html>").decode()
MISSING = "00000000-0000-4000-8000-000000000000"


async def test_a_page_is_changed_and_deleted(aio_carto: AsyncCarto) -> None:
    kuviz, app = await aio_carto.kuviz.create("a page", PAGE), await aio_carto.apps.create("an app", PAGE)
    assert (await aio_carto.kuviz.update(kuviz.id, name="another")).name == "another"
    assert (await aio_carto.apps.update(app_id=app.id, name="another app")).name == "another app"
    await aio_carto.kuviz.delete(kuviz_id=kuviz.id)
    await aio_carto.apps.delete(app.id)
    assert [page.id async for page in aio_carto.kuviz.iterate()] == []


async def test_ids_of_other_things_are_refused(aio_carto: AsyncCarto) -> None:
    """CARTO drops a dataset, with the maps on it, for `DELETE v4/kuviz/ID` with the dataset's id."""
    dataset = await aio_carto.datasets.from_file(b"a\n1\n", name="precious.csv", timeout=60)
    drawn = await aio_carto.viz.create(name="A map", tables=["precious"])
    kuviz = await aio_carto.kuviz.create("a page", PAGE)
    for viz_id, told in ((dataset.id, "'table'"), (drawn.id, "'derived'"), ("precious", "'table'")):
        for group in (aio_carto.kuviz, aio_carto.apps):
            with pytest.raises(InvalidArgumentError, match=rf"of type {told}.*Nothing was sent.*carto\.viz"):
                await group.delete(viz_id)
            with pytest.raises(InvalidArgumentError, match=told):
                await group.update(viz_id, name="hijacked")
    with pytest.raises(InvalidArgumentError, match=r"of type 'kuviz'.*carto\.kuviz"):
        await aio_carto.apps.delete(kuviz.id)
    assert [(await aio_carto.viz.read(one.id)).name for one in (dataset, drawn)] == ["precious", "A map"]
    assert (await aio_carto.sql.query("SELECT a FROM precious")).rows == [{"a": 1}]


async def test_what_is_not_there_is_not_found(aio_carto: AsyncCarto) -> None:
    with pytest.raises(NotFoundError):
        await aio_carto.kuviz.delete(MISSING)
    with pytest.raises(InvalidArgumentError, match="blank"):
        await aio_carto.apps.delete(" ")


def test_help_tells_of_the_request_that_goes_first() -> None:
    from carto_ext._async.lists import AsyncApps, AsyncKuviz

    for method in (AsyncKuviz.delete, AsyncKuviz.update, AsyncApps.delete, AsyncApps.update):
        assert "Sends one more request first" in (method.__doc__ or "")
