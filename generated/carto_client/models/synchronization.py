# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class Synchronization(Extensible[Any]):
    """An import that repeats itself to keep a table up to date."""

    id: str
    """ UUID. """
    name: None | str
    """ Name of the table, null before the first run. """
    interval: int
    """ Seconds between two runs, at least 900 when created. """
    url: None | str
    """ Source. """
    state: str
    """ `created`, `queued`, `syncing`, `success` or `failure`. """
    created_at: str
    """ Timestamp. """
    updated_at: str
    """ Timestamp. """
    run_at: None | str
    """ Timestamp of the next run. """
    ran_at: None | str
    """ Timestamp of the last run. """
    modified_at: None | str
    """ Timestamp of the source's last change. """
    retried_times: int
    """ Failures in a row; after ten it stops. """
    log_id: None | str
    """ UUID of the log. """
    error_code: int | None
    """ As `error_code` of imports; 9999 for other errors. """
    error_message: None | str
    """ Error of the last run. """
    etag: None | str
    """ ETag of the source. """
    checksum: None | str
    """ MD5 of the source; empty before the first run. """
    user_id: str
    """ UUID of the account. """
    service_name: None | str
    """ As `service_name` of an import request. """
    service_item_id: None | str
    """ Id at the service; for connectors and Twitter a string that contains JSON. """
    type_guessing: bool
    """ As asked for. """
    quoted_fields_guessing: bool
    """ As asked for. """
    content_guessing: bool
    """ As asked for. """
    visualization_id: None | str
    """ UUID of the dataset. """
    from_external_source: bool
    """ True if it comes from the data library. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name: None | str
        name = self.name

        interval = self.interval

        url: None | str
        url = self.url

        state = self.state

        created_at = self.created_at

        updated_at = self.updated_at

        run_at: None | str
        run_at = self.run_at

        ran_at: None | str
        ran_at = self.ran_at

        modified_at: None | str
        modified_at = self.modified_at

        retried_times = self.retried_times

        log_id: None | str
        log_id = self.log_id

        error_code: int | None
        error_code = self.error_code

        error_message: None | str
        error_message = self.error_message

        etag: None | str
        etag = self.etag

        checksum: None | str
        checksum = self.checksum

        user_id = self.user_id

        service_name: None | str
        service_name = self.service_name

        service_item_id: None | str
        service_item_id = self.service_item_id

        type_guessing = self.type_guessing

        quoted_fields_guessing = self.quoted_fields_guessing

        content_guessing = self.content_guessing

        visualization_id: None | str
        visualization_id = self.visualization_id

        from_external_source = self.from_external_source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "interval": interval,
                "url": url,
                "state": state,
                "created_at": created_at,
                "updated_at": updated_at,
                "run_at": run_at,
                "ran_at": ran_at,
                "modified_at": modified_at,
                "retried_times": retried_times,
                "log_id": log_id,
                "error_code": error_code,
                "error_message": error_message,
                "etag": etag,
                "checksum": checksum,
                "user_id": user_id,
                "service_name": service_name,
                "service_item_id": service_item_id,
                "type_guessing": type_guessing,
                "quoted_fields_guessing": quoted_fields_guessing,
                "content_guessing": content_guessing,
                "visualization_id": visualization_id,
                "from_external_source": from_external_source,
            }
        )

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        name = cast("None | str", d.pop("name"))

        interval = d.pop("interval")

        url = cast("None | str", d.pop("url"))

        state = d.pop("state")

        created_at = d.pop("created_at")

        updated_at = d.pop("updated_at")

        run_at = cast("None | str", d.pop("run_at"))

        ran_at = cast("None | str", d.pop("ran_at"))

        modified_at = cast("None | str", d.pop("modified_at"))

        retried_times = d.pop("retried_times")

        log_id = cast("None | str", d.pop("log_id"))

        error_code = cast("int | None", d.pop("error_code"))

        error_message = cast("None | str", d.pop("error_message"))

        etag = cast("None | str", d.pop("etag"))

        checksum = cast("None | str", d.pop("checksum"))

        user_id = d.pop("user_id")

        service_name = cast("None | str", d.pop("service_name"))

        service_item_id = cast("None | str", d.pop("service_item_id"))

        type_guessing = d.pop("type_guessing")

        quoted_fields_guessing = d.pop("quoted_fields_guessing")

        content_guessing = d.pop("content_guessing")

        visualization_id = cast("None | str", d.pop("visualization_id"))

        from_external_source = d.pop("from_external_source")

        synchronization = cls(
            id=id,
            name=name,
            interval=interval,
            url=url,
            state=state,
            created_at=created_at,
            updated_at=updated_at,
            run_at=run_at,
            ran_at=ran_at,
            modified_at=modified_at,
            retried_times=retried_times,
            log_id=log_id,
            error_code=error_code,
            error_message=error_message,
            etag=etag,
            checksum=checksum,
            user_id=user_id,
            service_name=service_name,
            service_item_id=service_item_id,
            type_guessing=type_guessing,
            quoted_fields_guessing=quoted_fields_guessing,
            content_guessing=content_guessing,
            visualization_id=visualization_id,
            from_external_source=from_external_source,
        )

        synchronization.additional_properties = d
        return synchronization
