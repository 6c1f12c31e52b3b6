# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MeService(Extensible[Any]):
    """A service to import files from."""

    name: str
    """ Name, as `service_name` in imports. """
    connected: bool | None | Unset = UNSET
    """ True if the account is connected to it. """
    title: None | str | Unset = UNSET
    """ Name for people. """
    revoke_url: None | str | Unset = UNSET
    """ Page of the service on which to withdraw the permission. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        connected: bool | None | Unset
        if isinstance(self.connected, Unset):
            connected = UNSET
        else:
            connected = self.connected

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        revoke_url: None | str | Unset
        if isinstance(self.revoke_url, Unset):
            revoke_url = UNSET
        else:
            revoke_url = self.revoke_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"name": name})
        if connected is not UNSET:
            field_dict["connected"] = connected
        if title is not UNSET:
            field_dict["title"] = title
        if revoke_url is not UNSET:
            field_dict["revoke_url"] = revoke_url

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name")

        connected = cast("bool | None | Unset", d.pop("connected", UNSET))

        title = cast("None | str | Unset", d.pop("title", UNSET))

        revoke_url = cast("None | str | Unset", d.pop("revoke_url", UNSET))

        me_service = cls(name=name, connected=connected, title=title, revoke_url=revoke_url)

        me_service.additional_properties = d
        return me_service
