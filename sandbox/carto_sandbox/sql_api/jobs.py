"""Batch jobs as data: their three forms, their states, and the JSON that shows them."""

import re
import uuid
from datetime import UTC, datetime
from typing import Any, Literal

from carto_sandbox.http.errors import SqlApiError

Entry = dict[str, Any]
FALLBACKS = ("onsuccess", "onerror")
_FINAL = frozenset({"done", "failed", "cancelled", "unknown"})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Job:
    """One job. `form` is simple (a text), list, or fallback (an object with onsuccess and onerror)."""

    def __init__(self, username: str, definition: Any) -> None:
        self.id = str(uuid.uuid4())
        self.username = username
        self.form, self.entries = _parse(definition)
        self.options: Entry = {name: definition[name] for name in FALLBACKS if self._is_given(definition, name)}
        self.failed_reason: str | None = None
        self.fallback_status = "pending" if self.options else None
        self.created_at = self.updated_at = _now()
        self._status = "pending"

    def _is_given(self, definition: Any, name: str) -> bool:
        return self.form == "fallback" and bool(definition.get(name))

    @property
    def status(self) -> str:
        return self._status

    @property
    def can_begin(self) -> bool:
        """Lists of nothing, or of nothing that waits, stay pending for ever."""
        return self.form != "list" or any(entry.get("status") == "pending" for entry in self.entries)

    @property
    def is_final(self) -> bool:
        return self._status in _FINAL

    @property
    def is_cancelled(self) -> bool:
        return self._status == "cancelled"

    def set_status(self, status: str) -> None:
        self._status = status
        self.updated_at = _now()

    def begin(self, entry: Entry) -> None:
        self.set_status("running")
        self._mark(entry, "running", "started_at")

    def end(self, entry: Entry, reason: str | None) -> None:
        """A query has finished. Between two queries a job is pending again, as it waits for its turn."""
        self._mark(entry, "failed" if reason else "done", "ended_at")
        if reason is None:
            is_last = entry is self.entries[-1] and not entry.get("onsuccess")
            self.set_status("done" if is_last or self.form == "simple" else "pending")
            return
        if self.form != "simple":
            entry["failed_reason"] = reason
        if self.form != "fallback" or not entry.get("onerror"):
            self.failed_reason = reason
        self._skip_pending()
        self.set_status("failed")

    def end_fallback(self, entry: Entry, reason: str | None) -> None:
        """A query's own onsuccess or onerror has finished."""
        entry["fallback_status"] = "failed" if reason else "done"
        if reason is not None:
            entry["failed_reason"] = reason
        if not self.is_final:
            self.set_status("done" if entry is self.entries[-1] else "pending")
        self.updated_at = _now()

    def cancel(self) -> None:
        if self.is_final or (self.form == "list" and not self._find_current()):
            started = f"from {self.status} " if self.form != "fallback" else ""
            raise SqlApiError(400, f"Cannot set status {started}to cancelled")
        current = self._find_current()
        if current is not None:
            self._mark(current, "cancelled", "ended_at")
            if "fallback_status" in current:
                current["fallback_status"] = "skipped"
        self._skip_pending()
        if self.fallback_status is not None:
            self.fallback_status = "skipped"
        self.set_status("cancelled")

    def _find_current(self) -> Entry | None:
        found = [e for status in ("running", "pending") for e in self.entries if e.get("status") == status]
        return found[0] if found else None

    def _mark(self, entry: Entry, status: str, stamp: str) -> None:
        if self.form == "simple":
            return
        entry["status"] = status
        if self.form == "fallback":
            entry[stamp] = _now()

    def _skip_pending(self) -> None:
        """In a list what was not reached stays pending for ever; only the fallback form skips it."""
        for entry in self.entries if self.form == "fallback" else ():
            if entry["status"] == "pending":
                entry["status"] = "skipped"
                if "fallback_status" in entry:
                    entry["fallback_status"] = "skipped"

    def show(self, *, created: bool = False) -> Entry:
        """The job as JSON; CARTO orders the keys of a new one differently."""
        query: Any = self.entries
        if self.form == "simple":
            query = self.entries[0]["query"]
        elif self.form == "fallback":
            query = {"query": self.entries, **self.options}
        extras = {"failed_reason": self.failed_reason, "fallback_status": self.fallback_status}
        shown = {name: value for name, value in extras.items() if value is not None}
        stamps = {"created_at": self.created_at, "updated_at": self.updated_at}
        if created:
            start = {"user": self.username, "query": query, "job_id": self.id}
            return {**start, **stamps, "status": self.status, **shown}
        return {"user": self.username, "status": self.status, "query": query, **stamps, **shown, "job_id": self.id}


def _parse(definition: Any) -> tuple[Literal["simple", "list", "fallback"], list[Entry]]:
    if not definition and not isinstance(definition, list | dict):
        raise SqlApiError(400, "You must indicate a valid SQL")
    if isinstance(definition, str):
        return "simple", [{"query": definition}]
    if isinstance(definition, list) and all(isinstance(query, str) or _has_query(query) for query in definition):
        # Objects are mistaken for queries that have begun already, so they are never worked on.
        return "list", [{"query": q, "status": "pending"} if isinstance(q, str) else dict(q) for q in definition]
    entries = definition.get("query") if isinstance(definition, dict) else None
    if isinstance(entries, list) and all(_has_query(entry) and entry["query"] for entry in entries):
        return "fallback", [_begin_entry(entry) for entry in entries]
    raise SqlApiError(400, "there is no job class for the provided query")


def _begin_entry(entry: Entry) -> Entry:
    has_fallback = any(entry.get(name) for name in FALLBACKS)
    return {**entry, "status": "pending"} | ({"fallback_status": "pending"} if has_fallback else {})


def _has_query(entry: Any) -> bool:
    if entry is None:
        raise SqlApiError(400, "Cannot read property 'query' of null")
    return isinstance(entry, dict) and isinstance(entry.get("query"), str)


def fill_template(text: str, job_id: str, reason: str | None) -> str:
    """`<%= job_id %>` and, where there was an error, `<%= error_message %>` of a query's own fallbacks."""
    text = re.sub(r"<%=\s*job_id\s*%>", lambda _: job_id, text)
    return text if reason is None else re.sub(r"<%=\s*error_message\s*%>", lambda _: reason, text)
