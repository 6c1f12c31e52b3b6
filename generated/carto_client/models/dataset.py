# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class Dataset(Extensible[Any]):
    """A table or view that the key can reach, whether CARTO made it a dataset or not."""

    table_schema: str
    """ Schema. """
    name: str
    """ Name of the table or view. """
    mode: str
    """ `r`, `w` or `rw`. """
    privacy: None | str
    """ `public`, `link`, `private`, in lower case; null if it is not a dataset. """
    cartodbfied: bool
    """ True if it is a dataset of CARTO. """
    updated_at: None | str
    """ Timestamp; null if it is not a dataset. """
    shared: bool
    """ True if it was shared with the account. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        table_schema = self.table_schema

        name = self.name

        mode = self.mode

        privacy: None | str
        privacy = self.privacy

        cartodbfied = self.cartodbfied

        updated_at: None | str
        updated_at = self.updated_at

        shared = self.shared

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "table_schema": table_schema,
                "name": name,
                "mode": mode,
                "privacy": privacy,
                "cartodbfied": cartodbfied,
                "updated_at": updated_at,
                "shared": shared,
            }
        )

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        table_schema = d.pop("table_schema")

        name = d.pop("name")

        mode = d.pop("mode")

        privacy = cast("None | str", d.pop("privacy"))

        cartodbfied = d.pop("cartodbfied")

        updated_at = cast("None | str", d.pop("updated_at"))

        shared = d.pop("shared")

        dataset = cls(
            table_schema=table_schema,
            name=name,
            mode=mode,
            privacy=privacy,
            cartodbfied=cartodbfied,
            updated_at=updated_at,
            shared=shared,
        )

        dataset.additional_properties = d
        return dataset
