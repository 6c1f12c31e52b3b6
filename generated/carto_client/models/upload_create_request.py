# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..sending import reads_object
from ..types import Extensible, File, form_field, require_object, show_model


@_attrs_define
class UploadCreateRequest(Extensible[Any]):
    """A file."""

    file: File
    """ The file, with its name in the Content-Disposition of the part. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"file": file})

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", self.file.to_tuple()))

        for prop_name, prop in self.additional_properties.items():
            files.extend(form_field(prop_name, prop))

        return files

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        file = File(payload=BytesIO(d.pop("file")))

        upload_create_request = cls(file=file)

        upload_create_request.additional_properties = d
        return upload_create_request
