"""A CSV file as a source of rows: encoding, delimiter and column types are found out from the file.

Memory does not grow with the file: it is read once to find its encoding, once to guess types and once to load.
"""

import codecs
import csv
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from carto_sandbox.database.column_types import TEXT, ColumnGuess
from carto_sandbox.importing.codes import ImportFailureError

MAX_COLUMNS = 250
SAMPLE_CHARACTERS = 256 * 1024
# Polygons are long, but a quote that is never closed must not swallow a whole file into memory.
MAX_FIELD_CHARACTERS = 32 * 1024 * 1024
DELIMITERS = ",;\t|"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHUNK_BYTES = 1024 * 1024
_BATCH_ROWS = 1000

csv.field_size_limit(MAX_FIELD_CHARACTERS)


class CsvSource:
    """``headers`` as they stand in the file, ``records()`` as often as wanted.

    A record has exactly one string per header. ``guesses()`` reads the whole file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = detect_encoding(path)
        sample = self._read_sample()
        if not sample.strip():
            raise ImportFailureError(1005)
        self.delimiter = detect_delimiter(sample)
        self._quoted = find_quoted_columns(sample, self.delimiter)
        self.headers = self._read_headers()
        if len(self.headers) > MAX_COLUMNS:
            raise ImportFailureError(2004, f"{len(self.headers)} columns")

    def guesses(self, *, types: bool, quoted: bool, checkpoint: Callable[[], None] = lambda: None) -> list[str]:
        """The PostgreSQL type of every column; ``quoted`` is False when quoted values are to stay text.

        ``checkpoint`` is called every thousand rows; what it raises ends the reading.
        """
        columns = [
            ColumnGuess(None if types and (quoted or position not in self._quoted) else TEXT)
            for position in range(len(self.headers))
        ]
        records = self.records()
        while batch := list(islice(records, _BATCH_ROWS)):
            checkpoint()
            for guess, values in zip(columns, zip(*batch, strict=True), strict=True):
                guess.observe(values)
        return [guess.kind for guess in columns]

    def records(self) -> Iterator[list[str]]:
        width = len(self.headers)
        with self._open() as file:
            rows = self._read_rows(file)
            next(rows)
            for row in rows:
                if len(row) < width:
                    row.extend([""] * (width - len(row)))
                elif len(row) > width:
                    if any(row[width:]):
                        raise ImportFailureError(2003, f"a row of {len(row)} fields under {width} columns")
                    del row[width:]
                yield row

    def _read_headers(self) -> list[str]:
        with self._open() as file:
            headers = next(self._read_rows(file))
        while headers and not headers[-1].strip():  # a delimiter at the end of the header makes no column
            headers.pop()
        return headers

    def _read_rows(self, file: IO[str]) -> Iterator[list[str]]:
        try:
            for row in csv.reader(file, delimiter=self.delimiter, strict=True):
                if row and (len(row) > 1 or row[0].strip()):
                    yield row
        except csv.Error as error:
            raise ImportFailureError(2003, str(error)) from error
        except UnicodeDecodeError as error:
            raise ImportFailureError(2006, str(error)) from error

    def _open(self) -> IO[str]:
        return self._path.open(encoding=self._encoding, newline="")

    def _read_sample(self) -> str:
        try:
            with self._open() as file:
                return file.read(SAMPLE_CHARACTERS)
        except UnicodeDecodeError as error:
            raise ImportFailureError(2006, str(error)) from error


def detect_encoding(path: Path) -> str:
    """UTF-8 when the whole file is, what its byte order mark says, or else Latin-1."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        start = file.read(4)
        for mark, encoding in _BOMS:
            if start.startswith(mark):
                return encoding
        file.seek(0)
        try:
            while chunk := file.read(_CHUNK_BYTES):
                if b"\0" in chunk:
                    raise ImportFailureError(2006, "the file is not text")
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "latin-1"
    return "utf-8"


def detect_delimiter(sample: str) -> str:
    """The delimiter that cuts the most rows of the sample into as many fields as the first; a comma if none does."""
    best, best_score = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        try:
            rows = [row for row in csv.reader(sample.splitlines(True)[:200], delimiter=delimiter) if row]
        except csv.Error:
            continue
        width = len(rows[0]) if rows else 0
        if width < 2:
            continue
        alike = sum(len(row) == width for row in rows) / len(rows)
        if (alike, width) > best_score:
            best, best_score = delimiter, (alike, width)
    return best


def find_quoted_columns(sample: str, delimiter: str) -> frozenset[int]:
    """The positions of the columns that have a quoted value in the sample, its first row left out."""
    mark = re.escape(delimiter)
    field = re.compile(rf'("(?:[^"]|"")*"|[^{mark}\r\n"]*)({mark}|\r\n|\n|\r|\Z)')
    quoted: set[int] = set()
    row = position = at = 0
    while at < len(sample):
        match = field.match(sample, at)
        if match is None or match.end() == at:
            break
        if row and match[1].startswith('"'):
            quoted.add(position)
        if match[2] == delimiter:
            position += 1
        else:
            row, position = row + 1, 0
        at = match.end()
    return frozenset(quoted)
