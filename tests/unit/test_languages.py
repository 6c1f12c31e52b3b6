"""Checks of the examples and overlays that need no tool of another language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from spec_document import each_operation
from toolchains.samples import read_samples

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
CALLS = {
    "curl": "calls.sh",
    "python": "calls.py",
    "typescript": "calls.ts",
    "go": "calls/main.go",
    "java": "Calls.java",
}
LOGIN = {"curl": "--user", "python": "from_env", "typescript": "Basic", "go": "BasicAuth", "java": "Basic"}


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    document: dict[str, Any] = yaml.load((ROOT / "spec" / "openapi.yaml").read_text(), yaml.CSafeLoader)
    return document


@pytest.mark.parametrize("language", CALLS)
def test_thirty_operations_are_shown_in_every_language(language: str, spec: dict[str, Any]) -> None:
    samples = read_samples(EXAMPLES / language / CALLS[language])
    assert len(samples) == 30
    assert set(samples) == set(read_samples(EXAMPLES / "curl" / CALLS["curl"]))
    assert set(samples) <= {operation.spec["operationId"] for operation in each_operation(spec)}
    for sample in samples.values():
        assert LOGIN[language] in sample  # each can be copied alone
        assert not sample.startswith((" ", "\t", "\n"))


@pytest.mark.parametrize("program", ["typescript/main.ts", "go/main.go", "java/Main.java"])
def test_the_main_job_is_short_enough_to_copy(program: str) -> None:
    text = (EXAMPLES / program).read_text()
    code = [line for line in text.splitlines() if line.strip() and not line.strip().startswith(("//", "/**"))]
    assert 60 <= len(code) <= 110
    assert max(len(line) for line in text.splitlines()) <= 120


def unions(node: Any, place: str = "$") -> Iterator[str]:
    """Places that may hold values of unlike types; one type or null is none."""
    if isinstance(node, dict):
        kinds = node.get("type")
        choices = [part for key in ("anyOf", "oneOf") for part in node.get(key, []) if part != {"type": "null"}]
        if (isinstance(kinds, list) and len(set(kinds) - {"null"}) > 1) or len(choices) > 1:
            yield place
        for key, value in node.items():
            yield from unions(value, f"{place}.{key}")


def test_the_overlay_for_go_and_java_knows_every_union(spec: dict[str, Any]) -> None:
    """Their generators make a class of each: Java's compiler warns of it, Go's decoder takes what fits first."""
    overlay = yaml.safe_load((ROOT / "spec" / "overlays" / "without-unions.yaml").read_text())
    removed = set[str]()
    for action in overlay["actions"]:
        assert action["remove"] is True
        before, bracket, rest = action["target"].partition("['")
        names, _, after = rest.partition("']")
        removed |= {f"{before}.{name}{after}" for name in names.split("','")} if bracket else {action["target"]}
    found = {f"{place}.type" if "schemas" in place else place.removesuffix(".schema") for place in unions(spec)}
    assert found == removed
