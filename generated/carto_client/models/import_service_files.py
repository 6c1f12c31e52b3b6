# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_list, require_object, show_model


@_attrs_define
class ImportServiceFiles(Extensible[Any]):
    """Files that can be imported from a service."""

    files: list[Any]
    """ Objects; their fields depend on the service. `id` is what an import wants as `service_item_id`. """
    success: bool
    """ True. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        files = self.files

        success = self.success

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"files": files, "success": success})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        files = cast("list[Any]", require_list(d.pop("files")))

        success = d.pop("success")

        import_service_files = cls(files=files, success=success)

        import_service_files.additional_properties = d
        return import_service_files
