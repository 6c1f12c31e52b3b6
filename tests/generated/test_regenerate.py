"""scripts/regenerate: reproducible, whole, loud."""

from __future__ import annotations

import importlib
import inspect
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
HAZARDS = Path(__file__).parent / "hazards.yaml"
BANNER = b"# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.\n"


def regenerate(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "regenerate"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def read_tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_twice_is_byte_for_byte_the_same(tmp_path: Path, ours: Any) -> None:
    output = tmp_path / ours.name
    output.mkdir()
    (output / "leftover.py").write_text("stale = True\n")
    done = regenerate("--spec", HAZARDS, "--output", output)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{ours.name}: 12 operations, 11 models, ")
    files = read_tree(output)
    assert files == {name: data for name, data in read_tree(ours.folder).items() if "__pycache__" not in name}
    assert "py.typed" in files
    assert [name for name, data in files.items() if not data.startswith(BANNER)] == []
    assert list(tmp_path.iterdir()) == [output]


def test_check_names_every_difference(tmp_path: Path) -> None:
    output = tmp_path / "client"
    assert regenerate("--spec", HAZARDS, "--output", output).returncode == 0
    (output / "errors.py").write_text("changed = True\n")
    (output / "client.py").unlink()
    (output / "api" / "extra.py").write_text("")
    before = read_tree(output)
    done = regenerate("--check", "--spec", HAZARDS, "--output", output)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[:3] == ["stale api/extra.py", "missing client.py", "changed errors.py"]
    assert "Run scripts/regenerate" in lines[3]
    assert read_tree(output) == before


def test_failed_regeneration_leaves_the_old_client(tmp_path: Path) -> None:
    output = tmp_path / "client"
    output.mkdir()
    (output / "old.py").write_text("")
    spec = tmp_path / "spec.yaml"
    spec.write_text(HAZARDS.read_text().replace("operationId: hazard_free", "operationId: other_free"))
    done = regenerate("--spec", spec, "--output", output)
    assert done.returncode == 1
    assert "must begin with its tag" in done.stderr
    assert list(read_tree(output)) == ["old.py"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["client", "spec.yaml"]


@pytest.mark.parametrize(
    ("text", "message"),
    [("[]", "does not hold an OpenAPI document"), ("a: [", "is not YAML"), ("openapi: 3.0.3", "Failed to parse")],
)
def test_bad_specs_are_named(tmp_path: Path, text: str, message: str) -> None:
    from generator.problems import GenerationError
    from generator.pipeline import build_client

    spec = tmp_path / "spec.yaml"
    spec.write_text(text)
    with pytest.raises(GenerationError, match=message):
        build_client(spec, tmp_path / "client")
    with pytest.raises(GenerationError, match="There is no spec at"):
        build_client(tmp_path / "nothing.yaml", tmp_path / "client")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{name: exact, in: query", "{name: exact, in: nowhere", "Failed to parse"),
        ('"200":\n          description: The names.', '"404":\n          description: The names.', "no success answer"),
        ("schema: {type: array, items: {type: string}}}}", "schema: {type: array}}}", "warnings"),
        (
            "        id: {type: string, minLength: 1",
            "        thing_id: {type: string, minLength: 1",
            "'thing_id' is taken",
        ),
        (
            'x-www-form-urlencoded:\n            schema: {$ref: "#/components/schemas/BothRequest"}',
            'x-www-form-urlencoded:\n            schema: {$ref: "#/components/schemas/FormRequest"}',
            "an operation of its own",
        ),
    ],
)
def test_specs_against_the_conventions_are_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    from generator.problems import GenerationError
    from generator.pipeline import build_client

    text = HAZARDS.read_text()
    assert old in text
    spec = tmp_path / "spec.yaml"
    spec.write_text(text.replace(old, new))
    with pytest.raises(GenerationError, match=message):
        build_client(spec, tmp_path / "client")


@pytest.mark.parametrize(("find", "count"), [("text that is nowhere", 0), ("Unset", 4)])
def test_patches_fail_by_name(tmp_path: Path, find: str, count: int) -> None:
    from generator.problems import GenerationError
    from generator.patches import load_patches, patch_templates

    path = tmp_path / "patches.yaml"
    path.write_text(f"- {{name: lost-patch, template: types.py.jinja, find: {find}, replace: x, reason: r}}\n")
    with pytest.raises(GenerationError, match=f"Patch 'lost-patch': its text occurs {count} times"):
        patch_templates(load_patches(path))


def test_every_patch_has_a_reason() -> None:
    from generator.patches import load_patches

    patches = load_patches(ROOT / "scripts" / "generator" / "patches.yaml")
    assert len({patch.name for patch in patches}) == len(patches)
    assert all(patch.reason for patch in patches)


def test_another_generator_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator import pipeline
    from generator.problems import GenerationError

    monkeypatch.setattr(pipeline, "version", lambda name: "0.30.0")
    with pytest.raises(GenerationError, match=r"openapi-python-client 0\.29\.1 is needed exactly, and 0\.30\.0"):
        pipeline.check_tools()


def test_a_query_by_get_takes_what_the_query_takes(tmp_path: Path) -> None:
    from generator.problems import GenerationError
    from generator.pipeline import build_client
    from generator.raw_spec import load_spec

    document = load_spec(ROOT / "spec" / "openapi.yaml")
    parameter = {"name": "brand_new", "in": "query", "description": "It is new.", "schema": {"type": "boolean"}}
    document["paths"]["/api/v2/sql"]["get"]["parameters"].append(parameter)
    spec = tmp_path / "spec.yaml"
    spec.write_text(json.dumps(document))
    with pytest.raises(GenerationError, match=r"sql_query_get cannot stand in for sql\.query: brand_new differ"):
        build_client(spec, tmp_path / "client")


def test_a_parameter_added_to_the_spec_reaches_the_method(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.raw_spec import load_spec

    document = load_spec(ROOT / "spec" / "openapi.yaml")
    operation = document["paths"]["/api/v1/viz"]["get"]
    parameter = {"name": "brand_new", "in": "query", "description": "It is new.", "schema": {"type": "boolean"}}
    operation["parameters"].append(parameter)
    spec = tmp_path / "spec.yaml"
    spec.write_text(json.dumps(document))
    output = tmp_path / "carto_client_with_parameter"
    assert regenerate("--spec", spec, "--output", output).returncode == 0
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("VizApi", "AsyncVizApi"):
        method = getattr(importlib.import_module(f"{output.name}.api.viz"), name).list
        added = inspect.signature(method).parameters["brand_new"]
        assert added.kind is inspect.Parameter.KEYWORD_ONLY
        assert added.annotation == "bool | Unset"
        assert "brand_new (bool | Unset): It is new." in method.__doc__
    unchanged = read_tree(ROOT / "generated" / "carto_client")
    changed = {n for n, data in read_tree(output).items() if unchanged.get(n) != data and "__pycache__" not in n}
    assert changed == {"api/viz/__init__.py", "api/viz/viz_list.py"}


def test_generated_code_is_clean() -> None:
    lint = ["-m", "ruff", "check", "--isolated", "--no-cache", "--line-length", "120", "generated/carto_client"]
    done = subprocess.run([sys.executable, *lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
