"""CARTO's classic platform from Python: `Carto`, `AsyncCarto`, and the errors they raise."""

from importlib import import_module
from typing import TYPE_CHECKING

from carto_ext.version import __version__ as __version__

# A name is imported when it is first used: `carto --help` and `carto_ext.errors` need no httpx.
if TYPE_CHECKING:
    from carto_ext._async.client import AsyncCarto
    from carto_ext._shared.partial_imports import PartialImportWarning
    from carto_ext._sync.client import Carto
    from carto_ext.errors import (
        ApiError,
        AuthenticationError,
        CartoError,
        CartoTimeoutError,
        ConfigurationError,
        ConflictError,
        ConnectionFailedError,
        DownloadError,
        GatewayError,
        ImportFailedError,
        InsecureConnectionWarning,
        InvalidArgumentError,
        InvalidRequestError,
        JobCancelledError,
        JobError,
        JobFailedError,
        JobTimeoutError,
        NotCartoError,
        NotFoundError,
        PartialFailureError,
        PermissionDeniedError,
        PlatformLimitError,
        RateLimitError,
        ResponseError,
        ServerError,
        TransportError,
        UnexpectedResponseError,
    )
    from carto_ext.retries import RetryPolicy
    from carto_ext.settings import Settings

__all__ = [
    "ApiError",
    "AsyncCarto",
    "AuthenticationError",
    "Carto",
    "CartoError",
    "CartoTimeoutError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "DownloadError",
    "GatewayError",
    "ImportFailedError",
    "InsecureConnectionWarning",
    "InvalidArgumentError",
    "InvalidRequestError",
    "JobCancelledError",
    "JobError",
    "JobFailedError",
    "JobTimeoutError",
    "NotCartoError",
    "NotFoundError",
    "PartialFailureError",
    "PartialImportWarning",
    "PermissionDeniedError",
    "PlatformLimitError",
    "RateLimitError",
    "ResponseError",
    "RetryPolicy",
    "ServerError",
    "Settings",
    "TransportError",
    "UnexpectedResponseError",
]

_MODULES = ("errors", "retries", "settings", "tiles")
_ELSEWHERE = {
    "AsyncCarto": "_async.client",
    "Carto": "_sync.client",
    "PartialImportWarning": "_shared.partial_imports",
    "RetryPolicy": "retries",
    "Settings": "settings",
}

if not TYPE_CHECKING:  # checkers would take any name for one of this module

    def __getattr__(name: str) -> object:
        if name in __all__:
            globals()[name] = getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, 'errors')}"), name)
        elif name in _MODULES:
            import_module(f"{__name__}.{name}")
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return globals()[name]

    def __dir__() -> list[str]:
        return [*__all__, *_MODULES, "__version__"]
