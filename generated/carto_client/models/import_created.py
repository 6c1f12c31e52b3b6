# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class ImportCreated(Extensible[Any]):
    """An import that was just queued."""

    item_queue_id: str
    """ Id of the import, for `imports_read`. """
    success: bool
    """ True; says that the import is queued, not that it worked. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        item_queue_id = self.item_queue_id

        success = self.success

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"item_queue_id": item_queue_id, "success": success})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        item_queue_id = d.pop("item_queue_id")

        success = d.pop("success")

        import_created = cls(item_queue_id=item_queue_id, success=success)

        import_created.additional_properties = d
        return import_created
