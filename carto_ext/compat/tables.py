"""Tables."""

from typing import Any

from carto_ext.compat.datasets import DatasetManager
from carto_ext.compat.resources import Manager, WarnResource


class Table(WarnResource, collection_endpoint="api/v1/tables/", name_field="name"):
    """The database table of a dataset."""

    _fields = """dependent_visualizations description geometry_types id map_id name non_dependent_visualizations
        permission:Permission privacy row_count rows_counted schema size synchronization:Synchronization table_size
        table_visualization:Visualization updated_at"""


class TableManager(Manager, resource_class=Table):
    """The account's tables."""

    def filter(self, **search_args: Any) -> Any:
        """Return the tables of all datasets: CARTO has no other list of tables."""
        return [dataset.table for dataset in DatasetManager(self.client).filter(**search_args)]
