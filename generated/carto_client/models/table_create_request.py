# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class TableCreateRequest(Extensible[Any]):
    """A new table."""

    name: str | Unset = UNSET
    """ Name, made valid and unique; one with `untitled` in it by default. """
    description: str | Unset = UNSET
    """ Text about it. """
    tags: str | Unset = UNSET
    """ Comma list of tags, a **string** here. """
    schema: str | Unset = UNSET
    """ Columns as in CREATE TABLE, `city text, active boolean`. """
    the_geom_type: str | Unset = UNSET
    """ Type of the geometry column, such as `point`, `multilinestring` or `multipolygon`. """
    from_query: str | Unset = UNSET
    """ **Ignored**, even a wrong one: the table stays empty. To fill a table from a query import it (`sql` of
    `imports_create`). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        tags = self.tags

        schema = self.schema

        the_geom_type = self.the_geom_type

        from_query = self.from_query

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if description is not UNSET:
            field_dict["description"] = description
        if tags is not UNSET:
            field_dict["tags"] = tags
        if schema is not UNSET:
            field_dict["schema"] = schema
        if the_geom_type is not UNSET:
            field_dict["the_geom_type"] = the_geom_type
        if from_query is not UNSET:
            field_dict["from_query"] = from_query

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name", UNSET)

        description = d.pop("description", UNSET)

        tags = d.pop("tags", UNSET)

        schema = d.pop("schema", UNSET)

        the_geom_type = d.pop("the_geom_type", UNSET)

        from_query = d.pop("from_query", UNSET)

        table_create_request = cls(
            name=name,
            description=description,
            tags=tags,
            schema=schema,
            the_geom_type=the_geom_type,
            from_query=from_query,
        )

        table_create_request.additional_properties = d
        return table_create_request
