"""Compare two API descriptions: what specshift finds, and the names that it does not look at."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from spec_document import Node, each_operation

from released.findings import Break

# Changes of these do not break users. `properties` and the like contain names, which can be such a word.
WORDS = {"description", "summary", "example", "examples", "externalDocs"}
MAPS_OF_NAMES = {"properties", "schemas", "responses", "parameters", "headers", "requestBodies", "paths"}


def read(path: Path) -> Node:
    node: Node = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return node


def without_words(node: Any, names: bool = False) -> Any:
    """A description without its prose and examples, which is a third of it."""
    if isinstance(node, dict):
        kept = {key: value for key, value in node.items() if names or key not in WORDS}
        return {key: without_words(value, key in MAPS_OF_NAMES and not names) for key, value in kept.items()}
    return [without_words(part) for part in node] if isinstance(node, list) else node


def write_description(spec: Path, target: Path, title: str) -> None:
    text = yaml.safe_dump(without_words(read(spec)), sort_keys=False, width=120, default_flow_style=None)
    target.write_text(f"# {title}\n{text}", encoding="utf-8")


def compare_descriptions(old: Path, new: Path) -> list[Break]:
    before, after = read(old), read(new)
    return [*compare_names(before, after), *ask_specshift(before, after)]


def ask_specshift(old: Node, new: Node) -> Iterator[Break]:
    program = Path(sys.executable).with_name("specshift")
    with tempfile.TemporaryDirectory() as folder:
        # As JSON, which it reads twenty times as fast.
        paths = [Path(folder) / name for name in ("old.json", "new.json")]
        for path, spec in zip(paths, (old, new), strict=True):
            path.write_text(json.dumps(without_words(spec)), encoding="utf-8")
        command = [program, "diff", *paths, "--format", "json"]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"specshift ended with {done.returncode}: {done.stderr.strip()}")
    for change in json.loads(done.stdout)["changes"]:
        if change["severity"] == "breaking":
            # GET /api/v2/sql > response 200 > field 'fields.type'
            place, _, part = change["location"].partition(" > ")
            field = re.findall(r"'([^']+)'", f"{part} {change['message']}")
            names = (field[0],) if field else (place.rpartition(" ")[2],)
            yield Break(names, f"{change['location']}: {change['message']}")


def compare_names(old: Node, new: Node) -> Iterator[Break]:
    """Names that become names of generated code: of operations, of schemas and of their tags."""
    now = {operation.pointer: operation.spec for operation in each_operation(new)}
    for pointer, before, *_ in each_operation(old):
        after = now.get(pointer, before)  # one that is gone is specshift's
        for key in ("operationId", "tags"):
            if before.get(key) != after.get(key):
                names = tuple(before[key]) if key == "tags" else (before[key],)
                yield Break(names, f"{pointer}: {key} was {before[key]}, is {after.get(key)}")
    for kind in ("schemas", "parameters", "responses"):
        kept = new["components"].get(kind, {})
        for name in old["components"].get(kind, {}):
            if name not in kept:
                yield Break((name,), f"#/components/{kind}/{name}: is no longer there, or has another name")
