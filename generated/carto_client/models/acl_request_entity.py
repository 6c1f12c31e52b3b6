# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define

from ..sending import reads_object
from ..types import UNSET, Unset, require_object, show_model


@_attrs_define
class AclRequestEntity:
    """With whom to share. Only `id` counts; any key beyond those described gives 400 with an empty body."""

    id: str
    """ UUID of the user, organization or group. The server drops entries without it silently. """
    username: str | Unset = UNSET
    """ Tolerated. """
    name: None | str | Unset = UNSET
    """ Tolerated. """
    avatar_url: None | str | Unset = UNSET
    """ Tolerated. """

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        username = self.username

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        avatar_url: None | str | Unset
        if isinstance(self.avatar_url, Unset):
            avatar_url = UNSET
        else:
            avatar_url = self.avatar_url

        field_dict: dict[str, Any] = {}

        field_dict.update({"id": id})
        if username is not UNSET:
            field_dict["username"] = username
        if name is not UNSET:
            field_dict["name"] = name
        if avatar_url is not UNSET:
            field_dict["avatar_url"] = avatar_url

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        username = d.pop("username", UNSET)

        name = cast("None | str | Unset", d.pop("name", UNSET))

        avatar_url = cast("None | str | Unset", d.pop("avatar_url", UNSET))

        acl_request_entity = cls(id=id, username=username, name=name, avatar_url=avatar_url)

        return acl_request_entity
