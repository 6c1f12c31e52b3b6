"""Rows for people: a table on a terminal, lines with tabs in a pipe."""

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import click

from carto_ext.cli.app import coloured, for_terminals

# More is not read by anyone, and takes long to lay out.
MOST_ROWS = 1000
_GAP = 3
# In a pipe, as COPY's text format has them.
_ESCAPES = {number: f"\\x{number:02x}" for number in (*range(32), *range(127, 160))}
_ESCAPES |= {ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r", ord("\\"): "\\\\"}
# Where columns would have to be narrower, each row is shown as lines of name and value.
_NARROW = 10
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\dZ")
_SHORT_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d)?")
_CARTO_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z| UTC|\+00:00)")


def text_of(value: object) -> str:
    """One cell, as it is."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def for_people(value: object) -> str:
    """One cell of a list of ours: numbers with commas, moments without seconds."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, str) and (moment := _MOMENT.fullmatch(value)):
        return f"{moment[1]} {moment[2]}"
    return for_terminals(text_of(value))


def utc(text: str | None) -> str | None:
    """CARTO writes a moment in several ways: `2026-11-25T10:36:07.123Z`, `2026-11-25 10:36:07 UTC`."""
    found = _CARTO_MOMENT.fullmatch(text or "")
    return text if found is None else f"{found[1]}T{found[2]}Z"


def print_rows(
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
    *,
    none: str,
    shown: Callable[[object], str] | None = None,
) -> None:
    """A table, cut to the terminal's width; in a pipe all of it, with tabs and a line of names."""
    if not sys.stdout.isatty():
        print_tabbed(rows, columns)
    elif not rows:
        click.echo(none, err=True)
    else:
        _print_table(rows[:MOST_ROWS], columns, shown or (lambda value: for_terminals(text_of(value))))
        if len(rows) > MOST_ROWS:
            click.echo(f"{MOST_ROWS:,} of {len(rows):,} rows are shown; --json or a pipe has them all.", err=True)


def print_tabbed(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """A row is a line, whatever is in it: see _ESCAPES."""
    click.echo("\t".join(name.translate(_ESCAPES) for name in columns))
    for row in rows:
        click.echo("\t".join(text_of(row.get(name)).translate(_ESCAPES) for name in columns))


def _print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], shown: Callable[[object], str]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    cells = [[shown(row.get(name)) for name in columns] for row in rows]
    widths = [max(cell_len(text) for text in column) for column in zip(columns, *cells, strict=True)]
    if sum(min(width, _NARROW) + _GAP for width in widths) - _GAP > console.width:
        _print_records(console, columns, cells)
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    numbers = [all(isinstance(row.get(name), int | float | None) for row in rows) for name in columns]
    # The first column says which row it is; a number or a moment that is cut is another one.
    moments = [all(_SHORT_MOMENT.fullmatch(row[number]) for row in cells) for number in range(len(columns))]
    whole = [number == 0 or numbers[number] or moments[number] for number in range(len(columns))]
    fitted = _fitted(widths, whole, console.width - _GAP * (len(widths) - 1))
    for name, is_number, width in zip(columns, numbers, fitted, strict=True):
        justify: Literal["left", "right"] = "right" if is_number else "left"
        table.add_column(Text(name), justify=justify, no_wrap=True, overflow="ellipsis", width=width)
    for row in cells:
        table.add_row(*(Text(" ".join(text.splitlines())) for text in row))
    console.print(table)


def _fitted(widths: Sequence[int], whole: Sequence[bool], room: int) -> list[int]:
    """The same widths where they fit; else the widest give way, and what should be whole does so last."""
    fitted = [min(width, room) for width in widths]
    while sum(fitted) > room:
        soft = [number for number, width in enumerate(fitted) if width > _NARROW and not whole[number]]
        fitted[max(soft or range(len(fitted)), key=fitted.__getitem__)] -= 1
    return fitted


def _print_records(console: Any, columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """Each row as lines of name and value, as psql's \\x shows it."""
    from rich.text import Text

    longest = max(map(len, columns))
    for number, row in enumerate(cells, 1):
        console.rule(Text(f"row {number}", style="dim"), align="left", style="dim")
        for name, text in zip(columns, row, strict=True):
            line = Text.assemble((name.ljust(longest + _GAP), "bold"), " ".join(text.splitlines()))
            line.truncate(console.width, overflow="ellipsis")
            console.print(line, no_wrap=True)


def print_record(record: Mapping[str, object]) -> None:
    """One thing: a name and a value a line."""
    longest = max(map(len, record))
    terminal = sys.stdout.isatty()
    for name, value in record.items():
        label = coloured(name.ljust(longest)) if terminal else name
        text = for_people(value) if terminal else text_of(value).translate(_ESCAPES)
        click.echo(f"{label}{'  ' if terminal else chr(9)}{text}")
