# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..sending import reads_object, to_items, to_object
from ..types import Extensible, require_list, require_object, show_model

if TYPE_CHECKING:
    from ..models.synchronization import Synchronization
    from ..models.visualization import Visualization
    from ..models.visualization_summary import VisualizationSummary


@cache
def _nested_models() -> Any:
    from ..models.synchronization import Synchronization
    from ..models.visualization import Visualization
    from ..models.visualization_summary import VisualizationSummary

    return (Synchronization, Visualization, VisualizationSummary)


@_attrs_define
class TableUpdated(Extensible[Any]):
    """A table after a change."""

    id: str
    """ UUID of the table. """
    name: str
    """ Name; `schema.name` for those who do not own it. """
    privacy: str
    """ `PUBLIC`, `PRIVATE` or `LINK`. """
    schema: list[list[str]]
    """ Columns as lists of two, name and type (`number`, `string`, `date`, `boolean`), or four for geometries,
    `["the_geom", "geometry", "geometry", "point"]`. First `cartodb_id` and `the_geom`, then the others from A
    to Z, timestamps last; `the_geom_webmercator` is left out. """
    updated_at: str
    """ Timestamp. """
    rows_counted: int | None
    """ Estimated rows. """
    table_size: int | None
    """ Bytes. """
    map_id: None | str
    """ UUID of the dataset's map. """
    description: None | str
    """ Text about it. """
    geometry_types: list[str]
    """ Types such as `ST_Point`; can be empty. """
    table_visualization: Visualization
    """ A dataset, a map or another visualization. Those without permission see the short form, that is the required
    fields, `table` and what they asked for. """
    dependent_visualizations: list[VisualizationSummary]
    """ Maps that would be deleted with it. """
    non_dependent_visualizations: list[VisualizationSummary]
    """ Maps that would only lose a layer. """
    synchronization: None | Synchronization
    """ How it is kept up to date; null if it is not. """
    warnings: list[Any]
    """ Always empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __repr__ = show_model

    def to_dict(self) -> dict[str, Any]:
        if not TYPE_CHECKING:
            (Synchronization, Visualization, VisualizationSummary) = _nested_models()

        id = self.id

        name = self.name

        privacy = self.privacy

        schema = []
        for schema_item_data in to_items("schema", self.schema):
            schema_item = schema_item_data

            schema.append(schema_item)

        updated_at = self.updated_at

        rows_counted: int | None
        rows_counted = self.rows_counted

        table_size: int | None
        table_size = self.table_size

        map_id: None | str
        map_id = self.map_id

        description: None | str
        description = self.description

        geometry_types = self.geometry_types

        table_visualization = to_object("table_visualization", self.table_visualization, Visualization)

        dependent_visualizations = []
        for dependent_visualizations_item_data in to_items("dependent_visualizations", self.dependent_visualizations):
            dependent_visualizations_item = to_object(
                "dependent_visualizations", dependent_visualizations_item_data, VisualizationSummary
            )
            dependent_visualizations.append(dependent_visualizations_item)

        non_dependent_visualizations = []
        for non_dependent_visualizations_item_data in to_items(
            "non_dependent_visualizations", self.non_dependent_visualizations
        ):
            non_dependent_visualizations_item = to_object(
                "non_dependent_visualizations", non_dependent_visualizations_item_data, VisualizationSummary
            )
            non_dependent_visualizations.append(non_dependent_visualizations_item)

        synchronization: dict[str, Any] | None
        if isinstance(self.synchronization, Synchronization | Mapping):
            synchronization = to_object("synchronization_type_0", self.synchronization, Synchronization)
        else:
            synchronization = self.synchronization

        warnings = self.warnings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "privacy": privacy,
                "schema": schema,
                "updated_at": updated_at,
                "rows_counted": rows_counted,
                "table_size": table_size,
                "map_id": map_id,
                "description": description,
                "geometry_types": geometry_types,
                "table_visualization": table_visualization,
                "dependent_visualizations": dependent_visualizations,
                "non_dependent_visualizations": non_dependent_visualizations,
                "synchronization": synchronization,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    @reads_object
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        if not TYPE_CHECKING:
            (Synchronization, Visualization, VisualizationSummary) = _nested_models()

        d = require_object(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        privacy = d.pop("privacy")

        schema = []
        _schema = d.pop("schema")
        for schema_item_data in require_list(_schema):
            schema_item = cast("list[str]", require_list(schema_item_data))

            schema.append(schema_item)

        updated_at = d.pop("updated_at")

        rows_counted = cast("int | None", d.pop("rows_counted"))

        table_size = cast("int | None", d.pop("table_size"))

        map_id = cast("None | str", d.pop("map_id"))

        description = cast("None | str", d.pop("description"))

        geometry_types = cast("list[str]", require_list(d.pop("geometry_types")))

        table_visualization = Visualization.from_dict(d.pop("table_visualization"))

        dependent_visualizations = []
        _dependent_visualizations = d.pop("dependent_visualizations")
        for dependent_visualizations_item_data in require_list(_dependent_visualizations):
            dependent_visualizations_item = VisualizationSummary.from_dict(dependent_visualizations_item_data)

            dependent_visualizations.append(dependent_visualizations_item)

        non_dependent_visualizations = []
        _non_dependent_visualizations = d.pop("non_dependent_visualizations")
        for non_dependent_visualizations_item_data in require_list(_non_dependent_visualizations):
            non_dependent_visualizations_item = VisualizationSummary.from_dict(non_dependent_visualizations_item_data)

            non_dependent_visualizations.append(non_dependent_visualizations_item)

        def _parse_synchronization(data: object) -> None | Synchronization:
            if data is None:
                return data
            if not isinstance(data, dict):
                raise TypeError()
            synchronization_type_0 = Synchronization.from_dict(data)

            return synchronization_type_0

        synchronization = _parse_synchronization(d.pop("synchronization"))

        warnings = cast("list[Any]", require_list(d.pop("warnings")))

        table_updated = cls(
            id=id,
            name=name,
            privacy=privacy,
            schema=schema,
            updated_at=updated_at,
            rows_counted=rows_counted,
            table_size=table_size,
            map_id=map_id,
            description=description,
            geometry_types=geometry_types,
            table_visualization=table_visualization,
            dependent_visualizations=dependent_visualizations,
            non_dependent_visualizations=non_dependent_visualizations,
            synchronization=synchronization,
            warnings=warnings,
        )

        table_updated.additional_properties = d
        return table_updated
