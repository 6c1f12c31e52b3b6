"""Hazards of the stock generator with requests: each is shown, and shown to be fixed in our client.

Where a `stock` half fails, upstream has fixed the hazard: drop the patch that the message names.
"""

from __future__ import annotations

import asyncio
import copy
import io
import pickle
from pathlib import Path
from typing import Any

import httpx
import pytest

from carto_client.api.maps import maps_tile

HAZARDS = Path(__file__).parent / "hazards.yaml"


def make_upload(package: Any, **fields: Any) -> Any:
    file = package.module("types").File(
        payload=io.BytesIO(b"a,b\n--+++\n1,2\n"), file_name="t.csv", mime_type="text/csv"
    )
    return package.module("models.upload_request").UploadRequest(file=file, **fields)


def upload(package: Any, **fields: Any) -> bytes:
    package.endpoint("upload").sync(client=package.client(), body=make_upload(package, **fields))
    content: bytes = package.sent.content
    return content


def test_stock_boundary_is_a_constant(stock: Any) -> None:
    upload(stock)
    assert stock.sent.headers["content-type"].endswith("boundary=+++"), (
        "upstream fixed this: drop endpoint_module's branch"
    )


def test_boundary_is_random(ours: Any) -> None:
    upload(ours)
    first = ours.sent.headers["content-type"]
    body = upload(ours)
    second = ours.sent.headers["content-type"]
    boundary = second.partition("boundary=")[2].encode()
    assert first != second
    assert body.count(boundary) == 2, "the file's own lines end no part"
    assert len(boundary) >= 16


def test_stock_form_booleans_are_capitalised(stock: Any) -> None:
    assert b"\r\n\r\nFalse\r\n" in upload(stock, flag=False), "upstream fixed this: drop patch multipart-boolean"


@pytest.mark.parametrize("value", [True, False])
def test_form_booleans_are_lower_case(ours: Any, value: bool) -> None:
    text = b"true" if value else b"false"
    assert b'name="flag"\r\nContent-Type: text/plain\r\n\r\n' + text + b"\r\n" in upload(ours, flag=value)
    assert b'name="free"\r\nContent-Type: text/plain\r\n\r\n' + text + b"\r\n" in upload(ours, free=value)


def test_stock_sends_null_as_text(stock: Any) -> None:
    assert b"\r\n\r\nNone\r\n" in upload(stock, note=None), "upstream fixed this: drop patch multipart-value"


def test_null_is_not_sent(ours: Any) -> None:
    body = upload(ours, note=None, free=None)
    assert b"None" not in body
    assert b'name="note"' not in body
    assert b'name="note"' in upload(ours, note="kept")


def test_additional_form_fields_are_text_too(ours: Any) -> None:
    body = make_upload(ours)
    body["extra"], body["nothing"] = True, None
    ours.endpoint("upload").sync(client=ours.client(), body=body)
    assert b'name="extra"\r\nContent-Type: text/plain\r\n\r\ntrue\r\n' in ours.sent.content
    assert b"nothing" not in ours.sent.content


def test_a_form_around_a_streamed_file_needs_no_file(ours: Any) -> None:
    request = ours.module("models.upload_request").UploadRequest
    fields = request._form_fields(flag=True, note=None, free=False, count=3)
    assert fields == [("flag", "true"), ("free", "false"), ("count", "3")]
    assert request._form_fields() == []
    kwargs = ours.endpoint("upload")._get_kwargs()
    assert kwargs == {"method": "post", "url": "/upload", "headers": {}}


def test_a_body_of_any_size_may_come_later(ours: Any) -> None:
    kwargs = ours.endpoint("stream")._get_kwargs(q="1")
    assert (kwargs["url"], kwargs["params"]) == ("/stream", {"q": "1"})
    assert kwargs["headers"] == {"Content-Type": "application/octet-stream"}
    assert "content" not in kwargs
    with pytest.raises(TypeError, match="body"):
        ours.endpoint("stream").sync(client=ours.client(), q="1")


def test_stock_urlencoded_null_is_an_empty_field(stock: Any) -> None:
    body = stock.module("models.form_request").FormRequest(q="1", flag=True, note=None)
    stock.endpoint("form").sync(client=stock.client(), body=body)
    assert stock.sent.content == b"q=1&flag=true&note=", "upstream fixed this: drop patch form-without-null"


def test_urlencoded_null_is_left_out(ours: Any) -> None:
    body = ours.module("models.form_request").FormRequest(q="1", flag=True, note=None)
    ours.endpoint("form").sync(client=ours.client(), body=body)
    assert ours.sent.content == b"q=1&flag=true"
    assert ours.sent.headers["content-type"] == "application/x-www-form-urlencoded"


def test_stock_two_content_types_cannot_be_imported(stock: Any) -> None:
    with stock.still_raises(NameError, "the first-body rule in operations.prepare may go"):
        stock.endpoint("two_bodies")


def test_first_of_two_content_types_is_sent(ours: Any) -> None:
    body = ours.module("models.both_request").BothRequest(q="SELECT 1")
    assert ours.endpoint("two_bodies").sync(client=ours.client(), body=body).ok is True
    assert ours.sent.headers["content-type"] == "application/json"
    assert ours.sent.content == b'{"q":"SELECT 1"}'


def test_query_booleans_are_lower_case_and_lists_repeat(ours: Any) -> None:
    answer = httpx.Response(200, json={"things": [], "total": 0})
    ours.endpoint("list").sync(client=ours.client(answer), q="a b", exact=False, kinds=["x", "y"], x_trace="t")
    assert ours.sent.url.query == b"q=a+b&exact=false&kinds=x&kinds=y"
    assert ours.sent.headers["x-trace"] == "t"


def test_stock_confuses_a_list_with_one_of_its_name() -> None:
    from generator.pipeline import HERE
    from generator.raw_spec import load_spec
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData

    document = load_spec(HAZARDS)
    one = {"name": "token", "in": "query", "schema": {"type": "string"}}
    document["paths"]["/tokens"]["get"]["parameters"].append(one)
    config = Config.from_sources(ConfigFile(post_hooks=[]), MetaType.NONE, HAZARDS, "utf-8", True, HERE)
    parsed = GeneratorData.from_dict(document, config=config)
    assert isinstance(parsed, GeneratorData)
    (problem,) = parsed.endpoint_collections_by_tag["hazard"].parse_errors or [None]
    assert problem is not None, "upstream fixed this: drop name_list"
    assert "token" in str(problem.detail)


def test_list_with_brackets_gets_a_name_of_its_own(ours: Any) -> None:
    ours.endpoint("tokens").sync(client=ours.client(), tokens=["a", "b"])
    assert ours.sent.url.query == b"token%5B%5D=a&token%5B%5D=b"
    both = maps_tile._get_kwargs("t", 1, 2, 3, "png", auth_token="c", auth_tokens=["a", "b"])["params"]
    assert both == {"auth_token": "c", "auth_token[]": ["a", "b"]}


def test_stock_unset_loses_its_identity(stock: Any) -> None:
    unset = stock.module("types").UNSET
    assert copy.deepcopy(unset) is not unset, "upstream fixed this: drop patch unset-identity"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_unset_keeps_its_identity(ours: Any, protocol: int) -> None:
    unset = ours.module("types").UNSET
    assert pickle.loads(pickle.dumps(unset, protocol)) is unset
    assert copy.copy(unset) is unset
    options = ours.module("models.options").Options()
    assert copy.deepcopy(options).to_dict() == {}
    assert pickle.loads(pickle.dumps(options)) == options


def make_stream_body(package: Any) -> Any:
    return package.module("types").File(payload=io.BytesIO(b"x" * 200_000))


def test_stock_async_client_refuses_a_plain_file(stock: Any) -> None:
    call = stock.endpoint("stream").asyncio
    with stock.still_raises(RuntimeError, "drop read_chunks"):
        asyncio.run(call(client=stock.client(), body=make_stream_body(stock), q="1"))


def test_plain_file_is_sent_by_both_clients(ours: Any) -> None:
    endpoint = ours.endpoint("stream")
    assert endpoint.sync(client=ours.client(), body=make_stream_body(ours), q="1").ok
    assert len(ours.sent.content) == 200_000
    assert asyncio.run(endpoint.asyncio(client=ours.client(), body=make_stream_body(ours), q="1")).ok
    assert len(ours.sent.content) == 200_000


@pytest.mark.parametrize("blank", ["", " \n\t", None])
def test_blank_text_is_refused_before_sending(ours: Any, blank: Any) -> None:
    errors = ours.module("errors")
    before = len(ours.requests)
    with pytest.raises(
        errors.InvalidArgumentError, match=r"`q` must not be blank; nothing was sent\. Pass: The words to search"
    ):
        ours.endpoint("list").sync(client=ours.client(), q=blank)
    both = ours.module("models.both_request").BothRequest(q=blank)
    with pytest.raises(ValueError, match="`q` must not be blank"):
        ours.endpoint("two_bodies").sync(client=ours.client(), body=both)
    assert len(ours.requests) == before


@pytest.mark.parametrize("segment", ["", "  ", ".", ".."])
def test_path_segments_that_name_another_resource_are_refused(ours: Any, segment: str) -> None:
    with pytest.raises(ours.module("errors").InvalidArgumentError, match="thing_id"):
        ours.endpoint("delete")._get_kwargs(segment)


def test_path_segments_are_quoted(ours: Any) -> None:
    assert ours.endpoint("delete")._get_kwargs("a/b?c")["url"] == "/things/a%2Fb%3Fc"


def test_stock_client_never_times_out(stock: Any) -> None:
    client = stock.module("client").Client(base_url="http://hazard.test")
    with client as open_client:
        assert open_client.get_httpx_client().timeout == httpx.Timeout(None), "upstream fixed this: a default is set"


def test_stock_verification_is_ignored_with_a_transport(stock: Any) -> None:
    transport = httpx.HTTPTransport()
    arguments = {"transport": transport}
    with stock.module("client").Client(base_url="https://h.test", verify_ssl=False, httpx_args=arguments) as client:
        assert client.get_httpx_client()._transport is transport, "upstream fixed this: verify_ssl reaches transports"
        context = transport._pool._ssl_context
        assert context is not None
        assert context.check_hostname, "upstream fixed this: verify_ssl reaches transports"


def test_stock_builders_change_the_original(stock: Any) -> None:
    client = stock.client()
    client.with_headers({"x-changed": "1"})
    assert "x-changed" in client.get_httpx_client().headers, "upstream fixed this: with_headers copies"
