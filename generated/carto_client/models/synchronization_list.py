# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import Extensible, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.synchronization import Synchronization


@cache
def _nested_models() -> Any:
    from ..models.synchronization import Synchronization

    return (Synchronization,)


@_attrs_define
class SynchronizationList(Extensible[Any]):
    """All synchronizations of an account."""

    synchronizations: list[Synchronization]
    """ The synchronizations. """
    total_entries: int
    """ Their number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Synchronization,) = _nested_models()

        synchronizations = []
        for synchronizations_item_data in to_items("synchronizations", self.synchronizations):
            synchronizations_item = to_object("synchronizations", synchronizations_item_data, Synchronization)
            synchronizations.append(synchronizations_item)

        total_entries = self.total_entries

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"synchronizations": synchronizations, "total_entries": total_entries})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Synchronization,) = _nested_models()

        d = require_object(src_dict)
        synchronizations = []
        _synchronizations = d.pop("synchronizations")
        for synchronizations_item_data in require_list(_synchronizations):
            synchronizations_item = Synchronization.from_dict(synchronizations_item_data)

            synchronizations.append(synchronizations_item)

        total_entries = d.pop("total_entries")

        synchronization_list = cls(synchronizations=synchronizations, total_entries=total_entries)

        synchronization_list.additional_properties = d
        return synchronization_list
