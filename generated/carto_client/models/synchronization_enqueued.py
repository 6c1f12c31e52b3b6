# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class SynchronizationEnqueued(Extensible[Any]):
    """CARTO's answer to a request for a run."""

    enqueued: bool
    """ False if it was refused. """
    synchronization_id: str
    """ UUID of the synchronization. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        enqueued = self.enqueued

        synchronization_id = self.synchronization_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"enqueued": enqueued, "synchronization_id": synchronization_id})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        enqueued = d.pop("enqueued")

        synchronization_id = d.pop("synchronization_id")

        synchronization_enqueued = cls(enqueued=enqueued, synchronization_id=synchronization_id)

        synchronization_enqueued.additional_properties = d
        return synchronization_enqueued
