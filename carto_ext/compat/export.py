"""Exports of maps."""

from typing import Any

from carto_ext.compat.resources import WarnAsyncResource


class ExportJob(WarnAsyncResource, collection_endpoint="api/v3/visualization_exports/"):
    """One export of a map to a .carto file; `run()` begins it."""

    _fields = "created_at id state updated_at url user_id visualization_id"

    def __init__(self, client: Any, visualization_id: Any) -> None:
        super().__init__(client, visualization_id=visualization_id)

    def run(self, **export_params: Any) -> None:
        super().run(json={"visualization_id": self.visualization_id} | export_params)
