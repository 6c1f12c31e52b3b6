# Made from carto_ext/_async/lists.py by scripts/unasync; do not edit.
"""The groups with paged lists: `iterate` walks all pages, whatever envelope CARTO puts them in."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from carto_client.api.api_keys import ApiKeysApi
from carto_client.api.apps import AppsApi
from carto_client.api.kuviz import KuvizApi
from carto_client.api.tags import TagsApi
from carto_client.api.users import UsersApi
from carto_client.api.viz import VizApi
from carto_ext._sync.pages import all_pages
from carto_ext.errors import InvalidArgumentError

Operation = TypeVar("Operation", bound=Callable[..., Any])


def needs_one_of(operation: Operation, *names: str) -> Operation:
    """The same operation, which CARTO cannot do without one of these arguments, asked for before anything is sent."""

    @wraps(operation)
    def checked(group: Any, /, *args: Any, **kwargs: Any) -> Any:
        if not any(kwargs.get(name) for name in names):
            raise InvalidArgumentError(f"give one of {', '.join(names)}; nothing was sent")
        return operation(group, *args, **kwargs)

    return cast(Operation, checked)


class ApiKeys(ApiKeysApi):
    """`/api/v3/api_keys`."""

    iterate = all_pages(ApiKeysApi.list, lambda page: page.result, lambda page: page.total)


class Apps(AppsApi):
    """`/api/v4/app`."""

    iterate = all_pages(AppsApi.list, lambda page: page.apps, lambda page: page.total_entries)


class Kuviz(KuvizApi):
    """`/api/v4/kuviz`."""

    iterate = all_pages(KuvizApi.list, lambda page: page.visualizations, lambda page: page.total_entries)


class Tags(TagsApi):
    """`/api/v3/tags`."""

    iterate = all_pages(TagsApi.list, lambda page: page.result, lambda page: page.total)


class Users(UsersApi):
    """Organizations, their members, and oneself."""

    # `total_entries` of members counts their page.
    iterate_members = all_pages(UsersApi.members, lambda page: page.users, lambda page: page.total_user_entries)
    iterate_groups = all_pages(UsersApi.groups_list, lambda page: page.groups, lambda page: page.total_entries)
    iterate_group_members = all_pages(
        UsersApi.groups_members, lambda page: page.users, lambda page: page.total_user_entries
    )
    iterate_grantables = all_pages(UsersApi.grantables, lambda page: page.grantables, lambda page: page.total_entries)


class Viz(VizApi):
    """`/api/v1/viz`."""

    create = needs_one_of(VizApi.create, "tables", "source_visualization_id", "type")
    iterate = all_pages(VizApi.list, lambda page: page.visualizations, lambda page: page.total_entries)
