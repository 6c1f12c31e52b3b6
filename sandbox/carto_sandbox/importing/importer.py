"""From a file, whatever it is called and holds, to tables in an account's database."""

import gzip
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import IO

from carto_sandbox.database.naming import make_table_name
from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.csv_source import CsvSource
from carto_sandbox.importing.geojson_source import GeoJsonSource
from carto_sandbox.importing.table_loader import Connection, TableLoader, TableSource, plan_table
from carto_sandbox.importing.table_names import SKIP, list_relations, publish_table

CSV, GEOJSON, ZIP, GZIP = "csv", "geojson", "zip", "gzip"
MAX_TABLES = 26  # CARTO makes no more of one archive
_FORMATS = {
    ".csv": CSV, ".tsv": CSV, ".tab": CSV, ".txt": CSV, ".geojson": GEOJSON, ".json": GEOJSON, ".zip": ZIP, ".gz": GZIP,
}  # fmt: skip
_COPY_BYTES = 1024 * 1024


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
    """One import at a time over one connection; ``report`` hears the state it goes into. Blocking.

    ``checkpoint`` is called often, and ends the import by raising.
    """

    def __init__(
        self,
        connection: Connection,
        options: ImportOptions,
        report: Callable[[str], None],
        *,
        postgis: bool,
        checkpoint: Callable[[], None] = lambda: None,
    ) -> None:
        self._connection = connection
        self._options = options
        self._report = report
        self._checkpoint = checkpoint
        self._loader = TableLoader(connection, postgis=postgis, checkpoint=checkpoint)

    def import_file(self, path: Path, file_name: str) -> ImportOutcome:
        """Raises the failure of the first table when none could be made."""
        self._report("unpacking")
        outcome = ImportOutcome()
        with tempfile.TemporaryDirectory(prefix="carto-import-") as folder:
            for member, name in unpack(path, file_name, Path(folder)):
                self._import_member(member, name, outcome)
        if outcome.failure and not outcome.tables and not outcome.skipped:
            raise outcome.failure
        return outcome

    def import_query(self, query: str, name: str) -> ImportOutcome:
        self._report("importing")
        if self._is_skipped(name):
            return ImportOutcome(skipped=[name])
        staging = self._loader.load_query(query)
        return ImportOutcome([publish_table(self._connection, staging, name, self._options.collision)])

    def _import_member(self, path: Path, file_name: str, outcome: ImportOutcome) -> None:
        try:
            name = make_table_name(file_name)
            if not name:
                raise ImportFailureError(1014)
            if self._is_skipped(name):
                outcome.skipped.append(name)
            else:
                outcome.tables.append(self._import_table(path, file_name, name))
        except ImportFailureError as failure:
            outcome.failure = outcome.failure or failure
            outcome.failed += 1

    def _import_table(self, path: Path, file_name: str, name: str) -> str:
        self._report("importing")
        source = open_source(path, file_name)
        self._report("guessing")
        types = self._options.type_guessing
        quoted = self._options.quoted_fields_guessing
        kinds = source.guesses(types=types, quoted=quoted, checkpoint=self._checkpoint)
        plan = plan_table(source, kinds, types=types)
        self._report("importing")
        staging = self._loader.load(source, plan, kinds)
        return publish_table(self._connection, staging, name, self._options.collision)

    def _is_skipped(self, name: str) -> bool:
        return self._options.collision == SKIP and name in list_relations(self._connection)


def detect_format(path: Path, file_name: str) -> str:
    """By the ending of the name, or by the first bytes when the name has none; 1002 for anything else."""
    ending = PurePath(file_name).suffix.lower()
    if ending in _FORMATS:
        return _FORMATS[ending]
    if ending and ending[1:].isalnum() and not ending[1:].isdigit():
        raise ImportFailureError(1002, file_name)
    with path.open("rb") as file:
        start = file.read(512)
    if start.startswith(b"PK\x03\x04"):
        return ZIP
    if start.startswith(b"\x1f\x8b"):
        return GZIP
    return GEOJSON if start.lstrip().startswith(b"{") else CSV


def open_source(path: Path, file_name: str) -> TableSource:
    if not path.stat().st_size:
        raise ImportFailureError(1005)
    return GeoJsonSource(path) if detect_format(path, file_name) == GEOJSON else CsvSource(path)


def unpack(path: Path, file_name: str, folder: Path) -> list[tuple[Path, str]]:
    """The files to make tables of, with their names; members of an archive are written into the folder."""
    if not path.stat().st_size:
        raise ImportFailureError(1005)
    kind = detect_format(path, file_name)
    if kind == ZIP:
        return _unpack_zip(path, folder)
    if kind == GZIP:
        return [(_unpack_gzip(path, folder), PurePath(file_name).stem)]
    return [(path, file_name)]


def _unpack_gzip(path: Path, folder: Path) -> Path:
    target = folder / "member"
    try:
        with gzip.open(path) as packed:
            _write(packed, target)
    except (OSError, EOFError, zlib.error) as error:
        raise ImportFailureError(1003, str(error)) from error
    return target


def _unpack_zip(path: Path, folder: Path) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                name = PurePath(info.filename).name
                hidden = name.startswith(".") or "__MACOSX" in info.filename
                if info.is_dir() or hidden or _FORMATS.get(PurePath(name).suffix.lower()) not in (CSV, GEOJSON):
                    continue
                if info.flag_bits & 0x1:
                    raise ImportFailureError(1018)
                target = folder / str(len(found))
                with archive.open(info) as packed:
                    _write(packed, target)
                found.append((target, name))
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, zlib.error) as error:
        raise ImportFailureError(1003, str(error)) from error
    if not found:
        raise ImportFailureError(1002, "the archive holds no CSV or GeoJSON file")
    return found[:MAX_TABLES]


def _write(source: IO[bytes] | gzip.GzipFile, target: Path) -> None:
    with target.open("wb") as file:
        shutil.copyfileobj(source, file, _COPY_BYTES)
