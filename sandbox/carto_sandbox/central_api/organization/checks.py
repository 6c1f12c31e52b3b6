"""Validation of an organization's users with CARTO's messages, all of them together."""

import re
from collections.abc import Mapping
from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.directory import Accounts
from carto_sandbox.accounts.organizations import Organization

_SOFT_LIMITS = (
    "soft_geocoding_limit", "soft_here_isolines_limit", "soft_twitter_datasource_limit", "soft_mapzen_routing_limit",
)  # fmt: skip
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_MIN_PASSWORD, _MAX_PASSWORD = 6, 64


def read_limits(params: Mapping[str, Any]) -> list[str]:
    return [name for name in _SOFT_LIMITS if name in params]


def check_new_user(params: Mapping[str, Any], accounts: Accounts, organization: Organization[Account]) -> list[str]:
    name, email = str(params.get("username") or ""), str(params.get("email") or "")
    errors = [] if name else ["username is not present"]
    if not re.fullmatch(r"[a-z0-9-]+", name):
        errors.append("username must only contain lowercase letters, numbers and the dash (-) symbol")
    if not re.match(r"[a-z0-9]", name):
        errors.append("username must start with alphanumeric chars")
    if not re.search(r"[a-z0-9]$", name):
        errors.append("username must end with alphanumeric chars")
    if not name:
        errors.append("username is not present")
    if any(account.username == name for account in accounts):
        errors.append("username is already taken")
    if not email:
        errors += ["email is not present", "email Recipient is not valid"]
    else:
        errors += _check_email(email, accounts, None)
    if not params.get("password"):
        errors.append("password can't be blank")
    else:
        errors += check_password(str(params["password"]))
    return errors + _check_quota(params, organization, 0) + _check_limits(params)


def check_changes(
    params: Mapping[str, Any], accounts: Accounts, organization: Organization[Account], member: Account
) -> list[str]:
    errors = _check_limits(params)
    if "email" in params:
        errors += _check_email(str(params["email"] or ""), accounts, member)
    if params.get("password"):
        errors += check_password(str(params["password"])) * 2  # by two who do not know of each other
    return errors + _check_quota(params, organization, member.profile.quota_in_bytes)


def _check_email(email: str, accounts: Accounts, member: Account | None) -> list[str]:
    if not _EMAIL.fullmatch(email):
        return ["email Invalid Domain Name"]
    taken = any(account.profile.email == email for account in accounts if account is not member)
    return ["email is already taken"] if taken else []


def check_password(password: str) -> list[str]:
    if len(password) < _MIN_PASSWORD:
        return [f"password must be at least {_MIN_PASSWORD} characters long"]
    return [f"password must be at most {_MAX_PASSWORD} characters long"] if len(password) > _MAX_PASSWORD else []


def _check_quota(params: Mapping[str, Any], organization: Organization[Account], has: int) -> list[str]:
    quota = params.get("quota_in_bytes")
    if quota in (None, ""):
        return []
    text = str(quota)
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        return ["quota_in_bytes is not a number"]
    return ["quota_in_bytes not enough disk quota"] if int(text) - has > organization.unassigned_quota else []


def _check_limits(params: Mapping[str, Any]) -> list[str]:
    """The owner has no such limit, so the members have none either."""
    asked = [name for name in _SOFT_LIMITS if params.get(name) in (True, "true", "1")]
    return [f"{name} Organization owner hasn't this soft limit" for name in asked]
