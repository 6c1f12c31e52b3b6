# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class CopyFromResult(Extensible[Any]):
    """The result of a COPY FROM."""

    time: float
    """ Seconds from the first byte to the commit. """
    total_rows: int
    """ Rows stored. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        time = self.time

        total_rows = self.total_rows

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"time": time, "total_rows": total_rows})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        time = d.pop("time")

        total_rows = d.pop("total_rows")

        copy_from_result = cls(time=time, total_rows=total_rows)

        copy_from_result.additional_properties = d
        return copy_from_result
