# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class BatchJob(Extensible[Any]):
    """A job as it is at the moment."""

    job_id: str
    """ Id (a UUID). """
    user: str
    """ Account name. """
    status: str
    """ `pending`, `running`, then one of the final ones: `done`, `failed`, `cancelled` (two l), `unknown`.
    Statements of a job have these too, and `skipped`. A job of several statements returns to `pending` between
    them. """
    query: Any
    """ The SQL in the form it was given, with the progress added: a string stays a string; a list becomes a list of
    objects with `query`, `status` and, if failed, `failed_reason`; in the object form each inner object gets
    `status`, `fallback_status` (if it has `onsuccess` or `onerror`), `started_at`, `ended_at` and
    `failed_reason`. """
    created_at: str
    """ When the job was queued, UTC with milliseconds, such as `2024-06-10T11:00:00.123Z`. """
    updated_at: str
    """ When its status last changed, UTC with milliseconds, such as `2024-06-10T11:00:00.123Z`. """
    failed_reason: str | Unset = UNSET
    """ Why it failed. Absent from a failed job if the failing statement has an `onerror` of its own: then it is
    only there, and replaced by the message of that `onerror` if it failed as well. """
    fallback_status: str | Unset = UNSET
    """ Status of the job's own `onsuccess` or `onerror`, if it has one. Values as in `status`, and `skipped`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        job_id = self.job_id

        user = self.user

        status = self.status

        query = self.query

        created_at = self.created_at

        updated_at = self.updated_at

        failed_reason = self.failed_reason

        fallback_status = self.fallback_status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "job_id": job_id,
                "user": user,
                "status": status,
                "query": query,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )
        if failed_reason is not UNSET:
            field_dict["failed_reason"] = failed_reason
        if fallback_status is not UNSET:
            field_dict["fallback_status"] = fallback_status

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        job_id = d.pop("job_id")

        user = d.pop("user")

        status = d.pop("status")

        query = d.pop("query")

        created_at = d.pop("created_at")

        updated_at = d.pop("updated_at")

        failed_reason = d.pop("failed_reason", UNSET)

        fallback_status = d.pop("fallback_status", UNSET)

        batch_job = cls(
            job_id=job_id,
            user=user,
            status=status,
            query=query,
            created_at=created_at,
            updated_at=updated_at,
            failed_reason=failed_reason,
            fallback_status=fallback_status,
        )

        batch_job.additional_properties = d
        return batch_job
