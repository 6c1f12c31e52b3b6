# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class NamedMapAuth(Extensible[Any]):
    """Access to a named map."""

    method: str
    """ `open` or `token`. """
    valid_tokens: list[str] | Unset = UNSET
    """ For `token`, at least one token. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        method = self.method

        valid_tokens: list[str] | Unset = UNSET
        if not isinstance(self.valid_tokens, Unset):
            valid_tokens = self.valid_tokens

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"method": method})
        if valid_tokens is not UNSET:
            field_dict["valid_tokens"] = valid_tokens

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        method = d.pop("method")

        valid_tokens = cast("list[str] | Unset", require_list(d.pop("valid_tokens", UNSET)))

        named_map_auth = cls(method=method, valid_tokens=valid_tokens)

        named_map_auth.additional_properties = d
        return named_map_auth
