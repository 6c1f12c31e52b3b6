"""From a file, whatever it is called and holds, to tables in an account's database."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from carto_sandbox.database.naming import clean_file_name, name_table_of
from carto_sandbox.database.watched_folder import get_scratch_folder
from carto_sandbox.importing.archives import FoundFile, find_files
from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.csv_source import CsvSource
from carto_sandbox.importing.gdal_source import ENDINGS, Gdal, GdalSource
from carto_sandbox.importing.geojson_source import GeoJsonSource
from carto_sandbox.importing.json_list import is_list, write_csv_of
from carto_sandbox.importing.sources import TableSource
from carto_sandbox.importing.table_loader import Connection, TableLoader, plan_table
from carto_sandbox.importing.table_names import SKIP, list_relations, publish_table

MAX_TABLES = 26  # CARTO makes no more of one archive


@dataclass(frozen=True)
class ImportOptions:
    """``collision`` is ``skip``, ``overwrite`` or None, which makes a new name."""

    type_guessing: bool = True
    quoted_fields_guessing: bool = True
    collision: str | None = None


@dataclass
class ImportOutcome:
    """The tables of one import in the order they were made; ``failure`` is the first member that could not be one.

    ``failed`` is how many could not.
    """

    tables: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    failed: int = 0
    failure: ImportFailureError | None = None


class Importer:
    """One import at a time over one connection; ``report`` hears the state it goes into, ``name`` each table. Blocking.

    ``checkpoint`` is called often, and ends the import by raising.
    """

    def __init__(
        self,
        connection: Connection,
        options: ImportOptions,
        report: Callable[[str], None],
        name: Callable[[str], None] = lambda table: None,
        *,
        postgis: bool,
        checkpoint: Callable[[], None] = lambda: None,
    ) -> None:
        self._connection = connection
        self._options = options
        self._report = report
        self._name = name
        self._checkpoint = checkpoint
        self._loader = TableLoader(connection, postgis=postgis, checkpoint=checkpoint)

    def import_file(self, path: Path, file_name: str) -> ImportOutcome:
        """Raises the failure of the first table when none could be made."""
        self._report("unpacking")
        outcome = ImportOutcome()
        with tempfile.TemporaryDirectory(prefix="import-", dir=get_scratch_folder()) as folder:
            for table in _find_tables(path, file_name, Path(folder)):
                self._import_member(table, outcome)
        if outcome.failure and not outcome.tables and not outcome.skipped:
            raise outcome.failure
        return outcome

    def import_query(self, query: str, name: str) -> ImportOutcome:
        if self._is_skipped(name):
            return ImportOutcome(skipped=[name])
        staging = self._loader.load_query(query)
        return ImportOutcome([publish_table(self._connection, staging, name, self._options.collision)])

    def _import_member(self, table: "FoundTable", outcome: ImportOutcome) -> None:
        try:
            if self._is_skipped(table.name):
                outcome.skipped.append(table.name)
            else:
                outcome.tables.append(self._import_table(table))
        except ImportFailureError as failure:
            outcome.failure = outcome.failure or failure
            outcome.failed += 1

    def _import_table(self, table: "FoundTable") -> str:
        self._report("importing")
        source = table.open()
        self._report("guessing")
        types = self._options.type_guessing
        quoted = self._options.quoted_fields_guessing
        kinds = source.guesses(types=types, quoted=quoted, checkpoint=self._checkpoint)
        plan = plan_table(source, kinds, types=types)
        self._report("importing")
        staging = self._loader.load(source, plan, kinds)
        name = publish_table(self._connection, staging, table.name, self._options.collision)
        self._name(name)
        return name

    def _is_skipped(self, name: str) -> bool:
        return self._options.collision == SKIP and name in list_relations(self._connection)


@dataclass(frozen=True)
class FoundTable:
    """The unopened source of one table."""

    name: str
    open: Callable[[], TableSource]


def _find_tables(path: Path, file_name: str, folder: Path) -> Iterator[FoundTable]:
    """No more than CARTO makes of one file; a file with several layers has a table for each."""
    found = (table for file in find_files(path, file_name, folder) for table in _list_tables(file, folder))
    for number, table in enumerate(found):
        if number < MAX_TABLES:
            yield table


def _list_tables(file: FoundFile, folder: Path) -> Iterator[FoundTable]:
    if not file.name.endswith(ENDINGS) or (file.name.endswith(".tab") and not file.path.with_suffix(".dat").exists()):
        yield FoundTable(name_table_of(file.name), lambda: open_source(file, folder))
        return
    try:
        gdal = Gdal(_with_ending(file, folder), file.name)
        layers = gdal.list_layers()
    except ImportFailureError as failure:
        yield FoundTable(name_table_of(file.name), _fail_with(failure))
        return
    for layer in layers:
        name = name_table_of(file.name)
        if len(layers) > 1:
            name = name_table_of(f"{name}_{layer}" if file.name.endswith(".gpkg") else layer)
        yield FoundTable(name, lambda layer=layer: GdalSource(gdal, layer))  # type: ignore[misc]


def _fail_with(failure: ImportFailureError) -> Callable[[], TableSource]:
    def fail() -> TableSource:
        raise failure

    return fail


def _with_ending(file: FoundFile, folder: Path) -> Path:
    """Give the file a name with an extension, which GDAL needs; an upload that is not an archive has none."""
    if file.path.name.endswith(ENDINGS):
        return file.path
    link = folder / clean_file_name(file.name)
    if not link.exists():
        link.symlink_to(file.path)
    return link


def open_source(file: FoundFile, folder: Path) -> TableSource:
    """By the ending of the name, or by the first bytes where it has none that is known."""
    if not file.path.stat().st_size:
        raise ImportFailureError(1005)
    if file.name.endswith((".json", ".js")) and is_list(file.path):
        made = folder / f"{file.path.name}.made.csv"
        write_csv_of(file.path, made)
        return CsvSource(made)
    if file.name.endswith((".geojson", ".json", ".js")):
        return GeoJsonSource(file.path)
    if file.name.endswith((".csv", ".tsv", ".tab", ".txt")):
        return CsvSource(file.path, file.name)
    ending = Path(file.name).suffix
    if ending and ending[1:].isalnum() and not ending[1:].isdigit():
        raise ImportFailureError(1002, file.name)
    with file.path.open("rb") as opened:
        start = opened.read(512).lstrip()
    return GeoJsonSource(file.path) if start.startswith(b"{") else CsvSource(file.path, file.name)
