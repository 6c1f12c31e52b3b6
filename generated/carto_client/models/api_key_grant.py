# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.api_key_schema_grant import ApiKeySchemaGrant
    from ..models.api_key_table_grant import ApiKeyTableGrant


@cache
def _nested_models() -> Any:
    from ..models.api_key_schema_grant import ApiKeySchemaGrant
    from ..models.api_key_table_grant import ApiKeyTableGrant

    return (ApiKeySchemaGrant, ApiKeyTableGrant)


@_attrs_define
class ApiKeyGrant(Extensible[Any]):
    """One section of a key's grants. `type` determines which of the other fields it has. A key without a grant of
    tables has the schemas `information_schema` and `public` nevertheless, with `usage`.

    """

    type_: str
    """ `apis` with `apis`; `database` with `tables`, `schemas` and perhaps `table_metadata`; `dataservices` with
    `services`; `data-observatory` with `datasets`. """
    apis: list[str] | Unset = UNSET
    """ Of `sql`, `maps` and `do`. """
    tables: list[ApiKeyTableGrant] | Unset = UNSET
    """ Tables that it can use. Empty for master and default keys, whose rights are not listed. """
    schemas: list[ApiKeySchemaGrant] | Unset = UNSET
    """ Schemas that it can use. """
    table_metadata: list[Any] | Unset = UNSET
    """ Present, and empty, if the key can list datasets. """
    services: list[str] | Unset = UNSET
    """ Of `geocoding`, `routing`, `isolines`, `observatory`. """
    datasets: list[str] | Unset = UNSET
    """ Ids of Data Observatory datasets. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (ApiKeySchemaGrant, ApiKeyTableGrant) = _nested_models()

        type_ = self.type_

        apis: list[str] | Unset = UNSET
        if not isinstance(self.apis, Unset):
            apis = self.apis

        tables: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.tables, Unset):
            tables = []
            for tables_item_data in to_items("tables", self.tables):
                tables_item = to_object("tables", tables_item_data, ApiKeyTableGrant)
                tables.append(tables_item)

        schemas: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.schemas, Unset):
            schemas = []
            for schemas_item_data in to_items("schemas", self.schemas):
                schemas_item = to_object("schemas", schemas_item_data, ApiKeySchemaGrant)
                schemas.append(schemas_item)

        table_metadata: list[Any] | Unset = UNSET
        if not isinstance(self.table_metadata, Unset):
            table_metadata = self.table_metadata

        services: list[str] | Unset = UNSET
        if not isinstance(self.services, Unset):
            services = self.services

        datasets: list[str] | Unset = UNSET
        if not isinstance(self.datasets, Unset):
            datasets = self.datasets

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"type": type_})
        if apis is not UNSET:
            field_dict["apis"] = apis
        if tables is not UNSET:
            field_dict["tables"] = tables
        if schemas is not UNSET:
            field_dict["schemas"] = schemas
        if table_metadata is not UNSET:
            field_dict["table_metadata"] = table_metadata
        if services is not UNSET:
            field_dict["services"] = services
        if datasets is not UNSET:
            field_dict["datasets"] = datasets

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (ApiKeySchemaGrant, ApiKeyTableGrant) = _nested_models()

        d = require_object(src_dict)
        type_ = d.pop("type")

        apis = cast("list[str] | Unset", require_list(d.pop("apis", UNSET)))

        _tables = d.pop("tables", UNSET)
        tables: list[ApiKeyTableGrant] | Unset = UNSET
        if _tables is not UNSET:
            tables = []
            for tables_item_data in require_list(_tables):
                tables_item = ApiKeyTableGrant.from_dict(tables_item_data)

                tables.append(tables_item)

        _schemas = d.pop("schemas", UNSET)
        schemas: list[ApiKeySchemaGrant] | Unset = UNSET
        if _schemas is not UNSET:
            schemas = []
            for schemas_item_data in require_list(_schemas):
                schemas_item = ApiKeySchemaGrant.from_dict(schemas_item_data)

                schemas.append(schemas_item)

        table_metadata = cast("list[Any] | Unset", require_list(d.pop("table_metadata", UNSET)))

        services = cast("list[str] | Unset", require_list(d.pop("services", UNSET)))

        datasets = cast("list[str] | Unset", require_list(d.pop("datasets", UNSET)))

        api_key_grant = cls(
            type_=type_,
            apis=apis,
            tables=tables,
            schemas=schemas,
            table_metadata=table_metadata,
            services=services,
            datasets=datasets,
        )

        api_key_grant.additional_properties = d
        return api_key_grant
