# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class KuvizCreateRequest(Extensible[Any]):
    """A page to publish. The whole request can have at most 10 MiB."""

    name: str
    """ Name, unique in the account among custom visualizations. """
    data: str
    """ The HTML in strict base64, without line breaks. There must be an `<html>` element in it. """
    password: str | Unset = UNSET
    """ With it, the privacy is `password`. """
    if_exists: str | Unset = UNSET
    """ `fail` or `replace`, for a name that is taken; `fail` by default. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        data = self.data

        password = self.password

        if_exists = self.if_exists

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"name": name, "data": data})
        if password is not UNSET:
            field_dict["password"] = password
        if if_exists is not UNSET:
            field_dict["if_exists"] = if_exists

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        name = d.pop("name")

        data = d.pop("data")

        password = d.pop("password", UNSET)

        if_exists = d.pop("if_exists", UNSET)

        kuviz_create_request = cls(name=name, data=data, password=password, if_exists=if_exists)

        kuviz_create_request.additional_properties = d
        return kuviz_create_request
