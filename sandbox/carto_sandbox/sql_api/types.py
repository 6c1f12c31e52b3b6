"""The types that CARTO's node server knows, by PostgreSQL's numbers for them, and its description of a column."""

from collections.abc import Mapping
from typing import Any

# Its list was made for older servers than ours; it does not know the names of other types.
_KNOWN = """
16 bool 17 bytea 18 char 19 name 20 int8 21 int2 22 int2vector 23 int4 24 regproc 25 text 26 oid 27 tid 28 xid 29 cid
30 oidvector 32 pg_ddl_command 71 pg_type 75 pg_attribute 81 pg_proc 83 pg_class 114 JSON 142 xml 143 _xml
194 pg_node_tree 199 _json 210 smgr 600 point 601 lseg 602 path 603 box 604 polygon 628 line 629 _line 650 cidr
700 float4 701 float8 702 abstime 703 reltime 704 tinterval 705 unknown 718 circle 719 _circle 790 money 791 _money
829 macaddr 869 inet 1000 _bool 1001 _bytea 1002 _char 1003 _name 1005 _int2 1006 _int2vector 1007 _int4 1008 _regproc
1009 _text 1010 _tid 1011 _xid 1012 _cid 1013 _oidvector 1014 _bpchar 1015 _varchar 1016 _int8 1017 _point 1018 _lseg
1019 _path 1020 _box 1021 _float4 1022 _float8 1023 _abstime 1024 _reltime 1025 _tinterval 1027 _polygon 1028 _oid
1033 aclitem 1034 _aclitem 1040 _macaddr 1041 _inet 1042 bpchar 1043 varchar 1082 date 1083 time 1114 timestamp
1115 _timestamp 1182 _date 1183 _time 1184 timestamptz 1185 _timestamptz 1186 interval 1187 _interval 1231 _numeric
1263 _cstring 1266 timetz 1270 _timetz 1560 bit 1561 _bit 1562 varbit 1563 _varbit 1700 numeric 1790 refcursor
2201 _refcursor 2202 regprocedure 2203 regoper 2204 regoperator 2205 regclass 2206 regtype 2207 _regprocedure
2208 _regoper 2209 _regoperator 2210 _regclass 2211 _regtype 2249 record 2275 cstring 2276 any 2277 anyarray 2278 void
2279 trigger 2280 language_handler 2281 internal 2282 opaque 2283 anyelement 2287 _record 2776 anynonarray
2949 _txid_snapshot 2950 uuid 2951 _uuid 2970 txid_snapshot 3115 fdw_handler 3220 pg_lsn 3221 _pg_lsn 3310 tsm_handler
3500 anyenum 3614 tsvector 3615 tsquery 3642 gtsvector 3643 _tsvector 3644 _gtsvector 3645 _tsquery 3734 regconfig
3735 _regconfig 3769 regdictionary 3770 _regdictionary 3802 jsonb 3807 _jsonb 3831 anyrange 3838 event_trigger
3904 int4range 3905 _int4range 3906 numrange 3907 _numrange 3908 tsrange 3909 _tsrange 3910 tstzrange 3911 _tstzrange
3912 daterange 3913 _daterange 3926 int8range 3927 _int8range 4089 regnamespace 4090 _regnamespace 4096 regrole
4097 _regrole
"""
_WORDS = _KNOWN.split()
NAMES: dict[int, str] = {int(oid): name for oid, name in zip(_WORDS[::2], _WORDS[1::2], strict=True)}
SPATIAL = ("geometry", "geography", "raster")
"""Types that the server looks up in each database, since their numbers differ."""

_WKB_TYPES = (
    "Unknown", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection",
    "CircularString", "CompoundCurve", "CurvePolygon", "MultiCurvePolygon", "PolyhedralSurface", "Triangle", "TIN",
)  # fmt: skip
# The first group with a word that is in a type's name decides: so an interval and a point are numbers.
_KINDS = (
    (("bool",), "boolean"),
    (("int", "float", "numeric"), "number"),
    (("text", "char", "unknown"), "string"),
    (("date", "time"), "date"),
)

TypeNames = Mapping[int, str]


def describe_field(oid: int, modifier: int, names: TypeNames) -> dict[str, Any]:
    """An entry of `fields`. `modifier` is the column's typmod: kind, dimensions and srid of a PostGIS type."""
    name = names.get(oid)
    if name is None:
        return {"type": f"unknown({oid})"}
    kind = next((kind for words, kind in _KINDS if any(word in name for word in words)), name)
    kind = f"{kind}[]" if name.startswith("_") else kind
    return {"type": kind, **_read_modifier(modifier)} if name in SPATIAL else {"type": kind, "pgtype": name}


def _read_modifier(modifier: int) -> dict[str, Any]:
    """Without a modifier, which is -1, the server reads its bits all the same: four dimensions and the srid -1."""
    number = (modifier & 0xFC) >> 2
    kind = {"wkbtype": _WKB_TYPES[number]} if number < len(_WKB_TYPES) else {}
    srid = ((modifier & 0x0FFFFF00) - (modifier & 0x10000000)) >> 8
    return {**kind, "dims": 2 + ((modifier & 2) >> 1) + (modifier & 1), "srid": srid}
