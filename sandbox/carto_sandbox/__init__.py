"""A local CARTO for tests and trials: CARTO's HTTP API over a real PostgreSQL."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carto_sandbox.accounts.accounts import Account, ApiKey
    from carto_sandbox.server import Sandbox

__all__ = ["Account", "ApiKey", "Sandbox"]

_HOMES = {"Account": "accounts.accounts", "ApiKey": "accounts.accounts", "Sandbox": "server"}


def __getattr__(name: str) -> Any:
    """Loaded when they are wanted: pytest imports this package for its plugin, in every project that has it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
