# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MeConfig(Extensible[Any]):
    """Settings of the platform. Beside those described, each installation has its own, mostly for CARTO's web
    pages: which services and databases are on (`oauth_…`, `…_enabled`), of trackers (`trackjs_…`, `hubspot_…`,
    `statsd_…`), `app_name`, `licenses`, limits of files and so on, in any form.

    """

    region: None | str | Unset = UNSET
    """ Region. """
    app_assets_base_url: None | str | Unset = UNSET
    """ Where the dashboard's files are. """
    maps_api_template: None | str | Unset = UNSET
    """ Address of the Maps API, with `{user}` in it. """
    maps_api_v2_template: None | str | Unset = UNSET
    """ Address of the second Maps API, with `{user}` in it. """
    sql_api_template: None | str | Unset = UNSET
    """ Address of the SQL API, with `{user}` in it. """
    user_name: None | str | Unset = UNSET
    """ Account that the address names. """
    cartodb_com_hosted: bool | None | Unset = UNSET
    """ Setting of the platform about who hosts it. """
    account_host: None | str | Unset = UNSET
    """ Host of the account pages. """
    upgrade_url: Any | Unset = UNSET
    """ Page on which to upgrade, as text, or **false** if there is none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        region: None | str | Unset
        if isinstance(self.region, Unset):
            region = UNSET
        else:
            region = self.region

        app_assets_base_url: None | str | Unset
        if isinstance(self.app_assets_base_url, Unset):
            app_assets_base_url = UNSET
        else:
            app_assets_base_url = self.app_assets_base_url

        maps_api_template: None | str | Unset
        if isinstance(self.maps_api_template, Unset):
            maps_api_template = UNSET
        else:
            maps_api_template = self.maps_api_template

        maps_api_v2_template: None | str | Unset
        if isinstance(self.maps_api_v2_template, Unset):
            maps_api_v2_template = UNSET
        else:
            maps_api_v2_template = self.maps_api_v2_template

        sql_api_template: None | str | Unset
        if isinstance(self.sql_api_template, Unset):
            sql_api_template = UNSET
        else:
            sql_api_template = self.sql_api_template

        user_name: None | str | Unset
        if isinstance(self.user_name, Unset):
            user_name = UNSET
        else:
            user_name = self.user_name

        cartodb_com_hosted: bool | None | Unset
        if isinstance(self.cartodb_com_hosted, Unset):
            cartodb_com_hosted = UNSET
        else:
            cartodb_com_hosted = self.cartodb_com_hosted

        account_host: None | str | Unset
        if isinstance(self.account_host, Unset):
            account_host = UNSET
        else:
            account_host = self.account_host

        upgrade_url = self.upgrade_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if region is not UNSET:
            field_dict["region"] = region
        if app_assets_base_url is not UNSET:
            field_dict["app_assets_base_url"] = app_assets_base_url
        if maps_api_template is not UNSET:
            field_dict["maps_api_template"] = maps_api_template
        if maps_api_v2_template is not UNSET:
            field_dict["maps_api_v2_template"] = maps_api_v2_template
        if sql_api_template is not UNSET:
            field_dict["sql_api_template"] = sql_api_template
        if user_name is not UNSET:
            field_dict["user_name"] = user_name
        if cartodb_com_hosted is not UNSET:
            field_dict["cartodb_com_hosted"] = cartodb_com_hosted
        if account_host is not UNSET:
            field_dict["account_host"] = account_host
        if upgrade_url is not UNSET:
            field_dict["upgrade_url"] = upgrade_url

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        region = cast("None | str | Unset", d.pop("region", UNSET))

        app_assets_base_url = cast("None | str | Unset", d.pop("app_assets_base_url", UNSET))

        maps_api_template = cast("None | str | Unset", d.pop("maps_api_template", UNSET))

        maps_api_v2_template = cast("None | str | Unset", d.pop("maps_api_v2_template", UNSET))

        sql_api_template = cast("None | str | Unset", d.pop("sql_api_template", UNSET))

        user_name = cast("None | str | Unset", d.pop("user_name", UNSET))

        cartodb_com_hosted = cast("bool | None | Unset", d.pop("cartodb_com_hosted", UNSET))

        account_host = cast("None | str | Unset", d.pop("account_host", UNSET))

        upgrade_url = d.pop("upgrade_url", UNSET)

        me_config = cls(
            region=region,
            app_assets_base_url=app_assets_base_url,
            maps_api_template=maps_api_template,
            maps_api_v2_template=maps_api_v2_template,
            sql_api_template=sql_api_template,
            user_name=user_name,
            cartodb_com_hosted=cartodb_com_hosted,
            account_host=account_host,
            upgrade_url=upgrade_url,
        )

        me_config.additional_properties = d
        return me_config
