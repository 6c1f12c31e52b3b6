"""TopoJSON as the node server's old library makes it: lines cut into arcs where they meet, on a grid of 10,000."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Position = list[float]
Line = list[Position]

_GRID = 10_000
_DEPTHS = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}


class Topology:
    """Made of GeoJSON geometries, which it changes into those of TopoJSON. Collections are left as they are."""

    def __init__(self, geometries: list[dict[str, Any]]) -> None:
        self._arcs: list[list[int]] = []
        self._arcs_by_end: dict[int, list[tuple[int, list[int]]]] = defaultdict(list)
        self._lines_at: dict[int, list[Line]] = defaultdict(list)
        positions = [position for geometry in geometries for position in _list_positions(geometry)]
        self._west, self._east = _find_bounds(position[0] for position in positions if position)
        self._south, self._north = _find_bounds(position[1] for position in positions if position)
        self._scale = (_divide(_GRID - 1, self._east - self._west), _divide(_GRID - 1, self._north - self._south))
        for geometry in geometries:
            self._note_lines(geometry)
        for geometry in geometries:
            self._convert(geometry)

    @property
    def transform(self) -> dict[str, list[float]]:
        return {"scale": [_divide(1, scale) for scale in self._scale], "translate": [self._west, self._south]}

    @property
    def arcs(self) -> Iterator[list[list[int]]]:
        """Each as steps from the grid's corner."""
        for arc in self._arcs:
            x = y = 0
            steps = []
            for index in arc:
                steps.append([index % _GRID - x, index // _GRID - y])
                x, y = index % _GRID, index // _GRID
            yield steps

    def _place(self, position: Position) -> list[int]:
        x, y = position[:2] if position else (math.nan, math.nan)
        return [_cut((x - self._west) * self._scale[0]), _cut((y - self._south) * self._scale[1])]

    def _index(self, position: Position) -> int:
        x, y = self._place(position)
        return y * _GRID + x

    def _note_lines(self, geometry: dict[str, Any]) -> None:
        """Note the lines at each position. Rings that are too small for the grid become empty, the others clockwise."""
        kind = geometry["type"]
        if kind == "LineString":
            self._note_line(geometry["coordinates"])
        elif kind == "MultiLineString":
            for line in geometry["coordinates"]:
                self._note_line(line)
        elif kind in ("Polygon", "MultiPolygon"):
            for rings in [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]:
                self._note_rings(rings)

    def _note_rings(self, rings: list[Line]) -> None:
        smallest = math.pi / (self._scale[0] * self._scale[1] * 180 * 180 * 4)
        for number, ring in enumerate(rings):
            area = _measure_area([self._snap(position) for position in ring])
            if abs(area) < smallest:
                ring.clear()
            elif (area < 0) != (number > 0):
                ring.reverse()
            self._note_line(ring)

    def _snap(self, position: Position) -> Position:
        x, y = self._place(position)
        return [_divide(x, self._scale[0]) + self._west, _divide(y, self._scale[1]) + self._south]

    def _note_line(self, line: Line) -> None:
        for index in dict.fromkeys(map(self._index, line)):
            self._lines_at[index].append(line)

    def _convert(self, geometry: dict[str, Any]) -> None:
        kind = geometry["type"]
        if kind == "Point":
            geometry["coordinates"] = self._place(geometry["coordinates"])
        elif kind == "MultiPoint":
            geometry["coordinates"] = [self._place(position) for position in geometry["coordinates"]]
        elif kind in _DEPTHS:
            closed = kind.endswith("Polygon")
            geometry["arcs"] = _map_lines(
                lambda line: self._cut_line(line, closed=closed), geometry.pop("coordinates"), _DEPTHS[kind], closed
            )

    def _cut_line(self, line: Line, *, closed: bool) -> list[int]:
        """The numbers of its arcs; those of an arc that is run through backwards are inverted."""
        found: list[int] = []
        if not line:
            return found
        indexes = [self._index(position) for position in line]
        start, before = self._find_start(indexes, closed=closed)
        arc: list[int] = []
        for at in range(len(line) + closed):
            index = indexes[(at + start) % len(line)]
            here = self._lines_at[index]
            if not _are_same(here, before):
                joins, leaves = _is_within(before, here), _is_within(here, before)
                if joins:
                    arc.append(index)
                self._add_arc(arc, found)
                if not joins and not leaves:
                    self._add_arc([arc[-1], index], found)
                arc = arc[-1:] if leaves else []
            if not arc or arc[-1] != index:
                arc.append(index)
            before = here
        self._add_arc(arc, found)
        return found

    def _find_start(self, indexes: list[int], *, closed: bool) -> tuple[int, list[Line]]:
        """A ring begins where more lines come together than just before."""
        before: list[Line] | None = None
        for at, index in enumerate(indexes):
            here = self._lines_at[index]
            if not closed or (before is not None and len(before) < len(here)):
                return at, here
            before = here
        return len(indexes), before or []

    def _add_arc(self, arc: list[int], found: list[int]) -> None:
        if len(arc) < 2:
            return
        known = self._arcs_by_end[min(arc[0], arc[-1])]
        for number, other in known:
            if other == arc:
                found.append(number)
                return
        for number, other in known:
            if other == arc[::-1]:
                found.append(~number)
                return
        known.append((len(self._arcs), arc))
        found.append(len(self._arcs))
        self._arcs.append(arc)


def _list_positions(geometry: dict[str, Any]) -> Iterator[Position]:
    depth = {"Point": 0, "MultiPoint": 1}.get(geometry["type"], _DEPTHS.get(geometry["type"], -2) + 1)
    if depth >= 0:
        yield from _walk(geometry["coordinates"], depth)


def _walk(coordinates: Any, depth: int) -> Iterator[Position]:
    if depth == 0:
        yield coordinates
        return
    for member in coordinates:
        yield from _walk(member, depth - 1)


def _map_lines(cut: Callable[[Line], list[int]], coordinates: Any, depth: int, drops: bool) -> list[Any]:
    """Of polygons, rings and parts without arcs are left out."""
    if depth == 0:
        return cut(coordinates)
    parts = [_map_lines(cut, member, depth - 1, drops) for member in coordinates]
    return [part for part in parts if part or not drops]


def _find_bounds(numbers: Iterable[float]) -> tuple[float, float]:
    low, high = math.inf, -math.inf
    for number in numbers:
        low, high = min(low, number), max(high, number)
    return low, high


def _divide(number: float, by: float) -> float:
    """As JavaScript divides: by zero too."""
    if by == 0:
        return math.nan if number == 0 else math.copysign(math.inf, number) * math.copysign(1, by)
    return number / by


def _cut(number: float) -> int:
    return int(number) if math.isfinite(number) else 0


def _are_same(lines: list[Line], others: list[Line]) -> bool:
    return len(lines) == len(others) and all(a is b for a, b in zip(lines, others, strict=True))


def _is_within(lines: list[Line], others: list[Line]) -> bool:
    return all(any(line is other for other in others) for line in lines)


def _measure_area(ring: Line) -> float:
    """Return the area on the sphere, with a sign for the direction."""
    if not ring:
        return 0
    area = 0.0
    length, sine = math.radians(ring[0][0]), math.sin(math.radians(ring[0][1]))
    for position in ring[1:]:
        step = math.radians(position[0]) - length
        length += step
        if step > math.pi:
            step -= 2 * math.pi
        elif step < -math.pi:
            step += 2 * math.pi
        before, sine = sine, math.sin(math.radians(position[1]))
        area += step * (2 + before + sine)
    if area >= 4 * math.pi:
        area -= 8 * math.pi
    elif area <= -4 * math.pi:
        area += 8 * math.pi
    return area / 2
