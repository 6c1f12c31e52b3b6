# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.maps_error_context import MapsErrorContext


@cache
def _nested_models() -> Any:
    from ..models.maps_error_context import MapsErrorContext

    return (MapsErrorContext,)


@_attrs_define
class MapsErrorBody(Extensible[Any]):
    """The reason for a refusal of the Maps API. It can contain several errors."""

    errors: list[str]
    """ The messages. """
    errors_with_context: list[MapsErrorContext] | Unset = UNSET
    """ The same messages, with their subjects. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapsErrorContext,) = _nested_models()

        errors = self.errors

        errors_with_context: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors_with_context, Unset):
            errors_with_context = []
            for errors_with_context_item_data in to_items("errors_with_context", self.errors_with_context):
                errors_with_context_item = to_object(
                    "errors_with_context", errors_with_context_item_data, MapsErrorContext
                )
                errors_with_context.append(errors_with_context_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"errors": errors})
        if errors_with_context is not UNSET:
            field_dict["errors_with_context"] = errors_with_context

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapsErrorContext,) = _nested_models()

        d = require_object(src_dict)
        errors = cast("list[str]", require_list(d.pop("errors")))

        _errors_with_context = d.pop("errors_with_context", UNSET)
        errors_with_context: list[MapsErrorContext] | Unset = UNSET
        if _errors_with_context is not UNSET:
            errors_with_context = []
            for errors_with_context_item_data in require_list(_errors_with_context):
                errors_with_context_item = MapsErrorContext.from_dict(errors_with_context_item_data)

                errors_with_context.append(errors_with_context_item)

        maps_error_body = cls(errors=errors, errors_with_context=errors_with_context)

        maps_error_body.additional_properties = d
        return maps_error_body
