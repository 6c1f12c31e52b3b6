"""Programs that take the API description as it is: importers of Postman and Bruno, and Prism, which serves examples."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from spec_document import each_operation, find_target

from carto_sandbox import Account
from toolchains.runs import Language
from toolchains.tools import SPEC, Failed, find_program, install_npm_packages, run

PROGRAM = Path(__file__).with_name("importers")


class Importers(Language):
    """Not among those that run by default: it brings 150 MB of packages."""

    name = "importers"

    def prepare(self) -> None:
        self.node = find_program("node")

    def samples(self) -> dict[str, str]:
        return {}

    def attempt(self, accounts: Sequence[Account], fresh: bool) -> str:
        shutil.copytree(PROGRAM, self.folder, dirs_exist_ok=True)
        install_npm_packages(self.folder)
        found = json.loads(run([self.node, "importers.mjs", SPEC], self.folder).splitlines()[-1])
        spec = yaml.load(SPEC.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        whole = {"requests": len(list(each_operation(spec))), "folders": len(spec["tags"])}
        for name in ("postman", "bruno"):
            if not whole.items() <= found[name].items():
                raise Failed(f"{name} has {found[name]}, the description {whole}")
        if found["prism"] != served(spec):
            raise Failed(f"prism served {found['prism']}, the description has {served(spec)}")
        return (
            f"Postman and Bruno: {whole['requests']} requests in {whole['folders']} folders, "
            f"{found['bruno']['environments']} environments; Prism: {len(found['prism'])} answers as described"
        )


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def served(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The requests that importers.mjs sends to Prism, from the description."""
    answer = spec["paths"]["/api/v2/sql"]["post"]["responses"]["200"]
    media = find_target(spec, answer["$ref"])["content"] if "$ref" in answer else answer["content"]
    example = next(iter(media["application/json"]["examples"].values()))
    rows = find_target(spec, example["$ref"])["value"] if "$ref" in example else example["value"]
    refusal = spec["components"]["responses"]["SqlUnauthorized"]["content"]["application/json"]["example"]
    return {
        "query": {"status": 200, "body": compact(rows)},
        "refused": {"status": 401, "body": compact(refusal)},
        "denied": {"status": 401, "body": ""},  # the central application says nothing
    }
