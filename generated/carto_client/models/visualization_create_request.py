# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class VisualizationCreateRequest(Extensible[Any]):
    """A new map: give `tables`, `source_visualization_id` or, for a bare entry, `type`."""

    name: str | Unset = UNSET
    """ Name; `Untitled map` by default. If it is taken, a blank and a number are put after it. """
    tables: list[str] | Unset = UNSET
    """ Datasets by name (`schema.name` will do) or id, one layer each. The map is private if one of them is, else
    by link if one is, else public. """
    source_visualization_id: str | Unset = UNSET
    """ UUID of a map to copy or of a dataset to make a map of. """
    type_: str | Unset = UNSET
    """ Kind of visualization, **needed without `tables` and `source_visualization_id`**. Ignored with `tables`. """
    map_id: None | str | Unset = UNSET
    """ UUID of a map to use. Ignored with `tables`. """
    display_name: None | str | Unset = UNSET
    """ Name for people. """
    title: None | str | Unset = UNSET
    """ Title. """
    description: None | str | Unset = UNSET
    """ Text about it. """
    tags: list[str] | Unset = UNSET
    """ Tags. """
    privacy: str | Unset = UNSET
    """ `public`, `link`, `private` or `password`, in any case; `password` needs `password`. Unless told, `link`
    where the plan allows private maps and otherwise `public`. """
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
    active_layer_id: None | str | Unset = UNSET
    """ UUID of the active layer. """
    updated_at: str | Unset = UNSET
    """ Timestamp to store. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        tables: list[str] | Unset = UNSET
        if not isinstance(self.tables, Unset):
            tables = self.tables

        source_visualization_id = self.source_visualization_id

        type_ = self.type_

        map_id: None | str | Unset
        if isinstance(self.map_id, Unset):
            map_id = UNSET
        else:
            map_id = self.map_id

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

        active_layer_id: None | str | Unset
        if isinstance(self.active_layer_id, Unset):
            active_layer_id = UNSET
        else:
            active_layer_id = self.active_layer_id

        updated_at = self.updated_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if tables is not UNSET:
            field_dict["tables"] = tables
        if source_visualization_id is not UNSET:
            field_dict["source_visualization_id"] = source_visualization_id
        if type_ is not UNSET:
            field_dict["type"] = type_
        if map_id is not UNSET:
            field_dict["map_id"] = map_id
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
        if active_layer_id is not UNSET:
            field_dict["active_layer_id"] = active_layer_id
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name", UNSET)

        tables = cast("list[str] | Unset", require_list(d.pop("tables", UNSET)))

        source_visualization_id = d.pop("source_visualization_id", UNSET)

        type_ = d.pop("type", UNSET)

        map_id = cast("None | str | Unset", d.pop("map_id", UNSET))

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

        active_layer_id = cast("None | str | Unset", d.pop("active_layer_id", UNSET))

        updated_at = d.pop("updated_at", UNSET)

        visualization_create_request = cls(
            name=name,
            tables=tables,
            source_visualization_id=source_visualization_id,
            type_=type_,
            map_id=map_id,
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
            active_layer_id=active_layer_id,
            updated_at=updated_at,
        )

        visualization_create_request.additional_properties = d
        return visualization_create_request
