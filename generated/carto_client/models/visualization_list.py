# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.visualization import Visualization


@cache
def _nested_models() -> Any:
    from ..models.visualization import Visualization

    return (Visualization,)


@_attrs_define
class VisualizationList(Extensible[Any]):
    """One page of visualizations. The totals beyond `total_entries` are the account's and need a key."""

    visualizations: list[Visualization]
    """ The page. """
    total_entries: int
    """ Items on all pages. """
    total_user_entries: int | Unset = UNSET
    """ Items that the caller owns, whatever the filters. """
    total_locked: int | Unset = UNSET
    """ Locked items. """
    total_likes: int | Unset = UNSET
    """ Liked items. """
    total_shared: int | Unset = UNSET
    """ Items shared with the caller. """
    total_subscriptions: int | Unset = UNSET
    """ Datasets from Data Observatory subscriptions; with `load_do_totals` only. """
    total_samples: int | Unset = UNSET
    """ Data Observatory samples; with `load_do_totals` only. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Visualization,) = _nested_models()

        visualizations = []
        for visualizations_item_data in to_items("visualizations", self.visualizations):
            visualizations_item = to_object("visualizations", visualizations_item_data, Visualization)
            visualizations.append(visualizations_item)

        total_entries = self.total_entries

        total_user_entries = self.total_user_entries

        total_locked = self.total_locked

        total_likes = self.total_likes

        total_shared = self.total_shared

        total_subscriptions = self.total_subscriptions

        total_samples = self.total_samples

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"visualizations": visualizations, "total_entries": total_entries})
        if total_user_entries is not UNSET:
            field_dict["total_user_entries"] = total_user_entries
        if total_locked is not UNSET:
            field_dict["total_locked"] = total_locked
        if total_likes is not UNSET:
            field_dict["total_likes"] = total_likes
        if total_shared is not UNSET:
            field_dict["total_shared"] = total_shared
        if total_subscriptions is not UNSET:
            field_dict["total_subscriptions"] = total_subscriptions
        if total_samples is not UNSET:
            field_dict["total_samples"] = total_samples

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Visualization,) = _nested_models()

        d = require_object(src_dict)
        visualizations = []
        _visualizations = d.pop("visualizations")
        for visualizations_item_data in require_list(_visualizations):
            visualizations_item = Visualization.from_dict(visualizations_item_data)

            visualizations.append(visualizations_item)

        total_entries = d.pop("total_entries")

        total_user_entries = d.pop("total_user_entries", UNSET)

        total_locked = d.pop("total_locked", UNSET)

        total_likes = d.pop("total_likes", UNSET)

        total_shared = d.pop("total_shared", UNSET)

        total_subscriptions = d.pop("total_subscriptions", UNSET)

        total_samples = d.pop("total_samples", UNSET)

        visualization_list = cls(
            visualizations=visualizations,
            total_entries=total_entries,
            total_user_entries=total_user_entries,
            total_locked=total_locked,
            total_likes=total_likes,
            total_shared=total_shared,
            total_subscriptions=total_subscriptions,
            total_samples=total_samples,
        )

        visualization_list.additional_properties = d
        return visualization_list
