"""Datasets, imports and sync tables with the old managers."""

import io
from datetime import datetime
from pathlib import Path

import pytest

from carto_ext import ImportFailedError, NotFoundError
from carto_ext.compat.auth import APIKeyAuthClient
from carto_ext.compat.datasets import Dataset, DatasetManager
from carto_ext.compat.exceptions import CartoException, NotFoundException
from carto_ext.compat.file_import import FileImportJob, FileImportJobManager
from carto_ext.compat.paginators import CartoPaginator
from carto_ext.compat.permissions import PRIVATE, PUBLIC
from carto_ext.compat.sql import SQLClient
from carto_ext.compat.sync_tables import SyncTableJob, SyncTableJobManager
from carto_ext.compat.tables import TableManager
from carto_ext.compat.users import User
from carto_ext.compat.visualizations import VisualizationManager
from tests.compat.conftest import CITIES

pytestmark = pytest.mark.filterwarnings("ignore:This is part of a non-public CARTO API:FutureWarning")


@pytest.fixture
def datasets(client: APIKeyAuthClient) -> DatasetManager:
    return DatasetManager(client)


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    """Upper case in folder and name: carto-python made paths lower-case before it opened them."""
    path = tmp_path / "Data" / "Cities.CSV"
    path.parent.mkdir()
    path.write_bytes(CITIES)
    return path


def imports_begun(client: APIKeyAuthClient) -> int:
    """Each import that became a table or failed is gone from the list; those that began are not."""
    return len(FileImportJobManager(client).all())


def test_a_file_becomes_a_dataset(datasets: DatasetManager, cities: Path) -> None:
    dataset = datasets.create(str(cities), privacy="private")
    assert (dataset.name, str(dataset), dataset.privacy) == ("cities", "cities", PRIVATE)
    dataset_id = dataset.get_id()
    dataset = datasets.get(dataset_id)
    dataset.privacy = PUBLIC
    dataset.save()
    dataset = datasets.get("cities")
    assert (dataset.privacy, dataset.get_id()) == (PUBLIC, dataset_id)
    dataset.description = "Two cities"
    dataset.save(fields=["id", "description"])
    dataset.description = None
    dataset.refresh()
    assert dataset.description == "Two cities"
    dataset.delete()
    with pytest.raises(NotFoundException) as caught:
        datasets.get(dataset_id)
    assert isinstance(caught.value, CartoException)
    assert isinstance(caught.value, NotFoundError)
    assert datasets.get_or_none(dataset_id) is None


def test_an_upload_is_one_import(datasets: DatasetManager, client: APIKeyAuthClient, cities: Path) -> None:
    """carto-python began one without a source before each upload; it failed and took one of three slots."""
    job = FileImportJobManager(client).create(str(cities))
    assert imports_begun(client) == 1
    job.run()
    assert imports_begun(client) == 1
    with pytest.raises(CartoException, match="has begun already"):
        job.run(privacy="public")
    again = FileImportJobManager(client).get(job.get_id())
    assert (again.get_id(), again.item_queue_id) == (job.get_id(), job.item_queue_id)
    assert client.carto.imports.job(job.get_id()).wait(timeout=60).table_name == "cities"
    job.refresh()
    assert (job.state, job.success, job.table_name, job.get_error_text) == ("complete", True, "cities", None)


@pytest.mark.parametrize("text", [True, False])
def test_a_file_object_becomes_a_dataset(datasets: DatasetManager, client: APIKeyAuthClient, text: bool) -> None:
    source = io.StringIO(CITIES.decode()) if text else io.BytesIO(CITIES)
    dataset = datasets.create(source)
    assert dataset.table.name == dataset.name == "import"
    assert SQLClient(client).send(f"SELECT count(*) AS n FROM {dataset.name}")["rows"] == [{"n": 2}]


def test_a_url_becomes_a_dataset(datasets: DatasetManager, web_site: str) -> None:
    """The URL is fetched as it is: carto-python made it lower-case."""
    dataset = datasets.create(f"{web_site}/Big/Cities.csv", create_visualization=False)
    assert dataset.name == "cities"
    assert isinstance(dataset.updated_at, datetime)


def test_a_failed_import_says_why(datasets: DatasetManager, web_site: str) -> None:
    """carto-python ended with `null` in the place of CARTO's text."""
    with pytest.raises(CartoException) as caught:
        datasets.create(f"{web_site}/missing.csv")
    failed = caught.value.args[0]
    assert isinstance(failed, ImportFailedError)
    assert failed.title
    assert failed.title in str(caught.value)


@pytest.mark.parametrize("state", ["geocoding", "uploading", "guessing", "something new"])
def test_waiting_goes_on_in_every_state_on_the_way(
    datasets: DatasetManager, client: APIKeyAuthClient, cities: Path, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """carto-python gave up on "geocoding"."""
    imports = client.carto.imports
    read, seen = imports.read, []

    def once_in_that_state(import_id: str) -> object:
        answer = read(import_id)
        if not seen:
            answer.state = state
            answer.success = None  # type: ignore[assignment]
        seen.append(answer.state)
        return answer

    monkeypatch.setattr(imports, "read", once_in_that_state)
    assert datasets.create(str(cities)).name == "cities"
    assert seen[0] == state


def test_waiting_for_an_import_has_an_end(
    datasets: DatasetManager, cities: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carto_ext.compat.datasets.DEFAULT_WAIT", 0.000001)
    with pytest.raises(CartoException, match="had not ended"):
        datasets.create(str(cities))


def test_missing_files_and_bad_urls_are_carto_exceptions(datasets: DatasetManager, client: APIKeyAuthClient) -> None:
    with pytest.raises(CartoException, match="cannot be read"):
        datasets.create("No/Such/File.csv")
    with pytest.raises(CartoException, match="interval"):
        datasets.create("cities.csv", interval=900)
    with pytest.raises(CartoException, match="call run"):
        FileImportJob("cities.csv", client).refresh()


def test_parameters_that_nobody_knows_are_sent_as_well(
    client: APIKeyAuthClient, web_site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As fields: City of Philadelphia's geopetl passes table_name."""
    (tmp_path / "cities.csv").write_bytes(CITIES)
    with (tmp_path / "cities.csv").open("rb") as opened:
        for archive in (str(tmp_path / "cities.csv"), opened, f"{web_site}/cities.csv"):
            job = FileImportJob(archive, client)
            job.run(table_name="cities", is_new=True, tags=["a"], collision_strategy="overwrite")
            done = client.carto.imports.job(job.get_id()).wait(timeout=60)
            assert (job.success, done.table_name) == (True, "cities")


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_a_file_that_was_opened_for_text(datasets: DatasetManager, tmp_path: Path, encoding: str) -> None:
    """It has a name, and requests sent it in UTF-8."""
    path = tmp_path / "towns.csv"
    path.write_text("a,b\n1,ö\n", encoding=encoding)
    with open(path, encoding=encoding) as file:
        dataset = datasets.create(file)
    assert dataset.name == "towns"
    assert SQLClient(datasets.client).send("SELECT a, b FROM towns")["rows"] == [{"a": 1, "b": "ö"}]


def test_what_is_a_sync_table(datasets: DatasetManager) -> None:
    assert datasets.is_sync_table("https://example.com/a.csv", 900)
    assert datasets.is_sync_table(None, 900, connection={})
    assert not datasets.is_sync_table("https://example.com/a.csv", None)
    assert not datasets.is_sync_table("cities.csv", 900)


def test_a_url_becomes_a_sync_table(datasets: DatasetManager, client: APIKeyAuthClient, web_site: str) -> None:
    dataset = datasets.create(f"{web_site}/cities.csv", interval=3600)
    assert dataset.name == "cities"
    syncs = SyncTableJobManager(client)
    [job] = syncs.all()
    assert (job.name, job.interval, job.state) == ("cities", 3600, "success")
    assert syncs.get(job.get_id()).url == f"{web_site}/cities.csv"
    assert isinstance(job.created_at, datetime)
    job.delete()
    assert syncs.all() == []


def test_a_sync_is_forced_at_its_own_address(client: APIKeyAuthClient, web_site: str) -> None:
    """carto-python sent an empty change to the synchronization itself, which the server cannot read."""
    job = SyncTableJobManager(client).create(f"{web_site}/cities.csv", 3600)
    assert job.get_force_sync_endpoint() == f"api/v1/synchronizations/{job.id}/sync_now"
    client.carto.synchronizations.job(job.id).wait(timeout=60)
    job.force_sync()
    assert (job.enqueued, job.synchronization_id) == (False, job.id)  # less than 15 minutes after the first
    job.run()
    assert len(SyncTableJobManager(client).all()) == 1


def test_a_sync_that_was_not_made(client: APIKeyAuthClient) -> None:
    with pytest.raises(CartoException, match="call run"):
        SyncTableJob("https://example.com/a.csv", 900, client).force_sync()
    with pytest.raises(CartoException, match="absolute"):
        SyncTableJobManager(client).create("a.csv", 900)
    with pytest.raises(CartoException, match="interval"):
        SyncTableJobManager(client).create("https://example.com/a.csv", 5)


def test_nested_objects(datasets: DatasetManager, client: APIKeyAuthClient, cities: Path) -> None:
    datasets.create(str(cities))
    [dataset] = datasets.all()
    assert dataset.permission.owner.username == client.username
    assert dataset.permission.entity.type == "vis"
    assert dataset.permission.acl == []
    assert isinstance(dataset.permission.owner, User)
    assert dataset.table.name == "cities"
    # Of a dataset that CARTO does not fetch again there is none; programs ask for its id.
    assert (dataset.synchronization.id, dataset.synchronization.interval) == (None, None)
    assert set(dataset.stats) != set()
    table = TableManager(client).get("cities")
    assert (table.name, table.table_visualization.name) == ("cities", "cities")
    assert ["name", "string"] in table.schema
    assert isinstance(table.updated_at, datetime)
    assert [one.name for one in TableManager(client).all()] == ["cities"]


def test_a_dataset_that_maps_use_is_not_deleted(
    datasets: DatasetManager, client: APIKeyAuthClient, cities: Path
) -> None:
    datasets.create(str(cities))
    client.carto.viz.create(name="A map", tables=["cities"])
    dataset = datasets.get("cities")
    assert [one.name for one in dataset.dependent_visualizations] == ["A map"]
    with pytest.raises(CartoException, match="Maps use this dataset"):
        dataset.delete()
    dataset.force_delete()
    assert datasets.all() == []
    assert VisualizationManager(client).all() == []


def test_all_pages_are_read(datasets: DatasetManager, client: APIKeyAuthClient) -> None:
    for number in range(5):
        client.carto.tables.create(name=f"t{number}")
    found = datasets.filter(per_page=2, order="name", order_direction="asc")
    assert [dataset.name for dataset in found] == [f"t{number}" for number in range(5)]


def test_an_empty_page_is_the_last() -> None:
    """carto-python asked for ever when the server counted more than it listed."""

    class Page:
        status_code = 200

        def __init__(self, entries: list[str]) -> None:
            self.entries = entries

        def json(self) -> dict[str, object]:
            return {"visualizations": self.entries, "total_entries": 3}

    paginator = CartoPaginator("visualizations", "https://ana.carto.com/")
    asked = []
    for (_, parameters), page in zip(paginator.get_urls("api/v1/viz/"), [Page(["a"]), Page([])], strict=False):
        asked.append(parameters)
        paginator.process_response(page)
    assert asked == [{}, {"page": 2}]
    assert paginator.url is None


def test_resources_of_apis_that_are_not_public_warn(client: APIKeyAuthClient) -> None:
    with pytest.warns(FutureWarning, match="non-public CARTO API"):
        dataset = Dataset(client, name="cities")
    assert (dataset.name, dataset.get_id(), dataset.privacy) == ("cities", None, None)


def test_create_vis_gives_the_map_that_programs_then_change_and_delete(
    datasets: DatasetManager, client: APIKeyAuthClient, web_site: str
) -> None:
    made = datasets.create(f"{web_site}/cities.csv", create_vis=True)
    made.privacy = "PUBLIC"
    made.save()
    assert datasets.get(made.get_id()).privacy == "PUBLIC"
    made.delete()
    with pytest.raises(NotFoundException):
        datasets.get(made.get_id())
    assert client.carto.sql.query("SELECT count(*) AS n FROM cities").rows == [{"n": 2}]
