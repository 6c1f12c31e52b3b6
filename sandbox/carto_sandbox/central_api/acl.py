"""Whom a visualization is shared with: which entries CARTO accepts, and how it shows them."""

from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization
from carto_sandbox.accounts.organizations import Group
from carto_sandbox.accounts.sharing import GROUP, ORGANIZATION, USER, WRITE, UnknownEntityError
from carto_sandbox.central_api.users_json import present_public_user

_TYPES, _ACCESSES = (USER, ORGANIZATION, GROUP), ("r", "rw", "n")
_ENTITY_KEYS = frozenset({"id", "username", "name", "avatar_url"})


class MissingEntityError(LookupError):
    """No user or group has that id."""


class ViewerError(ValueError):
    """Viewers write nothing."""


def read_acl(entries: list[Any], item: Visualization) -> list[dict[str, str]]:
    """Return the entries with an id. Raises ValueError for those that CARTO refuses. Maps are shared read-only."""
    found = []
    for entry in entries:
        if not isinstance(entry, dict) or set(entry) != {"type", "entity", "access"}:
            raise ValueError("an entry needs type, entity and access")
        entity, access = entry["entity"], entry["access"]
        if not isinstance(entity, dict) or not _ENTITY_KEYS.issuperset(entity):
            raise ValueError("an entity has an id, and no more than a name and an avatar beside it")
        if access not in _ACCESSES or (access == WRITE and not item.is_table):
            raise ValueError("an unknown access")
        if entity.get("id"):
            found.append({"type": str(entry["type"]), "id": str(entity["id"]), "access": str(access)})
    for entry in found:
        _check_entity(item.owner, entry)
    return found


def _check_entity(owner: Account, entry: dict[str, str]) -> None:
    known = _find_entity(owner, entry)
    if entry["type"] in _TYPES and known is None:
        raise MissingEntityError(entry["id"])
    if isinstance(known, Account) and known.profile.viewer and entry["access"] == WRITE:
        raise ViewerError(entry["id"])


def _find_entity(owner: Account, entry: dict[str, str]) -> object:
    organization = owner.organization
    if organization is None:
        return None
    if entry["type"] == ORGANIZATION:
        return organization if entry["id"] == organization.id else None
    among: list[Any] = organization.groups if entry["type"] == GROUP else organization.members
    return next((one for one in among if entry["id"] == (one.id if entry["type"] == GROUP else one.uuid)), None)


def present_acl(item: Visualization, *, with_groups: bool = False) -> list[dict[str, Any]]:
    """Without the entries whose entity is not there (any more); UnknownEntityError where it never could be."""
    found = []
    for entry in item.acl:
        if entry["type"] not in _TYPES:
            raise UnknownEntityError(f"Unknown entity type: {entry['type']}")
        entity = _find_entity(item.owner, entry)
        if entity is not None:
            shown = _present_entity(entity, with_groups=with_groups)
            found.append({"type": entry["type"], "entity": shown, "access": entry["access"]})
    return found


def _present_entity(entity: Any, *, with_groups: bool) -> dict[str, Any]:
    if isinstance(entity, Account):
        return present_public_user(entity) | ({"groups": present_groups(entity)} if with_groups else {})
    if isinstance(entity, Group):
        return {"id": entity.id, "name": entity.name}
    return {"id": entity.id, "name": entity.name, "avatar_url": None}


def present_groups(account: Account) -> list[dict[str, Any]]:
    """Those an account is in."""
    organization = account.organization
    if organization is None:
        return []
    return [present_group(organization.id, group) for group in organization.groups_of(account)]


def present_group(organization_id: str, group: Group[Account]) -> dict[str, Any]:
    return {
        "id": group.id,
        "organization_id": organization_id,
        "name": group.name,
        "display_name": group.display_name,
    }
