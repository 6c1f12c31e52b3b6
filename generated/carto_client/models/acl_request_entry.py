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
    from ..models.acl_request_entity import AclRequestEntity


@cache
def _nested_models() -> Any:
    from ..models.acl_request_entity import AclRequestEntity

    return (AclRequestEntity,)


@_attrs_define
class AclRequestEntry(Extensible[Any]):
    """One share."""

    type_: str
    """ Of `entity`, `user`, `org` or `group`. """
    entity: AclRequestEntity
    """ With whom to share. Only `id` counts; any key beyond those described gives 400 with an empty body. """
    access: str
    """ `r` to read, `rw` to read and write (datasets only), `n` for none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (AclRequestEntity,) = _nested_models()

        type_ = self.type_

        entity = to_object("entity", self.entity, AclRequestEntity)

        access = self.access

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"type": type_, "entity": entity, "access": access})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (AclRequestEntity,) = _nested_models()

        d = require_object(src_dict)
        type_ = d.pop("type")

        entity = AclRequestEntity.from_dict(d.pop("entity"))

        access = d.pop("access")

        acl_request_entry = cls(type_=type_, entity=entity, access=access)

        acl_request_entry.additional_properties = d
        return acl_request_entry
