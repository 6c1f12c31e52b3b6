# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class ExportJob(Extensible[Any]):
    """An export as it is at the moment."""

    id: str
    """ UUID. """
    visualization_id: str
    """ UUID of the map. """
    user_id: None | str
    """ UUID of who has begun it; null if that was without a key. """
    state: str
    """ `pending`, `exporting`, `uploading`, then `complete` or `failure`. Treat any other value as running. """
    url: None | str
    """ Where the file is, once complete: an absolute address at a storage service, which carries its own
    permission, or a path on the account's host (`/uploads/TOKEN/Map one (on 2026-11-25 at 04.36.06).carto`),
    **with blanks and brackets that are to be escaped**. Neither needs a key. """
    created_at: str
    """ Timestamp. """
    updated_at: str
    """ Timestamp. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        visualization_id = self.visualization_id

        user_id: None | str
        user_id = self.user_id

        state = self.state

        url: None | str
        url = self.url

        created_at = self.created_at

        updated_at = self.updated_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "visualization_id": visualization_id,
                "user_id": user_id,
                "state": state,
                "url": url,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        visualization_id = d.pop("visualization_id")

        user_id = cast("None | str", d.pop("user_id"))

        state = d.pop("state")

        url = cast("None | str", d.pop("url"))

        created_at = d.pop("created_at")

        updated_at = d.pop("updated_at")

        export_job = cls(
            id=id,
            visualization_id=visualization_id,
            user_id=user_id,
            state=state,
            url=url,
            created_at=created_at,
            updated_at=updated_at,
        )

        export_job.additional_properties = d
        return export_job
