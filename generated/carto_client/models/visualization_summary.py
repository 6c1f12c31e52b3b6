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


@cache
def _nested_models() -> Any:
    from ..models.permission import Permission

    return (Permission,)


@_attrs_define
class VisualizationSummary(Extensible[Any]):
    """A visualization that depends on a dataset."""

    id: str
    """ UUID. """
    name: str
    """ Name. """
    updated_at: str
    """ Timestamp, in the form of the enclosing object. """
    permission: None | Permission | Unset = UNSET
    """ Its id and owner, nothing else. """
    auth_tokens: list[str] | Unset = UNSET
    """ Tokens that open its map tiles. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Permission,) = _nested_models()

        id = self.id

        name = self.name

        updated_at = self.updated_at

        permission: dict[str, Any] | None | Unset
        if isinstance(self.permission, Unset):
            permission = UNSET
        elif isinstance(self.permission, Permission | Mapping):
            permission = to_object("permission_type_0", self.permission, Permission)
        else:
            permission = self.permission

        auth_tokens: list[str] | Unset = UNSET
        if not isinstance(self.auth_tokens, Unset):
            auth_tokens = self.auth_tokens

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id, "name": name, "updated_at": updated_at})
        if permission is not UNSET:
            field_dict["permission"] = permission
        if auth_tokens is not UNSET:
            field_dict["auth_tokens"] = auth_tokens

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Permission,) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        updated_at = d.pop("updated_at")

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

        auth_tokens = cast("list[str] | Unset", require_list(d.pop("auth_tokens", UNSET)))

        visualization_summary = cls(
            id=id, name=name, updated_at=updated_at, permission=permission, auth_tokens=auth_tokens
        )

        visualization_summary.additional_properties = d
        return visualization_summary
