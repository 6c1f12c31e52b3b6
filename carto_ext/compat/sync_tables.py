"""Tables that CARTO fetches at regular intervals."""

from typing import Any

from carto_ext._shared.forms import checked_url
from carto_ext.compat.exceptions import wrapped_errors
from carto_ext.compat.resources import AsyncResource, Manager
from carto_ext.compat.synchronizations import Synchronization


class SyncTableJob(AsyncResource, Synchronization, collection_endpoint="api/v1/synchronizations/"):
    """A synchronization of a URL every `interval` seconds, 900 at least; `run()` makes it, once."""

    _fields = "enqueued success synchronization_id"

    def __init__(self, url: Any, interval: Any, auth_client: Any) -> None:
        super().__init__(auth_client, url=url, interval=interval)

    def run(self, **import_params: Any) -> None:
        """`connection` describes a database instead of a URL."""
        if self.get_id() is None:
            with wrapped_errors():
                source = import_params.pop("connection", None) or {"url": checked_url(self.url)}
                super().run(json={**import_params, **source, "interval": self.interval})

    def get_force_sync_endpoint(self) -> str:
        return f"{self.get_resource_endpoint()}/sync_now"

    def force_sync(self) -> None:
        """Ask for a run now; `enqueued` says whether CARTO agreed."""
        with wrapped_errors():
            self.send(self.get_force_sync_endpoint(), "put")


class SyncTableJobManager(Manager, resource_class=SyncTableJob, json_collection_attribute="synchronizations"):
    """All synchronizations."""

    def create(self, url: Any, interval: Any, **kwargs: Any) -> Any:
        job = self.resource_class(url, interval, self.client)
        job.run(**kwargs)
        return job
