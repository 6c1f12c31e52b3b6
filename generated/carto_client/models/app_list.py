# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import Extensible, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.kuviz import Kuviz


@cache
def _nested_models() -> Any:
    from ..models.kuviz import Kuviz

    return (Kuviz,)


@_attrs_define
class AppList(Extensible[Any]):
    """One page of apps."""

    apps: list[Kuviz]
    """ The page. """
    total_entries: int
    """ Apps on all pages. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Kuviz,) = _nested_models()

        apps = []
        for apps_item_data in to_items("apps", self.apps):
            apps_item = to_object("apps", apps_item_data, Kuviz)
            apps.append(apps_item)

        total_entries = self.total_entries

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"apps": apps, "total_entries": total_entries})

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Kuviz,) = _nested_models()

        d = require_object(src_dict)
        apps = []
        _apps = d.pop("apps")
        for apps_item_data in require_list(_apps):
            apps_item = Kuviz.from_dict(apps_item_data)

            apps.append(apps_item)

        total_entries = d.pop("total_entries")

        app_list = cls(apps=apps, total_entries=total_entries)

        app_list.additional_properties = d
        return app_list
