# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class UserLimits(Extensible[Any]):
    """Limits of the account."""

    concurrent_syncs: int | None | Unset = UNSET
    """ Synchronizations at a time. """
    concurrent_imports: int | None | Unset = UNSET
    """ Imports at a time. """
    import_file_size: int | None | Unset = UNSET
    """ Bytes of a file to import; more than 32 bits. """
    import_table_rows: int | None | Unset = UNSET
    """ Rows of a table to import. """
    max_layers: int | None | Unset = UNSET
    """ Layers of a map. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        concurrent_syncs: int | None | Unset
        if isinstance(self.concurrent_syncs, Unset):
            concurrent_syncs = UNSET
        else:
            concurrent_syncs = self.concurrent_syncs

        concurrent_imports: int | None | Unset
        if isinstance(self.concurrent_imports, Unset):
            concurrent_imports = UNSET
        else:
            concurrent_imports = self.concurrent_imports

        import_file_size: int | None | Unset
        if isinstance(self.import_file_size, Unset):
            import_file_size = UNSET
        else:
            import_file_size = self.import_file_size

        import_table_rows: int | None | Unset
        if isinstance(self.import_table_rows, Unset):
            import_table_rows = UNSET
        else:
            import_table_rows = self.import_table_rows

        max_layers: int | None | Unset
        if isinstance(self.max_layers, Unset):
            max_layers = UNSET
        else:
            max_layers = self.max_layers

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if concurrent_syncs is not UNSET:
            field_dict["concurrent_syncs"] = concurrent_syncs
        if concurrent_imports is not UNSET:
            field_dict["concurrent_imports"] = concurrent_imports
        if import_file_size is not UNSET:
            field_dict["import_file_size"] = import_file_size
        if import_table_rows is not UNSET:
            field_dict["import_table_rows"] = import_table_rows
        if max_layers is not UNSET:
            field_dict["max_layers"] = max_layers

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        concurrent_syncs = cast("int | None | Unset", d.pop("concurrent_syncs", UNSET))

        concurrent_imports = cast("int | None | Unset", d.pop("concurrent_imports", UNSET))

        import_file_size = cast("int | None | Unset", d.pop("import_file_size", UNSET))

        import_table_rows = cast("int | None | Unset", d.pop("import_table_rows", UNSET))

        max_layers = cast("int | None | Unset", d.pop("max_layers", UNSET))

        user_limits = cls(
            concurrent_syncs=concurrent_syncs,
            concurrent_imports=concurrent_imports,
            import_file_size=import_file_size,
            import_table_rows=import_table_rows,
            max_layers=max_layers,
        )

        user_limits.additional_properties = d
        return user_limits
