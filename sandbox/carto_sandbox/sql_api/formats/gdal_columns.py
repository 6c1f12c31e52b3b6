"""PostgreSQL's columns as fields of GDAL, by the rules of its PostgreSQL driver."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from carto_sandbox.sql_api.formats.cursor import Column

_BOOL, _BYTEA, _INT8, _INT2, _INT4 = 16, 17, 20, 21, 23
_REALS = (700, 701, 1700)
_DATE, _MOMENTS = 1082, (1114, 1184)


@dataclass(frozen=True)
class GdalColumn:
    name: str
    expression: str
    """The expression for PostgreSQL: text that `read` understands."""
    dtype: str
    read: Callable[[str], Any]
    empty: Any

    def make_array(self, values: list[bytes | None]) -> tuple[Any, Any]:
        """The values and a mask of those that are null."""
        import numpy

        read = [self.empty if value is None else self.read(value.decode()) for value in values]
        missing = numpy.array([value is None for value in values], dtype=bool)
        if self.dtype == "object":
            # Of nothing but None no type could be told.
            array = numpy.empty(len(read), dtype=object)
            array[:] = read
            return array, missing
        return numpy.array(read, dtype=self.dtype), missing


def choose_column(column: Column, *, long_integers: bool) -> GdalColumn:
    """Where a format has no integers of 64 bits, they become real numbers."""
    name = column.identifier
    if column.oid == _BOOL:
        return GdalColumn(column.name, name, "bool", lambda text: text == "t", False)
    if column.oid in (_INT2, _INT4):
        return GdalColumn(column.name, name, "int16" if column.oid == _INT2 else "int32", int, 0)
    if column.oid == _INT8 and long_integers:
        return GdalColumn(column.name, name, "int64", int, 0)
    if column.oid in (_INT8, *_REALS):
        return GdalColumn(column.name, name, "float32" if column.oid == _REALS[0] else "float64", float, 0.0)
    if column.oid == _BYTEA:
        return GdalColumn(column.name, f"encode({name}, 'hex')", "object", bytes.fromhex, b"")
    if column.oid == _DATE or column.oid in _MOMENTS:
        kind, pattern = ("D", "YYYY-MM-DD") if column.oid == _DATE else ("ms", 'YYYY-MM-DD"T"HH24:MI:SS.MS')
        return GdalColumn(column.name, f"to_char({name}, '{pattern}')", f"datetime64[{kind}]", str, "NaT")
    return GdalColumn(column.name, f"{name}::text", "object", str, "")
