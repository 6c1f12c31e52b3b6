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
class DataviewResult(Extensible[Any]):
    """Result of a dataview. `formula`, `aggregation` and `histogram` have their own fields. `NaN`, `Infinity` and
    `-Infinity` are text.

    """

    type_: str
    """ `formula`, `aggregation` or `histogram`. """
    operation: str | Unset = UNSET
    """ Formula: `sum`, `count`, `avg`, `min` or `max`. """
    result: Any | Unset = UNSET
    """ Formula: the value, a number, `NaN` or an infinity as text, null, or for `min` and `max` a date. """
    nulls: int | None | Unset = UNSET
    """ Rows without a value. """
    nans: int | None | Unset = UNSET
    """ Rows with NaN. """
    infinities: int | None | Unset = UNSET
    """ Rows with an infinite value. """
    aggregation: str | Unset = UNSET
    """ Aggregation: the operation, such as `count`. Histogram over dates: the unit of time. """
    count: int | None | Unset = UNSET
    """ Aggregation: number of rows. """
    min_: float | None | str | Unset = UNSET
    """ Aggregation: smallest value of a category. """
    max_: float | None | str | Unset = UNSET
    """ Aggregation: greatest value of a category. """
    categories_count: int | None | Unset = UNSET
    """ Aggregation: number of all categories, also of those not listed. """
    categories: list[DataviewCategory] | Unset = UNSET
    """ Aggregation: the categories, greatest value first. """
    bin_width: float | None | str | Unset = UNSET
    """ Histogram: width of a bin. """
    bins_count: int | None | Unset = UNSET
    """ Histogram: number of bins, empty ones included. """
    bins_start: float | None | str | Unset = UNSET
    """ Histogram: where the first bin begins. """
    avg: float | None | str | Unset = UNSET
    """ Histogram: average. """
    timestamp_start: float | None | Unset = UNSET
    """ Histogram over dates: time at which the first bin begins. """
    offset: float | None | Unset = UNSET
    """ Histogram over dates: offset from UTC. """
    bins: list[DataviewBin] | Unset = UNSET
    """ Histogram: bins that are not empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (DataviewBin, DataviewCategory) = _nested_models()

        type_ = self.type_

        operation = self.operation

        result = self.result

        nulls: int | None | Unset
        if isinstance(self.nulls, Unset):
            nulls = UNSET
        else:
            nulls = self.nulls

        nans: int | None | Unset
        if isinstance(self.nans, Unset):
            nans = UNSET
        else:
            nans = self.nans

        infinities: int | None | Unset
        if isinstance(self.infinities, Unset):
            infinities = UNSET
        else:
            infinities = self.infinities

        aggregation = self.aggregation

        count: int | None | Unset
        if isinstance(self.count, Unset):
            count = UNSET
        else:
            count = self.count

        min_: float | None | str | Unset
        if isinstance(self.min_, Unset):
            min_ = UNSET
        else:
            min_ = self.min_

        max_: float | None | str | Unset
        if isinstance(self.max_, Unset):
            max_ = UNSET
        else:
            max_ = self.max_

        categories_count: int | None | Unset
        if isinstance(self.categories_count, Unset):
            categories_count = UNSET
        else:
            categories_count = self.categories_count

        categories: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.categories, Unset):
            categories = []
            for categories_item_data in to_items("categories", self.categories):
                categories_item = to_object("categories", categories_item_data, DataviewCategory)
                categories.append(categories_item)

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

        avg: float | None | str | Unset
        if isinstance(self.avg, Unset):
            avg = UNSET
        else:
            avg = self.avg

        timestamp_start: float | None | Unset
        if isinstance(self.timestamp_start, Unset):
            timestamp_start = UNSET
        else:
            timestamp_start = self.timestamp_start

        offset: float | None | Unset
        if isinstance(self.offset, Unset):
            offset = UNSET
        else:
            offset = self.offset

        bins: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.bins, Unset):
            bins = []
            for bins_item_data in to_items("bins", self.bins):
                bins_item = to_object("bins", bins_item_data, DataviewBin)
                bins.append(bins_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"type": type_})
        if operation is not UNSET:
            field_dict["operation"] = operation
        if result is not UNSET:
            field_dict["result"] = result
        if nulls is not UNSET:
            field_dict["nulls"] = nulls
        if nans is not UNSET:
            field_dict["nans"] = nans
        if infinities is not UNSET:
            field_dict["infinities"] = infinities
        if aggregation is not UNSET:
            field_dict["aggregation"] = aggregation
        if count is not UNSET:
            field_dict["count"] = count
        if min_ is not UNSET:
            field_dict["min"] = min_
        if max_ is not UNSET:
            field_dict["max"] = max_
        if categories_count is not UNSET:
            field_dict["categoriesCount"] = categories_count
        if categories is not UNSET:
            field_dict["categories"] = categories
        if bin_width is not UNSET:
            field_dict["bin_width"] = bin_width
        if bins_count is not UNSET:
            field_dict["bins_count"] = bins_count
        if bins_start is not UNSET:
            field_dict["bins_start"] = bins_start
        if avg is not UNSET:
            field_dict["avg"] = avg
        if timestamp_start is not UNSET:
            field_dict["timestamp_start"] = timestamp_start
        if offset is not UNSET:
            field_dict["offset"] = offset
        if bins is not UNSET:
            field_dict["bins"] = bins

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (DataviewBin, DataviewCategory) = _nested_models()

        d = require_object(src_dict)
        type_ = d.pop("type")

        operation = d.pop("operation", UNSET)

        result = d.pop("result", UNSET)

        nulls = cast("int | None | Unset", d.pop("nulls", UNSET))

        nans = cast("int | None | Unset", d.pop("nans", UNSET))

        infinities = cast("int | None | Unset", d.pop("infinities", UNSET))

        aggregation = d.pop("aggregation", UNSET)

        count = cast("int | None | Unset", d.pop("count", UNSET))

        min_ = cast("float | None | str | Unset", d.pop("min", UNSET))

        max_ = cast("float | None | str | Unset", d.pop("max", UNSET))

        categories_count = cast("int | None | Unset", d.pop("categoriesCount", UNSET))

        _categories = d.pop("categories", UNSET)
        categories: list[DataviewCategory] | Unset = UNSET
        if _categories is not UNSET:
            categories = []
            for categories_item_data in require_list(_categories):
                categories_item = DataviewCategory.from_dict(categories_item_data)

                categories.append(categories_item)

        bin_width = cast("float | None | str | Unset", d.pop("bin_width", UNSET))

        bins_count = cast("int | None | Unset", d.pop("bins_count", UNSET))

        bins_start = cast("float | None | str | Unset", d.pop("bins_start", UNSET))

        avg = cast("float | None | str | Unset", d.pop("avg", UNSET))

        timestamp_start = cast("float | None | Unset", d.pop("timestamp_start", UNSET))

        offset = cast("float | None | Unset", d.pop("offset", UNSET))

        _bins = d.pop("bins", UNSET)
        bins: list[DataviewBin] | Unset = UNSET
        if _bins is not UNSET:
            bins = []
            for bins_item_data in require_list(_bins):
                bins_item = DataviewBin.from_dict(bins_item_data)

                bins.append(bins_item)

        dataview_result = cls(
            type_=type_,
            operation=operation,
            result=result,
            nulls=nulls,
            nans=nans,
            infinities=infinities,
            aggregation=aggregation,
            count=count,
            min_=min_,
            max_=max_,
            categories_count=categories_count,
            categories=categories,
            bin_width=bin_width,
            bins_count=bins_count,
            bins_start=bins_start,
            avg=avg,
            timestamp_start=timestamp_start,
            offset=offset,
            bins=bins,
        )

        dataview_result.additional_properties = d
        return dataview_result
