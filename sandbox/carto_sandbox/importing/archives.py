"""The contents of an uploaded file: archives are unpacked into a folder, within limits, and searched for tables."""

import bz2
import contextlib
import gzip
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from carto_sandbox.database.naming import clean_file_name
from carto_sandbox.importing.codes import ImportFailureError

ARCHIVES = (".zip", ".kmz", ".carto", ".tar.gz", ".tgz", ".tar.bz2", ".tar", ".gz", ".bz2")
TABLES = (
    ".csv", ".tsv", ".tab", ".txt", ".geojson", ".json", ".js", ".shp", ".gpkg", ".kml", ".gpx", ".xlsx", ".xls",
    ".ods",
)  # fmt: skip
MAX_UNPACKED_BYTES = 4 * 1024**3
# Text shrinks to a twentieth or so; what is smaller than a two-hundredth was made to fill disks.
MAX_RATIO = 200
_RATIO_COUNTS_FROM_BYTES = 64 * 1024**2
_COPY_BYTES = 256 * 1024
_MAX_MEMBERS = 10_000
_LEFT_OUT = re.compile(r"^(\.|__)|readme.*\.txt|\.version\.txt", re.I)
_DAMAGE = (
    zipfile.BadZipFile, tarfile.TarError, NotImplementedError, OSError, EOFError, zlib.error, RuntimeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True)
class FoundFile:
    path: Path
    name: str
    """In lower case, as CARTO calls it; the table is called after it."""


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def find_files(path: Path, file_name: str, folder: Path) -> list[FoundFile]:
    """The files to make tables of, by name; members of an archive are written into the folder."""
    if not path.stat().st_size:
        raise ImportFailureError(1005)
    name = clean_file_name(file_name)
    ending = _find_archive_ending(path, name)
    if ending is None:
        return [FoundFile(path, name)]
    try:
        _unpack(path, name, ending, _Limited(folder, path.stat().st_size))
    except _DAMAGE as error:
        raise ImportFailureError(1003, str(error)) from error
    members = [member for member in sorted(folder.rglob("*")) if member.is_file()]
    found = [FoundFile(member, member.name) for member in members if member.name.endswith(TABLES)]
    if not found and ending in (".gz", ".bz2") and members and not members[0].suffix:
        return [FoundFile(members[0], members[0].name)]
    if not found:
        raise ImportFailureError(1002, "the archive holds no file that a table can be made of")
    return found


def _find_archive_ending(path: Path, name: str) -> str | None:
    """By the name, or by the first bytes where the name has no ending that is known."""
    for ending in ARCHIVES:
        if name.endswith(ending):
            return ending
    if name.endswith(TABLES):
        return None
    with path.open("rb") as file:
        start = file.read(4)
    return ".zip" if start == b"PK\x03\x04" else ".gz" if start[:2] == b"\x1f\x8b" else None


class _Limited:
    """Writes members into a folder, and refuses what is too much."""

    def __init__(self, folder: Path, packed_bytes: int) -> None:
        self._folder = folder
        self._packed = packed_bytes
        self._written = 0
        self._members = 0

    def write(self, source: _Readable, member: str) -> None:
        """Files that say nothing to a table are left out; of folders only those beside a shapefile matter, so none."""
        base = PurePath(member.replace("\\", "/")).name
        if _LEFT_OUT.search(base) or "__MACOSX" in member or not base:
            return
        self._members += 1
        if self._members > _MAX_MEMBERS:
            raise ImportFailureError(6666, f"more than {_MAX_MEMBERS} files in the archive")
        place = self._folder / str(PurePath(member).parent).strip("/.").replace("/", "_").replace("..", "_")
        place.mkdir(exist_ok=True)
        with (place / clean_file_name(base)).open("wb") as target:
            while block := source.read(_COPY_BYTES):
                self._written += len(block)
                self._check()
                target.write(block)

    def _check(self) -> None:
        if self._written > MAX_UNPACKED_BYTES:
            raise ImportFailureError(6666, f"more than {MAX_UNPACKED_BYTES // 1024**3} GB unpacked")
        if self._written > max(_RATIO_COUNTS_FROM_BYTES, self._packed * MAX_RATIO):
            raise ImportFailureError(6666, f"unpacked more than {MAX_RATIO} times as large as packed")


def _unpack(path: Path, name: str, ending: str, target: _Limited) -> None:
    if ending in (".zip", ".kmz", ".carto"):
        _unpack_zip(path, target)
    elif ".t" in ending:
        with tarfile.open(path, "r|*") as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None:
                    target.write(file, member.name)
    else:
        opener: Callable[[Path], gzip.GzipFile | bz2.BZ2File] = gzip.GzipFile if ending == ".gz" else bz2.BZ2File
        with opener(path) as packed:
            target.write(packed, name.removesuffix(ending) or name)


def _unpack_zip(path: Path, target: _Limited) -> None:
    with zipfile.ZipFile(path) as archive:
        for info in _list_files(archive):
            if info.flag_bits & 0x1:
                raise ImportFailureError(1018)
            with archive.open(info) as packed:
                target.write(packed, info.filename)


def _list_files(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    for info in archive.infolist():
        if not info.is_dir():
            if not info.flag_bits & 0x800 and info.create_system != 0:
                with contextlib.suppress(UnicodeError):  # UTF-8 that does not say so, as zip on Unix writes it
                    info.filename = info.filename.encode("cp437").decode()
            yield info
