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
    from ..models.layergroup_analysis import LayergroupAnalysis
    from ..models.layergroup_dataviews import LayergroupDataviews
    from ..models.layergroup_layer import LayergroupLayer
    from ..models.layergroup_tilejson import LayergroupTilejson
    from ..models.layergroup_torque import LayergroupTorque
    from ..models.layergroup_url import LayergroupUrl


@cache
def _nested_models() -> Any:
    from ..models.layergroup_analysis import LayergroupAnalysis
    from ..models.layergroup_dataviews import LayergroupDataviews
    from ..models.layergroup_layer import LayergroupLayer
    from ..models.layergroup_tilejson import LayergroupTilejson
    from ..models.layergroup_torque import LayergroupTorque
    from ..models.layergroup_url import LayergroupUrl

    return (
        LayergroupAnalysis,
        LayergroupDataviews,
        LayergroupLayer,
        LayergroupTilejson,
        LayergroupTorque,
        LayergroupUrl,
    )


@_attrs_define
class LayergroupMetadata(Extensible[Any]):
    """Layers and addresses of a map."""

    layers: list[LayergroupLayer]
    """ The layers, in the order of the MapConfig. """
    torque: LayergroupTorque | Unset = UNSET
    """ Facts about the time of layers, by index. """
    dataviews: LayergroupDataviews | Unset = UNSET
    """ Name to address. """
    analyses: list[LayergroupAnalysis] | Unset = UNSET
    """ The analyses. """
    tilejson: LayergroupTilejson | Unset = UNSET
    """ Tiles by kind. """
    url: LayergroupUrl | Unset = UNSET
    """ URL templates by kind. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (
                LayergroupAnalysis,
                LayergroupDataviews,
                LayergroupLayer,
                LayergroupTilejson,
                LayergroupTorque,
                LayergroupUrl,
            ) = _nested_models()

        layers = []
        for layers_item_data in to_items("layers", self.layers):
            layers_item = to_object("layers", layers_item_data, LayergroupLayer)
            layers.append(layers_item)

        torque: dict[str, Any] | Unset = UNSET
        if not isinstance(self.torque, Unset):
            torque = to_object("torque", self.torque, LayergroupTorque)

        dataviews: dict[str, Any] | Unset = UNSET
        if not isinstance(self.dataviews, Unset):
            dataviews = to_object("dataviews", self.dataviews, LayergroupDataviews)

        analyses: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.analyses, Unset):
            analyses = []
            for analyses_item_data in to_items("analyses", self.analyses):
                analyses_item = to_object("analyses", analyses_item_data, LayergroupAnalysis)
                analyses.append(analyses_item)

        tilejson: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tilejson, Unset):
            tilejson = to_object("tilejson", self.tilejson, LayergroupTilejson)

        url: dict[str, Any] | Unset = UNSET
        if not isinstance(self.url, Unset):
            url = to_object("url", self.url, LayergroupUrl)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"layers": layers})
        if torque is not UNSET:
            field_dict["torque"] = torque
        if dataviews is not UNSET:
            field_dict["dataviews"] = dataviews
        if analyses is not UNSET:
            field_dict["analyses"] = analyses
        if tilejson is not UNSET:
            field_dict["tilejson"] = tilejson
        if url is not UNSET:
            field_dict["url"] = url

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (
                LayergroupAnalysis,
                LayergroupDataviews,
                LayergroupLayer,
                LayergroupTilejson,
                LayergroupTorque,
                LayergroupUrl,
            ) = _nested_models()

        d = require_object(src_dict)
        layers = []
        _layers = d.pop("layers")
        for layers_item_data in require_list(_layers):
            layers_item = LayergroupLayer.from_dict(layers_item_data)

            layers.append(layers_item)

        _torque = d.pop("torque", UNSET)
        torque: LayergroupTorque | Unset
        if isinstance(_torque, Unset):
            torque = UNSET
        else:
            torque = LayergroupTorque.from_dict(_torque)

        _dataviews = d.pop("dataviews", UNSET)
        dataviews: LayergroupDataviews | Unset
        if isinstance(_dataviews, Unset):
            dataviews = UNSET
        else:
            dataviews = LayergroupDataviews.from_dict(_dataviews)

        _analyses = d.pop("analyses", UNSET)
        analyses: list[LayergroupAnalysis] | Unset = UNSET
        if _analyses is not UNSET:
            analyses = []
            for analyses_item_data in require_list(_analyses):
                analyses_item = LayergroupAnalysis.from_dict(analyses_item_data)

                analyses.append(analyses_item)

        _tilejson = d.pop("tilejson", UNSET)
        tilejson: LayergroupTilejson | Unset
        if isinstance(_tilejson, Unset):
            tilejson = UNSET
        else:
            tilejson = LayergroupTilejson.from_dict(_tilejson)

        _url = d.pop("url", UNSET)
        url: LayergroupUrl | Unset
        if isinstance(_url, Unset):
            url = UNSET
        else:
            url = LayergroupUrl.from_dict(_url)

        layergroup_metadata = cls(
            layers=layers, torque=torque, dataviews=dataviews, analyses=analyses, tilejson=tilejson, url=url
        )

        layergroup_metadata.additional_properties = d
        return layergroup_metadata
