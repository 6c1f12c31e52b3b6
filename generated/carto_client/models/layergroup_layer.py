# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.layer_meta import LayerMeta
    from ..models.layergroup_dataviews import LayergroupDataviews
    from ..models.layergroup_tilejson import LayergroupTilejson


@cache
def _nested_models() -> Any:
    from ..models.layer_meta import LayerMeta
    from ..models.layergroup_dataviews import LayergroupDataviews
    from ..models.layergroup_tilejson import LayergroupTilejson

    return (LayerMeta, LayergroupDataviews, LayergroupTilejson)


@_attrs_define
class LayergroupLayer(Extensible[Any]):
    """One layer of a map."""

    type_: str
    """ `mapnik` (also for `cartodb`), `torque`, `http`, `plain`. """
    id: int | str
    """ Id that the MapConfig gave (text or a number, as given), or made up (`layer0`, `torque-layer0`,
    `http-layer0`, `plain-layer0`). """
    meta: LayerMeta | Unset = UNSET
    """ About the data and style of a layer. """
    widgets: LayergroupDataviews | Unset = UNSET
    """ Name to address. """
    tilejson: LayergroupTilejson | Unset = UNSET
    """ Tiles by kind. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (LayerMeta, LayergroupDataviews, LayergroupTilejson) = _nested_models()

        type_ = self.type_

        id: int | str
        id = self.id

        meta: dict[str, Any] | Unset = UNSET
        if not isinstance(self.meta, Unset):
            meta = to_object("meta", self.meta, LayerMeta)

        widgets: dict[str, Any] | Unset = UNSET
        if not isinstance(self.widgets, Unset):
            widgets = to_object("widgets", self.widgets, LayergroupDataviews)

        tilejson: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tilejson, Unset):
            tilejson = to_object("tilejson", self.tilejson, LayergroupTilejson)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"type": type_, "id": id})
        if meta is not UNSET:
            field_dict["meta"] = meta
        if widgets is not UNSET:
            field_dict["widgets"] = widgets
        if tilejson is not UNSET:
            field_dict["tilejson"] = tilejson

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (LayerMeta, LayergroupDataviews, LayergroupTilejson) = _nested_models()

        d = require_object(src_dict)
        type_ = d.pop("type")

        id = cast("int | str", d.pop("id"))

        _meta = d.pop("meta", UNSET)
        meta: LayerMeta | Unset
        if isinstance(_meta, Unset):
            meta = UNSET
        else:
            meta = LayerMeta.from_dict(_meta)

        _widgets = d.pop("widgets", UNSET)
        widgets: LayergroupDataviews | Unset
        if isinstance(_widgets, Unset):
            widgets = UNSET
        else:
            widgets = LayergroupDataviews.from_dict(_widgets)

        _tilejson = d.pop("tilejson", UNSET)
        tilejson: LayergroupTilejson | Unset
        if isinstance(_tilejson, Unset):
            tilejson = UNSET
        else:
            tilejson = LayergroupTilejson.from_dict(_tilejson)

        layergroup_layer = cls(type_=type_, id=id, meta=meta, widgets=widgets, tilejson=tilejson)

        layergroup_layer.additional_properties = d
        return layergroup_layer
