# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model


@_attrs_define
class SqlErrorBody(Extensible[Any]):
    """The reason for a refusal or failure of the SQL API, without SQLSTATE and position."""

    error: list[str]
    """ The message, in a list of one. """
    detail: str | Unset = UNSET
    """ DETAIL of PostgreSQL; with `context`, which limit it was, `rate-limit` or `datasource` (statement timeout). """
    hint: str | Unset = UNSET
    """ HINT of PostgreSQL. """
    context: str | Unset = UNSET
    """ `limit` if a limit of the platform was hit. """
    stack: str | Unset = UNSET
    """ Stack trace, from development servers only. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        error = self.error

        detail = self.detail

        hint = self.hint

        context = self.context

        stack = self.stack

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"error": error})
        if detail is not UNSET:
            field_dict["detail"] = detail
        if hint is not UNSET:
            field_dict["hint"] = hint
        if context is not UNSET:
            field_dict["context"] = context
        if stack is not UNSET:
            field_dict["stack"] = stack

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        error = cast("list[str]", require_list(d.pop("error")))

        detail = d.pop("detail", UNSET)

        hint = d.pop("hint", UNSET)

        context = d.pop("context", UNSET)

        stack = d.pop("stack", UNSET)

        sql_error_body = cls(error=error, detail=detail, hint=hint, context=context, stack=stack)

        sql_error_body.additional_properties = d
        return sql_error_body
