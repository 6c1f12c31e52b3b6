"""Decoding of COPY's CSV, block by block, into Arrow record batches."""

from collections.abc import Sequence
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from carto_ext._frames import arrays, times, wkb
from carto_ext._frames.columns import Column
from carto_ext.frames import FrameError, OddTimes


class Decoder:
    """A decoder for the columns of one query. Several threads can share it."""

    def __init__(self, columns: Sequence[Column], odd_times: OddTimes, *, for_python: bool) -> None:
        self.columns = list(columns)
        self.schema = pa.schema([column.field for column in columns])
        self._parse_times = partial(times.parse, rule=odd_times, for_python=for_python)
        self._types = {column.alias: column.read_type for column in columns}
        self._has_times = any(column.kind == "time" for column in columns)
        # For blocks with a date or time in an unusual form.
        self._careful = {alias: pa.string() if times.is_time(kind) else kind for alias, kind in self._types.items()}

    def decode(self, block: memoryview) -> pa.RecordBatch:
        """Decode one block. Raises FrameError for a value that no frame can hold."""
        try:
            table = self._read(block, self._types)
        except pa.ArrowInvalid as error:
            if not self._has_times:
                raise _not_of_its_type(error) from None
            table = self._read_carefully(block)
        chunks = (table.column(place).combine_chunks() for place in range(table.num_columns))
        made = [self._convert(column, values) for column, values in zip(self.columns, chunks, strict=True)]
        return pa.RecordBatch.from_arrays(made, schema=self.schema)

    def _read(self, block: memoryview, types: dict[str, pa.DataType]) -> pa.Table:
        return pcsv.read_csv(
            pa.BufferReader(pa.py_buffer(block)),
            # Several threads call this already.
            read_options=pcsv.ReadOptions(column_names=list(types), block_size=len(block) + 1, use_threads=False),
            # A row whose only value is NULL is an empty line.
            parse_options=pcsv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
            convert_options=pcsv.ConvertOptions(
                column_types=types,
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=False,
                true_values=["t"],
                false_values=["f"],
            ),
        )

    def _read_carefully(self, block: memoryview) -> pa.Table:
        try:
            return self._read(block, self._careful)
        except pa.ArrowInvalid as error:
            raise _not_of_its_type(error) from None

    def _convert(self, column: Column, values: pa.Array) -> pa.Array:
        if column.kind == "plain":
            return values
        if column.kind == "time":
            if values.type == column.type:
                return values
            return self._parse_times(values, column.type, column.name)
        if column.kind == "bytes":
            return wkb.unhex(values)
        if column.kind == "geometry":
            raw = wkb.unhex(values)
            return wkb.without_srids(raw, column.srid or 0, column.name) if column.is_mixed else raw
        if column.kind == "decimal":
            return _decimals(values, column.type, column.name)
        element = column.type
        for _ in range(column.depth):
            element = element.value_type
        return arrays.parse(values, column.depth, partial(self._elements, element, column.name), column.name)

    def _elements(self, kind: pa.DataType, name: str, texts: pa.StringArray) -> pa.Array:
        if times.is_time(kind):
            return self._parse_times(texts, kind, name)
        if pa.types.is_binary(kind):
            return wkb.unhex(pc.utf8_slice_codeunits(texts, 2))  # without \x
        if pa.types.is_boolean(kind):
            return pc.equal(texts, "t")
        if pa.types.is_decimal(kind):
            return _decimals(texts, kind, name)
        return pc.cast(texts, kind)


def _decimals(texts: pa.StringArray, kind: pa.DataType, name: str) -> pa.Array:
    try:
        return pc.cast(texts, kind)
    except pa.ArrowInvalid as error:
        raise FrameError(
            f'column {name!r} has numbers that {kind} cannot hold ({error}): read it with numeric="text"'
        ) from None


def _not_of_its_type(error: Exception) -> FrameError:
    return FrameError(
        f"CARTO sent a value that does not fit its column's type ({error}): read the column as text, x::text"
    )
