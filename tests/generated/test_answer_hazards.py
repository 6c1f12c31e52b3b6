"""Hazards of the stock generator with answers: each is shown, and shown to be fixed in our client."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
import subprocess
import sys
from typing import Any

import httpx
import pytest

HTML = httpx.Response(
    200, html="<html><title>Sign in</title><body>Welcome /map?q=SELECT+1&api_key=s3cret</body></html>"
)
THINGS = {"things": [{"id": "1", "kind": "red"}], "total": 1, "later": {"x": [1]}}


def list_things(package: Any, answer: httpx.Response) -> Any:
    return package.endpoint("list").sync(client=package.client(answer), q="secret words")


@pytest.mark.parametrize("status", [300, 400, 401, 404, 500, 502, 520, 561, 599])
def test_error_statuses_are_raised(ours: Any, status: int) -> None:
    with pytest.raises(ours.module("errors").ResponseError) as caught:
        list_things(ours, httpx.Response(status, headers={"x-request-id": "r1"}, content=b"why"))
    assert (caught.value.status_code, caught.value.content) == (status, b"why")
    assert caught.value.headers["x-request-id"] == "r1"
    assert f"hazard_list: the server answered {status}" in str(caught.value)


def test_stock_returns_errors(stock: Any) -> None:
    failure = list_things(stock, httpx.Response(404, json={"error": ["no"]}))
    assert type(failure).__name__ == "Failure", "upstream fixed this: errors are raised"
    assert list_things(stock, httpx.Response(503)) is None, "upstream fixed this: undocumented statuses raise"
    with stock.still_raises(json.JSONDecodeError, "bodies that are not JSON are handled"):
        list_things(stock, httpx.Response(400, html="<html>Bad gateway</html>"))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "its body is empty"),
        (b"not json", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"{}", "the field 'things' is missing"),
        (b'{"things": []}', "the field 'total' is missing"),
        (b"[]", "another type"),
        (b"null", "another type"),
        (b'"text"', "another type"),
        (b'{"things": null, "total": 1}', "another type"),
        (b'{"things": "abc", "total": 1}', "another type"),
        (b'{"things": {"id": "1"}, "total": 1}', "another type"),
        (b'{"things": [null], "total": 1}', "another type"),
        (b'{"things": [[]], "total": 1}', "another type"),
        (b'{"things": [], "total": 1, "names": null}', "another type"),
    ],
)
def test_bodies_of_another_shape_are_unexpected(ours: Any, body: bytes, reason: str) -> None:
    answer = httpx.Response(200, headers={"content-type": "application/json"}, content=body)
    with pytest.raises(ours.module("errors").UnexpectedResponseError, match=reason) as caught:
        list_things(ours, answer)
    assert caught.value.status_code == 200
    assert caught.value.content == body
    assert caught.value.__cause__ is not None
    assert len(str(caught.value)) < 300


def test_bare_lists_are_checked(ours: Any) -> None:
    assert ours.endpoint("names").sync(client=ours.client(httpx.Response(200, json=["a"]))) == ["a"]
    with pytest.raises(ours.module("errors").UnexpectedResponseError):
        ours.endpoint("names").sync(client=ours.client(httpx.Response(200, json={"a": 1})))


def test_html_success_is_unexpected_and_shows_no_secret(ours: Any) -> None:
    unexpected = ours.module("errors").UnexpectedResponseError
    with pytest.raises(unexpected, match="it is text/html where JSON belongs; check the base URL") as caught:
        list_things(ours, HTML)
    message = str(caught.value)
    assert "Sign in" in message
    for secret in ("s3cret", "SELECT", "secret words", "hazard.test", "<title>"):
        assert secret not in message
    with pytest.raises(unexpected, match="where a file belongs"):
        ours.endpoint("download").sync(client=ours.client(HTML))


@pytest.mark.parametrize(
    "body",
    [
        b'{"api_key": "s3cret"}',
        b"Authorization: Basic s3cret",
        b"see https://h.test/u/s3cret",
        b"GET /x?s3cret",
        b"token=s3cret",
        b'[{"name": "k", "token":"s3cret"}]',
    ],
)
def test_excerpts_are_redacted(ours: Any, body: bytes) -> None:
    with pytest.raises(ours.module("errors").UnexpectedResponseError) as caught:
        list_things(ours, httpx.Response(200, content=body))
    assert "s3cret" not in str(caught.value)


def test_undocumented_success_is_unexpected(ours: Any) -> None:
    with pytest.raises(ours.module("errors").UnexpectedResponseError, match="does not describe that status"):
        list_things(ours, httpx.Response(202, json=THINGS))


def test_no_content_is_none(ours: Any) -> None:
    assert ours.endpoint("delete").sync("1", client=ours.client(httpx.Response(204))) is None
    assert asyncio.run(ours.endpoint("delete").asyncio("1", client=ours.client(httpx.Response(204)))) is None
    with pytest.raises(ours.module("errors").ResponseError):
        ours.endpoint("delete").sync("1", client=ours.client(httpx.Response(404)))


def test_stock_cannot_read_a_file_that_is_json(stock: Any) -> None:
    with stock.still_raises(TypeError, "files of documented JSON types are bytes"):
        stock.endpoint("download").sync(client=stock.client(httpx.Response(200, json={"type": "FeatureCollection"})))


def test_files_are_bytes_of_every_type(ours: Any) -> None:
    answer = httpx.Response(200, headers={"content-type": "text/csv"}, content=b"\xe9,1\n")
    file = ours.endpoint("download").sync(client=ours.client(answer))
    assert file.payload.read() == b"\xe9,1\n"
    assert file.mime_type == "text/csv"


def test_files_can_be_streamed_with_the_same_arguments(ours: Any) -> None:
    """The parsed call holds a file in memory; `_get_kwargs` lets a caller stream it."""
    client = ours.client(httpx.Response(200, content=b"abc"))
    with client.get_httpx_client().stream(**ours.endpoint("download")._get_kwargs()) as response:
        assert b"".join(response.iter_bytes()) == b"abc"


@pytest.mark.parametrize("field", ["enumerated", "referred", "typed"])
def test_stock_loses_null_of_these_shapes(stock: Any, field: str) -> None:
    """Why the spec writes a nullable reference as a choice of two, and why no enum reaches the generator."""
    model = stock.module("models.nullables").Nullables
    with stock.still_raises((TypeError, ValueError), "the spec convention may be loosened"):
        model.from_dict({field: None})


def test_null_of_the_conventional_shape_is_kept(ours: Any) -> None:
    model = ours.module("models.nullables").Nullables
    assert model.from_dict({"conventional": None}).conventional is None
    assert model.from_dict({"conventional": None}).to_dict() == {"conventional": None}
    assert model.from_dict({"conventional": {"a": "b"}}).conventional.a == "b"


def test_stock_returns_unparsed_nullable_models(stock: Any) -> None:
    parsed = stock.module("models.nullables").Nullables.from_dict({"conventional": "text"})
    assert parsed.conventional == "text", "upstream fixed this: drop patch nullable-model-errors"


def test_nullable_models_are_checked(ours: Any) -> None:
    parse = ours.module("models.nullables").Nullables.from_dict
    wrong_argument = ours.module("errors").InvalidArgumentError
    for wrong in ({"conventional": "text"}, {"listed": "text"}, {"listed": [None]}):
        with pytest.raises(wrong_argument, match="wrong type"):
            parse(wrong)
    with pytest.raises(wrong_argument, match="lacks the field 'id'"):
        parse({"listed": [{}]})
    assert parse({"listed": None}).listed is None
    assert parse({"listed": [{"id": "1"}]}).listed[0].id == "1"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"things": [{"id": "1", "kind": "blue"}], "total": 1}, ValueError),
        ({"things": None, "total": 1}, TypeError),
        ({"things": [None], "total": 1}, TypeError),
        ({"things": []}, KeyError),
    ],
)
def test_stock_stumbles_over_what_the_conventions_avoid(stock: Any, body: Any, error: type[Exception]) -> None:
    """Unknown enum value, null in an object or list, missing field: why the spec promises so little."""
    with stock.still_raises(error, "the spec convention may be loosened"):
        list_things(stock, httpx.Response(200, json=body))


def test_a_word_that_the_spec_does_not_list_is_text_all_the_same(ours: Any) -> None:
    body = {"things": [{"id": "1", "kind": "blue"}], "total": 1}
    assert list_things(ours, httpx.Response(200, json=body)).to_dict() == body


def test_stock_takes_an_array_for_an_object(stock: Any) -> None:
    assert stock.module("models.options").Options.from_dict([]) is not None, (
        "upstream fixed this: drop model-from-object"
    )


def test_unknown_fields_make_the_round_trip(ours: Any) -> None:
    things = list_things(ours, httpx.Response(200, json=THINGS))
    assert things["later"] == {"x": [1]}
    assert things.to_dict() == THINGS
    assert pickle.loads(pickle.dumps(things)) == things


def test_errors_survive_pickle_and_copy(ours: Any) -> None:
    errors = ours.module("errors")

    class Detailed(errors.ResponseError):  # type: ignore[misc, name-defined]
        def __init__(self, *, hint: str) -> None:
            super().__init__("m", status_code=400, headers={}, content=b"")
            self.hint = hint

    with pytest.raises(errors.UnexpectedResponseError) as caught:
        list_things(ours, HTML)
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert (again.status_code, again.content) == (200, HTML.content)
    assert dict(again.headers) == dict(caught.value.headers)
    assert copy.copy(Detailed(hint="h")).hint == "h"
    assert issubclass(errors.InvalidArgumentError, ValueError)
    assert str(pickle.loads(pickle.dumps(errors.InvalidArgumentError("blank")))) == "blank"


def run_python(package: Any, code: str) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=package.folder.parent, capture_output=True, text=True, check=True)
    return done.stdout.strip()


COUNT = "print(sum(name.startswith(P + '.models.') for name in sys.modules))"


def test_stock_imports_every_model(stock: Any) -> None:
    found = run_python(stock, f"import sys; P = {stock.name!r}; import {stock.name}.models; {COUNT}")
    assert int(found) > 10, "upstream fixed this: drop our models_init"


def test_models_are_imported_when_asked_for(ours: Any) -> None:
    name = ours.name
    assert run_python(ours, f"import sys; P = {name!r}; import {name}.models; {COUNT}") == "0"
    assert run_python(ours, f"import sys; P = {name!r}; from {name}.models import Done; {COUNT}") == "1"
    models = ours.module("models")
    assert set(models.__all__) <= set(dir(models))
    with pytest.raises(AttributeError, match="Nothing"):
        _ = models.Nothing
