# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class Kuviz(Extensible[Any]):
    """A custom visualization or an app."""

    id: str
    """ UUID. """
    name: str
    """ Name, unique in the account among its kind. """
    privacy: str
    """ `public` or `password`, in lower case (`viz_list` shows the same in upper case). """
    created_at: str
    """ Timestamp in the form `2021-03-01T10:00:00.123Z`. """
    updated_at: str
    """ Timestamp in the form `2021-03-01T10:00:00.123Z`. """
    url: str
    """ Address of the page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        privacy = self.privacy

        created_at = self.created_at

        updated_at = self.updated_at

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {"id": id, "name": name, "privacy": privacy, "created_at": created_at, "updated_at": updated_at, "url": url}
        )

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        privacy = d.pop("privacy")

        created_at = d.pop("created_at")

        updated_at = d.pop("updated_at")

        url = d.pop("url")

        kuviz = cls(id=id, name=name, privacy=privacy, created_at=created_at, updated_at=updated_at, url=url)

        kuviz.additional_properties = d
        return kuviz
