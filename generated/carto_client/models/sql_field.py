# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class SqlField(Extensible[Any]):
    """Type of a column."""

    type_: str
    """ `number` (any type with int, float or numeric in its name, hence also interval, point and ranges of
    integers), `string`, `boolean`, `date` (date, timestamp, time), `geometry` (also geography and raster), the
    same with `[]` for arrays, `JSON` for json, and otherwise PostgreSQL's name (`jsonb`, `uuid`, `bytea`, …) or
    `unknown(OID)`. """
    pgtype: str | Unset = UNSET
    """ PostgreSQL's name of the type (`int8`, `_text` for an array of text, `JSON` for json). Absent for
    geometries. """
    wkbtype: str | Unset = UNSET
    """ For geometries, the declared type (`Point`, `MultiPolygon`, …) or `Unknown`. """
    dims: int | Unset = UNSET
    """ For geometries, number of dimensions. """
    srid: int | Unset = UNSET
    """ For geometries, id of the reference system. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        pgtype = self.pgtype

        wkbtype = self.wkbtype

        dims = self.dims

        srid = self.srid

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"type": type_})
        if pgtype is not UNSET:
            field_dict["pgtype"] = pgtype
        if wkbtype is not UNSET:
            field_dict["wkbtype"] = wkbtype
        if dims is not UNSET:
            field_dict["dims"] = dims
        if srid is not UNSET:
            field_dict["srid"] = srid

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        type_ = d.pop("type")

        pgtype = d.pop("pgtype", UNSET)

        wkbtype = d.pop("wkbtype", UNSET)

        dims = d.pop("dims", UNSET)

        srid = d.pop("srid", UNSET)

        sql_field = cls(type_=type_, pgtype=pgtype, wkbtype=wkbtype, dims=dims, srid=srid)

        sql_field.additional_properties = d
        return sql_field
