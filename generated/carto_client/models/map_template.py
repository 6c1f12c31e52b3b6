# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import Extensible, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.map_template_reference import MapTemplateReference


@cache
def _nested_models() -> Any:
    from ..models.map_template_reference import MapTemplateReference

    return (MapTemplateReference,)


@_attrs_define
class MapTemplate(Extensible[Any]):
    """A map of an organization, to be filled with other data. Not the template of a named map."""

    id: str
    """ UUID. """
    title: str
    """ Title. """
    description: None | str
    """ Text about it. """
    source_visualization: MapTemplateReference
    """ Something that a map template names by its id. """
    min_supported_version: str
    """ First version of the format that it fits. """
    max_supported_version: str
    """ Last version of the format that it fits. """
    code: None | str
    """ Code of the template. """
    organization: MapTemplateReference
    """ Something that a map template names by its id. """
    required_tables: list[str]
    """ Tables that it needs, with the account's name before them. """
    created_at: str
    """ Timestamp. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapTemplateReference,) = _nested_models()

        id = self.id

        title = self.title

        description: None | str
        description = self.description

        source_visualization = to_object("source_visualization", self.source_visualization, MapTemplateReference)

        min_supported_version = self.min_supported_version

        max_supported_version = self.max_supported_version

        code: None | str
        code = self.code

        organization = to_object("organization", self.organization, MapTemplateReference)

        required_tables = self.required_tables

        created_at = self.created_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "description": description,
                "source_visualization": source_visualization,
                "min_supported_version": min_supported_version,
                "max_supported_version": max_supported_version,
                "code": code,
                "organization": organization,
                "required_tables": required_tables,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapTemplateReference,) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        description = cast("None | str", d.pop("description"))

        source_visualization = MapTemplateReference.from_dict(d.pop("source_visualization"))

        min_supported_version = d.pop("min_supported_version")

        max_supported_version = d.pop("max_supported_version")

        code = cast("None | str", d.pop("code"))

        organization = MapTemplateReference.from_dict(d.pop("organization"))

        required_tables = cast("list[str]", require_list(d.pop("required_tables")))

        created_at = d.pop("created_at")

        map_template = cls(
            id=id,
            title=title,
            description=description,
            source_visualization=source_visualization,
            min_supported_version=min_supported_version,
            max_supported_version=max_supported_version,
            code=code,
            organization=organization,
            required_tables=required_tables,
            created_at=created_at,
        )

        map_template.additional_properties = d
        return map_template
