"""Maps, and the base class of maps and datasets."""

from typing import Any

from carto_ext._shared.export_files import export_url
from carto_ext._sync.poller import DEFAULT_WAIT
from carto_ext.compat.exceptions import wrapped_errors
from carto_ext.compat.resources import Manager, WarnResource


class Entry(WarnResource, collection_endpoint="api/v1/viz/", name_field="name"):
    """A dataset or a map."""

    _fields = """active_child active_layer_id attributions auth_tokens children created_at description display_name
        external_source id kind license liked likes locked map_id name next_id parent_id permission:Permission prev_id
        privacy source stats synchronization:Synchronization table:Table tags title transition_options type updated_at
        url uses_builder_features version"""


class EntryManager(Manager, json_collection_attribute="visualizations"):
    """The account's own entries of one kind, with `details`, which are parameters of the server."""

    kind = ""
    details: Any = None

    def send(self, url: str, http_method: str, params: Any = None, **client_args: Any) -> Any:
        own = {"type": self.kind, "exclude_shared": "true"} if url == self.get_collection_endpoint() else {}
        return super().send(url, http_method, params={**(params or {}), **(self.details or {}), **own}, **client_args)


class Visualization(Entry):
    """A map."""

    _fields = "related_tables:Table*"

    def export(self) -> Any:
        """Return the URL of the map's .carto file when it is ready. Raises CartoException after an hour."""
        with wrapped_errors():
            done = self.client.carto.exports.begin(self.get_id()).wait(timeout=DEFAULT_WAIT)
            return export_url(done, self.client.carto.settings.base_url)


class VisualizationManager(EntryManager, resource_class=Visualization, kind="derived"):
    """The account's own maps."""

    def create(self, **kwargs: Any) -> None:
        """Do nothing: use named maps or `carto.viz.create` to make maps."""
