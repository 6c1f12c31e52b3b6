# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_object
from ..types import UNSET, Extensible, Unset, require_object, show_model

if TYPE_CHECKING:
    from ..models.map_layer_attributes import MapLayerAttributes
    from ..models.map_source import MapSource


@cache
def _nested_models() -> Any:
    from ..models.map_layer_attributes import MapLayerAttributes
    from ..models.map_source import MapSource

    return (MapLayerAttributes, MapSource)


@_attrs_define
class MapLayerOptions(Extensible[Any]):
    """Options of a layer. More keys than these can be given."""

    sql: str | Unset = UNSET
    """ `mapnik`, `torque`: the SELECT. Or `source`. """
    source: MapSource | Unset = UNSET
    """ Where data comes from. """
    cartocss: str | Unset = UNSET
    """ `mapnik`, `torque`: the style. """
    cartocss_version: str | Unset = UNSET
    """ `mapnik`, `torque`: version of the style language, needed with `cartocss`. """
    geom_column: str | Unset = UNSET
    """ `mapnik`: name of the geometry column. """
    geom_type: str | Unset = UNSET
    """ `mapnik`: type of the geometry column, such as `geometry` or `raster`. """
    srid: Any | Unset = UNSET
    """ `mapnik`: id of the column's reference system, a number. """
    raster_band: Any | Unset = UNSET
    """ `mapnik`: band of a raster, a number. """
    interactivity: Any | Unset = UNSET
    """ `mapnik`: columns for grids, a list or a comma list. """
    attributes: MapLayerAttributes | Unset = UNSET
    """ Attributes of single features. """
    affected_tables: Any | Unset = UNSET
    """ `mapnik`: tables that the SELECT uses, if the server cannot determine them. """
    aggregation: Any | Unset = UNSET
    """ `mapnik`, vector tiles: true, false, or an object with `threshold`, `resolution`, `placement`
    (`point-sample`, `point-grid`, `centroid`), `columns` (name to `aggregate_function` and
    `aggregated_column`), `dimensions`, `filters`. """
    vector_extent: Any | Unset = UNSET
    """ `mapnik`: extent of a vector tile, a number. """
    vector_simplify_extent: Any | Unset = UNSET
    """ `mapnik`: extent that geometries of a vector tile are simplified for, a number. """
    dates_as_numbers: bool | Unset = UNSET
    """ `mapnik`: whether vector tiles have dates as numbers. """
    metadata: Any | Unset = UNSET
    """ `mapnik`: which further statistics `meta.stats` shall have, an object. """
    sql_wrap: str | Unset = UNSET
    """ `mapnik`: SQL around the SELECT. """
    minzoom: Any | Unset = UNSET
    """ First zoom of the layer, a number. """
    maxzoom: Any | Unset = UNSET
    """ Last zoom of the layer, a number. """
    widgets: Any | Unset = UNSET
    """ `mapnik`: the older form of `dataviews`, an object by name. """
    url_template: str | Unset = UNSET
    """ `http`: URL of the tiles with `{s}`, `{z}`, `{x}`, `{y}`. Its host must be one that the server allows. """
    subdomains: Any | Unset = UNSET
    """ `http`: what to put for `{s}`, a list. """
    tms: bool | Unset = UNSET
    """ `http`: whether rows count from the south. """
    color: Any | Unset = UNSET
    """ `plain`: the colour. Or `imageUrl`. """
    image_url: str | Unset = UNSET
    """ `plain`: the image to repeat, instead of `color`. """
    name: str | Unset = UNSET
    """ `named`: name of the template. """
    config: Any | Unset = UNSET
    """ `named`: values of its placeholders, an object. """
    auth_tokens: Any | Unset = UNSET
    """ `named`: tokens for it, a list. """
    step: Any | Unset = UNSET
    """ `torque`: the step to draw as an image, a number. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (MapLayerAttributes, MapSource) = _nested_models()

        sql = self.sql

        source: dict[str, Any] | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = to_object("source", self.source, MapSource)

        cartocss = self.cartocss

        cartocss_version = self.cartocss_version

        geom_column = self.geom_column

        geom_type = self.geom_type

        srid = self.srid

        raster_band = self.raster_band

        interactivity = self.interactivity

        attributes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.attributes, Unset):
            attributes = to_object("attributes", self.attributes, MapLayerAttributes)

        affected_tables = self.affected_tables

        aggregation = self.aggregation

        vector_extent = self.vector_extent

        vector_simplify_extent = self.vector_simplify_extent

        dates_as_numbers = self.dates_as_numbers

        metadata = self.metadata

        sql_wrap = self.sql_wrap

        minzoom = self.minzoom

        maxzoom = self.maxzoom

        widgets = self.widgets

        url_template = self.url_template

        subdomains = self.subdomains

        tms = self.tms

        color = self.color

        image_url = self.image_url

        name = self.name

        config = self.config

        auth_tokens = self.auth_tokens

        step = self.step

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if sql is not UNSET:
            field_dict["sql"] = sql
        if source is not UNSET:
            field_dict["source"] = source
        if cartocss is not UNSET:
            field_dict["cartocss"] = cartocss
        if cartocss_version is not UNSET:
            field_dict["cartocss_version"] = cartocss_version
        if geom_column is not UNSET:
            field_dict["geom_column"] = geom_column
        if geom_type is not UNSET:
            field_dict["geom_type"] = geom_type
        if srid is not UNSET:
            field_dict["srid"] = srid
        if raster_band is not UNSET:
            field_dict["raster_band"] = raster_band
        if interactivity is not UNSET:
            field_dict["interactivity"] = interactivity
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if affected_tables is not UNSET:
            field_dict["affected_tables"] = affected_tables
        if aggregation is not UNSET:
            field_dict["aggregation"] = aggregation
        if vector_extent is not UNSET:
            field_dict["vector_extent"] = vector_extent
        if vector_simplify_extent is not UNSET:
            field_dict["vector_simplify_extent"] = vector_simplify_extent
        if dates_as_numbers is not UNSET:
            field_dict["dates_as_numbers"] = dates_as_numbers
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if sql_wrap is not UNSET:
            field_dict["sql_wrap"] = sql_wrap
        if minzoom is not UNSET:
            field_dict["minzoom"] = minzoom
        if maxzoom is not UNSET:
            field_dict["maxzoom"] = maxzoom
        if widgets is not UNSET:
            field_dict["widgets"] = widgets
        if url_template is not UNSET:
            field_dict["urlTemplate"] = url_template
        if subdomains is not UNSET:
            field_dict["subdomains"] = subdomains
        if tms is not UNSET:
            field_dict["tms"] = tms
        if color is not UNSET:
            field_dict["color"] = color
        if image_url is not UNSET:
            field_dict["imageUrl"] = image_url
        if name is not UNSET:
            field_dict["name"] = name
        if config is not UNSET:
            field_dict["config"] = config
        if auth_tokens is not UNSET:
            field_dict["auth_tokens"] = auth_tokens
        if step is not UNSET:
            field_dict["step"] = step

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (MapLayerAttributes, MapSource) = _nested_models()

        d = require_object(src_dict)
        sql = d.pop("sql", UNSET)

        _source = d.pop("source", UNSET)
        source: MapSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = MapSource.from_dict(_source)

        cartocss = d.pop("cartocss", UNSET)

        cartocss_version = d.pop("cartocss_version", UNSET)

        geom_column = d.pop("geom_column", UNSET)

        geom_type = d.pop("geom_type", UNSET)

        srid = d.pop("srid", UNSET)

        raster_band = d.pop("raster_band", UNSET)

        interactivity = d.pop("interactivity", UNSET)

        _attributes = d.pop("attributes", UNSET)
        attributes: MapLayerAttributes | Unset
        if isinstance(_attributes, Unset):
            attributes = UNSET
        else:
            attributes = MapLayerAttributes.from_dict(_attributes)

        affected_tables = d.pop("affected_tables", UNSET)

        aggregation = d.pop("aggregation", UNSET)

        vector_extent = d.pop("vector_extent", UNSET)

        vector_simplify_extent = d.pop("vector_simplify_extent", UNSET)

        dates_as_numbers = d.pop("dates_as_numbers", UNSET)

        metadata = d.pop("metadata", UNSET)

        sql_wrap = d.pop("sql_wrap", UNSET)

        minzoom = d.pop("minzoom", UNSET)

        maxzoom = d.pop("maxzoom", UNSET)

        widgets = d.pop("widgets", UNSET)

        url_template = d.pop("urlTemplate", UNSET)

        subdomains = d.pop("subdomains", UNSET)

        tms = d.pop("tms", UNSET)

        color = d.pop("color", UNSET)

        image_url = d.pop("imageUrl", UNSET)

        name = d.pop("name", UNSET)

        config = d.pop("config", UNSET)

        auth_tokens = d.pop("auth_tokens", UNSET)

        step = d.pop("step", UNSET)

        map_layer_options = cls(
            sql=sql,
            source=source,
            cartocss=cartocss,
            cartocss_version=cartocss_version,
            geom_column=geom_column,
            geom_type=geom_type,
            srid=srid,
            raster_band=raster_band,
            interactivity=interactivity,
            attributes=attributes,
            affected_tables=affected_tables,
            aggregation=aggregation,
            vector_extent=vector_extent,
            vector_simplify_extent=vector_simplify_extent,
            dates_as_numbers=dates_as_numbers,
            metadata=metadata,
            sql_wrap=sql_wrap,
            minzoom=minzoom,
            maxzoom=maxzoom,
            widgets=widgets,
            url_template=url_template,
            subdomains=subdomains,
            tms=tms,
            color=color,
            image_url=image_url,
            name=name,
            config=config,
            auth_tokens=auth_tokens,
            step=step,
        )

        map_layer_options.additional_properties = d
        return map_layer_options
