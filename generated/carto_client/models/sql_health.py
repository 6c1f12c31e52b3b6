# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class SqlHealth(Extensible[Any]):
    """The health of the server."""

    enabled: bool
    """ True if it checks its health at all. If not, `ok` is always true. """
    ok: bool
    """ True if it is well. """
    elapsed: int | Unset = UNSET
    """ Milliseconds that the check took. """
    err: None | str | Unset = UNSET
    """ Why it is not. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        enabled = self.enabled

        ok = self.ok

        elapsed = self.elapsed

        err: None | str | Unset
        if isinstance(self.err, Unset):
            err = UNSET
        else:
            err = self.err

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"enabled": enabled, "ok": ok})
        if elapsed is not UNSET:
            field_dict["elapsed"] = elapsed
        if err is not UNSET:
            field_dict["err"] = err

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        enabled = d.pop("enabled")

        ok = d.pop("ok")

        elapsed = d.pop("elapsed", UNSET)

        err = cast("None | str | Unset", d.pop("err", UNSET))

        sql_health = cls(enabled=enabled, ok=ok, elapsed=elapsed, err=err)

        sql_health.additional_properties = d
        return sql_health
