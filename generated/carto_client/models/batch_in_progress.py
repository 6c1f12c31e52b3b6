# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_list, require_object, show_model


@_attrs_define
class BatchInProgress(Extensible["list[str]"]):
    """Account name to the ids of its running jobs. Empty if none runs."""

    additional_properties: dict[str, list[str]] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        batch_in_progress = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = cast("list[str]", require_list(prop_dict))

            additional_properties[prop_name] = additional_property

        batch_in_progress.additional_properties = additional_properties
        return batch_in_progress
