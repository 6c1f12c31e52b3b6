"""GeoParquet 1.1: written a group of rows at a time, and read in batches."""

import json
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from carto_ext._frames import wkb
from carto_ext._frames.columns import EXTENSION, EXTENSION_METADATA, WKB, Column
from carto_ext._frames.crs import projjson
from carto_ext.errors import InvalidArgumentError
from carto_ext.frames import FileResult, FrameError

# Rows per group. A group is in memory while it is written; this many points take 3 MB. Larger groups would make
# skipping less useful. With large geometries, a group has fewer rows.
GROUP_ROWS = 65_536
GROUP_BYTES = 32 * 1024 * 1024
_EDGES = ("xmin", "ymin", "xmax", "ymax")
_BOX = pa.struct([(edge, pa.float32()) for edge in _EDGES])


@dataclass
class _Seen:
    """Figures for the metadata of a geometry column, complete when all rows are written."""

    codes: set[int] = field(default_factory=set)
    box: wkb.Floats = field(default_factory=lambda: np.array([np.inf, np.inf, -np.inf, -np.inf]))


class Measure:
    """Called for each batch in the thread that decoded it: adds bounding boxes, and collects facts about geometries."""

    def __init__(self, writer: "Writer") -> None:
        self._writer = writer

    def __call__(self, batch: pa.RecordBatch) -> tuple[pa.RecordBatch, dict[str, _Seen]]:
        from carto_ext._frames.shapes import bounds

        arrays, seen = list(batch.columns), {}
        for column in self._writer.geometric:
            values = batch.column(column.name)
            found = bounds(values)
            boxes = found[~np.isnan(found).any(axis=1)]
            whole = np.array([*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0)]) if len(boxes) else _Seen().box
            seen[column.name] = _Seen(set(wkb.codes(values).tolist()), whole)
            if column is self._writer.primary:
                arrays.append(_boxes(found))
        return pa.RecordBatch.from_arrays(arrays, schema=self._writer.schema), seen


def _boxes(found: wkb.Floats) -> pa.StructArray:
    """Convert to 32 bits, rounding away from the geometry."""
    with np.errstate(over="ignore", invalid="ignore"):
        near = found.astype(np.float32)
        low = np.where(near[:, :2] > found[:, :2], np.nextafter(near[:, :2], np.float32(-np.inf)), near[:, :2])
        high = np.where(near[:, 2:] < found[:, 2:], np.nextafter(near[:, 2:], np.float32(np.inf)), near[:, 2:])
    edges = [pa.array(np.ascontiguousarray(edge)) for edge in (low[:, 0], low[:, 1], high[:, 0], high[:, 1])]
    return pa.StructArray.from_arrays(edges, fields=list(_BOX), mask=pa.array(np.isnan(found).any(axis=1)))


class Writer:
    """A temporary file beside the path, which gets its name on `commit`."""

    def __init__(self, path: str | os.PathLike[str], columns: Sequence[Column], schema: pa.Schema) -> None:
        self.path = Path(path)
        self._part = self.path.with_name(f".{self.path.name}.{secrets.token_hex(4)}.part")
        self.geometric = [column for column in columns if column.kind == "geometry"]
        named = (column for column in self.geometric if column.name == "the_geom")
        self.primary = next(named, self.geometric[0] if self.geometric else None)
        self._seen = {column.name: _Seen() for column in self.geometric}
        self.schema, self._box = schema, ""
        if self.primary is not None:
            self._box = next(name for name in _box_names() if name not in schema.names)
            self.schema = schema.append(pa.field(self._box, _BOX))
        self._held: list[pa.RecordBatch] = []
        self._rows = 0
        try:
            self._file = pq.ParquetWriter(self._part, self.schema, compression="zstd")
        except OSError as error:
            raise InvalidArgumentError(
                f"{self.path} cannot be written: {error.strerror}; choose a folder that exists and is writable"
            ) from None

    def write(self, measured: tuple[pa.RecordBatch, dict[str, _Seen]]) -> None:
        batch, seen = measured
        for name, new in seen.items():
            known = self._seen[name]
            known.codes |= new.codes
            known.box[:2] = np.minimum(known.box[:2], new.box[:2])
            known.box[2:] = np.maximum(known.box[2:], new.box[2:])
        self._held.append(batch)
        rows, size = sum(map(len, self._held)), sum(one.nbytes for one in self._held)
        if rows >= GROUP_ROWS or size >= GROUP_BYTES:
            self._write_group(rows)

    def _write_group(self, rows: int) -> None:
        table = pa.Table.from_batches(self._held, schema=self.schema)
        whole = rows if rows < GROUP_ROWS else rows - rows % GROUP_ROWS
        self._file.write_table(table.slice(0, whole), row_group_size=GROUP_ROWS)
        self._held = table.slice(whole).to_batches()
        self._rows += whole

    def commit(self) -> FileResult:
        if rest := sum(map(len, self._held)):
            self._write_group(rest)
            self._held, self._rows = [], self._rows
        if self.primary is not None:
            self._file.add_key_value_metadata({"geo": json.dumps(self._metadata(self.primary))})
        self._file.close()
        self._part.replace(self.path)
        types = {field.name: str(field.type) for field in self.schema if field.name != self._box}
        crs = (self.primary.crs or {}).get("crs") if self.primary else None
        return FileResult(self.path, self._rows, self.path.stat().st_size, types, crs)

    def abort(self) -> None:
        self._file.close()
        self._part.unlink(missing_ok=True)

    def _metadata(self, primary: Column) -> dict[str, Any]:
        columns = {column.name: _described(column, self._seen[column.name]) for column in self.geometric}
        columns[primary.name]["covering"] = {"bbox": {edge: [self._box, edge] for edge in _EDGES}}
        return {"version": "1.1.0", "primary_column": primary.name, "columns": columns}


def _box_names() -> Iterator[str]:
    yield "bbox"
    number = 2
    while True:
        yield f"bbox_{number}"
        number += 1


def _described(column: Column, seen: _Seen) -> dict[str, Any]:
    told: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": _type_names(seen.codes),
        # Without a crs, the format means longitude and latitude; null means that it is unknown.
        "crs": projjson((column.crs or {}).get("crs"), column.name),
    }
    if np.isfinite(seen.box).all():
        told["bbox"] = seen.box.tolist()
    return told | ({"edges": "spherical"} if column.is_geography else {})


def _type_names(codes: set[int]) -> list[str]:
    """Return the names of types. An empty list means any: the format has no names for shapes with M and for curves."""
    if any(code % 1000 not in wkb.NAMES or code >= 2000 for code in codes):
        return []
    return sorted(wkb.NAMES[code % 1000] + (" Z" if code >= 1000 else "") for code in codes)


class _File:
    """A file as a stream of batches, with its geometry marked as GeoArrow."""

    def __init__(self, file: pq.ParquetFile, geo: dict[str, Any]) -> None:
        self._file = file
        columns = geo.get("columns", {})
        covering = {
            path[0] for one in columns.values() for path in one.get("covering", {}).get("bbox", {}).values() if path
        }
        self._names = [name for name in file.schema_arrow.names if name not in covering]
        fields = []
        for name in self._names:
            plain = file.schema_arrow.field(name)
            fields.append(_marked(plain, columns[name]) if name in columns else plain)
        self.schema = pa.schema(fields)

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        for batch in self._file.iter_batches(batch_size=GROUP_ROWS, columns=self._names):
            yield pa.RecordBatch.from_arrays(batch.columns, schema=self.schema)


def _marked(plain: pa.Field, told: dict[str, Any]) -> pa.Field:
    if told.get("encoding") != "WKB":
        raise FrameError(
            f"column {plain.name!r} is encoded as {told.get('encoding')}: read the file with geopandas.read_parquet "
            "and write that frame"
        )
    crs = told.get("crs", "OGC:CRS84")
    metadata = {**({"crs": crs} if crs else {}), **({"edges": "spherical"} if told.get("edges") == "spherical" else {})}
    return plain.with_metadata({EXTENSION: WKB, EXTENSION_METADATA: json.dumps(metadata).encode()})


def open_file(path: str | os.PathLike[str]) -> _File:
    """Open a file. Raises InvalidArgumentError if it is not a Parquet file."""
    try:
        file = pq.ParquetFile(path, pre_buffer=False)
    except (OSError, pa.ArrowInvalid) as error:
        raise InvalidArgumentError(f"{os.fspath(path)!r} cannot be read ({error}): give a Parquet file") from None
    return _File(file, json.loads((file.metadata.metadata or {}).get(b"geo", b"{}")))
