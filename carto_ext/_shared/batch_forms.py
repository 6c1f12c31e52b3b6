"""The three forms of a batch job's query, and the outcome of a job with its parts (pure)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from carto_client.models import BatchJob
from carto_client.types import Unset
from carto_ext._shared.jobs import Outcome, batch_outcome
from carto_ext.errors import InvalidArgumentError

BatchQuery: TypeAlias = str | Sequence[str] | Mapping[str, Any]

_FALLBACK_JOB = '{"query": [{"query": "…", "onsuccess": "…", "onerror": "…"}], "onsuccess": "…", "onerror": "…"}'
_FORMS = f"pass SQL text, a list of SQL texts, or a fallback job: {_FALLBACK_JOB}"


def checked_query(query: BatchQuery) -> BatchQuery:
    """Check a query. CARTO itself accepts more: an empty list, for example, which then stays pending for ever."""
    if isinstance(query, str):
        _check_text(query, "query")
        return query
    if isinstance(query, Mapping):
        return _checked_fallback_job(query)
    if not isinstance(query, Sequence) or isinstance(query, bytes | bytearray | memoryview):
        raise InvalidArgumentError(f"query is {type(query).__name__}; {_FORMS}")
    if not query:
        raise InvalidArgumentError(f"query is an empty list, so it is blank; {_FORMS}")
    for number, one in enumerate(query):
        if isinstance(one, Mapping):
            raise InvalidArgumentError(
                f"query[{number}] is an object, but a list can only contain SQL texts: put objects into a fallback "
                f"job, {_FALLBACK_JOB}"
            )
        _check_text(one, f"query[{number}]")
    return list(query)


def _checked_fallback_job(job: Mapping[str, Any]) -> Mapping[str, Any]:
    queries = job.get("query")
    if not isinstance(queries, list | tuple) or not queries:
        raise InvalidArgumentError(f'a fallback job needs a list of objects as "query": {_FALLBACK_JOB}')
    for number, one in enumerate(queries):
        if not isinstance(one, Mapping):
            raise InvalidArgumentError(
                f'"query"[{number}] of a fallback job is {type(one).__name__}, not an object: {_FALLBACK_JOB}'
            )
        _check_text(one.get("query"), f'"query"[{number}]["query"] of a fallback job')
    return dict(job) | {"query": [dict(one) for one in queries]}


def _check_text(value: object, where: str) -> None:
    if not isinstance(value, str):
        raise InvalidArgumentError(f"{where} is {type(value).__name__}, not SQL text; {_FORMS}")
    if not value.strip():
        raise InvalidArgumentError(f"{where} is blank; {_FORMS}")
    if "\0" in value:
        raise InvalidArgumentError(f"{where} contains a NUL character (U+0000), which PostgreSQL refuses: remove it")


def job_outcome(job: BatchJob) -> Outcome:
    """Return the outcome including fallbacks, which run after CARTO has called the job done or failed."""
    outcome = batch_outcome(job.status)
    if outcome is Outcome.DONE or (outcome is Outcome.FAILED and job.status != "unknown"):
        if job.fallback_status in ("pending", "running"):
            return Outcome.RUNNING
        if any(query.get("fallback_status") == "running" for query in _queries(job)):
            return Outcome.RUNNING
        return Outcome.FAILED if any(_failed_fallbacks(job)) else outcome
    return outcome


def job_label(job: BatchJob) -> str:
    """Return the status, with the fallback's status if the job itself has ended."""
    over = batch_outcome(job.status) is not Outcome.RUNNING
    return f"{job.status}, fallback {job.fallback_status}" if over and job.fallback_status else job.status


def failure_reason(job: BatchJob) -> str:
    """Return the job's reason, or that of the failed query: with an `onerror` of its own, only the query has it."""
    reasons = [_own_reason(job)] if batch_outcome(job.status) is not Outcome.DONE else []
    return "; ".join(reasons + list(_failed_fallbacks(job)))


def _own_reason(job: BatchJob) -> str:
    if not isinstance(job.failed_reason, Unset) and job.failed_reason:
        return job.failed_reason
    for query in _queries(job):
        if query.get("failed_reason"):
            return str(query["failed_reason"])
    return f"CARTO gave no reason (status {job.status})"


def _failed_fallbacks(job: BatchJob) -> Iterator[str]:
    for number, query in enumerate(_queries(job)):
        if query.get("fallback_status") == "failed":
            own, name = f"query[{number}]", "onerror" if query.get("status") == "failed" else "onsuccess"
            yield f"`{name}` of {own} failed: {query.get('failed_reason') or 'CARTO gave no reason'}"
    if job.fallback_status == "failed":
        name, before = ("onsuccess", "the queries are done, ") if job.status == "done" else ("onerror", "")
        yield f"{before}`{name}` of the job failed, and CARTO does not say why: run that statement alone to see why"


def _queries(job: BatchJob) -> list[Mapping[str, Any]]:
    queries = job.query.get("query", []) if isinstance(job.query, dict) else job.query
    return [query for query in queries if isinstance(query, dict)] if isinstance(queries, list) else []
