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
    from ..models.map_buffer_size import MapBufferSize
    from ..models.map_dataviews import MapDataviews
    from ..models.map_layer import MapLayer


@cache
def _nested_models() -> Any:
    from ..models.map_buffer_size import MapBufferSize
    from ..models.map_dataviews import MapDataviews
    from ..models.map_layer import MapLayer

    return (MapBufferSize, MapDataviews, MapLayer)


@_attrs_define
class MapConfig(Extensible[Any]):
    """The contents of a map. Other keys can be given, too."""

    layers: list[MapLayer]
    """ From bottom to top. All `mapnik` layers have CartoCSS, or none has (then there are vector tiles only). An
    anonymous map can have no layer at all, a template cannot. """
    version: str | Unset = UNSET
    """ `1.0.0` (if not given), `1.0.1`, `1.1.0`, … `1.8.0`. """
    buffersize: MapBufferSize | None | Unset = UNSET
    """ Margin around tiles. """
    stat_tag: str | Unset = UNSET
    """ Label for statistics, repeated in the header `Carto-Stat-Tag`. """
    analyses: list[Any] | None | Unset = UNSET
    """ Analyses that layers and dataviews take their data from: objects with `id` (to use them by, as a `source`),
    `type` (`source`, `buffer` and many more), `params` (what the type needs; sources in it are analyses
    themselves) and `options`. **Without `params` one can stop the server.** """
    dataviews: MapDataviews | None | Unset = UNSET
    """ Dataviews by name. """
    extent: Any | Unset = UNSET
    """ Extent of the map, a list of four numbers. """
    srid: Any | Unset = UNSET
    """ Id of the map's reference system, a number. """
    minzoom: Any | Unset = UNSET
    """ First zoom, a number. """
    maxzoom: Any | Unset = UNSET
    """ Last zoom, a number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapBufferSize, MapDataviews, MapLayer) = _nested_models()

        layers = []
        for layers_item_data in to_items("layers", self.layers):
            layers_item = to_object("layers", layers_item_data, MapLayer)
            layers.append(layers_item)

        version = self.version

        buffersize: dict[str, Any] | None | Unset
        if isinstance(self.buffersize, Unset):
            buffersize = UNSET
        elif isinstance(self.buffersize, MapBufferSize | Mapping):
            buffersize = to_object("buffersize_type_0", self.buffersize, MapBufferSize)
        else:
            buffersize = self.buffersize

        stat_tag = self.stat_tag

        analyses: list[Any] | None | Unset
        if isinstance(self.analyses, Unset):
            analyses = UNSET
        elif isinstance(self.analyses, list):
            analyses = self.analyses

        else:
            analyses = self.analyses

        dataviews: dict[str, Any] | None | Unset
        if isinstance(self.dataviews, Unset):
            dataviews = UNSET
        elif isinstance(self.dataviews, MapDataviews | Mapping):
            dataviews = to_object("dataviews_type_0", self.dataviews, MapDataviews)
        else:
            dataviews = self.dataviews

        extent = self.extent

        srid = self.srid

        minzoom = self.minzoom

        maxzoom = self.maxzoom

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({"layers": layers})
        if version is not UNSET:
            field_dict["version"] = version
        if buffersize is not UNSET:
            field_dict["buffersize"] = buffersize
        if stat_tag is not UNSET:
            field_dict["stat_tag"] = stat_tag
        if analyses is not UNSET:
            field_dict["analyses"] = analyses
        if dataviews is not UNSET:
            field_dict["dataviews"] = dataviews
        if extent is not UNSET:
            field_dict["extent"] = extent
        if srid is not UNSET:
            field_dict["srid"] = srid
        if minzoom is not UNSET:
            field_dict["minzoom"] = minzoom
        if maxzoom is not UNSET:
            field_dict["maxzoom"] = maxzoom

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapBufferSize, MapDataviews, MapLayer) = _nested_models()

        d = require_object(src_dict)
        layers = []
        _layers = d.pop("layers")
        for layers_item_data in require_list(_layers):
            layers_item = MapLayer.from_dict(layers_item_data)

            layers.append(layers_item)

        version = d.pop("version", UNSET)

        def _parse_buffersize(data: object) -> MapBufferSize | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            buffersize_type_0 = MapBufferSize.from_dict(data)

            return buffersize_type_0

        buffersize = _parse_buffersize(d.pop("buffersize", UNSET))

        stat_tag = d.pop("stat_tag", UNSET)

        def _parse_analyses(data: object) -> list[Any] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError()
            analyses_type_0 = cast("list[Any]", require_list(data))

            return analyses_type_0

        analyses = _parse_analyses(d.pop("analyses", UNSET))

        def _parse_dataviews(data: object) -> MapDataviews | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError()
            dataviews_type_0 = MapDataviews.from_dict(data)

            return dataviews_type_0

        dataviews = _parse_dataviews(d.pop("dataviews", UNSET))

        extent = d.pop("extent", UNSET)

        srid = d.pop("srid", UNSET)

        minzoom = d.pop("minzoom", UNSET)

        maxzoom = d.pop("maxzoom", UNSET)

        map_config = cls(
            layers=layers,
            version=version,
            buffersize=buffersize,
            stat_tag=stat_tag,
            analyses=analyses,
            dataviews=dataviews,
            extent=extent,
            srid=srid,
            minzoom=minzoom,
            maxzoom=maxzoom,
        )

        map_config.additional_properties = d
        return map_config
