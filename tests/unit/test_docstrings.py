"""Docstrings of what users call: sections in Google's style, which a reference and an editor show as tables."""

import ast
import inspect
from collections.abc import Iterator
from typing import Any

import griffe
import pytest

import carto_ext
import carto_ext.dask
import carto_ext.errors
import carto_ext.frames
import carto_ext.settings
import carto_ext.tiles
import carto_pytest
import carto_sandbox
from carto_ext._async import batch, client, datasets, exports, imports, lists, maps, poller, sql, synchronizations
from carto_ext._async._transfer import download
from carto_ext._async.frames import group, loading, reading
from carto_ext._shared import forms
from carto_ext._sync.client import Carto

# Modules whose functions users call, and those whose classes they meet.
FUNCTIONS = (carto_ext.dask, carto_ext.tiles)
CLASSES = (
    client, sql, batch, imports, datasets, synchronizations, exports, maps, lists, poller, download, group, loading,
    reading, forms, carto_ext.settings, carto_ext.retries, carto_ext.errors, carto_ext.frames,
)  # fmt: skip
# Used by the groups only.
INTERNAL = {"of_account"}


def described(owner: Any, name: str) -> griffe.Docstring:
    return griffe.Docstring(inspect.getdoc(getattr(owner, name)) or "", parser="google")


def own(owner: Any) -> Iterator[str]:
    """The public functions and methods that are written in this module or class."""
    for name, value in vars(owner).items():
        function = inspect.unwrap(value.__func__ if isinstance(value, classmethod) else value)
        at_home = getattr(function, "__module__", "") == (getattr(owner, "__module__", None) or owner.__name__)
        if not name.startswith("_") and inspect.isfunction(function) and at_home and name not in INTERNAL:
            yield name


def classes(module: Any) -> list[type]:
    found = [one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == module.__name__]
    return [one for one in found if not one.__name__.startswith("_")]


OWNERS = [*(one for module in CLASSES for one in classes(module)), carto_sandbox.Sandbox]
METHODS = [(owner, name) for owner in (*FUNCTIONS, *OWNERS) for name in own(owner)]


def sections(owner: Any, name: str) -> dict[str, Any]:
    return {section.kind.value: section for section in described(owner, name).parse(warnings=False)}


@pytest.mark.parametrize(("owner", "name"), METHODS, ids=[f"{one.__name__}.{name}" for one, name in METHODS])
def test_a_public_function_has_sections(owner: Any, name: str) -> None:
    """Args for each parameter, in any order, and Returns unless there is nothing to return."""
    function = getattr(owner, name)
    found = sections(owner, name)
    assert "text" in found, "no summary"
    parameters = [one for one in inspect.signature(function).parameters.values() if one.name not in ("self", "_")]
    names = {f"{'**' if one.kind is one.VAR_KEYWORD else ''}{one.name}" for one in parameters}
    told = {one.name for one in found["parameters"].value} if "parameters" in found else set()
    assert told == names
    if str(inspect.signature(function).return_annotation) not in ("None", "<class 'NoneType'>", "bool", "Iterator"):
        assert {"returns", "yields"} & set(found) or not names, "no Returns"


@pytest.mark.parametrize("owner", OWNERS, ids=lambda one: one.__name__)
def test_a_public_class_and_its_properties_are_described(owner: type) -> None:
    assert owner.__doc__
    properties = [name for name, value in vars(owner).items() if isinstance(value, property) and name[0] != "_"]
    assert [name for name in properties if not getattr(owner, name).__doc__] == []


@pytest.mark.parametrize(
    "owner", [one for one in OWNERS if hasattr(one, "__required_keys__")], ids=lambda one: one.__name__
)
def test_each_option_is_described(owner: type) -> None:
    parsed = griffe.Docstring(inspect.cleandoc(owner.__doc__ or ""), parser="google").parse()
    told = {entry.name for section in parsed if section.kind.value == "attributes" for entry in section.value}
    assert told == set(owner.__annotations__)


@pytest.mark.parametrize("fixture", ["carto_sandbox", "carto"])
def test_the_fixtures_are_described(fixture: str) -> None:
    assert "Yields:" in (getattr(carto_pytest, fixture).__doc__ or "")


def test_the_twins_show_their_own_names() -> None:
    """scripts/unasync makes the synchronous docstrings, with their examples."""
    text = inspect.getdoc(Carto) or ""
    assert "with Carto(" in text
    assert "async" not in text.replace("async twin", "")
    assert "await" not in text


def test_examples_are_python() -> None:
    """Each example compiles, as it stands in an async function."""
    wrong = []
    for owner, name in METHODS:
        for section in described(owner, name).parse(warnings=False):
            if section.kind.value == "admonition" and section.value.kind in ("example", "examples"):
                code = "\n".join(f"    {line}" for line in str(section.value.contents).splitlines())
                try:
                    ast.parse(f"async def example():\n{code}\n")
                except SyntaxError as error:
                    wrong.append(f"{owner.__name__}.{name}: {error}")
    assert wrong == []
