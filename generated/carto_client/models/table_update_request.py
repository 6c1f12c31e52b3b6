# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class TableUpdateRequest(Extensible[Any]):
    """Changes to a table. Fields that are left out do not change."""

    description: None | str | Unset = UNSET
    """ Text about it. """
    tags: str | Unset = UNSET
    """ Comma list of tags, a **string** here. """
    privacy: int | Unset = UNSET
    """ A **number** here, 0 private, 1 public, 2 by link. **Text counts as 0** and makes the table private. """
    latitude_column: str | Unset = UNSET
    """ Column to make points of, together with `longitude_column`; `nil` for none. """
    longitude_column: str | Unset = UNSET
    """ Column to make points of, together with `latitude_column`; `nil` for none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        tags = self.tags

        privacy = self.privacy

        latitude_column = self.latitude_column

        longitude_column = self.longitude_column

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if tags is not UNSET:
            field_dict["tags"] = tags
        if privacy is not UNSET:
            field_dict["privacy"] = privacy
        if latitude_column is not UNSET:
            field_dict["latitude_column"] = latitude_column
        if longitude_column is not UNSET:
            field_dict["longitude_column"] = longitude_column

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        description = cast("None | str | Unset", d.pop("description", UNSET))

        tags = d.pop("tags", UNSET)

        privacy = d.pop("privacy", UNSET)

        latitude_column = d.pop("latitude_column", UNSET)

        longitude_column = d.pop("longitude_column", UNSET)

        table_update_request = cls(
            description=description,
            tags=tags,
            privacy=privacy,
            latitude_column=latitude_column,
            longitude_column=longitude_column,
        )

        table_update_request.additional_properties = d
        return table_update_request
