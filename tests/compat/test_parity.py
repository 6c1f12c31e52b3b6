"""Everything that carto-python documents is there: modules, classes, signatures, Meta entries, attributes, fields."""

import ast
import importlib
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

INVENTORY = json.loads(Path(__file__).with_name("inventory.json").read_text(encoding="utf-8"))
CLASSES = [
    pytest.param(module.removeprefix("carto."), name, documented, id=f"{module}.{name}")
    for module, classes in INVENTORY.items()
    for name, documented in classes.items()
]
ADDED_LATER = {
    "api_keys": ["APIKey", "APIKeyManager", "TableGrant", "Grants"],
    "auth": ["NoAuthClient"],
    "do_dataset": ["DODataset", "DODatasetJob"],
    "do_subscription_info": ["DOSubscriptionInfo", "DOSubscriptionInfoManager"],
    "do_subscriptions": ["DOSubscription", "DOSubscriptionManager", "DOSubscriptionCreationManager"],
    "do_token": ["DoToken", "DoTokenManager"],
    "exceptions": ["CartoRateLimitException"],
    "kuvizs": ["Kuviz", "KuvizManager"],
    "synchronizations": ["Synchronization"],
    "utils": ["ResponseStream"],
}


def test_the_inventory_is_whole() -> None:
    assert len(INVENTORY) == 15
    assert len(CLASSES) == 37


def documented_parameters(text: str) -> list[str]:
    """`a, b=1, **c` as names, read by Python's own parser."""
    parsed = ast.parse(f"def f({text}): pass").body[0]
    assert isinstance(parsed, ast.FunctionDef)
    names = [argument.arg for argument in parsed.args.args]
    return names + [f"**{one.arg}" for one in [parsed.args.kwarg] if one]


def own_parameters(function: Any) -> Iterator[str]:
    for name, parameter in inspect.signature(function).parameters.items():
        if name != "self":
            yield f"**{name}" if parameter.kind is parameter.VAR_KEYWORD else name


def assert_takes(function: Any, text: str) -> None:
    wanted = documented_parameters(text)
    have = list(own_parameters(function))
    named = [name for name in wanted if not name.startswith("**")]
    assert [name for name in have if not name.startswith("**")][: len(named)] == named
    if len(named) < len(wanted):
        assert have[-1].startswith("**")


@pytest.mark.parametrize(("module", "name", "documented"), CLASSES)
def test_a_documented_class(module: str, name: str, documented: dict[str, Any]) -> None:
    found = getattr(importlib.import_module(f"carto_ext.compat.{module}"), name)
    if documented["init"]:
        assert_takes(found, documented["init"])
    for method, parameters in documented["methods"].items():
        assert_takes(getattr(found, method), parameters)
    for key, value in documented["meta"].items():
        if key != "collection_endpoint" or value != "None":
            assert getattr(found.Meta, key) == ast.literal_eval(value)
    for attribute in documented["attrs"].keys() | documented["field_docs"].keys() - {"CartoException"}:
        assert hasattr(found, attribute), attribute
    fields = ast.literal_eval(documented["attrs"].get("fields", "[]"))
    assert set(fields) <= set(found.fields if fields else [])


@pytest.mark.parametrize("module", ADDED_LATER)
def test_what_came_after_the_documentation(module: str) -> None:
    found = importlib.import_module(f"carto_ext.compat.{module}")
    for name in ADDED_LATER[module]:
        assert inspect.isclass(getattr(found, name))
