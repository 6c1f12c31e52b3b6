"""The groups with paged lists: `iterate` walks all pages, whatever envelope CARTO puts them in."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from carto_client.api.api_keys import AsyncApiKeysApi
from carto_client.api.apps import AsyncAppsApi
from carto_client.api.kuviz import AsyncKuvizApi
from carto_client.api.tags import AsyncTagsApi
from carto_client.api.users import AsyncUsersApi
from carto_client.api.viz import AsyncVizApi
from carto_ext._async.pages import all_pages
from carto_ext.errors import InvalidArgumentError

Operation = TypeVar("Operation", bound=Callable[..., Any])


def needs_one_of(operation: Operation, *names: str) -> Operation:
    """The same operation, which CARTO cannot do without one of these arguments, asked for before anything is sent."""

    @wraps(operation)
    async def checked(group: Any, /, *args: Any, **kwargs: Any) -> Any:
        if not any(kwargs.get(name) for name in names):
            raise InvalidArgumentError(f"give one of {', '.join(names)}; nothing was sent")
        return await operation(group, *args, **kwargs)

    return cast(Operation, checked)


class AsyncApiKeys(AsyncApiKeysApi):
    """`/api/v3/api_keys`."""

    iterate = all_pages(AsyncApiKeysApi.list, lambda page: page.result, lambda page: page.total)


class AsyncApps(AsyncAppsApi):
    """`/api/v4/app`."""

    iterate = all_pages(AsyncAppsApi.list, lambda page: page.apps, lambda page: page.total_entries)


class AsyncKuviz(AsyncKuvizApi):
    """`/api/v4/kuviz`."""

    iterate = all_pages(AsyncKuvizApi.list, lambda page: page.visualizations, lambda page: page.total_entries)


class AsyncTags(AsyncTagsApi):
    """`/api/v3/tags`."""

    iterate = all_pages(AsyncTagsApi.list, lambda page: page.result, lambda page: page.total)


class AsyncUsers(AsyncUsersApi):
    """Organizations, their members, and oneself."""

    # `total_entries` of members counts their page.
    iterate_members = all_pages(AsyncUsersApi.members, lambda page: page.users, lambda page: page.total_user_entries)
    iterate_groups = all_pages(AsyncUsersApi.groups_list, lambda page: page.groups, lambda page: page.total_entries)
    iterate_group_members = all_pages(
        AsyncUsersApi.groups_members, lambda page: page.users, lambda page: page.total_user_entries
    )
    iterate_grantables = all_pages(
        AsyncUsersApi.grantables, lambda page: page.grantables, lambda page: page.total_entries
    )


class AsyncViz(AsyncVizApi):
    """`/api/v1/viz`."""

    create = needs_one_of(AsyncVizApi.create, "tables", "source_visualization_id", "type")
    iterate = all_pages(AsyncVizApi.list, lambda page: page.visualizations, lambda page: page.total_entries)
