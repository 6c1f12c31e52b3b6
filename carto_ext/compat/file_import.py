"""Imports of files and URLs."""

import json
from typing import Any

from carto_client.types import form_fields
from carto_ext._shared.forms import checked_url
from carto_ext.compat.auth import as_bytes
from carto_ext.compat.exceptions import CartoException, wrapped_errors
from carto_ext.compat.resources import AsyncResource, Manager


class FileImportJob(AsyncResource, collection_endpoint="api/v1/imports/", id_field="item_queue_id"):
    """One import of `archive`: a URL, a path, or a binary or text file object. `run()` begins it, once."""

    _fields = """content_guessing create_visualization data_type display_name error_code get_error_text id is_raster
        item_queue_id original_url queue_id quoted_fields_guessing state success synchronization_id table_id
        table_name tables_created_count type_guessing user_defined_limits user_id visualization_id warnings"""

    def __init__(self, archive: Any, auth_client: Any) -> None:
        self.archive = archive
        super().__init__(auth_client)

    def run(self, **import_params: Any) -> None:
        """Send the file or URL, with any parameters, as fields of the form.

        Does nothing for an import that has begun; refuses new parameters for it.
        """
        if self.get_id() is None:
            with wrapped_errors():
                self.item_queue_id = self._begin(**import_params)
            self.success = True
        elif import_params:
            raise CartoException(f"Import {self.get_id()} has begun already: give create() its parameters")

    def _begin(self, connection: Any = None, create_visualization: Any = None, **params: Any) -> Any:
        params = ({} if create_visualization is None else {"create_vis": create_visualization}) | params
        if self.archive is None or is_url(self.archive):
            source = {"url": checked_url(self.archive)} if self.archive else connection or {}
            answer = self.client.send(self.get_collection_endpoint(), "POST", json=params | source)
            return self.client.get_response_data(answer)["item_queue_id"]
        # CARTO needs an extension: a file without a name is taken for CSV.
        name = None if isinstance(getattr(self.archive, "name", self.archive), str) else "import.csv"
        fields = form_fields({field: _as_text(value) for field, value in params.items()})
        return self.client.carto.imports._send(as_bytes(self.archive), name, None, fields).id


class FileImportJobManager(Manager, resource_class=FileImportJob, json_collection_attribute="imports"):
    """All imports of the last day that have not ended. The list has only ids; refresh() gets the rest."""

    def create(self, archive: Any, **kwargs: Any) -> Any:
        """Start an import with `kwargs` as its parameters."""
        job = self.resource_class(archive, self.client)
        job.run(**kwargs)
        return job


def _as_text(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict | list) else value


def is_url(archive: Any) -> bool:
    return isinstance(archive, str) and archive.lower().startswith(("http://", "https://", "ftp://"))
