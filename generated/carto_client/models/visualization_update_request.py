# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class VisualizationUpdateRequest(Extensible[Any]):
    """Changes to a visualization. Fields that are left out do not change; unknown fields are ignored."""

    id: str
    """ UUID of the visualization, once more (a name will not do). """
    name: str | Unset = UNSET
    """ New name. Renames the table of a dataset; made valid where needed (blanks become `_`). """
    display_name: None | str | Unset = UNSET
    """ Name for people. """
    title: None | str | Unset = UNSET
    """ Title. """
    description: None | str | Unset = UNSET
    """ Text about it. """
    tags: list[str] | Unset = UNSET
    """ All tags; replaces those it has. """
    privacy: str | Unset = UNSET
    """ `public`, `link`, `private` or `password`, in any case; `password` needs `password`. """
    password: str | Unset = UNSET
    """ Password for privacy `password`. """
    license_: None | str | Unset = UNSET
    """ Id of a license, as in `license` of the visualization; not checked. """
    source: None | str | Unset = UNSET
    """ Where the data is from. """
    attributions: None | str | Unset = UNSET
    """ Whom to name. """
    locked: bool | Unset = UNSET
    """ Lock it against changes. """
    kind: str | Unset = UNSET
    """ `geom` or `raster`. """
    version: int | Unset = UNSET
    """ 3 turns a map of version 2 into a Builder map. """
    active_layer_id: None | str | Unset = UNSET
    """ UUID of the active layer. """
    updated_at: str | Unset = UNSET
    """ Timestamp to store. """
    transition_options: Any | Unset = UNSET
    """ Object. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        display_name: None | str | Unset
        if isinstance(self.display_name, Unset):
            display_name = UNSET
        else:
            display_name = self.display_name

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        privacy = self.privacy

        password = self.password

        license_: None | str | Unset
        if isinstance(self.license_, Unset):
            license_ = UNSET
        else:
            license_ = self.license_

        source: None | str | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        else:
            source = self.source

        attributions: None | str | Unset
        if isinstance(self.attributions, Unset):
            attributions = UNSET
        else:
            attributions = self.attributions

        locked = self.locked

        kind = self.kind

        version = self.version

        active_layer_id: None | str | Unset
        if isinstance(self.active_layer_id, Unset):
            active_layer_id = UNSET
        else:
            active_layer_id = self.active_layer_id

        updated_at = self.updated_at

        transition_options = self.transition_options

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id})
        if name is not UNSET:
            field_dict["name"] = name
        if display_name is not UNSET:
            field_dict["display_name"] = display_name
        if title is not UNSET:
            field_dict["title"] = title
        if description is not UNSET:
            field_dict["description"] = description
        if tags is not UNSET:
            field_dict["tags"] = tags
        if privacy is not UNSET:
            field_dict["privacy"] = privacy
        if password is not UNSET:
            field_dict["password"] = password
        if license_ is not UNSET:
            field_dict["license"] = license_
        if source is not UNSET:
            field_dict["source"] = source
        if attributions is not UNSET:
            field_dict["attributions"] = attributions
        if locked is not UNSET:
            field_dict["locked"] = locked
        if kind is not UNSET:
            field_dict["kind"] = kind
        if version is not UNSET:
            field_dict["version"] = version
        if active_layer_id is not UNSET:
            field_dict["active_layer_id"] = active_layer_id
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at
        if transition_options is not UNSET:
            field_dict["transition_options"] = transition_options

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        name = d.pop("name", UNSET)

        display_name = cast("None | str | Unset", d.pop("display_name", UNSET))

        title = cast("None | str | Unset", d.pop("title", UNSET))

        description = cast("None | str | Unset", d.pop("description", UNSET))

        tags = cast("list[str] | Unset", require_list(d.pop("tags", UNSET)))

        privacy = d.pop("privacy", UNSET)

        password = d.pop("password", UNSET)

        license_ = cast("None | str | Unset", d.pop("license", UNSET))

        source = cast("None | str | Unset", d.pop("source", UNSET))

        attributions = cast("None | str | Unset", d.pop("attributions", UNSET))

        locked = d.pop("locked", UNSET)

        kind = d.pop("kind", UNSET)

        version = d.pop("version", UNSET)

        active_layer_id = cast("None | str | Unset", d.pop("active_layer_id", UNSET))

        updated_at = d.pop("updated_at", UNSET)

        transition_options = d.pop("transition_options", UNSET)

        visualization_update_request = cls(
            id=id,
            name=name,
            display_name=display_name,
            title=title,
            description=description,
            tags=tags,
            privacy=privacy,
            password=password,
            license_=license_,
            source=source,
            attributions=attributions,
            locked=locked,
            kind=kind,
            version=version,
            active_layer_id=active_layer_id,
            updated_at=updated_at,
            transition_options=transition_options,
        )

        visualization_update_request.additional_properties = d
        return visualization_update_request
