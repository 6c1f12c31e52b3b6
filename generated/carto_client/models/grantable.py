# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class Grantable(Extensible[Any]):
    """A user or a group with whom something can be shared."""

    id: str
    """ UUID of the user or group. """
    type_: str
    """ `user` or `group`. """
    name: None | str
    """ Account name of the user, name for people of the group. """
    avatar_url: None | str
    """ Picture; can begin with `//`. """
    model: Any
    """ The whole of it: a `User` with `groups`, or a `Group` with `users`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_ = self.type_

        name: None | str
        name = self.name

        avatar_url: None | str
        avatar_url = self.avatar_url

        model = self.model

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id, "type": type_, "name": name, "avatar_url": avatar_url, "model": model})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        type_ = d.pop("type")

        name = cast("None | str", d.pop("name"))

        avatar_url = cast("None | str", d.pop("avatar_url"))

        model = d.pop("model")

        grantable = cls(id=id, type_=type_, name=name, avatar_url=avatar_url, model=model)

        grantable.additional_properties = d
        return grantable
