# Made from tests/_async/test_viz.py by scripts/unasync; do not edit.
"""Listing, reading, changing and deleting what an account has."""

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import NotFoundError

pytestmark = pytest.mark.anyio


@pytest.fixture
def datasets(carto: Carto) -> list[str]:
    names = ["alpha", "beta", "gamma"]
    jobs = [carto.imports.upload(b"a,b\n1,2\n", name=f"{name}.csv") for name in names]
    for job in jobs:
        job.wait(timeout=60)
    return names


def test_iterate_walks_all_pages(carto: Carto, datasets: list[str]) -> None:
    seen = [viz.name for viz in carto.viz.iterate(types="table", per_page=1, order="name")]
    assert sorted(seen) == datasets
    assert [viz.name for viz in carto.viz.iterate(types="table", q="beta")] == ["beta"]
    assert [viz.name for viz in carto.viz.iterate(types="derived")] == []


def test_a_dataset_is_read_renamed_and_deleted(carto: Carto, datasets: list[str]) -> None:
    viz = carto.viz.read("alpha")
    assert viz.name == "alpha"
    changed = carto.viz.update(viz.id, id=viz.id, name="omega", description="the last")
    assert (changed.name, changed.description) == ("omega", "the last")
    assert (carto.sql.query("SELECT a FROM omega")).rows == [{"a": 1}]
    assert carto.viz.delete(viz.id) is None
    with pytest.raises(NotFoundError):
        carto.viz.read("omega")


def test_keys_are_listed(carto: Carto) -> None:
    keys = carto.api_keys.list()
    assert {key.type_ for key in keys.result} >= {"master", "default"}
