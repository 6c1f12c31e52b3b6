"""Every shape of CARTO's error bodies: the error's class, its message, and the secrets that it hides."""

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto_client.redaction import redact_causes, without_secrets
from carto_ext import errors
from carto_ext.errors import ApiError, CartoError, api_error
from carto_ext.retries import RetryPolicy

KEY = "0123456789abcdef"
JSON = {"Content-Type": "application/json; charset=utf-8"}
LIMIT = {"error": ["You are over platform's limits"], "context": "limit"}
HTML_404 = b"<!DOCTYPE html>\n<html><body><pre>Cannot GET /api/v2/sql/job</pre></body></html>"


def answer(
    status_code: int, body: object = b"", headers: dict[str, str] | None = None, *, secrets: tuple[str, ...] = ()
) -> ApiError:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    path = "/api/v2/sql?api_key=secret"
    return api_error(
        status_code=status_code,
        headers=JSON | (headers or {}),
        content=content,
        method="GET",
        path=path,
        secrets=secrets,
    )


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        ({"error": ["forbidden"]}, ("forbidden",)),
        ({"error": "lockout"}, ("lockout",)),
        ({"errors": "Not found", "errors_cause": None}, ("Not found",)),
        ({"errors": ["a", "b"]}, ("a", "b")),
        ({"errors": None}, ()),
        ({"errors": {"imports": "We're sorry"}}, ("We're sorry",)),
        ({"errors": {"name": ["is taken", "is long"], "email": "is bad"}, "message": "x"},
         ("name: is taken", "name: is long", "email: is bad")),
        ({"text": "only published maps"}, ("only published maps",)),
        ({"description": ["no schema"], "stack": ["line 1"]}, ("no schema",)),
        ({"status": "500", "error": "Internal Server Error"}, ("Internal Server Error",)),
        ({"unseen": 1}, ('{"unseen": 1}',)),
        (["email is invalid", "name is blank"], ("email is invalid", "name is blank")),
        ("quoted", ("quoted",)),
        (b"Can't delete org owner", ("Can't delete org owner",)),
        (b"[" * 100_000, ("[" * 1000,)),
        (b"\xff\xfe", ("\ufffd\ufffd",)),
        ({}, ()),
        (b"", ()),
        (b" \n ", ()),
        (b"null", ()),
    ],
)  # fmt: skip
def test_body_shapes(body: object, messages: tuple[str, ...]) -> None:
    error = answer(400, body)
    assert error.messages == messages
    assert all(message in str(error) for message in messages or ("The server gave no reason",))


FIELDS = st.sampled_from(["error", "errors", "detail", "hint", "context", "errors_with_context", "text", "x"])
SCALARS = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(FIELDS, inner), max_leaves=12))
def test_any_json_gives_an_error(body: object) -> None:
    error = answer(400, body)
    assert type(error) is errors.InvalidRequestError
    assert all(isinstance(message, str) and message for message in error.messages)
    assert str(error).endswith("(HTTP 400 GET /api/v2/sql)")


@pytest.mark.parametrize(
    ("status_code", "expected"),
    [
        (400, errors.InvalidRequestError),
        (401, errors.AuthenticationError),
        (402, errors.InvalidRequestError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (410, errors.InvalidRequestError),
        (422, errors.InvalidRequestError),
        (431, errors.InvalidRequestError),
        (500, errors.ServerError),
        (503, errors.ServerError),
        (561, errors.ServerError),
    ],
)
def test_class_by_status(status_code: int, expected: type[ApiError]) -> None:
    error = answer(status_code)
    assert type(error) is expected
    assert error.status_code == status_code
    assert f"(HTTP {status_code} GET /api/v2/sql)" in str(error)


@pytest.mark.parametrize(
    ("body", "headers", "expected", "retry_after"),
    [
        (LIMIT | {"detail": "rate-limit"}, {"Retry-After": "6"}, errors.RateLimitError, 6.0),
        (LIMIT | {"detail": "rate-limit"}, {}, errors.RateLimitError, None),
        (LIMIT | {"detail": "datasource"}, {}, errors.PlatformLimitError, None),
        (LIMIT, {"Retry-After": "-1"}, errors.PlatformLimitError, None),
        (b"", {"retry-after": "0"}, errors.RateLimitError, 0.0),
        (b"", {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, errors.RateLimitError, None),
        (b"", {}, errors.PlatformLimitError, None),
        ({"errors": {"imports": "no free slot"}}, {}, errors.RateLimitError, None),
        ({"errors": ["over"], "errors_with_context": [{"type": "limit", "message": "over", "subtype": "rate-limit"}]},
         {"Retry-After": "2"}, errors.RateLimitError, 2.0),
        ({"errors": ["slow"], "errors_with_context": [{"type": "limit", "message": "slow", "subtype": "datasource"}]},
         {}, errors.PlatformLimitError, None),
    ],
)  # fmt: skip
def test_two_kinds_of_429(
    body: object, headers: dict[str, str], expected: type[ApiError], retry_after: float | None
) -> None:
    error = answer(429, body, headers)
    assert type(error) is expected
    assert getattr(error, "retry_after", None) == retry_after
    if retry_after:
        assert f"{retry_after:g} seconds" in str(error)


def test_postgresql_says_more() -> None:
    body = {"error": ["duplicate key"], "detail": "Key (id)=(1) already exists.", "hint": "Try another"}
    error = answer(400, body, {"X-Request-Id": "abc-1"})
    assert (error.detail, error.hint, error.context) == ("Key (id)=(1) already exists.", "Try another", None)
    assert str(error) == (
        "duplicate key. Detail: Key (id)=(1) already exists. Hint: Try another. "
        "(HTTP 400 GET /api/v2/sql, request id abc-1)"
    )
    assert error.args == (str(error),)


def test_codes_of_the_server_are_data_not_text() -> None:
    context = [{"type": "auth", "message": "Unauthorized", "subtype": "api-key-not-found"}]
    error = answer(401, {"errors": ["Unauthorized"], "errors_with_context": context})
    assert (error.context, error.detail) == ("auth", "api-key-not-found")
    assert "api-key-not-found" not in str(error)


@pytest.mark.parametrize(
    ("status_code", "advice"), [(401, "CARTO_API_KEY"), (403, "grant"), (404, "base_url"), (500, "later")]
)
def test_advice(status_code: int, advice: str) -> None:
    assert advice in str(answer(status_code))


PAGES = [(HTML_404, "text/html; charset=utf-8"), (HTML_404, "application/json"), (b"<html>", "")]


@pytest.mark.parametrize("status_code", [200, 401, 404, 429, 502])
@pytest.mark.parametrize(("content", "content_type"), PAGES)
def test_web_pages_are_not_carto(status_code: int, content: bytes, content_type: str) -> None:
    error = answer(status_code, content, {"Content-Type": content_type})
    assert type(error) is (errors.GatewayError if status_code == 502 else errors.NotCartoError)
    assert "web page" in str(error)
    assert "base_url" in str(error)
    assert "Cannot GET" not in str(error)


@pytest.mark.parametrize("status_code", [502, 503, 504, 520])
def test_the_page_of_a_gateway_is_a_server_error_too(status_code: int) -> None:
    error = answer(status_code, b"<html><center>nginx</center></html>", {"Content-Type": "text/html"})
    assert isinstance(error, errors.NotCartoError)
    assert isinstance(error, errors.ServerError)
    assert "try again later" in str(error)


@pytest.mark.parametrize(
    ("status_code", "expected"),
    [
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (500, errors.ServerError),
    ],
)
def test_an_empty_answer_is_no_web_page_whatever_its_label(status_code: int, expected: type[ApiError]) -> None:
    """CARTO labels many of its empty answers text/html."""
    assert type(answer(status_code, b"", {"Content-Type": "text/html; charset=utf-8"})) is expected


def test_control_characters_of_the_server_do_not_reach_a_terminal() -> None:
    texts = "a\x1b[31mb\x07c\u202ed\x9be\x00f"
    body = json.dumps({"error": [texts], "detail": texts, "hint": texts}).encode()
    body = body.replace(b'["a', b'["\\ud800a')
    error = answer(400, body, {"X-Request-Id": "r\x1b[2J", "Content-Type": "application/json"})
    for text in (str(error), *error.messages, error.detail or "", error.hint or "", error.request_id or ""):
        assert all(one.isprintable() for one in text)
        assert "\x1b" not in text
    print(error)  # halves of surrogate pairs cannot be encoded


def test_a_body_nested_without_end_is_an_error_all_the_same() -> None:
    error = answer(400, b'{"error":' + b'{"a":' * 700 + b"1" + b"}" * 701)
    assert type(error) is errors.InvalidRequestError


@pytest.mark.parametrize("location", ["http://[", "//[::1", "https://a]b/"])
def test_a_redirect_to_an_address_nobody_can_read(location: str) -> None:
    assert type(answer(302, b"", {"Location": location})) is errors.NotCartoError


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "6"}, 6.0),
        ({"Retry-After": "0.5"}, 0.5),
        ({"Retry-After": "Wed, 25 Nov 2026 07:00:30 GMT", "Date": "Wed, 25 Nov 2026 07:00:00 GMT"}, 30.0),
        ({"Retry-After": "Wed, 25 Nov 2026 07:00:30 GMT"}, None),
        ({"Retry-After": "soon"}, None),
    ],
)
def test_the_time_to_wait_is_read_once_for_all(headers: dict[str, str], seconds: float | None) -> None:
    error = answer(429, LIMIT, headers)
    assert isinstance(error, errors.RateLimitError)
    assert error.retry_after == seconds
    policy = RetryPolicy(attempts=2, first_delay=0.1)
    again = policy.delay(error, attempt=1, method="POST", replayable=True, chance=0.0)
    assert again == seconds


def test_a_redirect_is_told_without_its_query() -> None:
    error = answer(302, b"", {"Location": f"https://me:{KEY}@login.example.com/in?api_key={KEY}"})
    assert type(error) is errors.NotCartoError
    assert "https://login.example.com" in error.messages[0]
    assert KEY not in str(error)


def test_secrets_are_hidden_everywhere() -> None:
    escaped = "".join(f"\\u{ord(character):04x}" for character in KEY)
    body = f'{{"error":["bad key {KEY}","{escaped}"],"detail":"{KEY}","hint":"{KEY}"}}'.encode()
    error = api_error(
        status_code=401,
        headers={"X-Request-Id": KEY, "X-Echo": KEY},
        content=body,
        method="GET",
        path=f"/api/{KEY}?q=SELECT",
        secrets=[KEY[:4], KEY, ""],
    )
    texts = (str(error), repr(error), repr(error.__dict__), error.content.decode())
    assert not any(KEY in text or "SELECT" in text for text in texts)
    assert error.messages == ("bad key ***", "***")


KEYS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=6, max_size=40).filter(
    lambda key: key not in "*" * 40
)


@given(KEYS, st.lists(KEYS, max_size=2), st.text(), st.text(), st.sampled_from([400, 401, 404, 429, 500, 502, 302]))
def test_no_secret_is_left_in_any_answer(key: str, others: list[str], before: str, after: str, status: int) -> None:
    told = f"{before}{key}{after}{key}"
    secrets = [key, *others]
    error = api_error(
        status_code=status,
        headers=JSON | {"X-Request-Id": key, "Location": f"https://{key}@example.com/{key}?{key}"},
        content=json.dumps({"error": [told], "detail": told, "hint": told}, ensure_ascii=False).encode(
            "utf-8", "replace"
        ),
        method="GET",
        path=f"/x/{key}?q={key}",
        secrets=secrets,
    )
    texts = [str(error), *error.messages, error.detail or "", error.hint or "", error.path, *error.headers.values()]
    # Stars and their neighbours can look like a key of stars only; the filter above leaves those out.
    assert not [text for text in texts if key in text.replace("***", "")]


@given(KEYS, st.text())
def test_short_words_are_no_secrets(key: str, text: str) -> None:
    assert without_secrets(text, [key[:5]]) == text
    assert without_secrets(text + key + text, [key]).count("***") >= 1


SAMPLES = [
    answer(400, {"error": ["a"], "detail": "d", "hint": "h"}, {"X-Request-Id": "r"}),
    answer(429, LIMIT | {"detail": "rate-limit"}, {"Retry-After": "6"}),
    answer(404, HTML_404),
    errors.ConfigurationError("no"),
    errors.ConnectionFailedError("gone"),
    errors.CartoTimeoutError("slow"),
    errors.DownloadError("short"),
    errors.JobError("id-1", "text"),
    errors.JobFailedError("id-1", reason="division by zero"),
    errors.ImportFailedError("id-1", code=2003, title="Malformed CSV", text="Look <b>here</b>"),
    errors.JobCancelledError("id-1"),
    errors.JobTimeoutError("id-1", group="batch", seconds=2.5, state="running"),
]


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_errors_travel_whole(error: CartoError) -> None:
    assert isinstance(error, CartoError)
    error.add_note("seen on the way")
    travelled: list[Any] = [pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)]
    for other in travelled:
        assert type(other) is type(error)
        assert other.args == error.args
        assert str(other) == str(error)
        assert other.__dict__ == error.__dict__
        assert getattr(other, "retry_after", None) == getattr(error, "retry_after", None)


@pytest.mark.parametrize("name", [name for name in vars(errors) if name.endswith("Error")])
def test_every_error_is_drawn_in_the_tree(name: str) -> None:
    assert f" {name} " in f"{errors.__doc__}".replace("\n", " ")
    assert issubclass(getattr(errors, name), CartoError)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (errors.CartoTimeoutError, TimeoutError),
        (errors.JobTimeoutError, TimeoutError),
        (errors.ConfigurationError, ValueError),
        (errors.InvalidArgumentError, ValueError),
    ],
)
def test_builtin_bases(error: type[CartoError], builtin: type[Exception]) -> None:
    assert issubclass(error, builtin)


def test_failed_import_reads_as_text() -> None:
    text = '<p>Your file&#39;s rows <a href="http://x.example/?a=1">differ</a>.<br>Fix &lt;row 3&gt; if a < b</p>'
    error = errors.ImportFailedError("id-1", 2003, "Malformed CSV", text)
    assert error.text == "Your file's rows differ. Fix <row 3> if a < b"
    assert str(error) == f"Job id-1 failed: error code 2003: Malformed CSV: {error.text}"
    assert (error.job_id, error.code, error.title) == ("id-1", 2003, "Malformed CSV")
    assert str(errors.ImportFailedError("id-1", 1010)) == "Job id-1 failed: error code 1010"
    assert str(errors.ImportFailedError("id-1")) == "Job id-1 failed: the server gave no reason"


def test_a_timeout_says_how_to_go_on() -> None:
    error = errors.JobTimeoutError("id-1", group="imports", seconds=2.5, state="running")
    assert all(part in str(error) for part in ("2.5 seconds", "running", "continues", "carto.imports.job('id-1')"))
    assert (error.job_id, error.seconds, error.state) == ("id-1", 2.5, "running")


def test_secrets_of_errors_that_are_their_own_causes_are_removed() -> None:
    """As of an error that was raised a second time; walking from cause to cause would never end."""
    first, second = ValueError(f"no number: {KEY}"), json.JSONDecodeError("Expecting value", f'{{"a": {KEY}', 6)
    first.__cause__, second.__cause__ = second, first
    redact_causes(first, [KEY])
    assert str(first) == "no number: ***"
    assert second.doc == '{"a": ***'
