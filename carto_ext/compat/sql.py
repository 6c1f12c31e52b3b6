"""SQL, batch jobs and COPY."""

from contextlib import nullcontext
from typing import Any

from carto_ext._shared.batch_forms import checked_query
from carto_ext._sync.poller import DEFAULT_WAIT
from carto_ext.compat.exceptions import CartoException, wrapped_errors
from carto_ext.compat.responses import Response
from carto_ext.compat.utils import ResponseStream

# Longer queries are always posted.
MAX_GET_QUERY_LEN = 1024


class SQLClient:
    """Queries with an answer that fits into memory."""

    def __init__(self, auth_client: Any, api_version: str = "v2") -> None:
        self.auth_client, self.api_url, self.base_url = auth_client, f"api/{api_version}/sql", auth_client.base_url
        self.api_key, self.username = getattr(auth_client, "api_key", None), getattr(auth_client, "username", None)

    def send(
        self, sql: str, parse_json: bool = True, do_post: bool = True, format: str | None = None, **request_args: Any
    ) -> Any:
        """The answer as a dict (`rows`, `fields`, `total_rows`, `time`); as bytes for other formats than JSON.

        `request_args` are further parameters of the SQL API, such as rows_per_page and page.
        """
        params = {"q": sql, "format": format or None} | request_args
        parse_json = parse_json and (format or "json").lower() in ("json", "geojson")
        http_method, place = (
            ("POST", "data") if do_post is not False or len(sql) >= MAX_GET_QUERY_LEN else ("GET", "params")
        )
        with wrapped_errors():
            response = self.auth_client.send(self.api_url, http_method, **{place: params})
            return self.auth_client.get_response_data(response, parse_json)


class BatchSQLClient:
    """Batch jobs at CARTO; needs the master key."""

    def __init__(self, client: Any, api_version: str = "v2") -> None:
        self.client, self.api_key = client, getattr(client, "api_key", None)
        self.api_url = f"api/{api_version}/sql/job/"

    def update_from_dict(self, data_dict: dict[str, Any]) -> None:
        vars(self).update(data_dict)
        if "item_queue_id" in data_dict:
            self.id = data_dict["item_queue_id"]

    def send(self, url: str, http_method: str, json_body: Any = None, http_header: Any = None) -> Any:
        with wrapped_errors():
            response = self.client.send(url, http_method=http_method, headers=http_header, json=json_body)
            return self.client.get_response_data(response)

    def create(self, sql_query: Any) -> Any:
        """Queue a query, a list of queries or a fallback job; `job_id` and `status` are in the answer."""
        with wrapped_errors():
            return self.send(self.api_url, "POST", json_body={"query": checked_query(sql_query)})

    def create_and_wait_for_completion(self, sql_query: Any) -> Any:
        """Return the finished job. Raises CartoException if it failed, was cancelled, or took longer than an hour."""
        job_id = self.create(sql_query)["job_id"]
        with wrapped_errors():
            self.client.carto.batch.job(job_id).wait(timeout=DEFAULT_WAIT)
        return self.read(job_id)

    def read(self, job_id: str) -> Any:
        return self.send(f"{self.api_url}{job_id}", "GET")

    def update(self, job_id: str, sql_query: Any) -> Any:
        """CARTO no longer has this call and refuses it, which raises a CartoException."""
        return self.send(f"{self.api_url}{job_id}", "PUT", json_body={"query": sql_query})

    def cancel(self, job_id: str) -> Any:
        """Return the new status: "cancelled", or "done" for a job that had ended."""
        try:
            return self.send(f"{self.api_url}{job_id}", "DELETE")["status"]
        except CartoException as error:
            if "Cannot set status from done to cancelled" in str(error):
                return "done"
            raise


class CopySQLClient:
    """COPY in constant memory. `compression_level` is accepted but ignored: the fastest level is always used."""

    def __init__(self, client: Any, api_version: str = "v2") -> None:
        self.client, self.api_url, self.api_key = client, f"api/{api_version}/sql", getattr(client, "api_key", None)

    def copyfrom(self, query: str, iterable_data: Any, compress: bool = True, compression_level: int = 1) -> Any:
        """Store pieces of bytes and return {"time", "total_rows"}."""
        with wrapped_errors():
            return self.client.carto.sql.copy_from(query, iterable_data, compress=compress).to_dict()

    def copyfrom_file_object(
        self, query: str, file_object: Any, compress: Any = True, compression_level: Any = 1
    ) -> Any:
        return self.copyfrom(query, file_object, compress)

    def copyfrom_file_path(self, query: str, path: Any, compress: bool = True, compression_level: int = 1) -> Any:
        return self.copyfrom(query, path, compress)

    def copyto(self, query: str, http_method: Any = "GET") -> Response:
        """Return a response, to read with `iter_content()`. An error after the first rows raises there."""
        _check_method(http_method)
        with wrapped_errors():
            download = self.client.carto.sql.copy_to(query)
        return Response(download._response, download)

    def copyto_file_object(self, query: str, file_object: Any, http_method: Any = "GET") -> None:
        _check_method(http_method)
        with wrapped_errors():
            self.client.carto.sql.copy_to(query, file_object)

    def copyto_file_path(self, query: str, path: Any, append: Any = False) -> None:
        """Write to a file. Without `append`, the file appears only when it is complete."""
        with wrapped_errors(), open(path, "ab") if append else nullcontext(path) as target:
            self.client.carto.sql.copy_to(query, target)

    def copyto_stream(self, query: str, http_method: Any = "GET") -> ResponseStream:
        return ResponseStream(self.copyto(query, http_method))


def _check_method(http_method: Any) -> None:
    if str(http_method).upper() not in ("GET", "POST"):
        raise CartoException(f"COPY TO has no HTTP method {http_method!r}: leave it out")
