# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class MeNotification(Extensible[Any]):
    """A notice."""

    id: str
    """ UUID. """
    icon: None | str | Unset = UNSET
    """ Kind of notice. """
    html_body: None | str | Unset = UNSET
    """ HTML. """
    received_at: None | str | Unset = UNSET
    """ Timestamp. """
    read_at: None | str | Unset = UNSET
    """ Timestamp; null if it was not read. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        icon: None | str | Unset
        if isinstance(self.icon, Unset):
            icon = UNSET
        else:
            icon = self.icon

        html_body: None | str | Unset
        if isinstance(self.html_body, Unset):
            html_body = UNSET
        else:
            html_body = self.html_body

        received_at: None | str | Unset
        if isinstance(self.received_at, Unset):
            received_at = UNSET
        else:
            received_at = self.received_at

        read_at: None | str | Unset
        if isinstance(self.read_at, Unset):
            read_at = UNSET
        else:
            read_at = self.read_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id})
        if icon is not UNSET:
            field_dict["icon"] = icon
        if html_body is not UNSET:
            field_dict["html_body"] = html_body
        if received_at is not UNSET:
            field_dict["received_at"] = received_at
        if read_at is not UNSET:
            field_dict["read_at"] = read_at

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        icon = cast("None | str | Unset", d.pop("icon", UNSET))

        html_body = cast("None | str | Unset", d.pop("html_body", UNSET))

        received_at = cast("None | str | Unset", d.pop("received_at", UNSET))

        read_at = cast("None | str | Unset", d.pop("read_at", UNSET))

        me_notification = cls(id=id, icon=icon, html_body=html_body, received_at=received_at, read_at=read_at)

        me_notification.additional_properties = d
        return me_notification
