"""Every recording of the genuine SQL API, replayed through the client: success without loss, errors typed."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import vcr
import yaml

from carto_client.api.batch import batch_create
from carto_client.models import BatchCreateRequest
from carto_ext._async.client import AsyncCarto
from carto_ext.errors import (
    ApiError,
    AuthenticationError,
    DownloadError,
    InvalidArgumentError,
    InvalidRequestError,
    NotCartoError,
    NotFoundError,
    PermissionDeniedError,
    PlatformLimitError,
    RateLimitError,
)
from carto_ext.retries import RetryPolicy

pytestmark = pytest.mark.anyio

FOLDER = Path(__file__).parent.parent / "cassettes" / "sql"
# Calls that the client does not make: without a user in the path, or with a body that is not an object.
ELSEWHERE = {"health", "sql_json_scalar_body_400", "version"}
ERRORS = {
    400: InvalidRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    429: RateLimitError,
}


@pytest.fixture
async def replaying() -> AsyncIterator[AsyncCarto]:
    once = RetryPolicy(attempts=1)
    url = "http://127.0.0.1:8080/user/carto_sandbox"
    async with AsyncCarto(url, api_key="fake_master_key_1234", retries=once) as client:
        yield client


def arguments_of(request: dict[str, Any]) -> dict[str, Any]:
    """Query and body as CARTO merges them, numbers as numbers, without what authenticates."""
    sent = dict(parse_qsl(urlsplit(request["uri"]).query, keep_blank_values=True))
    content_type = request["headers"].get("content-type", [""])[0]
    if content_type == "application/json" and request["body"]:
        sent |= json.loads(request["body"])
    elif "form" in content_type:
        sent |= dict(parse_qsl(request["body"]))
    sent.pop("api_key", None)
    numbers = {name for name in ("page", "rows_per_page") if str(sent.get(name)).isdigit()}
    return {name: int(value) if name in numbers else value for name, value in sent.items()}


async def call(carto: AsyncCarto, request: dict[str, Any]) -> object:
    """The same call through the client; what comes back as plain data or bytes."""
    method, path = request["method"], urlsplit(request["uri"]).path.partition("/api/v2/sql")[2]
    sent = arguments_of(request)
    if path == "/copyfrom":
        compress = "content-encoding" in request["headers"]
        return (await carto.sql.copy_from(sent["q"], b"any\n", compress=compress)).to_dict()
    if path == "/copyto" or "format" in sent:
        by_copy = carto.sql.copy_to(sent["q"]) if path else carto.sql.export(sent["q"], format=sent["format"])
        async with await by_copy as download:
            return b"".join([piece async for piece in download])
    if path.startswith("/job/"):
        job = carto.batch.job(path.removeprefix("/job/"))
        return (await (job.cancel() if method == "DELETE" else job.read())).to_dict()
    if path == "/job":
        body = BatchCreateRequest(sent["query"])
        return (await batch_create.asyncio(client=carto._client, body=body)).to_dict()
    return (await carto.sql.query(**sent, cacheable=method == "GET")).to_dict()


def same_route(ours: Any, recorded: Any) -> bool:
    """CARTO takes every path with and without a slash at its end, and COPY TO by GET as by POST."""
    method = "any" if recorded.path.endswith(("/copyto", "/sql")) else recorded.method
    return ours.path.rstrip("/").endswith(recorded.path.partition("/api/")[2]) and method in ("any", ours.method)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem not in ELSEWHERE))
async def test_the_client_understands(replaying: AsyncCarto, name: str) -> None:
    path = FOLDER / f"{name}.yaml"
    player = vcr.VCR(record_mode="none", match_on=["route"])
    player.register_matcher("route", same_route)
    with player.use_cassette(str(path)):
        for interaction in yaml.safe_load(path.read_text())["interactions"]:
            request, response = interaction["request"], interaction["response"]
            status, body = response["status"]["code"], response["body"]["string"]
            body = body.encode() if isinstance(body, str) else body
            if request["method"] == "PUT":
                continue  # CARTO documents an update of jobs and does not have it
            if is_refused_before(request):
                with pytest.raises((InvalidArgumentError, TypeError)):
                    await call(replaying, request)
            elif status >= 400:
                slow = status == 429 and json.loads(body).get("detail") == "datasource"
                with pytest.raises(PlatformLimitError if slow else ERRORS[status]) as caught:
                    await call(replaying, request)
                check_error(caught.value, json.loads(body))
            elif isinstance(json_or_none(body), dict) and "error" in json.loads(body):
                with pytest.raises(DownloadError) as broken:
                    await call(replaying, request)
                assert list(broken.value.messages) == json.loads(body)["error"]
                assert broken.value.content == body
            else:
                answer = await call(replaying, request)
                assert answer == (body if isinstance(answer, bytes) else json.loads(body))


def is_refused_before(request: dict[str, Any]) -> bool:
    """No SQL, SQL that cannot be sent, or none that copies: the client does not ask CARTO to refuse it."""
    query = arguments_of(request).get("q", "")
    copies = "/copy" not in request["uri"] or query.startswith("COPY")
    return "/job" not in request["uri"] and (not query or "\0" in query or not copies)


def json_or_none(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def check_error(error: ApiError, body: dict[str, Any]) -> None:
    assert list(error.messages) == [text.strip() for text in body["error"]]
    assert error.hint == body.get("hint")
    assert body.get("detail") in (error.detail, None)
    assert not isinstance(error, NotCartoError)
