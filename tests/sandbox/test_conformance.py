"""The sandbox's checks against the spec: violations in requests and answers, and their consequences."""

import asyncio
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from carto_sandbox import Account, Sandbox
from carto_sandbox.conformance import spec_file
from carto_sandbox.conformance.conformance import Conformance, ConformanceMiddleware
from carto_sandbox.conformance.spec_routes import SpecRoutes

ROOT = Path(__file__).parents[2]
JOB = {
    "job_id": "1",
    "user": "me",
    "query": "SELECT 1",
    "status": "done",
    "created_at": "2026-01-01T00:00:00.000Z",
    "updated_at": "2026-01-01T00:00:00.000Z",
}
RESULT = {"rows": [], "time": 0.1, "fields": {}, "total_rows": 0}
READ_JOB = "/user/me/api/v2/sql/job/1"
LARGE = " " * 1024 * 1024


def exchange(answer: Response, conformance: Conformance, method: str, url: str, **request: Any) -> httpx.Response:
    """One request to an application that reads its body and always gives this answer."""

    async def respond(request: Request) -> Response:
        await request.body()
        return answer

    methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS"]
    app = ConformanceMiddleware(Starlette(routes=[Route("/{path:path}", respond, methods=methods)]), conformance)

    async def send() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
            return await client.request(method, url, **request)

    return asyncio.run(send())


def json_in_pieces(text: str) -> Response:
    async def pieces() -> AsyncIterator[str]:
        for letter in text:
            yield letter

    return StreamingResponse(pieces(), media_type="application/json")


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (JSONResponse(JOB, 299), "status 299 is not described"),
        (Response("<html>", 200, media_type="text/html"), "status 200 is not described with content type text/html"),
        (Response("", 200), "status 200 is not described with content type none"),
        (JSONResponse({**JOB, "status": 5}), "status: 5 is not of type 'string'"),
        (JSONResponse({"job_id": "1"}), "body: 'user' is a required property"),
        (Response("{", media_type="application/json"), "body: is not JSON"),
        (JSONResponse({"error": "text"}, 400), "error: 'text' is not of type 'array'"),
    ],
)
def test_answers_that_the_spec_does_not_describe(answer: Response, what: str) -> None:
    strict, lenient = Conformance(strict=True), Conformance()
    refused = exchange(answer, strict, "GET", READ_JOB)
    assert refused.status_code == 500
    assert f"batch_read: GET {READ_JOB} -> {answer.status_code}: {what}" in refused.text
    assert exchange(answer, lenient, "GET", READ_JOB).content == answer.body
    for conformance in (strict, lenient):
        assert conformance.answer_violations[0].what.startswith(what)
        assert conformance.answer_violations[0].operation == "batch_read"


@pytest.mark.parametrize(
    ("answer", "method", "path"),
    [
        (JSONResponse(JOB), "GET", READ_JOB),
        (JSONResponse(JOB, 201), "POST", "/user/me/api/v2/sql/job"),
        (JSONResponse(JOB), "GET", "/u/me/api/v1/sql/job/1/"),  # any version, any prefix, with and without a slash
        (JSONResponse({"error": ["no"], "more": 1}, 400), "GET", READ_JOB),
        (Response(status_code=401), "GET", "/api/v1/viz/1"),
        (Response(status_code=204), "DELETE", "/api/v1/viz/1"),
        (Response("<html>", 404, media_type="text/html"), "GET", "/api/v2/nothing"),
        (Response("", 200), "OPTIONS", "/api/v2/sql"),
        (JSONResponse(RESULT), "GET", "/api/v2/sql"),
        (Response("a,\r\n1\r\n", media_type="text/csv"), "GET", "/api/v2/sql?q=&format=csv"),  # described with a slash
        (JSONResponse(RESULT), "PUT", "/api/v2/sql"),
        (Response("f({})", media_type="text/javascript"), "GET", READ_JOB + "?callback=f"),
        (Response(f'{{"job_id":{LARGE}', media_type="application/json"), "GET", READ_JOB),
        (json_in_pieces('{"rows":[],"time":1,"fields":{},"total_rows":0}'), "GET", "/api/v2/sql"),
    ],
)
def test_answers_as_they_should_be(answer: Response, method: str, path: str) -> None:
    conformance = Conformance(strict=True)
    assert exchange(answer, conformance, method, path).status_code == answer.status_code
    assert conformance.answer_violations == []


def test_an_operation_that_the_spec_does_not_have() -> None:
    conformance = Conformance(strict=True)
    assert exchange(JSONResponse({}), conformance, "GET", "/api/v1/secret").status_code == 500
    [violation] = conformance.answer_violations
    assert str(violation) == "no operation: GET /api/v1/secret -> 200: the spec has no such operation"


def test_a_streamed_answer_is_looked_at_when_it_is_over() -> None:
    conformance = Conformance(strict=True)
    text = '{"rows":[],"time":1,"fields":{},"total_rows":"0"}'
    for _ in range(2):
        assert exchange(json_in_pieces(text), conformance, "GET", "/api/v2/sql").text == text
    assert [violation.operation for violation in conformance.answer_violations] == ["sql_query_get"]


@pytest.mark.parametrize(
    ("method", "path", "request_", "what"),
    [
        ("GET", "/api/v2/sql?q=SELECT+1&rows_per_page=5&page=0", {}, None),
        ("GET", "/api/v2/sql?q=SELECT+1&api_key=k&client=c", {}, None),
        ("GET", "/api/v2/sql", {}, "query q: is required"),
        ("GET", "/api/v2/sql?q=1&page=x", {}, "query page: 'x' is not of type 'integer'"),
        ("GET", "/api/v2/sql?q=1&rows=5", {}, "query rows: the operation has no such parameter"),
        ("GET", "/api/v2/sql?q=", {}, "query q: '' should be non-empty"),
        ("POST", "/api/v2/sql", {"json": {"q": "SELECT 1", "page": 1}}, None),
        ("POST", "/api/v2/sql", {"data": {"q": "SELECT 1", "page": "1"}}, None),
        ("POST", "/api/v2/sql?q=SELECT+1", {}, None),
        ("POST", "/api/v2/sql", {"json": {"q": 5}}, "q: 5 is not of type 'string'"),
        ("POST", "/api/v2/sql", {"data": {"q": "SELECT 1", "page": "x"}}, "page: 'x' is not of type 'integer'"),
        ("POST", "/api/v2/sql", {"content": "{", "headers": {"content-type": "application/json"}}, "body: is not JSON"),
        ("POST", "/api/v2/sql", {"content": "q"}, "body: the operation takes no body without content type"),
        ("POST", "/api/v2/sql", {}, "body: is required"),
        ("POST", "/api/v2/sql/copyfrom?q=COPY", {"content": "1"}, None),
        ("POST", "/api/v1/imports", {"files": {"file": b"a"}, "data": {"privacy": "public"}}, None),
        ("POST", "/api/v1/imports", {"json": {"url": "http://example.com"}}, None),
    ],
)
def test_requests(method: str, path: str, request_: dict[str, Any], what: str | None) -> None:
    """The answer is CARTO's in any case; here one that fits none of the operations, which is another matter."""
    conformance = Conformance()
    assert exchange(JSONResponse({}, 400), conformance, method, path, **request_).status_code == 400
    found = [violation.what for violation in conformance.request_violations]
    assert conformance.request_violation_count == len(found) == (what is not None)
    if what is not None:
        assert what in found[0]


def test_a_running_sandbox_counts(account: Account, sandbox: Sandbox) -> None:
    conformance = sandbox.conformance
    asked, answered = conformance.request_violation_count, conformance.answered["sql_query", 400]
    wrong = httpx.post(f"{account.base_url}/api/v2/sql", json={"q": 5})
    assert (wrong.status_code, wrong.json()) == (400, {"error": ["You must indicate a sql query"]})
    assert conformance.request_violation_count == asked + 1
    assert conformance.request_violations[-1].what == "q: 5 is not of type 'string'"
    assert conformance.answered["sql_query", 400] == answered + 1
    assert sandbox.violations == []


def test_every_operation_is_found_by_its_own_path() -> None:
    spec = spec_file.load_spec()
    routes = SpecRoutes(spec)
    for path, item in spec.document["paths"].items():
        for method in {"get", "put", "post", "delete", "patch"} & set(item):
            found = [match.operation.id for match in routes.match(method.upper(), path)]
            assert item[method]["operationId"] in found
            twins = [other for other in spec.document["paths"] if other.rstrip("/") == path.rstrip("/")]
            assert len(found) <= len(twins), f"{method} {path} may also be {found}"


def test_the_wheel_has_the_spec_where_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "spec/openapi.yaml" in build["only-include"]
    assert build["sources"]["spec"] == "carto_sandbox"
    assert spec_file.find_spec() == ROOT / "spec" / "openapi.yaml"
    monkeypatch.setattr(spec_file.resources, "files", lambda package: tmp_path / package)
    installed = tmp_path / "carto_sandbox" / "openapi.yaml"
    installed.parent.mkdir()
    installed.touch()
    assert spec_file.find_spec() == installed
    installed.unlink()
    monkeypatch.setattr(spec_file, "__file__", str(tmp_path / "carto_sandbox" / "spec_file.py"))
    with pytest.raises(spec_file.SpecMissingError, match=r"install carto-client\[sandbox\] again"):
        spec_file.find_spec()
