# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class KuvizUpdateRequest(Extensible[Any]):
    """Changes to a custom visualization. The whole request can have at most 10 MiB."""

    name: str | Unset = UNSET
    """ Name. """
    data: str | Unset = UNSET
    """ The HTML in strict base64, without line breaks. """
    privacy: str | Unset = UNSET
    """ `public` or `password`; `password` needs `password`. """
    password: str | Unset = UNSET
    """ Password to open it. """
    if_exists: str | Unset = UNSET
    """ `fail` or `replace`, for a name that is taken. Here `replace` by default, which **deletes** the others of
    that name. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        data = self.data

        privacy = self.privacy

        password = self.password

        if_exists = self.if_exists

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if data is not UNSET:
            field_dict["data"] = data
        if privacy is not UNSET:
            field_dict["privacy"] = privacy
        if password is not UNSET:
            field_dict["password"] = password
        if if_exists is not UNSET:
            field_dict["if_exists"] = if_exists

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name", UNSET)

        data = d.pop("data", UNSET)

        privacy = d.pop("privacy", UNSET)

        password = d.pop("password", UNSET)

        if_exists = d.pop("if_exists", UNSET)

        kuviz_update_request = cls(name=name, data=data, privacy=privacy, password=password, if_exists=if_exists)

        kuviz_update_request.additional_properties = d
        return kuviz_update_request
