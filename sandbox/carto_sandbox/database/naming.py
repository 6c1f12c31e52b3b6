"""Names that PostgreSQL and CARTO accept, made from whatever stands in a file."""

import re
import unicodedata
from collections.abc import Container, Iterable
from pathlib import PurePath

MAX_NAME_LENGTH = 63  # PostgreSQL cuts identifiers there (NAMEDATALEN - 1)

# Columns every PostgreSQL table has already.
SYSTEM_COLUMNS = frozenset({"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", "oid", "ogc_fid"})
# Words that PostgreSQL takes for no name unless they are quoted.
RESERVED_WORDS = frozenset(
    """
    all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
    column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
    current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
    from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
    localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
    returning right select session_user similar some symmetric system_user table tablesample then to trailing true
    union unique user using variadic verbose when where window with
    """.split()  # noqa: SIM905 - a literal of ninety strings reads worse
)
FILE_ENDINGS = (".gz", ".zip", ".csv", ".tsv", ".tab", ".txt", ".geojson", ".json")


def sanitize(text: str) -> str:
    """Lower-case snake case of ASCII letters and digits, at most 63 long; "" when nothing is left of the text."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9_]+", "_", plain.strip().lower())
    name = re.sub(r"_{2,}", "_", name) if not text.startswith("__") else name
    name = name.strip("_") if not text.startswith("_") else name.rstrip("_")
    if name[:1].isdigit():
        name = "_" + name
    return name[:MAX_NAME_LENGTH]


def make_table_name(file_name: str) -> str:
    """The table name of a file; only the endings that say a format are taken off it. "" when no name can be made."""
    base = PurePath(file_name.replace("\\", "/")).name
    stripped = True
    while stripped:
        stripped = False
        for ending in FILE_ENDINGS:
            if base.lower().endswith(ending):
                base, stripped = base[: -len(ending)], True
    name = sanitize(base)
    if name[:2].lstrip("_")[:1].isdigit():
        return f"table_{name.lstrip('_')}"[:MAX_NAME_LENGTH]
    return f"{name}_t" if name in RESERVED_WORDS else name


def make_column_names(headers: Iterable[str]) -> list[str]:
    """One name per header, all different; an empty header becomes ``field_N``, as it does with GDAL."""
    names: list[str] = []
    for position, header in enumerate(headers, start=1):
        name = sanitize(header) or f"field_{position}"
        if name in SYSTEM_COLUMNS or name in RESERVED_WORDS:
            name = "_" + name
        names.append(make_unique(name, names))
    return names


def make_unique(name: str, taken: Container[str]) -> str:
    """The name itself, or with the first free ``_1``, ``_2``, … behind it."""
    if name not in taken:
        return name
    number = 1
    while True:
        suffix = f"_{number}"
        candidate = name[: MAX_NAME_LENGTH - len(suffix)] + suffix
        if candidate not in taken:
            return candidate
        number += 1
