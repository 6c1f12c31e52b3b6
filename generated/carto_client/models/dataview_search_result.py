# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.dataview_bin import DataviewBin
    from ..models.dataview_category import DataviewCategory


@cache
def _nested_models() -> Any:
    from ..models.dataview_bin import DataviewBin
    from ..models.dataview_category import DataviewCategory

    return (DataviewBin, DataviewCategory)


@_attrs_define
class DataviewSearchResult(Extensible[Any]):
    """Categories that were found. Of a formula or histogram, the result without its type."""

    type_: str | Unset = UNSET
    """ `aggregation`. """
    categories: list[DataviewCategory] | Unset = UNSET
    """ The categories. """
    operation: str | Unset = UNSET
    """ Formula: the operation. """
    result: Any | Unset = UNSET
    """ Formula: the value. """
    nulls: int | None | Unset = UNSET
    """ Formula and histogram: rows without a value. """
    infinities: int | None | Unset = UNSET
    """ Histogram: rows with an infinite value. """
    nans: int | None | Unset = UNSET
    """ Histogram: rows with NaN. """
    avg: float | None | str | Unset = UNSET
    """ Histogram: average. """
    bin_width: float | None | str | Unset = UNSET
    """ Histogram: width of a bin. """
    bins_count: int | None | Unset = UNSET
    """ Histogram: number of bins. """
    bins_start: float | None | str | Unset = UNSET
    """ Histogram: where the first bin begins. """
    bins: list[DataviewBin] | Unset = UNSET
    """ Histogram: bins that are not empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (DataviewBin, DataviewCategory) = _nested_models()

        type_ = self.type_

        categories: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.categories, Unset):
            categories = []
            for categories_item_data in to_items("categories", self.categories):
                categories_item = to_object("categories", categories_item_data, DataviewCategory)
                categories.append(categories_item)

        operation = self.operation

        result = self.result

        nulls: int | None | Unset
        if isinstance(self.nulls, Unset):
            nulls = UNSET
        else:
            nulls = self.nulls

        infinities: int | None | Unset
        if isinstance(self.infinities, Unset):
            infinities = UNSET
        else:
            infinities = self.infinities

        nans: int | None | Unset
        if isinstance(self.nans, Unset):
            nans = UNSET
        else:
            nans = self.nans

        avg: float | None | str | Unset
        if isinstance(self.avg, Unset):
            avg = UNSET
        else:
            avg = self.avg

        bin_width: float | None | str | Unset
        if isinstance(self.bin_width, Unset):
            bin_width = UNSET
        else:
            bin_width = self.bin_width

        bins_count: int | None | Unset
        if isinstance(self.bins_count, Unset):
            bins_count = UNSET
        else:
            bins_count = self.bins_count

        bins_start: float | None | str | Unset
        if isinstance(self.bins_start, Unset):
            bins_start = UNSET
        else:
            bins_start = self.bins_start

        bins: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.bins, Unset):
            bins = []
            for bins_item_data in to_items("bins", self.bins):
                bins_item = to_object("bins", bins_item_data, DataviewBin)
                bins.append(bins_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if categories is not UNSET:
            field_dict["categories"] = categories
        if operation is not UNSET:
            field_dict["operation"] = operation
        if result is not UNSET:
            field_dict["result"] = result
        if nulls is not UNSET:
            field_dict["nulls"] = nulls
        if infinities is not UNSET:
            field_dict["infinities"] = infinities
        if nans is not UNSET:
            field_dict["nans"] = nans
        if avg is not UNSET:
            field_dict["avg"] = avg
        if bin_width is not UNSET:
            field_dict["bin_width"] = bin_width
        if bins_count is not UNSET:
            field_dict["bins_count"] = bins_count
        if bins_start is not UNSET:
            field_dict["bins_start"] = bins_start
        if bins is not UNSET:
            field_dict["bins"] = bins

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (DataviewBin, DataviewCategory) = _nested_models()

        d = require_object(src_dict)
        type_ = d.pop("type", UNSET)

        _categories = d.pop("categories", UNSET)
        categories: list[DataviewCategory] | Unset = UNSET
        if _categories is not UNSET:
            categories = []
            for categories_item_data in require_list(_categories):
                categories_item = DataviewCategory.from_dict(categories_item_data)

                categories.append(categories_item)

        operation = d.pop("operation", UNSET)

        result = d.pop("result", UNSET)

        nulls = cast("int | None | Unset", d.pop("nulls", UNSET))

        infinities = cast("int | None | Unset", d.pop("infinities", UNSET))

        nans = cast("int | None | Unset", d.pop("nans", UNSET))

        avg = cast("float | None | str | Unset", d.pop("avg", UNSET))

        bin_width = cast("float | None | str | Unset", d.pop("bin_width", UNSET))

        bins_count = cast("int | None | Unset", d.pop("bins_count", UNSET))

        bins_start = cast("float | None | str | Unset", d.pop("bins_start", UNSET))

        _bins = d.pop("bins", UNSET)
        bins: list[DataviewBin] | Unset = UNSET
        if _bins is not UNSET:
            bins = []
            for bins_item_data in require_list(_bins):
                bins_item = DataviewBin.from_dict(bins_item_data)

                bins.append(bins_item)

        dataview_search_result = cls(
            type_=type_,
            categories=categories,
            operation=operation,
            result=result,
            nulls=nulls,
            infinities=infinities,
            nans=nans,
            avg=avg,
            bin_width=bin_width,
            bins_count=bins_count,
            bins_start=bins_start,
            bins=bins,
        )

        dataview_search_result.additional_properties = d
        return dataview_search_result
