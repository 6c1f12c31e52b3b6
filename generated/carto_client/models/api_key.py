# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.api_key_grant import ApiKeyGrant
    from ..models.api_key_links import ApiKeyLinks
    from ..models.api_key_user import ApiKeyUser


@cache
def _nested_models() -> Any:
    from ..models.api_key_grant import ApiKeyGrant
    from ..models.api_key_links import ApiKeyLinks
    from ..models.api_key_user import ApiKeyUser

    return (ApiKeyGrant, ApiKeyLinks, ApiKeyUser)


@_attrs_define
class ApiKey(Extensible[Any]):
    """An API key. It is identified by its name."""

    name: str
    """ Name, unique in the account; can contain blanks (`Default public`). """
    user: ApiKeyUser
    """ Owner of a key. """
    type_: str
    """ `master` (everything), `default` (public reading) or `regular` (what its grants say). """
    token: str
    """ The key itself, a secret, of letters, digits, `-` and `_`; `default_public` for the default one. """
    grants: list[ApiKeyGrant]
    """ The grants, `apis` first, then `database`, then the others if it has any. """
    created_at: str
    """ Timestamp in the form `2021-02-08 14:24:41 UTC`. """
    updated_at: str
    """ Timestamp in the form `2021-02-08 14:24:41 UTC`. """
    field_links: ApiKeyLinks | Unset = UNSET
    """ Address of a key. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (ApiKeyGrant, ApiKeyLinks, ApiKeyUser) = _nested_models()

        name = self.name

        user = to_object("user", self.user, ApiKeyUser)

        type_ = self.type_

        token = self.token

        grants = []
        for grants_item_data in to_items("grants", self.grants):
            grants_item = to_object("grants", grants_item_data, ApiKeyGrant)
            grants.append(grants_item)

        created_at = self.created_at

        updated_at = self.updated_at

        field_links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_links, Unset):
            field_links = to_object("_links", self.field_links, ApiKeyLinks)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "user": user,
                "type": type_,
                "token": token,
                "grants": grants,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )
        if field_links is not UNSET:
            field_dict["_links"] = field_links

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (ApiKeyGrant, ApiKeyLinks, ApiKeyUser) = _nested_models()

        d = require_object(src_dict)
        name = d.pop("name")

        user = ApiKeyUser.from_dict(d.pop("user"))

        type_ = d.pop("type")

        token = d.pop("token")

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in require_list(_grants):
            grants_item = ApiKeyGrant.from_dict(grants_item_data)

            grants.append(grants_item)

        created_at = d.pop("created_at")

        updated_at = d.pop("updated_at")

        _field_links = d.pop("_links", UNSET)
        field_links: ApiKeyLinks | Unset
        if isinstance(_field_links, Unset):
            field_links = UNSET
        else:
            field_links = ApiKeyLinks.from_dict(_field_links)

        api_key = cls(
            name=name,
            user=user,
            type_=type_,
            token=token,
            grants=grants,
            created_at=created_at,
            updated_at=updated_at,
            field_links=field_links,
        )

        api_key.additional_properties = d
        return api_key
