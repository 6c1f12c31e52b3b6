# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class VisualizationLike(Extensible[Any]):
    """The caller's like of a visualization."""

    id: str
    """ UUID of the visualization. """
    liked: bool
    """ True if the caller likes it now. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        liked = self.liked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id, "liked": liked})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        liked = d.pop("liked")

        visualization_like = cls(id=id, liked=liked)

        visualization_like.additional_properties = d
        return visualization_like
