"""The groups: one typed method per operation, flattened, lazy, the same names in both colours."""

from __future__ import annotations

import asyncio
import inspect
import io
import subprocess
import sys
from typing import Any

import httpx
import pytest

THINGS = {"things": [], "total": 0}


def describe(method: Any) -> list[str]:
    parameters = list(inspect.signature(method).parameters.values())[1:]
    return [f"{'' if p.kind is p.POSITIONAL_OR_KEYWORD else '*'}{p.name}" for p in parameters]


def test_bodies_are_flattened_and_two_arguments_positional(ours: Any) -> None:
    group = ours.module("api.hazard").HazardApi
    assert describe(group.update) == ["thing_id", "id", "*name", "*tags", "*options"]
    assert describe(group.upload) == ["file", "*flag", "*note", "*free", "*count"]
    assert describe(group.list) == ["q", "*exact", "*format", "*from_", "*kinds", "*x_trace"]
    assert describe(group.stream) == ["q", "body"]
    assert describe(group.free) == ["body"]


def test_both_colours_have_the_same_methods(ours: Any) -> None:
    module = ours.module("api.hazard")
    assert module.__all__ == ("AsyncHazardApi", "HazardApi")
    for name, method in inspect.getmembers(module.HazardApi, inspect.isfunction):
        twin = getattr(module.AsyncHazardApi, name)
        assert inspect.signature(method) == inspect.signature(twin)
        assert method.__doc__ == twin.__doc__
        assert inspect.iscoroutinefunction(twin) is (name != "__init__")


def test_methods_send_what_was_passed(ours: Any) -> None:
    client = ours.client()
    options = ours.module("models.options").Options(deep=True)
    group = ours.module("api.hazard").HazardApi(client)
    assert group._client is client
    assert group.update("t/1", "1", tags=["a"], options=options).ok
    assert ours.sent.method == "PUT"
    assert ours.sent.url.raw_path == b"/things/t%2F1"
    assert ours.sent.content == b'{"id":"1","tags":["a"],"options":{"deep":true}}'
    assert group.free({"any": None}) == {"ok": True}
    assert ours.sent.content == b'{"any":null}'


def test_async_methods_are_awaited(ours: Any) -> None:
    group = ours.module("api.hazard").AsyncHazardApi(ours.client(httpx.Response(200, json=THINGS)))
    assert asyncio.run(group.list("q", exact=True, format="csv", from_="f")).total == 0
    assert ours.sent.url.query == b"q=q&exact=true&format=csv&from=f"
    deletes = ours.module("api.hazard").AsyncHazardApi(ours.client(httpx.Response(204)))
    assert asyncio.run(deletes.delete("1")) is None
    uploads = ours.module("api.hazard").AsyncHazardApi(ours.client())
    file = ours.module("types").File(payload=io.BytesIO(b"x"), file_name="x.csv")
    assert asyncio.run(uploads.upload(file, flag=True)).ok


@pytest.mark.parametrize("arguments", [{"id": ""}, {"id": "1", "name": " "}])
def test_blank_fields_are_refused(ours: Any, arguments: dict[str, str]) -> None:
    group = ours.module("api.hazard").HazardApi(ours.client())
    before = len(ours.requests)
    with pytest.raises(ours.module("errors").InvalidArgumentError, match=f"`{list(arguments)[-1]}` must not be blank"):
        group.update("1", **arguments)
    assert len(ours.requests) == before


def test_docstrings_come_from_the_spec(ours: Any) -> None:
    text = inspect.getdoc(ours.module("api.hazard").HazardApi.update) or ""
    assert text.startswith("Change a thing.\n\nEvery field that is not passed stays.\n\n- one\n- two\n\nArgs:\n")
    assert "    thing_id (str): The thing's id.\n" in text
    assert "    name (str | Unset): The new name.\n" in text
    assert "Returns:\n    Done: It is done.\n" in text
    assert "errors.ResponseError" in text


def test_importing_a_group_imports_no_endpoint(ours: Any) -> None:
    code = (
        f"import sys, {ours.name}.api.hazard as group; names = [n for n in sys.modules if n.startswith({ours.name!r})];"
        "print([n for n in names if '.models.' in n or '.hazard_' in n])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ours.folder.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
