# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.cartocss_meta import CartocssMeta
    from ..models.layer_aggregation import LayerAggregation
    from ..models.layer_stats import LayerStats


@cache
def _nested_models() -> Any:
    from ..models.cartocss_meta import CartocssMeta
    from ..models.layer_aggregation import LayerAggregation
    from ..models.layer_stats import LayerStats

    return (CartocssMeta, LayerAggregation, LayerStats)


@_attrs_define
class LayerMeta(Extensible[Any]):
    """About the data and style of a layer."""

    cartocss: str | Unset = UNSET
    """ The style. Absent in maps without styles. """
    stats: LayerStats | Unset = UNSET
    """ Statistics of a layer; more if `metadata` of its options asks for them. """
    cartocss_meta: CartocssMeta | Unset = UNSET
    """ The input for computing a style. """
    aggregation: LayerAggregation | Unset = UNSET
    """ For each format, true if features are aggregated. """
    start: float | None | Unset = UNSET
    """ For torque, first time. """
    end: float | None | Unset = UNSET
    """ For torque, last time. """
    steps: float | None | Unset = UNSET
    """ For torque, number of steps. """
    data_steps: float | None | Unset = UNSET
    """ For torque, number of steps in the data. """
    column_type: str | Unset = UNSET
    """ For torque, type of the time column, such as `date` or `number`. """
    dates_as_numbers: list[str] | Unset = UNSET
    """ Columns that vector tiles have as numbers, with `dates_as_numbers` in the options. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (CartocssMeta, LayerAggregation, LayerStats) = _nested_models()

        cartocss = self.cartocss

        stats: dict[str, Any] | Unset = UNSET
        if not isinstance(self.stats, Unset):
            stats = to_object("stats", self.stats, LayerStats)

        cartocss_meta: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cartocss_meta, Unset):
            cartocss_meta = to_object("cartocss_meta", self.cartocss_meta, CartocssMeta)

        aggregation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.aggregation, Unset):
            aggregation = to_object("aggregation", self.aggregation, LayerAggregation)

        start: float | None | Unset
        if isinstance(self.start, Unset):
            start = UNSET
        else:
            start = self.start

        end: float | None | Unset
        if isinstance(self.end, Unset):
            end = UNSET
        else:
            end = self.end

        steps: float | None | Unset
        if isinstance(self.steps, Unset):
            steps = UNSET
        else:
            steps = self.steps

        data_steps: float | None | Unset
        if isinstance(self.data_steps, Unset):
            data_steps = UNSET
        else:
            data_steps = self.data_steps

        column_type = self.column_type

        dates_as_numbers: list[str] | Unset = UNSET
        if not isinstance(self.dates_as_numbers, Unset):
            dates_as_numbers = self.dates_as_numbers

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if cartocss is not UNSET:
            field_dict["cartocss"] = cartocss
        if stats is not UNSET:
            field_dict["stats"] = stats
        if cartocss_meta is not UNSET:
            field_dict["cartocss_meta"] = cartocss_meta
        if aggregation is not UNSET:
            field_dict["aggregation"] = aggregation
        if start is not UNSET:
            field_dict["start"] = start
        if end is not UNSET:
            field_dict["end"] = end
        if steps is not UNSET:
            field_dict["steps"] = steps
        if data_steps is not UNSET:
            field_dict["data_steps"] = data_steps
        if column_type is not UNSET:
            field_dict["column_type"] = column_type
        if dates_as_numbers is not UNSET:
            field_dict["dates_as_numbers"] = dates_as_numbers

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (CartocssMeta, LayerAggregation, LayerStats) = _nested_models()

        d = require_object(src_dict)
        cartocss = d.pop("cartocss", UNSET)

        _stats = d.pop("stats", UNSET)
        stats: LayerStats | Unset
        if isinstance(_stats, Unset):
            stats = UNSET
        else:
            stats = LayerStats.from_dict(_stats)

        _cartocss_meta = d.pop("cartocss_meta", UNSET)
        cartocss_meta: CartocssMeta | Unset
        if isinstance(_cartocss_meta, Unset):
            cartocss_meta = UNSET
        else:
            cartocss_meta = CartocssMeta.from_dict(_cartocss_meta)

        _aggregation = d.pop("aggregation", UNSET)
        aggregation: LayerAggregation | Unset
        if isinstance(_aggregation, Unset):
            aggregation = UNSET
        else:
            aggregation = LayerAggregation.from_dict(_aggregation)

        start = cast("float | None | Unset", d.pop("start", UNSET))

        end = cast("float | None | Unset", d.pop("end", UNSET))

        steps = cast("float | None | Unset", d.pop("steps", UNSET))

        data_steps = cast("float | None | Unset", d.pop("data_steps", UNSET))

        column_type = d.pop("column_type", UNSET)

        dates_as_numbers = cast("list[str] | Unset", require_list(d.pop("dates_as_numbers", UNSET)))

        layer_meta = cls(
            cartocss=cartocss,
            stats=stats,
            cartocss_meta=cartocss_meta,
            aggregation=aggregation,
            start=start,
            end=end,
            steps=steps,
            data_steps=data_steps,
            column_type=column_type,
            dates_as_numbers=dates_as_numbers,
        )

        layer_meta.additional_properties = d
        return layer_meta
