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
    from ..models.import_user_defined_limits import ImportUserDefinedLimits


@cache
def _nested_models() -> Any:
    from ..models.import_connector import ImportConnector
    from ..models.import_user_defined_limits import ImportUserDefinedLimits

    return (ImportConnector, ImportUserDefinedLimits)


@_attrs_define
class ImportCreateRequest(Extensible[Any]):
    """A source and what to make of it. Give one source: `url`, `connector`, `remote_visualization_id`, `sql` or
    `table_copy`. The switches are on or off when left out as their descriptions say.

    """

    url: str | Unset = UNSET
    """ http, https or ftp address on port 21, 80 or 443 of a public host; otherwise 400. """
    connector: ImportConnector | Unset = UNSET
    """ A database and what to read there. Give `connection` or the `connection_id` of a stored one, and `table` or
    `sql_query`. Providers can take more keys; all are read in any case. """
    sql: str | Unset = UNSET
    """ Query on the account's own data whose result becomes a table. """
    table_copy: str | Unset = UNSET
    """ Table to copy, `name` or `schema.name`. """
    remote_visualization_id: str | Unset = UNSET
    """ UUID of a data library item of the caller. """
    table_name: str | Unset = UNSET
    """ Name for the new table with `sql` and `table_copy`. Otherwise ignored, though the import shows it until it
    is complete. """
    type_guessing: bool | Unset = UNSET
    """ Guess column types of CSV and XLS. On; false switches it off. """
    quoted_fields_guessing: bool | Unset = UNSET
    """ Guess types of quoted values too. On; false switches it off. """
    content_guessing: bool | Unset = UNSET
    """ Recognize countries, cities and IP addresses and make points of them. Off; needs to be configured on the
    server. """
    create_vis: bool | Unset = UNSET
    """ Make a map of the new table as well (`visualization_id` of the import). Off. """
    collision_strategy: str | Unset = UNSET
    """ Action if the table exists already: `skip` or `overwrite`. By default the new one gets a name with `_1`,
    `_2` and so on. Other values give 400. """
    privacy: str | Unset = UNSET
    """ `public`, `link` or `private`, in any case; the default of the account otherwise. 400 if unknown or not in
    the plan. """
    service_name: str | Unset = UNSET
    """ Where `service_item_id` is from: `public_url` (the default), `gdrive`, `dropbox`, `box`, `arcgis`,
    `mailchimp`, `instagram`, `twitter_search`, `bigquery`, `connector`. """
    service_item_id: str | Unset = UNSET
    """ Id at that service. Always a string; for Twitter it contains JSON. The `url` by default. """
    user_defined_limits: ImportUserDefinedLimits | Unset = UNSET
    """ Limits that a user sets for one import. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (ImportConnector, ImportUserDefinedLimits) = _nested_models()

        url = self.url

        connector: dict[str, Any] | Unset = UNSET
        if not isinstance(self.connector, Unset):
            connector = to_object("connector", self.connector, ImportConnector)

        sql = self.sql

        table_copy = self.table_copy

        remote_visualization_id = self.remote_visualization_id

        table_name = self.table_name

        type_guessing = self.type_guessing

        quoted_fields_guessing = self.quoted_fields_guessing

        content_guessing = self.content_guessing

        create_vis = self.create_vis

        collision_strategy = self.collision_strategy

        privacy = self.privacy

        service_name = self.service_name

        service_item_id = self.service_item_id

        user_defined_limits: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user_defined_limits, Unset):
            user_defined_limits = to_object("user_defined_limits", self.user_defined_limits, ImportUserDefinedLimits)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if connector is not UNSET:
            field_dict["connector"] = connector
        if sql is not UNSET:
            field_dict["sql"] = sql
        if table_copy is not UNSET:
            field_dict["table_copy"] = table_copy
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
        if collision_strategy is not UNSET:
            field_dict["collision_strategy"] = collision_strategy
        if privacy is not UNSET:
            field_dict["privacy"] = privacy
        if service_name is not UNSET:
            field_dict["service_name"] = service_name
        if service_item_id is not UNSET:
            field_dict["service_item_id"] = service_item_id
        if user_defined_limits is not UNSET:
            field_dict["user_defined_limits"] = user_defined_limits

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (ImportConnector, ImportUserDefinedLimits) = _nested_models()

        d = require_object(src_dict)
        url = d.pop("url", UNSET)

        _connector = d.pop("connector", UNSET)
        connector: ImportConnector | Unset
        if isinstance(_connector, Unset):
            connector = UNSET
        else:
            connector = ImportConnector.from_dict(_connector)

        sql = d.pop("sql", UNSET)

        table_copy = d.pop("table_copy", UNSET)

        remote_visualization_id = d.pop("remote_visualization_id", UNSET)

        table_name = d.pop("table_name", UNSET)

        type_guessing = d.pop("type_guessing", UNSET)

        quoted_fields_guessing = d.pop("quoted_fields_guessing", UNSET)

        content_guessing = d.pop("content_guessing", UNSET)

        create_vis = d.pop("create_vis", UNSET)

        collision_strategy = d.pop("collision_strategy", UNSET)

        privacy = d.pop("privacy", UNSET)

        service_name = d.pop("service_name", UNSET)

        service_item_id = d.pop("service_item_id", UNSET)

        _user_defined_limits = d.pop("user_defined_limits", UNSET)
        user_defined_limits: ImportUserDefinedLimits | Unset
        if isinstance(_user_defined_limits, Unset):
            user_defined_limits = UNSET
        else:
            user_defined_limits = ImportUserDefinedLimits.from_dict(_user_defined_limits)

        import_create_request = cls(
            url=url,
            connector=connector,
            sql=sql,
            table_copy=table_copy,
            remote_visualization_id=remote_visualization_id,
            table_name=table_name,
            type_guessing=type_guessing,
            quoted_fields_guessing=quoted_fields_guessing,
            content_guessing=content_guessing,
            create_vis=create_vis,
            collision_strategy=collision_strategy,
            privacy=privacy,
            service_name=service_name,
            service_item_id=service_item_id,
            user_defined_limits=user_defined_limits,
        )

        import_create_request.additional_properties = d
        return import_create_request
