# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""A client library for accessing CARTO classic platform.

`carto_client.api.<tag>` holds the groups and endpoint functions, `carto_client.models` the models,
`carto_client.errors` what is raised.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import AuthenticatedClient, Client

__all__ = ("AuthenticatedClient", "Client")


def __getattr__(name: str) -> Any:
    # Not imported before it is asked for: errors alone need neither attrs nor httpx.
    if name in __all__:
        from . import client

        return getattr(client, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
