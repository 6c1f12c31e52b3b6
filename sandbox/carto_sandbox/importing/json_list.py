"""A .json file with a list of flat objects, which CARTO makes a CSV of."""

import csv
import json
from pathlib import Path
from typing import Any

from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.encodings import detect_encoding

_MAX_BYTES = 256 * 1024 * 1024


def is_list(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")


def write_csv_of(path: Path, target: Path) -> None:
    """The first object has the header. Values stand in the order of their own object, without their commas."""
    if path.stat().st_size > _MAX_BYTES:
        raise ImportFailureError(6666, f"a list of more than {_MAX_BYTES // 1024**2} MB")
    try:
        objects = json.loads(path.read_text(encoding=detect_encoding(path)))
        if isinstance(objects[0], list):
            raise ImportFailureError(1002, "a list of lists")
        rows = [[_write_value(value) for value in one.values()] for one in objects]
        header = [*objects[0]]
    except (ValueError, RecursionError, IndexError, AttributeError) as error:
        raise ImportFailureError(3007, str(error)) from error
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _write_value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).replace(",", "")
