"""A local CARTO for tests and trials: CARTO's HTTP API over a real PostgreSQL."""

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.server import Sandbox

__all__ = ["Account", "ApiKey", "Sandbox"]
