# Made from carto_ext/_async/lists.py by scripts/unasync; do not edit.
"""The groups with paged lists: `iterate` walks all pages, independent of CARTO's envelope around them."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any, TypeVar, cast

from carto_client.api.api_keys import ApiKeysApi
from carto_client.api.apps import AppsApi
from carto_client.api.kuviz import KuvizApi
from carto_client.api.tags import TagsApi
from carto_client.api.users import UsersApi
from carto_client.api.viz import VizApi
from carto_client.client import AuthenticatedClient, Client
from carto_ext._sync.pages import all_pages, named, with_note
from carto_ext.errors import InvalidArgumentError

Operation = TypeVar("Operation", bound=Callable[..., Any])

_GUARDED = (
    "Sends one more request first, to check the id: CARTO also accepts the id of a dataset or a map here, and would "
    "{verb} that."
)


def needs_one_of(operation: Operation, *names: str) -> Operation:
    """Return the operation with a check: it raises InvalidArgumentError unless one of these arguments is given."""

    @wraps(operation)
    def checked(group: Any, /, *args: Any, **kwargs: Any) -> Any:
        if not any(kwargs.get(name) for name in names):
            raise InvalidArgumentError(f"arguments are missing; nothing was sent: give one of {', '.join(names)}")
        return operation(group, *args, **kwargs)

    return cast(Operation, checked)


def check_type(client: AuthenticatedClient | Client, viz_id: str, kind: str) -> None:
    """Raise InvalidArgumentError if the id belongs to another type, NotFoundError if it does not exist."""
    found = (VizApi(client).read(viz_id)).type_
    if found != kind:
        group = {"kuviz": "kuviz", "app": "apps"}.get(found, "viz")
        raise InvalidArgumentError(
            f"{viz_id!r} belongs to a visualization of type {found!r}, not {kind!r}, and CARTO would have changed or "
            f"deleted it with its data. Nothing was sent; to change that visualization, use carto.{group}"
        )


def only_of_type(kind: str, operation: Operation) -> Operation:
    """Return the operation with a check that its first argument is the id of a visualization of that type."""
    name = [*signature(operation).parameters][1]

    @wraps(operation)
    def guarded(group: Any, /, *args: Any, **kwargs: Any) -> Any:
        viz_id = args[0] if args else kwargs.get(name)
        if isinstance(viz_id, str) and viz_id.strip():  # the operation refuses anything else by itself
            check_type(group._client, viz_id, kind)
        return operation(group, *args, **kwargs)

    guarded.__doc__ = with_note(operation, _GUARDED.format(verb=operation.__name__))
    return cast(Operation, guarded)


@named
class ApiKeys(ApiKeysApi):
    """`/api/v3/api_keys`."""

    iterate = all_pages(ApiKeysApi.list, lambda page: page.result, lambda page: page.total)


@named
class Apps(AppsApi):
    """`/api/v4/app`."""

    delete = only_of_type("app", AppsApi.delete)
    update = only_of_type("app", AppsApi.update)
    iterate = all_pages(AppsApi.list, lambda page: page.apps, lambda page: page.total_entries)


@named
class Kuviz(KuvizApi):
    """`/api/v4/kuviz`."""

    delete = only_of_type("kuviz", KuvizApi.delete)
    update = only_of_type("kuviz", KuvizApi.update)
    iterate = all_pages(KuvizApi.list, lambda page: page.visualizations, lambda page: page.total_entries)


@named
class Tags(TagsApi):
    """`/api/v3/tags`."""

    iterate = all_pages(TagsApi.list, lambda page: page.result, lambda page: page.total)


@named
class Users(UsersApi):
    """Organizations, their members and groups, and the account's own user."""

    # `total_entries` of members counts their page.
    iterate_members = all_pages(UsersApi.members, lambda page: page.users, lambda page: page.total_user_entries)
    iterate_groups = all_pages(UsersApi.groups_list, lambda page: page.groups, lambda page: page.total_entries)
    iterate_groups_of_user = all_pages(
        UsersApi.groups_of_user, lambda page: page.groups, lambda page: page.total_entries
    )
    iterate_group_members = all_pages(
        UsersApi.groups_members, lambda page: page.users, lambda page: page.total_user_entries
    )
    iterate_grantables = all_pages(UsersApi.grantables, lambda page: page.grantables, lambda page: page.total_entries)


@named
class Viz(VizApi):
    """`/api/v1/viz`."""

    create = needs_one_of(VizApi.create, "tables", "source_visualization_id", "type")
    iterate = all_pages(VizApi.list, lambda page: page.visualizations, lambda page: page.total_entries)
