"""Datasets."""

from typing import Any

from carto_ext._shared.forms import import_failure
from carto_ext._sync.poller import DEFAULT_WAIT
from carto_ext.compat.exceptions import CartoException, wrapped_errors
from carto_ext.compat.file_import import FileImportJobManager, is_url
from carto_ext.compat.sync_tables import SyncTableJobManager
from carto_ext.compat.visualizations import Entry, EntryManager


class Dataset(Entry):
    """A table and its entry in the account."""

    _fields = "connector dependent_visualizations:Visualization* dependent_visualizations_count user:User"

    def delete(self) -> Any:
        """Delete the dataset. Refuses if maps use it, because CARTO would delete some of them as well."""
        if self.dependent_visualizations_count:
            raise CartoException("Maps use this dataset: delete them first, or call force_delete()")
        return super().delete()

    force_delete = Entry.delete


class DatasetManager(EntryManager, resource_class=Dataset, kind="table", details={"with_dependent_visualizations": 1}):
    """The account's own datasets."""

    def is_sync_table(self, archive: Any, interval: Any, **import_args: Any) -> bool:
        return interval is not None and (is_url(archive) or "connection" in import_args)

    @wrapped_errors()
    def create(self, archive: Any, interval: Any = None, **import_args: Any) -> Any:
        """Upload a path or file object, or let CARTO fetch a URL (again and again with `interval`); wait; return it.

        `import_args` are parameters of the import; `connection` is for databases, with None as `archive`. Raises
        CartoException with CARTO's code and text if the import failed, or after an hour.
        """
        carto: Any = self.client.carto
        if self.is_sync_table(archive, interval, **import_args):
            job_id = SyncTableJobManager(self.client).create(archive, interval, **import_args).get_id()
            return self.get(carto.synchronizations.job(job_id).wait(timeout=DEFAULT_WAIT).name)
        if interval is not None:
            raise CartoException("Only a URL or a connection can be fetched again: leave out interval for a file")
        job_id = FileImportJobManager(self.client).create(archive, **import_args).get_id()
        done = carto.imports.job(job_id).wait(timeout=DEFAULT_WAIT)
        if done.table_name is None or done.table_id is None:
            raise import_failure(done)
        # With create_vis carto-python gave back the map that was made, and programs change and delete that.
        return self.get(done.visualization_id or done.table_name)
