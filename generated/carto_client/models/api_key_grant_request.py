# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.api_key_schema_grant_request import ApiKeySchemaGrantRequest
    from ..models.api_key_table_grant_request import ApiKeyTableGrantRequest


@cache
def _nested_models() -> Any:
    from ..models.api_key_schema_grant_request import ApiKeySchemaGrantRequest
    from ..models.api_key_table_grant_request import ApiKeyTableGrantRequest

    return (ApiKeySchemaGrantRequest, ApiKeyTableGrantRequest)


@_attrs_define
class ApiKeyGrantRequest:
    """One section of grants. `type` determines which of the other fields to send; an unknown field is refused
    (422).

    """

    type_: str
    """ `apis` with `apis`; `database` with `tables`, `schemas`, `table_metadata`; `dataservices` with `services`;
    `data-observatory` with `datasets`; `user` with `data`. """
    apis: list[str] | Unset = UNSET
    """ Of `sql`, `maps` and `do`. """
    tables: list[ApiKeyTableGrantRequest] | Unset = UNSET
    """ Tables that it can use. """
    schemas: list[ApiKeySchemaGrantRequest] | Unset = UNSET
    """ Schemas that it can use. """
    table_metadata: list[Any] | Unset = UNSET
    """ `[]` lets the key list datasets; without it, the key cannot. """
    services: list[str] | Unset = UNSET
    """ Of `geocoding`, `routing`, `isolines`, `observatory`. """
    datasets: list[str] | Unset = UNSET
    """ Ids of Data Observatory datasets. """
    data: list[str] | Unset = UNSET
    """ `profile`. Accepted, and never shown again: keys that are read have no section `user`. """

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (ApiKeySchemaGrantRequest, ApiKeyTableGrantRequest) = _nested_models()

        type_ = self.type_

        apis: list[str] | Unset = UNSET
        if not isinstance(self.apis, Unset):
            apis = self.apis

        tables: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.tables, Unset):
            tables = []
            for tables_item_data in to_items("tables", self.tables):
                tables_item = to_object("tables", tables_item_data, ApiKeyTableGrantRequest)
                tables.append(tables_item)

        schemas: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.schemas, Unset):
            schemas = []
            for schemas_item_data in to_items("schemas", self.schemas):
                schemas_item = to_object("schemas", schemas_item_data, ApiKeySchemaGrantRequest)
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

        data: list[str] | Unset = UNSET
        if not isinstance(self.data, Unset):
            data = self.data

        field_dict: dict[str, Any] = {}

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
        if data is not UNSET:
            field_dict["data"] = data

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (ApiKeySchemaGrantRequest, ApiKeyTableGrantRequest) = _nested_models()

        d = require_object(src_dict)
        type_ = d.pop("type")

        apis = cast("list[str] | Unset", require_list(d.pop("apis", UNSET)))

        _tables = d.pop("tables", UNSET)
        tables: list[ApiKeyTableGrantRequest] | Unset = UNSET
        if _tables is not UNSET:
            tables = []
            for tables_item_data in require_list(_tables):
                tables_item = ApiKeyTableGrantRequest.from_dict(tables_item_data)

                tables.append(tables_item)

        _schemas = d.pop("schemas", UNSET)
        schemas: list[ApiKeySchemaGrantRequest] | Unset = UNSET
        if _schemas is not UNSET:
            schemas = []
            for schemas_item_data in require_list(_schemas):
                schemas_item = ApiKeySchemaGrantRequest.from_dict(schemas_item_data)

                schemas.append(schemas_item)

        table_metadata = cast("list[Any] | Unset", require_list(d.pop("table_metadata", UNSET)))

        services = cast("list[str] | Unset", require_list(d.pop("services", UNSET)))

        datasets = cast("list[str] | Unset", require_list(d.pop("datasets", UNSET)))

        data = cast("list[str] | Unset", require_list(d.pop("data", UNSET)))

        api_key_grant_request = cls(
            type_=type_,
            apis=apis,
            tables=tables,
            schemas=schemas,
            table_metadata=table_metadata,
            services=services,
            datasets=datasets,
            data=data,
        )

        return api_key_grant_request
