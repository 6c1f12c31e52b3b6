# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define

from ..sending import reads_object, to_items, to_object
from ..types import require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.api_key_grant_request import ApiKeyGrantRequest


@cache
def _nested_models() -> Any:
    from ..models.api_key_grant_request import ApiKeyGrantRequest

    return (ApiKeyGrantRequest,)


@_attrs_define
class ApiKeyCreateRequest:
    """A new key. It cannot be changed later."""

    name: str
    """ Name, unique in the account. """
    grants: list[ApiKeyGrantRequest]
    """ Exactly one section `apis`, which can be empty; at most one of each other. """

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (ApiKeyGrantRequest,) = _nested_models()

        name = self.name

        grants = []
        for grants_item_data in to_items("grants", self.grants):
            grants_item = to_object("grants", grants_item_data, ApiKeyGrantRequest)
            grants.append(grants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({"name": name, "grants": grants})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (ApiKeyGrantRequest,) = _nested_models()

        d = require_object(src_dict)
        name = d.pop("name")

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in require_list(_grants):
            grants_item = ApiKeyGrantRequest.from_dict(grants_item_data)

            grants.append(grants_item)

        api_key_create_request = cls(name=name, grants=grants)

        return api_key_create_request
