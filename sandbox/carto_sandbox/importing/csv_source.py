"""A CSV file as a source of rows: encoding, delimiter and column types are found out from the file.

Memory does not grow with the file: it is read once to find its encoding, once to guess types and once to load.
"""

import csv
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from carto_sandbox.database.column_types import TEXT, ColumnGuess
from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.encodings import detect_encoding
from carto_sandbox.importing.sources import MAX_COLUMNS, Record

SAMPLE_CHARACTERS = 256 * 1024
# Polygons are long, but a quote that is never closed must not swallow a whole file into memory, nor a line without end.
MAX_FIELD_CHARACTERS = 32 * 1024 * 1024
DELIMITERS = ",;\t|"
_BATCH_ROWS = 1000

csv.field_size_limit(MAX_FIELD_CHARACTERS)


class CsvSource:
    """``headers`` as they stand in the file, ``records()`` as often as wanted.

    A record has exactly one string per header. ``guesses()`` reads the whole file.
    """

    geometry_position: int | None = None
    promotes = False

    def __init__(self, path: Path, file_name: str = "") -> None:
        self._path = path
        self._encoding = detect_encoding(path, file_name)
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

    def records(self) -> Iterator[Record]:
        """Fields that a row has too many of are left out, those it lacks are empty."""
        width = len(self.headers)
        with self._open() as file:
            rows = self._read_rows(file)
            next(rows)
            for row in rows:
                yield [*row[:width], *[""] * (width - len(row))]

    def _read_headers(self) -> list[str]:
        with self._open() as file:
            headers = next(self._read_rows(file))
        while headers and not headers[-1].strip():  # a delimiter at the end of the header makes no column
            headers.pop()
        return headers

    def _read_rows(self, file: IO[str]) -> Iterator[list[str]]:
        try:
            for row in csv.reader(_read_lines(file), delimiter=self.delimiter):
                if row and (len(row) > 1 or row[0].strip()):
                    yield row
        except csv.Error as error:
            raise ImportFailureError(2003, str(error)) from error
        except UnicodeDecodeError as error:
            raise ImportFailureError(2002, str(error)) from error

    def _open(self) -> IO[str]:
        return self._path.open(encoding=self._encoding, newline="")

    def _read_sample(self) -> str:
        try:
            with self._open() as file:
                return file.read(SAMPLE_CHARACTERS)
        except UnicodeDecodeError as error:
            raise ImportFailureError(2002, str(error)) from error


def _read_lines(file: IO[str]) -> Iterator[str]:
    while line := file.readline(MAX_FIELD_CHARACTERS):
        if len(line) == MAX_FIELD_CHARACTERS:
            raise ImportFailureError(2003, f"a line of more than {MAX_FIELD_CHARACTERS} characters")
        yield line


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
