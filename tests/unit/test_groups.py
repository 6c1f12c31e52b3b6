"""Every tag of the spec is a group of both clients, and every operation a method of it."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from carto_ext import AsyncCarto, Carto

SPEC = Path(__file__).parents[2] / "spec" / "openapi.yaml"
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def read_operations() -> dict[str, list[str]]:
    """The operations of each tag, by their ids."""
    document = yaml.load(SPEC.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found: dict[str, list[str]] = {tag["name"]: [] for tag in document["tags"]}
    for item in document["paths"].values():
        for operation in (item[method] for method in METHODS & set(item)):
            found[operation["tags"][0]].append(operation["operationId"])
    return found


OPERATIONS = read_operations()


@pytest.fixture(scope="module")
def clients() -> Iterator[tuple[Carto, AsyncCarto]]:
    with Carto("https://me.carto.com") as carto:
        aio_carto = AsyncCarto("https://me.carto.com")
        yield carto, aio_carto
        asyncio.run(aio_carto.aclose())


def parameters_of(method: Any) -> list[tuple[str, object, object]]:
    return [(p.name, p.kind, p.default) for p in inspect.signature(method).parameters.values()]


@pytest.mark.parametrize("tag", OPERATIONS)
def test_every_operation_is_a_method_in_both_colours(clients: tuple[Carto, AsyncCarto], tag: str) -> None:
    group, twin = (getattr(client, tag) for client in clients)
    assert OPERATIONS[tag], "a tag without operations"
    for operation in OPERATIONS[tag]:
        name = operation.removeprefix(f"{tag}_")
        method, awaited = getattr(group, name), getattr(twin, name)
        assert parameters_of(method) == parameters_of(awaited), operation
        assert inspect.iscoroutinefunction(awaited), operation
        assert not inspect.iscoroutinefunction(method), operation


@pytest.mark.parametrize("tag", OPERATIONS)
def test_a_group_is_made_once(clients: tuple[Carto, AsyncCarto], tag: str) -> None:
    for client in clients:
        assert getattr(client, tag) is getattr(client, tag)


def test_both_clients_have_the_same_groups() -> None:
    def groups(client: type) -> set[str]:
        return {name for name in dir(client) if not name.startswith("_")} - {"close", "aclose"}

    assert groups(Carto) == groups(AsyncCarto)
    assert set(OPERATIONS) <= groups(Carto)
