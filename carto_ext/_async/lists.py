"""The groups with paged lists: `iterate` walks all pages, independent of CARTO's envelope around them."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any, TypeVar, cast

from carto_client.api.api_keys import AsyncApiKeysApi
from carto_client.api.apps import AsyncAppsApi
from carto_client.api.kuviz import AsyncKuvizApi
from carto_client.api.tags import AsyncTagsApi
from carto_client.api.users import AsyncUsersApi
from carto_client.api.viz import AsyncVizApi
from carto_client.client import AuthenticatedClient, Client
from carto_ext._async.pages import all_pages, named, with_note
from carto_ext.errors import InvalidArgumentError

Operation = TypeVar("Operation", bound=Callable[..., Any])

_GUARDED = (
    "Sends one more request first, to check the id: CARTO also accepts the id of a dataset or a map here, and would "
    "{verb} that."
)


def needs_one_of(operation: Operation, *names: str) -> Operation:
    """Return the operation with a check: it raises InvalidArgumentError unless one of these arguments is given."""

    @wraps(operation)
    async def checked(group: Any, /, *args: Any, **kwargs: Any) -> Any:
        if not any(kwargs.get(name) for name in names):
            raise InvalidArgumentError(f"arguments are missing; nothing was sent: give one of {', '.join(names)}")
        return await operation(group, *args, **kwargs)

    return cast(Operation, checked)


async def check_type(client: AuthenticatedClient | Client, viz_id: str, kind: str) -> None:
    """Raise InvalidArgumentError if the id belongs to another type, NotFoundError if it does not exist."""
    found = (await AsyncVizApi(client).read(viz_id)).type_
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
    async def guarded(group: Any, /, *args: Any, **kwargs: Any) -> Any:
        viz_id = args[0] if args else kwargs.get(name)
        if isinstance(viz_id, str) and viz_id.strip():  # the operation refuses anything else by itself
            await check_type(group._client, viz_id, kind)
        return await operation(group, *args, **kwargs)

    guarded.__doc__ = with_note(operation, _GUARDED.format(verb=operation.__name__))
    return cast(Operation, guarded)


@named
class AsyncApiKeys(AsyncApiKeysApi):
    """`/api/v3/api_keys`."""

    iterate = all_pages(AsyncApiKeysApi.list, lambda page: page.result, lambda page: page.total)


@named
class AsyncApps(AsyncAppsApi):
    """`/api/v4/app`."""

    delete = only_of_type("app", AsyncAppsApi.delete)
    update = only_of_type("app", AsyncAppsApi.update)
    iterate = all_pages(AsyncAppsApi.list, lambda page: page.apps, lambda page: page.total_entries)


@named
class AsyncKuviz(AsyncKuvizApi):
    """`/api/v4/kuviz`."""

    delete = only_of_type("kuviz", AsyncKuvizApi.delete)
    update = only_of_type("kuviz", AsyncKuvizApi.update)
    iterate = all_pages(AsyncKuvizApi.list, lambda page: page.visualizations, lambda page: page.total_entries)


@named
class AsyncTags(AsyncTagsApi):
    """`/api/v3/tags`."""

    iterate = all_pages(AsyncTagsApi.list, lambda page: page.result, lambda page: page.total)


@named
class AsyncUsers(AsyncUsersApi):
    """Organizations, their members and groups, and the account's own user."""

    # `total_entries` of members counts their page.
    iterate_members = all_pages(AsyncUsersApi.members, lambda page: page.users, lambda page: page.total_user_entries)
    iterate_groups = all_pages(AsyncUsersApi.groups_list, lambda page: page.groups, lambda page: page.total_entries)
    iterate_groups_of_user = all_pages(
        AsyncUsersApi.groups_of_user, lambda page: page.groups, lambda page: page.total_entries
    )
    iterate_group_members = all_pages(
        AsyncUsersApi.groups_members, lambda page: page.users, lambda page: page.total_user_entries
    )
    iterate_grantables = all_pages(
        AsyncUsersApi.grantables, lambda page: page.grantables, lambda page: page.total_entries
    )


@named
class AsyncViz(AsyncVizApi):
    """`/api/v1/viz`."""

    create = needs_one_of(AsyncVizApi.create, "tables", "source_visualization_id", "type")
    iterate = all_pages(AsyncVizApi.list, lambda page: page.visualizations, lambda page: page.total_entries)
