"""The envelope of paged lists with links: API keys, datasets and tags."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.central_api.central import Call


def make_base(request: Request, account: Account) -> str:
    """Where links lead: CARTO writes both prefixes, whichever was asked."""
    host = request.headers.get("host") or urlsplit(account.base_url).netloc
    return f"{request.url.scheme}://{host}/user/{account.username}/u/{account.username}/api"


def make_page(
    call: Call, base: str, result: list[Any], page: int, per_page: int, total: int, *, controller: str | None = None
) -> dict[str, Any]:
    """`controller` is Rails' name of the endpoint, for links that contain it."""
    links = make_links(call, base, page, per_page, total, controller)
    return {"total": total, "count": len(result), "result": result, "_links": links}


def make_links(
    call: Call, base: str, page: int, per_page: int, total: int, controller: str | None = None
) -> dict[str, dict[str, str]]:
    """CARTO repeats every query parameter in them, the key too."""
    query = {**call.query, "user_domain": call.account.username}
    if controller is not None:
        query |= {"action": "index", "controller": f"carto/api/{controller}"}
    last = -(-total // per_page)
    pages = {"first": 1, "last": last}
    if page > 1:
        pages["prev"] = page - 1
    if page < last:
        pages["next"] = page + 1
    links = {}
    for name, number in pages.items():
        params = {**query, "format": "json", "page": str(number), "per_page": str(per_page)}
        links[name] = {"href": f"{base}?{urlencode(sorted(params.items()))}"}
    return links
