"""Visualizations as CARTO shows them: the private form for their owner, the public one for everybody else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from carto_sandbox.accounts import Account
from carto_sandbox.catalog import PASSWORD, PRIVATE, PUBLIC, TABLE, Catalog, TableFacts, Visualization, get_catalog
from carto_sandbox.central import format_rails

_AVATAR = "//cartodb.s3.amazonaws.com/static/public_dashboard_default_avatar.png"
_QUOTA_BYTES = 5 * 1024**3
_STATS_DAYS = 30


@dataclass
class VizView:
    """What of a visualization is asked for; the defaults are those of a list."""

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
    """Presents the visualizations of one account; reads the real tables for sizes, rows and shapes."""

    def __init__(self, account: Account, view: VizView, items: list[Visualization]) -> None:
        self._account = account
        self._catalog: Catalog = get_catalog(account)
        self._view = view
        self._items = items

    async def present(self, item: Visualization) -> dict[str, Any]:
        view = self._view
        body = self._present_private(item) if view.private else self._present_public(item)
        if view.related_tables:
            sources = [] if item.is_table else item.sources
            body["related_tables"] = [await self._present_table(source) for source in sources]
        if view.private and view.synchronization:
            body["synchronization"] = None
        if view.private and view.uses_builder_features:
            body["uses_builder_features"] = False
        if view.dependents:
            dependents = self._catalog.find_dependents(item)
            body["dependent_visualizations_count"] = len(dependents)
            body["dependent_visualizations"] = [self.summarize(other) for other in dependents[: view.dependents]]
        if view.user:
            body["user"] = self._present_user(private=view.private)
        if view.liked:
            body["liked"] = False
        if view.permission:
            body["permission"] = self._present_permission(item)
        body["stats"] = _present_stats() if view.stats else {}
        body["auth_tokens"] = [item.auth_token] if view.private and item.privacy in (PRIVATE, PASSWORD) else []
        if view.table:
            body["table"] = await self._present_table(item) if item.is_table else {}
        return body

    def summarize(self, item: Visualization) -> dict[str, Any]:
        permission = {"id": item.permission_id, "owner": self._present_user(private=self._view.private)}
        updated_at = self._view.format_time(item.updated_at)
        return {
            "id": item.id,
            "name": item.name,
            "updated_at": updated_at,
            "permission": permission,
            "auth_tokens": [],
        }

    def _present_private(self, item: Visualization) -> dict[str, Any]:
        path = f"tables/{item.name}" if item.type == TABLE else f"viz/{item.id}/map"
        return {
            "id": item.id,
            "name": item.name,
            "display_name": item.get("display_name"),
            "map_id": item.map_id,
            "active_layer_id": item.get("active_layer_id", item.active_layer_id),
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
            "url": f"{self._account.base_url}/{path}",
            "version": item.get("version", 2 if item.is_table else 3),
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
        facts = await self._catalog.read_facts(item)
        body: dict[str, Any] = {
            "id": item.table_id,
            "name": item.name,
            "geometry_types": facts.geometry_types,
            "privacy": PUBLIC if item.is_open else PRIVATE,
            "updated_at": self._view.format_time(item.updated_at),
        }
        if self._view.private:
            body["synchronization"] = None
        if self._view.table_size:
            body |= {"size": present_size(facts), "row_count": facts.rows}
        if self._view.permission:
            body["permission"] = self._present_permission(item)
        return body

    def _present_permission(self, item: Visualization) -> dict[str, Any]:
        body: dict[str, Any] = {"id": item.permission_id, "owner": self._present_user(private=self._view.private)}
        if self._view.private:
            body |= {
                "entity": {"id": item.id, "type": "vis"},
                "acl": [],
                "created_at": self._view.format_time(item.created_at),
                "updated_at": self._view.format_time(item.created_at),
            }
        return body

    def _present_user(self, *, private: bool) -> dict[str, Any]:
        account = self._account
        public = {
            "id": account.uuid,
            "username": account.username,
            "name": None,
            "last_name": None,
            "avatar_url": _AVATAR,
            "base_url": account.base_url,
            "google_maps_query_string": None,
            "disqus_shortname": None,
            "viewer": False,
            "org_admin": False,
            "org_user": False,
            "remove_logo": False,
        }
        if not private:
            return public
        return public | {
            "email": f"{account.username}@example.com",
            **dict.fromkeys(("website", "description", "location", "twitter_username")),
            "available_for_hire": False,
            "quota_in_bytes": _QUOTA_BYTES,
            "table_count": sum(item.is_table for item in self._items),
            "role_display": "builder",
            "public_visualization_count": sum(item.privacy == PUBLIC for item in self._items),
            "all_visualization_count": len(self._items),
        }


def present_size(facts: TableFacts) -> int:
    """CARTO counts half of what PostgreSQL says, for it keeps every geometry twice."""
    return facts.total_bytes // 2


def _present_stats() -> dict[str, int]:
    today = datetime.now(UTC).date()
    return {str(today - timedelta(days=back)): 0 for back in range(_STATS_DAYS - 1, -1, -1)}
