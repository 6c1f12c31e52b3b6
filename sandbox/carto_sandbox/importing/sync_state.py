"""Synchronizations of an account: what is fetched how often, and how the last run went."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization

CREATED, QUEUED, SYNCING, SUCCESS, FAILURE = "created", "queued", "syncing", "success", "failure"
MAX_CONCURRENT = 3


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(eq=False)
class Synchronization:
    """``name`` is that of the table once there is one; ``dataset`` is it."""

    interval: int
    user_id: str
    url: str | None = None
    name: str | None = None
    service_name: str | None = None
    service_item_id: str | None = None
    type_guessing: bool = True
    quoted_fields_guessing: bool = True
    content_guessing: bool = False
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    state: str = CREATED
    created_at: datetime = field(default_factory=_now)
    updated_at: datetime = field(default_factory=_now)
    ran_at: datetime = field(default_factory=_now)
    run_at: datetime = field(default_factory=_now)
    modified_at: datetime | None = None
    retried_times: int = 0
    log_id: str | None = None
    error_code: int | None = None
    error_message: str | None = None
    etag: str | None = None
    checksum: str = ""
    dataset: Visualization | None = None

    def __post_init__(self) -> None:
        self.plan_next()

    @property
    def is_final(self) -> bool:
        return self.state in (SUCCESS, FAILURE)

    def plan_next(self) -> None:
        self.run_at = self.ran_at + timedelta(seconds=self.interval)

    def begin(self, state: str) -> None:
        self.state, self.updated_at = state, _now()

    def succeed(self, dataset: Visualization | None, checksum: str | None) -> None:
        """Without a dataset the table stays as it was: the source has not changed."""
        self._end(SUCCESS)
        self.error_code = self.error_message = None
        self.retried_times = 0
        if dataset is not None:
            self.dataset, self.name, self.modified_at = dataset, dataset.name, self.updated_at
        if checksum is not None:
            self.checksum = checksum

    def fail(self, code: int | None, message: str) -> None:
        self._end(FAILURE)
        self.error_code, self.error_message = code or 9999, message

    def _end(self, state: str) -> None:
        self.state, self.updated_at = state, _now()
        self.log_id = self.log_id or str(uuid.uuid4())

    def run_ended(self) -> None:
        """Of a run after the first, which is an import: only those put off the next one."""
        self.ran_at = self.updated_at
        self.plan_next()
        self.service_item_id = self.service_item_id or self.url
        if self.state == FAILURE:
            self.retried_times += 1

    def to_json(self, format_time: Callable[[datetime], str]) -> dict[str, Any]:
        name = self.dataset.name if self.dataset else self.name
        return {
            "id": self.id,
            "name": name,
            "interval": self.interval,
            "url": self.url,
            "state": self.state,
            "created_at": format_time(self.created_at),
            "updated_at": format_time(self.updated_at),
            "run_at": format_time(self.run_at),
            "retried_times": self.retried_times,
            "log_id": self.log_id,
            "error_code": self.error_code,
            "error_message": self.error_message,
            "ran_at": format_time(self.ran_at),
            "modified_at": format_time(self.modified_at) if self.modified_at else None,
            "etag": self.etag,
            "checksum": self.checksum,
            "user_id": self.user_id,
            "service_name": self.service_name,
            "service_item_id": self.service_item_id,
            "type_guessing": self.type_guessing,
            "quoted_fields_guessing": self.quoted_fields_guessing,
            "content_guessing": self.content_guessing,
            "visualization_id": self.dataset.id if self.dataset else None,
            "from_external_source": False,
        }


class Synchronizations:
    """Those of one account, kept as long as the sandbox runs."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self.items: dict[str, Synchronization] = {}

    def find_by_dataset(self, item: Visualization) -> Synchronization | None:
        return next((sync for sync in self.items.values() if sync.dataset is item), None)

    def may_run(self, sync: Synchronization) -> bool:
        running = sum(other.state in (QUEUED, SYNCING) for other in self.items.values())
        rested = (_now() - sync.ran_at).total_seconds() >= self._account.sync_pause_seconds
        return sync.is_final and rested and running < MAX_CONCURRENT


def get_synchronizations(account: Account) -> Synchronizations:
    return account.get_state(Synchronizations, lambda: Synchronizations(account))
