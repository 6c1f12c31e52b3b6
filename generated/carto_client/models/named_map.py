# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import Extensible, require_object, show_model

if TYPE_CHECKING:
    from ..models.named_map_template import NamedMapTemplate


@cache
def _nested_models() -> Any:
    from ..models.named_map_template import NamedMapTemplate

    return (NamedMapTemplate,)


@_attrs_define
class NamedMap(Extensible[Any]):
    """A template, as it is read."""

    template: NamedMapTemplate
    """ A map with placeholders. Further keys are kept. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (NamedMapTemplate,) = _nested_models()

        template = to_object("template", self.template, NamedMapTemplate)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"template": template})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (NamedMapTemplate,) = _nested_models()

        d = require_object(src_dict)
        template = NamedMapTemplate.from_dict(d.pop("template"))

        named_map = cls(template=template)

        named_map.additional_properties = d
        return named_map
