# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class SynchronizationUpdateRequest(Extensible[Any]):
    """Changes to a synchronization; what is left out stays. The server stores nearly any other field of a
    synchronization as well.

    """

    interval: int | Unset = UNSET
    """ Seconds between two runs. Not checked here. """
    name: None | str | Unset = UNSET
    """ Name of the table that it updates. """
    url: None | str | Unset = UNSET
    """ Source. """
    service_name: None | str | Unset = UNSET
    """ Service that the source is from. """
    service_item_id: None | str | Unset = UNSET
    """ Id at that service. """
    type_guessing: bool | Unset = UNSET
    """ Guess column types of CSV and XLS. """
    quoted_fields_guessing: bool | Unset = UNSET
    """ Guess types of quoted values too. """
    content_guessing: bool | Unset = UNSET
    """ Recognize countries, cities and IP addresses. """
    state: str | Unset = UNSET
    """ State to store. """
    run_at: str | Unset = UNSET
    """ Timestamp of the next run. """
    retried_times: int | Unset = UNSET
    """ Failures in a row. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        interval = self.interval

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        url: None | str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        else:
            url = self.url

        service_name: None | str | Unset
        if isinstance(self.service_name, Unset):
            service_name = UNSET
        else:
            service_name = self.service_name

        service_item_id: None | str | Unset
        if isinstance(self.service_item_id, Unset):
            service_item_id = UNSET
        else:
            service_item_id = self.service_item_id

        type_guessing = self.type_guessing

        quoted_fields_guessing = self.quoted_fields_guessing

        content_guessing = self.content_guessing

        state = self.state

        run_at = self.run_at

        retried_times = self.retried_times

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if interval is not UNSET:
            field_dict["interval"] = interval
        if name is not UNSET:
            field_dict["name"] = name
        if url is not UNSET:
            field_dict["url"] = url
        if service_name is not UNSET:
            field_dict["service_name"] = service_name
        if service_item_id is not UNSET:
            field_dict["service_item_id"] = service_item_id
        if type_guessing is not UNSET:
            field_dict["type_guessing"] = type_guessing
        if quoted_fields_guessing is not UNSET:
            field_dict["quoted_fields_guessing"] = quoted_fields_guessing
        if content_guessing is not UNSET:
            field_dict["content_guessing"] = content_guessing
        if state is not UNSET:
            field_dict["state"] = state
        if run_at is not UNSET:
            field_dict["run_at"] = run_at
        if retried_times is not UNSET:
            field_dict["retried_times"] = retried_times

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        interval = d.pop("interval", UNSET)

        name = cast("None | str | Unset", d.pop("name", UNSET))

        url = cast("None | str | Unset", d.pop("url", UNSET))

        service_name = cast("None | str | Unset", d.pop("service_name", UNSET))

        service_item_id = cast("None | str | Unset", d.pop("service_item_id", UNSET))

        type_guessing = d.pop("type_guessing", UNSET)

        quoted_fields_guessing = d.pop("quoted_fields_guessing", UNSET)

        content_guessing = d.pop("content_guessing", UNSET)

        state = d.pop("state", UNSET)

        run_at = d.pop("run_at", UNSET)

        retried_times = d.pop("retried_times", UNSET)

        synchronization_update_request = cls(
            interval=interval,
            name=name,
            url=url,
            service_name=service_name,
            service_item_id=service_item_id,
            type_guessing=type_guessing,
            quoted_fields_guessing=quoted_fields_guessing,
            content_guessing=content_guessing,
            state=state,
            run_at=run_at,
            retried_times=retried_times,
        )

        synchronization_update_request.additional_properties = d
        return synchronization_update_request
