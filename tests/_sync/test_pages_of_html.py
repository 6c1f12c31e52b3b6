# Made from tests/_async/test_pages_of_html.py by scripts/unasync; do not edit.
"""Kuviz and apps: pages of HTML, whose calls must not hit datasets and maps."""

import base64

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import InvalidArgumentError, NotFoundError

pytestmark = pytest.mark.anyio

PAGE = base64.b64encode(b"<html><body>Hello</body></html>").decode()
MISSING = "00000000-0000-4000-8000-000000000000"


def test_a_page_is_changed_and_deleted(carto: Carto) -> None:
    kuviz, app = carto.kuviz.create("a page", PAGE), carto.apps.create("an app", PAGE)
    assert (carto.kuviz.update(kuviz.id, name="another")).name == "another"
    assert (carto.apps.update(app_id=app.id, name="another app")).name == "another app"
    carto.kuviz.delete(kuviz_id=kuviz.id)
    carto.apps.delete(app.id)
    assert [page.id for page in carto.kuviz.iterate()] == []


def test_ids_of_other_things_are_refused(carto: Carto) -> None:
    """CARTO drops a dataset, with the maps on it, for `DELETE v4/kuviz/ID` with the dataset's id."""
    dataset = carto.datasets.from_file(b"a\n1\n", name="precious.csv", timeout=60)
    drawn = carto.viz.create(name="A map", tables=["precious"])
    kuviz = carto.kuviz.create("a page", PAGE)
    for viz_id, told in ((dataset.id, "'table'"), (drawn.id, "'derived'"), ("precious", "'table'")):
        for group in (carto.kuviz, carto.apps):
            with pytest.raises(InvalidArgumentError, match=rf"of type {told}.*Nothing was sent.*carto\.viz"):
                group.delete(viz_id)
            with pytest.raises(InvalidArgumentError, match=told):
                group.update(viz_id, name="hijacked")
    with pytest.raises(InvalidArgumentError, match=r"of type 'kuviz'.*carto\.kuviz"):
        carto.apps.delete(kuviz.id)
    assert [(carto.viz.read(one.id)).name for one in (dataset, drawn)] == ["precious", "A map"]
    assert (carto.sql.query("SELECT a FROM precious")).rows == [{"a": 1}]


def test_what_is_not_there_is_not_found(carto: Carto) -> None:
    with pytest.raises(NotFoundError):
        carto.kuviz.delete(MISSING)
    with pytest.raises(InvalidArgumentError, match="blank"):
        carto.apps.delete(" ")


def test_help_tells_of_the_request_that_goes_first() -> None:
    from carto_ext._sync.lists import Apps, Kuviz

    for method in (Kuviz.delete, Kuviz.update, Apps.delete, Apps.update):
        assert "Sends one more request first" in (method.__doc__ or "")
