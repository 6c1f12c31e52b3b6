# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_list, require_object, show_model


@_attrs_define
class ImportList(Extensible[Any]):
    """Imports that have not ended."""

    imports: list[str]
    """ Ids, newest first. """
    success: bool
    """ True. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        imports = self.imports

        success = self.success

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"imports": imports, "success": success})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        imports = cast("list[str]", require_list(d.pop("imports")))

        success = d.pop("success")

        import_list = cls(imports=imports, success=success)

        import_list.additional_properties = d
        return import_list
