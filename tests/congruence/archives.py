"""Files of GDAL in two answers, compared by what must be the same: they also hold times and versions."""

import io
import struct
import zipfile

_SQLITE = "application/x-sqlite3"
_ZIP = "application/zip"
_UTF_8 = 0x800
_DBF_DATE = slice(1, 4)


def find_archive_differences(content_type: str, theirs: bytes, ours: bytes) -> set[str] | None:
    """Return the differences of two files; None if the type is not such a file."""
    if content_type.startswith(_SQLITE):
        # The format, the size of a page, and GeoPackage's own mark; all else has times and versions in it.
        marks = [(file[:18], file[68:72]) for file in (theirs, ours)]
        return set() if marks[0] == marks[1] else {"file"}
    if content_type.startswith(_ZIP):
        return {f"member {name}" for name in _compare_members(theirs, ours)}
    return None


def _compare_members(theirs: bytes, ours: bytes) -> set[str]:
    members = []
    for file in (theirs, ours):
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            members.append({_read_name(info): _without_date(info, archive.read(info)) for info in archive.infolist()})
    names = members[0].keys() | members[1].keys()
    return {name for name in names if members[0].get(name) != members[1].get(name)}


def _read_name(info: zipfile.ZipInfo) -> str:
    """CARTO's zip command writes UTF-8 and does not say so."""
    return info.filename if info.flag_bits & _UTF_8 else info.filename.encode("cp437").decode()


def _without_date(info: zipfile.ZipInfo, data: bytes) -> bytes:
    if not info.filename.endswith(".dbf"):
        return data
    assert len(data) >= struct.calcsize("<4B2H")
    without = bytearray(data)
    without[_DBF_DATE] = b"\0\0\0"
    return bytes(without)
