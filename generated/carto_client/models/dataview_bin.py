# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object
from ..types import UNSET, Extensible, Unset, require_object, show_model


@_attrs_define
class DataviewBin(Extensible[Any]):
    """One bin of a histogram."""

    bin_: int | Unset = UNSET
    """ Index of the bin, from 0. """
    min_: float | None | str | Unset = UNSET
    """ Smallest value in it. """
    max_: float | None | str | Unset = UNSET
    """ Greatest value in it. """
    avg: float | None | str | Unset = UNSET
    """ Average of its values. """
    freq: int | Unset = UNSET
    """ Number of values. """
    timestamp: float | None | Unset = UNSET
    """ For dates, time at which it begins. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        bin_ = self.bin_

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

        avg: float | None | str | Unset
        if isinstance(self.avg, Unset):
            avg = UNSET
        else:
            avg = self.avg

        freq = self.freq

        timestamp: float | None | Unset
        if isinstance(self.timestamp, Unset):
            timestamp = UNSET
        else:
            timestamp = self.timestamp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if bin_ is not UNSET:
            field_dict["bin"] = bin_
        if min_ is not UNSET:
            field_dict["min"] = min_
        if max_ is not UNSET:
            field_dict["max"] = max_
        if avg is not UNSET:
            field_dict["avg"] = avg
        if freq is not UNSET:
            field_dict["freq"] = freq
        if timestamp is not UNSET:
            field_dict["timestamp"] = timestamp

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = require_object(src_dict)
        bin_ = d.pop("bin", UNSET)

        min_ = cast("float | None | str | Unset", d.pop("min", UNSET))

        max_ = cast("float | None | str | Unset", d.pop("max", UNSET))

        avg = cast("float | None | str | Unset", d.pop("avg", UNSET))

        freq = d.pop("freq", UNSET)

        timestamp = cast("float | None | Unset", d.pop("timestamp", UNSET))

        dataview_bin = cls(bin_=bin_, min_=min_, max_=max_, avg=avg, freq=freq, timestamp=timestamp)

        dataview_bin.additional_properties = d
        return dataview_bin
