# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.sql_fields import SqlFields


@cache
def _nested_models() -> Any:
    from ..models.sql_fields import SqlFields

    return (SqlFields,)


@_attrs_define
class SqlResult(Extensible[Any]):
    """Rows of a query. NOTICE, INFO and WARNING messages appear in lists of their own."""

    rows: list[Any]
    """ Objects of column name to value, in order. Empty for statements without a result. Of columns with the same
    name the last one is kept; one without a name is called `?column?`. """
    time: float
    """ Seconds that the server spent. """
    fields: SqlFields
    """ Column name to type, in the order of the columns. """
    total_rows: int
    """ Rows of **this answer** (of the page, not of the whole set), or rows that an INSERT, UPDATE or DELETE
    touched; 0 for DDL. """
    error: list[str] | Unset = UNSET
    """ Present if the query failed after its first row, in spite of status 200. A list of one message; `rows` is
    incomplete then. """
    notices: list[str] | Unset = UNSET
    """ NOTICE messages. """
    infos: list[str] | Unset = UNSET
    """ INFO messages. """
    warnings: list[str] | Unset = UNSET
    """ WARNING messages. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (SqlFields,) = _nested_models()

        rows = self.rows

        time = self.time

        fields = to_object("fields", self.fields, SqlFields)

        total_rows = self.total_rows

        error: list[str] | Unset = UNSET
        if not isinstance(self.error, Unset):
            error = self.error

        notices: list[str] | Unset = UNSET
        if not isinstance(self.notices, Unset):
            notices = self.notices

        infos: list[str] | Unset = UNSET
        if not isinstance(self.infos, Unset):
            infos = self.infos

        warnings: list[str] | Unset = UNSET
        if not isinstance(self.warnings, Unset):
            warnings = self.warnings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"rows": rows, "time": time, "fields": fields, "total_rows": total_rows})
        if error is not UNSET:
            field_dict["error"] = error
        if notices is not UNSET:
            field_dict["notices"] = notices
        if infos is not UNSET:
            field_dict["infos"] = infos
        if warnings is not UNSET:
            field_dict["warnings"] = warnings

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (SqlFields,) = _nested_models()

        d = require_object(src_dict)
        rows = cast("list[Any]", require_list(d.pop("rows")))

        time = d.pop("time")

        fields = SqlFields.from_dict(d.pop("fields"))

        total_rows = d.pop("total_rows")

        error = cast("list[str] | Unset", require_list(d.pop("error", UNSET)))

        notices = cast("list[str] | Unset", require_list(d.pop("notices", UNSET)))

        infos = cast("list[str] | Unset", require_list(d.pop("infos", UNSET)))

        warnings = cast("list[str] | Unset", require_list(d.pop("warnings", UNSET)))

        sql_result = cls(
            rows=rows,
            time=time,
            fields=fields,
            total_rows=total_rows,
            error=error,
            notices=notices,
            infos=infos,
            warnings=warnings,
        )

        sql_result.additional_properties = d
        return sql_result
