# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class SynchronizationDataImport(Extensible[Any]):
    """The import that is the first run of a synchronization."""

    endpoint: str
    """ `/api/v1/imports`. """
    item_queue_id: str
    """ Id of the import, for `imports_read`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        endpoint = self.endpoint

        item_queue_id = self.item_queue_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"endpoint": endpoint, "item_queue_id": item_queue_id})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        endpoint = d.pop("endpoint")

        item_queue_id = d.pop("item_queue_id")

        synchronization_data_import = cls(endpoint=endpoint, item_queue_id=item_queue_id)

        synchronization_data_import.additional_properties = d
        return synchronization_data_import
