"""The stock templates of openapi-python-client, changed by patches that are data."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml

from .problems import GenerationError


@dataclass(frozen=True)
class Patch:
    """One replacement in one stock template."""

    name: str
    template: str
    find: str
    replace: str
    reason: str
    upstream: str = ""
    count: int = 1

    def apply(self, text: str) -> str:
        found = text.count(self.find)
        if found != self.count:
            raise GenerationError(
                f"Patch {self.name!r}: its text occurs {found} times in the stock template {self.template}, "
                f"expected {self.count}. The generator has changed there: adapt or drop the patch in "
                f"scripts/generator/patches.yaml.\nThe text was:\n{self.find}"
            )
        return text.replace(self.find, self.replace)


def load_patches(path: Path) -> list[Patch]:
    """The patches of a YAML file, in its order."""
    return [Patch(**entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def patch_templates(patches: list[Patch]) -> dict[str, str]:
    """The patched text of every template that `patches` touch, by template name."""
    stock = files("openapi_python_client") / "templates"
    texts: dict[str, str] = {}
    for patch in patches:
        if patch.template not in texts:
            texts[patch.template] = (stock / patch.template).read_text(encoding="utf-8")
        texts[patch.template] = patch.apply(texts[patch.template])
    return texts


def write_templates(patches: list[Patch], own: Path, target: Path) -> None:
    """Fill `target` with the patched stock templates and our `own` ones; no template may be both."""
    for name, text in patch_templates(patches).items():
        if (own / name).exists():
            raise GenerationError(f"{name} is a template of ours; change it there instead of patching the stock one.")
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for template in sorted(own.glob("*.jinja")):
        (target / template.name).write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
