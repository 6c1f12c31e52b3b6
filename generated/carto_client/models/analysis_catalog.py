# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_list, require_object, show_model


@_attrs_define
class AnalysisCatalog(Extensible[Any]):
    """Analysis nodes of an account."""

    catalog: list[Any]
    """ The nodes, as objects with the columns of the server's catalog and, if they have one, their `table`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        catalog = self.catalog

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"catalog": catalog})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        catalog = cast("list[Any]", require_list(d.pop("catalog")))

        analysis_catalog = cls(catalog=catalog)

        analysis_catalog.additional_properties = d
        return analysis_catalog
