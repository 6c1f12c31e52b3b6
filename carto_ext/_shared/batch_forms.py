"""The three forms a batch job's query has, and where its failure is told (pure)."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from carto_client.models import BatchJob
from carto_client.types import Unset
from carto_ext.errors import InvalidArgumentError

BatchQuery: TypeAlias = str | Sequence[str] | Mapping[str, Any]


def checked_query(query: BatchQuery) -> BatchQuery:
    if isinstance(query, Mapping):
        return dict(query)
    queries = [query] if isinstance(query, str) else list(query)
    if not queries or not all(isinstance(one, str) and one.strip() for one in queries):
        # CARTO takes an empty list and leaves it pending for ever.
        raise InvalidArgumentError("query is blank; pass SQL text, a list of SQL texts, or a fallback job")
    return query if isinstance(query, str) else queries


def failure_reason(job: BatchJob) -> str:
    """The job's own reason, or that of the query that failed: with `onerror` of its own only the query has it."""
    if not isinstance(job.failed_reason, Unset) and job.failed_reason:
        return job.failed_reason
    queries = job.query.get("query", []) if isinstance(job.query, dict) else job.query
    for query in queries if isinstance(queries, list) else []:
        if isinstance(query, dict) and query.get("failed_reason"):
            return str(query["failed_reason"])
    return f"CARTO gave no reason (status {job.status})"
