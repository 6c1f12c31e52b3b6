# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_list, require_object, show_model


@_attrs_define
class ClusterResult(Extensible[Any]):
    """Features of a cluster."""

    rows: list[Any]
    """ Objects of column name to value. """
    fields: list[Any]
    """ The columns, in the database driver's form. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        rows = self.rows

        fields = self.fields

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"rows": rows, "fields": fields})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        rows = cast("list[Any]", require_list(d.pop("rows")))

        fields = cast("list[Any]", require_list(d.pop("fields")))

        cluster_result = cls(rows=rows, fields=fields)

        cluster_result.additional_properties = d
        return cluster_result
