# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class CopyToRequest(Extensible[Any]):
    """A COPY TO statement."""

    q: str
    """ `COPY table TO STDOUT …` or `COPY (SELECT …) TO STDOUT …`, beginning with `COPY ` in any case and without
    leading blanks. """
    filename: str | Unset = UNSET
    """ Name offered in Content-Disposition, URI-encoded there; `carto-sql-copyto.dmp` if not given. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        q = self.q

        filename = self.filename

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"q": q})
        if filename is not UNSET:
            field_dict["filename"] = filename

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        q = d.pop("q")

        filename = d.pop("filename", UNSET)

        copy_to_request = cls(q=q, filename=filename)

        copy_to_request.additional_properties = d
        return copy_to_request
