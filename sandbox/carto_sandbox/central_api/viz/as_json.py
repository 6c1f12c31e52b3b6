"""Visualizations as CARTO shows them: the private form for their owner, the public one for everybody else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import APP, DERIVED, KUVIZ, PRIVATE, PUBLIC, TABLE, Visualization, get_catalog
from carto_sandbox.accounts.sharing import find_access, list_auth_tokens
from carto_sandbox.accounts.tables import TableFacts
from carto_sandbox.central_api.acl import present_acl
from carto_sandbox.central_api.central import format_rails
from carto_sandbox.central_api.users_json import present_owner, present_public_user
from carto_sandbox.importing.sync_state import get_synchronizations

_STATS_DAYS = 30


@dataclass
class VizView:
    """The requested parts of a visualization; the defaults are those of a list."""

    format_time: Callable[[datetime], str] = format_rails
    private: bool = True
    table: bool = True
    table_size: bool = True
    liked: bool = True
    permission: bool = True
    stats: bool = True
    synchronization: bool = True
    uses_builder_features: bool = True
    related_tables: bool = False
    user: bool = False
    dependents: int = 0


class VizPresenter:
    """Presents visualizations to one account; reads the real tables for sizes, rows and shapes."""

    def __init__(self, account: Account, view: VizView, items: list[Visualization]) -> None:
        self._account = account
        self._view = view
        self._viewer = account if view.private else None
        self._items = items

    async def present(self, item: Visualization) -> dict[str, Any]:
        view = self._view
        body = self._present_private(item) if view.private else self._present_public(item)
        if view.related_tables:
            sources = [] if item.is_table else item.sources
            body["related_tables"] = [await self._present_table(source) for source in sources]
        if view.private and view.synchronization:
            body["synchronization"] = self._present_sync(item)
        if view.private and view.uses_builder_features:
            body["uses_builder_features"] = True
        if view.dependents:
            dependents = get_catalog(item.owner).find_dependents(item)
            body["dependent_visualizations_count"] = len(dependents)
            body["dependent_visualizations"] = [self.summarize(other) for other in dependents[: view.dependents]]
        if view.user:
            body["user"] = self._present_owner(item)
        if view.liked:
            body["liked"] = view.private and self._account in item.liked_by
        if view.permission:
            body["permission"] = self.present_permission(item)
        body["stats"] = _present_stats() if view.stats else {}
        body["auth_tokens"] = list_auth_tokens(item, self._viewer)
        if view.table:
            body["table"] = await self._present_table(item) if item.oid is not None else {}
        return body

    def summarize(self, item: Visualization) -> dict[str, Any]:
        return {
            "id": item.id,
            "name": item.name,
            "updated_at": self._view.format_time(item.updated_at),
            "permission": {"id": item.permission_id, "owner": self._present_owner(item)},
            "auth_tokens": list_auth_tokens(item, self._viewer),
        }

    def _present_private(self, item: Visualization) -> dict[str, Any]:
        return {
            "id": item.id,
            "name": item.name,
            "display_name": item.get("display_name"),
            "map_id": item.map_id if item.type in (TABLE, DERIVED) else None,
            "active_layer_id": item.get("active_layer_id"),
            "type": item.type,
            "tags": item.get("tags", []),
            "description": item.get("description"),
            "privacy": item.privacy,
            "created_at": self._view.format_time(item.created_at),
            "updated_at": self._view.format_time(item.updated_at),
            "locked": item.get("locked", False),
            **{name: item.get(name) for name in ("source", "title", "license", "attributions")},
            "kind": item.get("kind", "geom"),
            "external_source": {},
            "url": f"{self._account.base_url}/{self._make_path(item)}",
            "version": item.get("version", 3),
            "prev_id": None,
            "next_id": None,
            "parent_id": None,
            "transition_options": item.get("transition_options", {}),
            "active_child": None,
            "children": [],
        }

    def _present_public(self, item: Visualization) -> dict[str, Any]:
        return {
            "id": item.id,
            "name": item.name,
            **{name: item.get(name) for name in ("display_name", "attributions", "source", "license")},
            "type": item.type,
            "tags": item.get("tags", []),
            "description": item.get("description"),
            "created_at": self._view.format_time(item.created_at),
            "updated_at": self._view.format_time(item.updated_at),
            "title": item.get("title"),
            "kind": item.get("kind", "geom"),
            "privacy": item.privacy,
        }

    async def _present_table(self, item: Visualization) -> dict[str, Any]:
        facts = await get_catalog(item.owner).read_facts(item)
        knows_schema = self._view.private and self._is_mine(item)
        body: dict[str, Any] = {
            "id": item.table_id,
            "name": item.name if knows_schema else f'"{item.owner.schema}".{item.name}',
            "geometry_types": facts.geometry_types,
            "privacy": PUBLIC if item.is_open else PRIVATE,
            "updated_at": self._view.format_time(item.table_updated_at),
        }
        if knows_schema:
            body["synchronization"] = self._present_sync(item)
        if self._view.table_size:
            body |= {"size": present_size(facts), "row_count": facts.rows}
        if self._view.permission:
            body["permission"] = self.present_permission(item)
        return body

    def present_permission(self, item: Visualization) -> dict[str, Any]:
        body: dict[str, Any] = {"id": item.permission_id, "owner": self._present_owner(item)}
        if self._view.private and find_access(item, self._account):
            body |= {
                "entity": {"id": item.id, "type": "vis"},
                "acl": present_acl(item),
                "created_at": self._view.format_time(item.created_at),
                "updated_at": self._view.format_time(item.permission_updated_at),
            }
        return body

    def _is_mine(self, item: Visualization) -> bool:
        return item.owner is self._account

    def _present_owner(self, item: Visualization) -> dict[str, Any]:
        if self._view.private and self._is_mine(item):
            return present_owner(item.owner, self._items)
        return present_public_user(item.owner)

    def _present_sync(self, item: Visualization) -> dict[str, Any] | None:
        sync = get_synchronizations(item.owner).find_by_dataset(item)
        return sync.to_json(self._view.format_time) if sync else None

    def _make_path(self, item: Visualization) -> str:
        if item.is_table:
            return f"tables/{quote(item.name)}" if self._is_mine(item) else f"tables/{item.owner.schema}.{item.name}"
        return f"{item.type}/{item.id}" if item.type in (KUVIZ, APP) else f"viz/{item.id}/map"


def present_size(facts: TableFacts) -> int:
    """CARTO counts half of what PostgreSQL says, for it keeps every geometry twice."""
    return facts.total_bytes // 2


def _present_stats() -> dict[str, int]:
    today = datetime.now(UTC).date()
    return {str(today - timedelta(days=back)): 0 for back in range(_STATS_DAYS - 1, -1, -1)}
