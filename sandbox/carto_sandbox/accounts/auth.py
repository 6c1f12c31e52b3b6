"""Authentication: the account from path or host, the key from Basic, query string or body, by each API's own rules."""

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Any, Literal

from starlette.requests import Request

from carto_sandbox.accounts.accounts import Account, ApiKey
from carto_sandbox.accounts.directory import Accounts, UnknownAccountError
from carto_sandbox.http.errors import NotAuthenticatedError, SqlApiError, get_sql_headers

_BASIC = re.compile(r" *basic +([A-Za-z0-9._~+/-]+=*) *", re.I)
_URL_SAFE = str.maketrans("-_", "+/")
_KEY_NAMES = ("api_key", "map_key")


def resolve_account(request: Request, api: Literal["sql", "central"]) -> Account:
    """The account a request is for. `/user/NAME` and `/u/NAME` win over the host's first label."""
    accounts: Accounts = request.app.state.accounts
    host = request.headers.get("host", "")
    username = find_username(request)
    if username is None:
        if api == "central":
            raise NotAuthenticatedError
        raise SqlApiError(400, f"No username found in hostname '{host}'")
    if api == "sql":
        get_sql_headers(request)["Carto-User"] = username
    try:
        account = accounts.find(username)
    except UnknownAccountError:
        if api == "central":
            raise NotAuthenticatedError from None
        text = f"Sorry, we can't find CARTO user '{username}'. Please check that you have entered the correct domain."
        raise SqlApiError(404, text) from None
    if api == "sql":
        get_sql_headers(request)["Carto-User-Id"] = str(account.user_id)
    return account


def find_username(request: Request) -> str | None:
    """The name in `/user/NAME` or `/u/NAME`, else a parameter, else the host's first label."""
    username: str | None = request.path_params.get("user") or request.query_params.get("user_domain")
    if username is None:
        # Only a name below a domain can carry an account; an address such as 127.0.0.1 cannot.
        label = re.fullmatch(r"([^.:\d][^.:]*)\.[^:]*[^\d.:][^:]*(?::\d+)?", request.headers.get("host", ""))
        username = label.group(1) if label else None
    return username


def authenticate_sql(
    request: Request, account: Account, body: Mapping[str, Any] | None = None, *, master_only: bool = False
) -> ApiKey:
    """The key by the SQL API's rules: no key is `default_public`; two different keys are never right."""
    basic = read_basic(request)
    if basic is not None and basic[0] != account.username:
        raise SqlApiError(403, "permission denied")
    given = [
        basic[1] if basic else None,
        _first(request.query_params, _KEY_NAMES),
        _first(body or {}, _KEY_NAMES),
    ]
    tokens = {token for token in given if token}
    if len(tokens) > 1:
        raise SqlApiError(401, "Unauthorized")
    key = account.find_key(tokens.pop()) if tokens else account.public
    if key is None:
        raise SqlApiError(401, "Unauthorized")
    if master_only and not key.is_master:
        raise SqlApiError(403, "permission denied")
    if not key.allows("sql"):
        raise SqlApiError(403, "forbidden")
    get_sql_headers(request)["Vary"] = "Authorization"
    return key


def authenticate_central(
    request: Request,
    account: Account,
    body: Mapping[str, Any] | None = None,
    *,
    needs: Literal["master", "any", "nothing"] = "master",
) -> ApiKey | None:
    """The key by the central application's rules: Basic hides every `api_key`; then the query string, then the body.

    `needs="nothing"` returns None for no key and for a wrong one; otherwise both are 401 with an empty body.
    """
    basic = read_basic(request)
    if basic is not None:
        token = basic[1] if basic[0] == account.username else None
    else:
        token = _first(request.query_params, ("api_key",)) or _first(body or {}, ("api_key",))
    key = account.find_key(token) if token else None
    if needs == "nothing":
        return key
    if key is None or (needs == "master" and not key.is_master):
        raise NotAuthenticatedError
    return key


def read_basic(request: Request) -> tuple[str, str] | None:
    """User name and password of HTTP Basic; None when there is none, or none that can be read."""
    match = _BASIC.fullmatch(request.headers.get("authorization", ""))
    if match is None:
        return None
    # node decodes what it can: without padding, and with the letters of either alphabet.
    encoded = match[1].translate(_URL_SAFE).rstrip("=")
    encoded = encoded[: len(encoded) - (len(encoded) % 4 == 1)]
    try:
        user, colon, token = (
            base64.b64decode(encoded + "=" * (-len(encoded) % 4)).decode("utf-8", "replace").partition(":")
        )
    except binascii.Error:
        return None
    return (user, token) if colon else None


def _first(values: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((str(values[name]) for name in names if values.get(name)), None)
