# Made from tests/_async/test_recorded_errors.py by scripts/unasync; do not edit.
"""Every recorded error of the genuine servers raises the documented class, with the server's words."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from carto_ext._sync.client import Carto
from carto_ext.errors import (
    ApiError,
    AuthenticationError,
    InvalidRequestError,
    NotCartoError,
    NotFoundError,
    PermissionDeniedError,
    PlatformLimitError,
    RateLimitError,
)
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import FaultServer, Status

pytestmark = pytest.mark.anyio

RECORDINGS = Path(__file__).parent.parent / "cassettes"
CLASSES: dict[int, type[ApiError]] = {
    400: InvalidRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    429: RateLimitError,
}
# Of the connection on which it came, not of the answer.
OF_THE_CONNECTION = {"connection", "content-length", "date", "keep-alive", "transfer-encoding", "x-request-id"}


def load(path: Path) -> list[dict[str, Any]]:
    return [one for one in yaml.safe_load(path.read_text())["interactions"] if one["response"]["status"]["code"] >= 400]


REFUSED = [path for path in sorted(RECORDINGS.glob("*/*.yaml")) if load(path)]


def answer_of(exchange: dict[str, Any]) -> Status:
    answer = exchange["response"]
    body = answer["body"]["string"]
    headers = {
        name: values[0] if isinstance(values, list) else values
        for name, values in answer["headers"].items()
        if name.lower() not in OF_THE_CONNECTION
    }
    return Status(answer["status"]["code"], body if isinstance(body, bytes) else body.encode(), headers)


def words_of(answer: Status) -> list[str]:
    """A tile that shows the error as a picture has none, and no more have empty answers."""
    if not answer.body.startswith(b"{"):
        return []
    body = json.loads(answer.body)
    words: list[str] = body.get("errors") or body["error"]
    return [text.strip() for text in words]


def class_of(answer: Status) -> type[ApiError]:
    """429 is a rate where the server says when to come back, and a limit of the platform where it does not."""
    limited = answer.code == 429 and "retry-after" not in map(str.lower, answer.headers)
    return PlatformLimitError if limited else CLASSES[answer.code]


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_error_is_the_documented_one(fault_server: FaultServer, path: Path) -> None:
    exchanges = load(path)
    once = RetryPolicy(attempts=1)
    with Carto(fault_server.base_url, api_key="not-a-real-key", retries=once) as carto:
        for exchange in exchanges:
            answer = answer_of(exchange)
            fault_server.play(answer)
            target = urlsplit(exchange["request"]["uri"]).path.partition("/api/")[2]
            with pytest.raises(ApiError) as caught:
                carto._http.request(exchange["request"]["method"], f"/api/{target}")
            is_page = answer.body.startswith(b"<")
            assert type(caught.value) is (NotCartoError if is_page else class_of(answer))
            if not is_page:
                assert list(caught.value.messages) == words_of(answer)
            if isinstance(caught.value, RateLimitError):
                assert caught.value.retry_after == float(
                    answer.headers.get("Retry-After") or answer.headers["retry-after"]
                )


def test_there_are_recorded_errors_of_both_apis() -> None:
    assert {path.parent.name for path in REFUSED} == {"maps", "sql"}
