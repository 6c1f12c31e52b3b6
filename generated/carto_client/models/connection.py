# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class Connection(Extensible[Any]):
    """A saved connection to a database or a service. Secrets in it are replaced by `********`."""

    id: str
    """ UUID. """
    name: None | str
    """ Name. """
    connector: str
    """ Connector (`mysql`, `bigquery`…) or service (`gdrive`, `dropbox`…). """
    type_: str
    """ `db-connector` or `oauth-service`. """
    complete: bool | None | Unset = UNSET
    """ True if all requirements are met. """
    parameters: Any | Unset = UNSET
    """ Object of the parameters; for databases only. """
    token: Any | Unset = UNSET
    """ `********`; for services only. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name: None | str
        name = self.name

        connector = self.connector

        type_ = self.type_

        complete: bool | None | Unset
        if isinstance(self.complete, Unset):
            complete = UNSET
        else:
            complete = self.complete

        parameters = self.parameters

        token = self.token

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"id": id, "name": name, "connector": connector, "type": type_})
        if complete is not UNSET:
            field_dict["complete"] = complete
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if token is not UNSET:
            field_dict["token"] = token

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        id = d.pop("id")

        name = cast("None | str", d.pop("name"))

        connector = d.pop("connector")

        type_ = d.pop("type")

        complete = cast("bool | None | Unset", d.pop("complete", UNSET))

        parameters = d.pop("parameters", UNSET)

        token = d.pop("token", UNSET)

        connection = cls(
            id=id, name=name, connector=connector, type_=type_, complete=complete, parameters=parameters, token=token
        )

        connection.additional_properties = d
        return connection
