"""Reference systems: PostGIS SRIDs, and their names in frames and files."""

import json
from collections.abc import Mapping
from typing import Any

from carto_ext.frames import FrameError

# They are the same everywhere, so no query of spatial_ref_sys is needed.
KNOWN = {4326: "EPSG:4326", 3857: "EPSG:3857"}
LONGITUDE_LATITUDE = 4326
# Authorities whose codes other software knows too.
_AUTHORITIES = ("EPSG", "ESRI", "IGNF", "OGC")


def crs_of(srid: int, row: Mapping[str, Any] | None) -> dict[str, str]:
    """Return GeoArrow's metadata; empty if the reference system is unknown."""
    if not srid:
        return {}
    if srid in KNOWN or row is None:
        return {"crs": f"EPSG:{srid}", "crs_type": "authority_code"}
    if row.get("auth_name") in _AUTHORITIES and row.get("auth_srid"):
        return {"crs": f"{row['auth_name']}:{row['auth_srid']}", "crs_type": "authority_code"}
    return {"crs": str(row["srtext"])} if row.get("srtext") else {}


def system_of(crs: Any, column: str) -> Any:
    """Return a pyproj.CRS, None if there is none. Raises FrameError for a system that PROJ does not know."""
    if crs is None:
        return None
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        return CRS.from_user_input(crs)
    except CRSError:
        raise FrameError(
            f"column {column!r} is in {crs}, which PROJ does not know: select ST_Transform({column}, 4326)"
        ) from None


def projjson(crs: Any, column: str) -> dict[str, Any] | None:
    """Return the system as GeoParquet requires it."""
    system = system_of(crs, column)
    made: dict[str, Any] | None = None if system is None else system.to_json_dict()
    return made


def srid_of(crs: Any, column: str) -> int:
    """Return the SRID for a system in any form (PROJJSON, WKT, a code, or a pyproj.CRS); 0 if there is none.

    Raises FrameError for a system without a number.
    """
    if crs is None or crs == "" or crs == {}:
        return 0
    name = crs if isinstance(crs, str) else ""
    authority, _, code = name.partition(":")
    if authority.upper() == "EPSG" and code.isdecimal():
        return int(code)
    if isinstance(crs, dict) and (told := crs.get("id")) and str(told.get("authority")).upper() == "EPSG":
        return int(told["code"])
    if name.upper() in ("OGC:CRS84", "CRS84"):
        return LONGITUDE_LATITUDE
    system = system_of(json.dumps(crs) if isinstance(crs, dict) else crs, column)
    found = system.to_authority() or ("", "")
    if found == ("OGC", "CRS84"):
        return LONGITUDE_LATITUDE
    # PostGIS numbers ESRI's systems by ESRI's own codes, which are larger than EPSG's.
    number = system.to_epsg() or (int(found[1]) if found[0] == "ESRI" and found[1].isdecimal() else None)
    if number is None:
        raise FrameError(
            f"the reference system of column {column!r}, {system.name}, has no EPSG code: convert it with "
            "to_crs(4326), or give srid="
        )
    return number
