"""Names of tables and columns by CARTO's rules, made from whatever stands in a file, in any alphabet."""

import re
from collections.abc import Container, Iterable
from pathlib import PurePath

MAX_NAME_LENGTH = 63  # PostgreSQL cuts identifiers there (NAMEDATALEN - 1)

# Columns every PostgreSQL table has already, and the one that GDAL makes.
SYSTEM_COLUMNS = frozenset({"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", "ogc_fid"})
# Words that PostgreSQL takes for no name unless they are quoted.
RESERVED_WORDS = frozenset(
    """
    all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
    column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
    current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
    from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
    localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
    returning right select session_user similar some symmetric table tablesample then to trailing true
    union unique user using variadic verbose when where window with
    """.split()  # noqa: SIM905 - a literal of ninety strings reads worse
)
# CARTO reserves these too, without a known reason.
_MORE_WORDS = frozenset({"between", "new", "off", "old", "format", "controller", "action"})
_TABLE_WORDS = frozenset(
    {"layergroup", "public", "spatial_ref_sys", "geography_columns", "geometry_columns", "raster_columns"}
    | {"raster_overviews", "cdb_tablemetadata", "geometry", "raster"}
)
FILE_ENDINGS = (
    ".gz", ".bz2", ".tar", ".tgz", ".zip", ".kmz", ".csv", ".tsv", ".tab", ".txt", ".geojson", ".json", ".js", ".shp",
    ".gpkg", ".kml", ".gpx", ".xlsx", ".xls", ".ods",
)  # fmt: skip

# Letters of columns' names and their replacements; letters that are not here become a line.
_LATIN = {
    "a": "àáâãäåāă", "ae": "æ", "d": "ďđ", "c": "çćčĉċ", "e": "èéêëēęěĕė", "f": "ƒ", "g": "ĝğġģ", "h": "ĥħ",
    "i": "ìíîïīĩĭ", "j": "įıĳĵ", "k": "ķĸ", "l": "łľĺļŀ", "n": "ñńňņŉŋ", "o": "òóôõöøōőŏ", "oe": "œ", "q": "ą",
    "r": "ŕřŗ", "s": "śšşŝș", "t": "ťţŧț", "u": "ùúûüūůűŭũų", "w": "ŵ", "y": "ýÿŷ", "z": "žżź",
}  # fmt: skip
# CARTO's list lacks the first letter of the alphabet.
_CYRILLIC = {
    "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "j", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x",
    "ц": "cz", "ч": "ch", "ш": "sh", "щ": "shh", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_LETTERS = {letter: plain for plain, letters in _LATIN.items() for letter in letters} | _CYRILLIC
_TRANSLITERATION = str.maketrans(_LETTERS)


def make_table_name(text: str) -> str:
    """Convert to lower case, replace all but a-z, digits and _ by _, and start with a letter."""
    name = text.lower().strip()
    if not re.match(r"[a-z]", name):
        name = f"table_{name}"
    name = re.sub(r"_{2,}", "_", re.sub(r"[^a-z|_0-9]", "_", name))[:MAX_NAME_LENGTH]
    return f"{name}_t" if name in RESERVED_WORDS | _MORE_WORDS | _TABLE_WORDS else name


def clean_file_name(file_name: str) -> str:
    """As CARTO calls a file: without folders, in lower case, without brackets and quotes."""
    base = PurePath(file_name.replace("\\", "/")).name
    return re.sub(r"[()'\"&]", "", base.replace(" ", "_")).lower()


def name_table_of(file_name: str) -> str:
    """The table name of a file; only the endings that say a format are taken off it."""
    base = clean_file_name(file_name)
    while ending := next((ending for ending in FILE_ENDINGS if base.endswith(ending) and base != ending), None):
        base = base[: -len(ending)]
    return make_table_name(base)


def make_column_name(text: str) -> str:
    """Replace accented and Cyrillic letters by Latin ones, and any other characters by one _."""
    name = re.sub(r"<[^>]+>", "", text).lower().translate(_TRANSLITERATION)
    name = re.sub(r"[^a-z0-9 _-]", "-", re.sub(r"&.+?;", "-", name))
    name = re.sub(r"[\s-]+", "-", name.strip()).strip("-")
    name = name.replace("-", "_")
    if not re.match(r"[a-z_]", name) or name in RESERVED_WORDS | _MORE_WORDS | SYSTEM_COLUMNS:
        name = f"_{name}"
    return re.sub(r"_{2,}", "_", name)[:MAX_NAME_LENGTH]


def make_column_names(headers: Iterable[str]) -> list[str]:
    """One name per header, all different; an empty header becomes ``field_N``, as it does with GDAL."""
    names: list[str] = []
    for position, header in enumerate(headers, start=1):
        names.append(make_unique(make_column_name(header.strip() or f"field_{position}"), names))
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
