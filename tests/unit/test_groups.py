"""Every tag of the spec is a group of both clients; every operation has one verb, and is a function."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest
import yaml

from carto_ext import AsyncCarto, Carto

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec" / "openapi.yaml"
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
#: Operations without a method of their own: the verb that does the job, and why.
LEFT_OUT: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "scripts" / "generator" / "config.yaml").read_text())[
    "left_out"
]


@pytest.fixture(scope="module")
def clients() -> Iterator[tuple[Carto, AsyncCarto]]:
    with Carto("https://me.carto.com") as carto:
        aio_carto = AsyncCarto("https://me.carto.com")
        yield carto, aio_carto
        asyncio.run(aio_carto.aclose())


def parameters_of(method: Any) -> list[tuple[str, object, object]]:
    return [(p.name, p.kind, p.default) for p in inspect.signature(method).parameters.values()]


def follow(client: Carto | AsyncCarto, verb: str) -> Any:
    """The function of a verb such as `sql.query`, or `exports.job.save`: a method of what `job` returns."""
    group, *names = verb.split(".")
    found: Any = type(getattr(client, group))
    for name in names[:-1]:
        found = get_type_hints(getattr(found, name))["return"]
    return getattr(found, names[-1])


@pytest.mark.parametrize("tag", OPERATIONS)
def test_every_operation_has_one_verb_in_both_colours(clients: tuple[Carto, AsyncCarto], tag: str) -> None:
    group, twin = (getattr(client, tag) for client in clients)
    assert OPERATIONS[tag], "a tag without operations"
    for operation in OPERATIONS[tag]:
        name = operation.removeprefix(f"{tag}_")
        if operation in LEFT_OUT:
            assert not hasattr(group, name), f"{operation} has two verbs"
            assert not hasattr(twin, name), f"{operation} has two verbs"
            continue
        method, awaited = getattr(group, name), getattr(twin, name)
        assert parameters_of(method) == parameters_of(awaited), operation
        assert inspect.iscoroutinefunction(awaited), operation
        assert not inspect.iscoroutinefunction(method), operation


@pytest.mark.parametrize("operation", LEFT_OUT)
def test_what_is_left_out_has_a_verb_and_a_reason(clients: tuple[Carto, AsyncCarto], operation: str) -> None:
    assert operation in {name for names in OPERATIONS.values() for name in names}, "no such operation"
    assert LEFT_OUT[operation]["reason"]
    verb, awaited = (follow(client, LEFT_OUT[operation]["verb"]) for client in clients)
    assert inspect.iscoroutinefunction(awaited)
    assert not inspect.iscoroutinefunction(verb)
    if "cacheable" in LEFT_OUT[operation]:
        assert "cacheable" in inspect.signature(verb).parameters


@pytest.mark.parametrize("tag", OPERATIONS)
def test_every_operation_is_a_function(tag: str) -> None:
    for operation in OPERATIONS[tag]:
        module = import_module(f"carto_client.api.{tag}.{operation}")
        functions = {name for name, value in vars(module).items() if inspect.isfunction(value)}
        own = {name for name in functions if getattr(module, name).__module__ == module.__name__}
        assert own == {"_get_kwargs", "_parse_response", "asyncio", "sync"}
        assert parameters_of(module.sync) == parameters_of(module.asyncio)
        # The docstring stands in full once: in the method, or without one in the function.
        assert ("Returns:\n" in (inspect.getdoc(module.sync) or "")) is (operation in LEFT_OUT)


@pytest.mark.parametrize("tag", OPERATIONS)
def test_help_tells_everything_in_both_colours(clients: tuple[Carto, AsyncCarto], tag: str) -> None:
    group, twin = (getattr(client, tag) for client in clients)
    for operation in set(OPERATIONS[tag]) - set(LEFT_OUT):
        name = operation.removeprefix(f"{tag}_")
        told = inspect.getdoc(getattr(group, name)) or ""
        assert "Returns:\n" in told
        assert told == inspect.getdoc(getattr(twin, name))


@pytest.mark.parametrize("tag", OPERATIONS)
def test_a_group_is_made_once(clients: tuple[Carto, AsyncCarto], tag: str) -> None:
    for client in clients:
        assert getattr(client, tag) is getattr(client, tag)


def test_both_clients_have_the_same_groups() -> None:
    def groups(client: type) -> set[str]:
        return {name for name in dir(client) if not name.startswith("_")} - {"close", "aclose"}

    assert groups(Carto) == groups(AsyncCarto)
    assert set(OPERATIONS) <= groups(Carto)
