# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class ImportWarnings(Extensible[Any]):
    """Parts that were left out. Loaders can add keys."""

    rejected_layers: list[str] | Unset = UNSET
    """ Layers that did not fit on the map. """
    user_max_layers: int | Unset = UNSET
    """ Layers that the account's maps can have. """
    max_tables_per_import: int | Unset = UNSET
    """ Tables that one import can make. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        rejected_layers: list[str] | Unset = UNSET
        if not isinstance(self.rejected_layers, Unset):
            rejected_layers = self.rejected_layers

        user_max_layers = self.user_max_layers

        max_tables_per_import = self.max_tables_per_import

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if rejected_layers is not UNSET:
            field_dict["rejected_layers"] = rejected_layers
        if user_max_layers is not UNSET:
            field_dict["user_max_layers"] = user_max_layers
        if max_tables_per_import is not UNSET:
            field_dict["max_tables_per_import"] = max_tables_per_import

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        rejected_layers = cast("list[str] | Unset", require_list(d.pop("rejected_layers", UNSET)))

        user_max_layers = d.pop("user_max_layers", UNSET)

        max_tables_per_import = d.pop("max_tables_per_import", UNSET)

        import_warnings = cls(
            rejected_layers=rejected_layers,
            user_max_layers=user_max_layers,
            max_tables_per_import=max_tables_per_import,
        )

        import_warnings.additional_properties = d
        return import_warnings
