"""The account's own datasets in the Data Observatory."""

import tempfile
from time import monotonic, sleep
from typing import Any

from carto_ext._shared.jobs import poll_delays
from carto_ext._sync.poller import DEFAULT_WAIT
from carto_ext.compat.exceptions import CartoException, wrapped_errors
from carto_ext.compat.utils import ResponseStream

_TYPES = "STRING BYTES INTEGER INT64 FLOAT FLOAT64 BOOLEAN BOOL TIMESTAMP DATE TIME DATETIME GEOMETRY"


def _sent(auth_client: Any, path: str, http_method: str, **requests_args: Any) -> Any:
    with wrapped_errors():
        response = auth_client.send(f"api/v4/data/observatory/{path}", http_method, **requests_args)
        response.raise_for_status()
        return response


class DOEnrichmentJob:
    """An enrichment that runs at CARTO."""

    def __init__(self, job_id: str, auth_client: Any) -> None:
        self.id, self.auth_client, self.path = job_id, auth_client, f"enrichment/{job_id}/status"

    def status(self) -> Any:
        said = _sent(self.auth_client, self.path, "GET").json()
        if said["status"] == "failure":
            raise CartoException(f"Job {self.id} failed: {(said.get('errors') or ['CARTO gave no reason'])[0]}")
        return said["status"]

    def result(self) -> Any:
        """Return the final status. Raises CartoException if the job failed or took longer than an hour."""
        ends = monotonic() + DEFAULT_WAIT
        for delay in poll_delays():
            if (status := self.status()) == "success":
                return status
            if monotonic() > ends:
                raise CartoException(f"Job {self.id} had not ended after {DEFAULT_WAIT:g} seconds; it goes on at CARTO")
            sleep(delay)


class DODatasetJob(DOEnrichmentJob):
    """An import into the Data Observatory."""

    def __init__(self, job_id: str, name_id: str, auth_client: Any) -> None:
        super().__init__(job_id, auth_client)
        self.name, self.path = name_id, f"user/datasets/{name_id}/imports/{job_id}"


class DODataset:
    """One dataset: set its name and columns by chained calls, then create, fill and import it."""

    def __init__(
        self, name: Any = None, columns: Any = None, ttl_seconds: Any = None, client: Any = None,
        auth_client: Any = None,
    ) -> None:  # fmt: skip
        self._name, self._columns, self._ttl_seconds = name, columns or [], ttl_seconds
        self._client = client or auth_client

    def name(self, name: str) -> "DODataset":
        self._name = name
        return self

    def column(self, name: Any = None, type: Any = None) -> "DODataset":
        if (kind := type.upper()) not in _TYPES.split():
            raise CartoException(f"Invalid type {kind}")
        self._columns.append((name, kind))
        return self

    def ttl_seconds(self, ttl_seconds: int) -> "DODataset":
        self._ttl_seconds = ttl_seconds
        return self

    def create(self) -> None:
        schema = [{"name": name, "type": "GEOGRAPHY" if kind == "GEOMETRY" else kind} for name, kind in self._columns]
        ttl = {} if self._ttl_seconds is None else {"ttl_seconds": self._ttl_seconds}
        _sent(self._client, "user/datasets", "POST", json={"id": self._name, "schema": schema} | ttl)

    def download_stream(self, limit: Any = None, order_by: Any = None, sql_query: Any = None, **others: Any) -> Any:
        """The rows as CSV; `others` are add_geom and is_geography."""
        params = {"limit": limit, "order_by": order_by, "sql_query": sql_query, **others}
        return ResponseStream(_sent(self._client, f"user/datasets/{self._name}", "GET", params=params, stream=True))

    def upload(self, dataframe: Any, geom_column: Any = None) -> Any:
        with tempfile.NamedTemporaryFile(suffix=".csv") as file:
            dataframe.to_csv(file.name, index=False)
            return self.upload_file_object(file, geom_column)

    def upload_file_object(self, file_object: Any, geom_column: Any = None) -> Any:
        params = {"geom_column": geom_column}
        return _sent(self._client, f"user/datasets/{self._name}", "POST", params=params, data=file_object)

    def import_dataset(self) -> DODatasetJob:
        said = _sent(self._client, f"user/datasets/{self._name}/imports", "POST").json()
        return DODatasetJob(said["item_queue_id"], self._name, self._client)

    def upload_dataframe(self, dataframe: Any, geom_column: Any = None) -> Any:
        self.upload(dataframe, geom_column)
        return self.import_dataset().result()

    def enrichment(self, geom_type: str = "points", output_name: Any = None, **body: Any) -> Any:
        """Enrich and wait; `body` has variables, filters and aggregation."""
        body = {"variables": None, "filters": None, "aggregation": None} | body
        body |= {"type": geom_type, "input": self._name, "output": output_name}
        job_id = _sent(self._client, "enrichment", "POST", json=body).json()["job_id"]
        return DOEnrichmentJob(job_id, self._client).result()

    def metadata(self, entity: str, filters: Any) -> Any:
        return _sent(self._client, f"metadata/{entity}", "GET", params=filters or {}).json()
