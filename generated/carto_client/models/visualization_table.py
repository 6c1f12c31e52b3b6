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
    from ..models.permission import Permission
    from ..models.synchronization import Synchronization


@cache
def _nested_models() -> Any:
    from ..models.permission import Permission
    from ..models.synchronization import Synchronization

    return (Permission, Synchronization)


@_attrs_define
class VisualizationTable(Extensible[Any]):
    """The table of a dataset. **Empty** for visualizations without one."""

    id: str | Unset = UNSET
    """ UUID of the table (not of the visualization). """
    name: str | Unset = UNSET
    """ Name; `schema.name` for those who do not own it. """
    geometry_types: list[str] | Unset = UNSET
    """ Types such as `ST_Point`; can be empty. """
    privacy: str | Unset = UNSET
    """ `PUBLIC` (also when it is by link) or `PRIVATE`. """
    updated_at: str | Unset = UNSET
    """ Timestamp, in the form of the visualization's. """
    size: int | None | Unset = UNSET
    """ Estimated bytes; null if the database could not be asked. """
    row_count: int | None | Unset = UNSET
    """ Estimated rows; null if the database could not be asked. """
    synchronization: None | Synchronization | Unset = UNSET
    """ How it is kept up to date. For its owner only. """
    permission: None | Permission | Unset = UNSET
    """ Owner and shares, where the visualization has them. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Permission, Synchronization) = _nested_models()

        id = self.id

        name = self.name

        geometry_types: list[str] | Unset = UNSET
        if not isinstance(self.geometry_types, Unset):
            geometry_types = self.geometry_types

        privacy = self.privacy

        updated_at = self.updated_at

        size: int | None | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        row_count: int | None | Unset
        if isinstance(self.row_count, Unset):
            row_count = UNSET
        else:
            row_count = self.row_count

        synchronization: dict[str, Any] | None | Unset
        if isinstance(self.synchronization, Unset):
            synchronization = UNSET
        elif isinstance(self.synchronization, Synchronization | Mapping):
            synchronization = to_object("synchronization_type_0", self.synchronization, Synchronization)
        else:
            synchronization = self.synchronization

        permission: dict[str, Any] | None | Unset
        if isinstance(self.permission, Unset):
            permission = UNSET
        elif isinstance(self.permission, Permission | Mapping):
            permission = to_object("permission_type_0", self.permission, Permission)
        else:
            permission = self.permission

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if geometry_types is not UNSET:
            field_dict["geometry_types"] = geometry_types
        if privacy is not UNSET:
            field_dict["privacy"] = privacy
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at
        if size is not UNSET:
            field_dict["size"] = size
        if row_count is not UNSET:
            field_dict["row_count"] = row_count
        if synchronization is not UNSET:
            field_dict["synchronization"] = synchronization
        if permission is not UNSET:
            field_dict["permission"] = permission

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Permission, Synchronization) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id", UNSET)

        name = d.pop("name", UNSET)

        geometry_types = cast("list[str] | Unset", require_list(d.pop("geometry_types", UNSET)))

        privacy = d.pop("privacy", UNSET)

        updated_at = d.pop("updated_at", UNSET)

        size = cast("int | None | Unset", d.pop("size", UNSET))

        row_count = cast("int | None | Unset", d.pop("row_count", UNSET))

        def _parse_synchronization(data: object) -> None | Synchronization | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            synchronization_type_0 = Synchronization.from_dict(data)

            return synchronization_type_0

        synchronization = _parse_synchronization(d.pop("synchronization", UNSET))

        def _parse_permission(data: object) -> None | Permission | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            permission_type_0 = Permission.from_dict(data)

            return permission_type_0

        permission = _parse_permission(d.pop("permission", UNSET))

        visualization_table = cls(
            id=id,
            name=name,
            geometry_types=geometry_types,
            privacy=privacy,
            updated_at=updated_at,
            size=size,
            row_count=row_count,
            synchronization=synchronization,
            permission=permission,
        )

        visualization_table.additional_properties = d
        return visualization_table
