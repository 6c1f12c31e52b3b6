# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.import_connector import ImportConnector


@cache
def _nested_models() -> Any:
    from ..models.import_connector import ImportConnector

    return (ImportConnector,)


@_attrs_define
class SynchronizationCreateRequest(Extensible[Any]):
    """A source and how often to fetch it. Give one source."""

    url: str | Unset = UNSET
    """ http, https or ftp address on port 21, 80 or 443 of a public host; otherwise 400. """
    interval: int | Unset = UNSET
    """ Seconds between two runs, at least 900; 3600 by default. A number in a string will do too. """
    connector: ImportConnector | Unset = UNSET
    """ A database and what to read there. Give `connection` or the `connection_id` of a stored one, and `table` or
    `sql_query`. Providers can take more keys; all are read in any case. """
    service_name: str | Unset = UNSET
    """ Where `service_item_id` is from, as `service_name` of an import request. Give both or neither. """
    service_item_id: str | Unset = UNSET
    """ Id at that service. """
    remote_visualization_id: str | Unset = UNSET
    """ UUID of a data library item of the caller. The interval is 30 days then, whatever was asked for. """
    table_name: str | Unset = UNSET
    """ Name for the table; becomes `name` of the synchronization. """
    type_guessing: bool | Unset = UNSET
    """ Guess column types of CSV and XLS. On; false switches it off. """
    quoted_fields_guessing: bool | Unset = UNSET
    """ Guess types of quoted values too. On; false switches it off. """
    content_guessing: bool | Unset = UNSET
    """ Recognize countries, cities and IP addresses and make points of them. Off; needs to be configured on the
    server. """
    create_vis: bool | Unset = UNSET
    """ Make a map of the new table as well. Off. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (ImportConnector,) = _nested_models()

        url = self.url

        interval = self.interval

        connector: dict[str, Any] | Unset = UNSET
        if not isinstance(self.connector, Unset):
            connector = to_object("connector", self.connector, ImportConnector)

        service_name = self.service_name

        service_item_id = self.service_item_id

        remote_visualization_id = self.remote_visualization_id

        table_name = self.table_name

        type_guessing = self.type_guessing

        quoted_fields_guessing = self.quoted_fields_guessing

        content_guessing = self.content_guessing

        create_vis = self.create_vis

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if interval is not UNSET:
            field_dict["interval"] = interval
        if connector is not UNSET:
            field_dict["connector"] = connector
        if service_name is not UNSET:
            field_dict["service_name"] = service_name
        if service_item_id is not UNSET:
            field_dict["service_item_id"] = service_item_id
        if remote_visualization_id is not UNSET:
            field_dict["remote_visualization_id"] = remote_visualization_id
        if table_name is not UNSET:
            field_dict["table_name"] = table_name
        if type_guessing is not UNSET:
            field_dict["type_guessing"] = type_guessing
        if quoted_fields_guessing is not UNSET:
            field_dict["quoted_fields_guessing"] = quoted_fields_guessing
        if content_guessing is not UNSET:
            field_dict["content_guessing"] = content_guessing
        if create_vis is not UNSET:
            field_dict["create_vis"] = create_vis

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (ImportConnector,) = _nested_models()

        d = require_object(src_dict)
        url = d.pop("url", UNSET)

        interval = d.pop("interval", UNSET)

        _connector = d.pop("connector", UNSET)
        connector: ImportConnector | Unset
        if isinstance(_connector, Unset):
            connector = UNSET
        else:
            connector = ImportConnector.from_dict(_connector)

        service_name = d.pop("service_name", UNSET)

        service_item_id = d.pop("service_item_id", UNSET)

        remote_visualization_id = d.pop("remote_visualization_id", UNSET)

        table_name = d.pop("table_name", UNSET)

        type_guessing = d.pop("type_guessing", UNSET)

        quoted_fields_guessing = d.pop("quoted_fields_guessing", UNSET)

        content_guessing = d.pop("content_guessing", UNSET)

        create_vis = d.pop("create_vis", UNSET)

        synchronization_create_request = cls(
            url=url,
            interval=interval,
            connector=connector,
            service_name=service_name,
            service_item_id=service_item_id,
            remote_visualization_id=remote_visualization_id,
            table_name=table_name,
            type_guessing=type_guessing,
            quoted_fields_guessing=quoted_fields_guessing,
            content_guessing=content_guessing,
            create_vis=create_vis,
        )

        synchronization_create_request.additional_properties = d
        return synchronization_create_request
