# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import Extensible, require_object, show_model


@_attrs_define
class ImportErrorText(Extensible[Any]):
    """Why an import failed, for people."""

    title: str
    """ Short title. """
    what_about: str
    """ The error and its solution. Can contain HTML. """
    source: str
    """ Origin of the error, `user`, `cartodb` or `external`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        what_about = self.what_about

        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"title": title, "what_about": what_about, "source": source})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        title = d.pop("title")

        what_about = d.pop("what_about")

        source = d.pop("source")

        import_error_text = cls(title=title, what_about=what_about, source=source)

        import_error_text.additional_properties = d
        return import_error_text
