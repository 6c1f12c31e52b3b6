# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class AnalysisStatus(Extensible[Any]):
    """Status of an analysis node."""

    status: str
    """ `pending`, `waiting`, `running`, `canceled` (one l), `failed`, `ready`, or `unknown` if there is no such
    node. """
    node_id: str | Unset = UNSET
    """ Id of the node on the server. """
    updated_at: None | str | Unset = UNSET
    """ When the status changed, `2026-11-22T08:33:46.480Z`. """
    error_message: None | str | Unset = UNSET
    """ Why it failed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        status = self.status

        node_id = self.node_id

        updated_at: None | str | Unset
        if isinstance(self.updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = self.updated_at

        error_message: None | str | Unset
        if isinstance(self.error_message, Unset):
            error_message = UNSET
        else:
            error_message = self.error_message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"status": status})
        if node_id is not UNSET:
            field_dict["node_id"] = node_id
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at
        if error_message is not UNSET:
            field_dict["error_message"] = error_message

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        status = d.pop("status")

        node_id = d.pop("node_id", UNSET)

        updated_at = cast("None | str | Unset", d.pop("updated_at", UNSET))

        error_message = cast("None | str | Unset", d.pop("error_message", UNSET))

        analysis_status = cls(status=status, node_id=node_id, updated_at=updated_at, error_message=error_message)

        analysis_status.additional_properties = d
        return analysis_status
