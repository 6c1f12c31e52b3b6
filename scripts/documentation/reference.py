"""The pages of the reference: which names stand on which page. mkdocstrings fills them from the docstrings."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import griffe
from toolchains.tools import ROOT

import carto_ext.compat
from carto_client.api import Group
from carto_ext import Carto

ERRORS = """# Errors

[Errors](../docs/errors.md) tells when each is raised, and what to do. All are importable from `carto_ext`.
"""
MODELS = """# Models

The answers of CARTO, and the values that calls take, all in `carto_client.models`. In every call you can use a plain
dict in place of a model. `Unset` is the type of a value that CARTO did not send.
"""
ALONE = {"carto_ext.dask", "carto_ext.frames", "carto_ext.tiles"}
# By page: its title, a sentence on it, and the names that it shows.
PAGES: dict[str, tuple[str, str, list[str]]] = {
    "carto": (
        "Carto and AsyncCarto",
        "`AsyncCarto` has the methods of `Carto`, to be awaited.",
        ["carto_ext.Carto", "carto_ext.AsyncCarto"],
    ),
    "settings": (
        "Settings and retries",
        "The arguments of a client, checked once.",
        ["carto_ext.settings.Settings", "carto_ext.settings.Limits", "carto_ext.retries.RetryPolicy"],
    ),
    "jobs": (
        "Jobs and results",
        "The results of `begin`, `upload`, `job` and downloads. The async classes have the same names after `Async`.",
        [
            "carto_ext._sync.poller.Job",
            "carto_ext._sync.imports.ImportJob",
            "carto_ext._sync.batch.BatchSqlJob",
            "carto_ext._sync.synchronizations.SynchronizationJob",
            "carto_ext._sync.exports.ExportJob",
            "carto_ext._sync._transfer.download.Download",
            "carto_ext._shared.targets.DownloadResult",
            "carto_ext._shared.geojson.FeatureCollection",
            "carto_ext._sync.frames.reading.Batches",
            "carto_ext._sync.frames.loading.Load",
        ],
    ),
    "frames-types": ("Frames: types", "Options and results of `carto.frames`.", ["carto_ext.frames"]),
    "dask": ("Dask", "[Frames](../docs/frames.md#several-machines) shows how to use it.", ["carto_ext.dask"]),
    "tiles": ("Tile URLs", "URLs without a client: for map libraries and templates.", ["carto_ext.tiles"]),
    "sandbox": (
        "Sandbox",
        "[Tests with the sandbox](../docs/sandbox.md) shows how to use it.",
        ["carto_sandbox.server.Sandbox", "carto_sandbox.accounts.accounts.Account", "carto_pytest"],
    ),
}


def group_classes() -> dict[str, str]:
    """The class of each group of a client."""
    groups: dict[str, str] = {}
    for name in dir(Carto):
        group = next((vars(base)[name] for base in Carto.__mro__ if name in vars(base)), None)
        if isinstance(group, Group):
            found = group._load()
            groups[name] = f"{found.__module__}.{found.__qualname__}"
    return groups


def compat_modules() -> list[str]:
    names = (module.name for module in pkgutil.iter_modules(carto_ext.compat.__path__))
    return [f"carto_ext.compat.{name}" for name in names if not name.startswith("_")]


def directive(name: str, **options: object) -> str:
    """The text that mkdocstrings replaces by a section. A module needs no heading below that of its page."""
    if name in ALONE:
        options = {"show_root_heading": False, **options}
    lines = [f"      {option}: {json.dumps(value)}" for option, value in options.items()]
    return "\n".join([f"::: {name}", *(["    options:", *lines] if lines else [])])


def errors_page() -> str:
    """The tree of errors, then each of them, then the warnings."""
    classes = {name: getattr(carto_ext, name) for name in carto_ext.__all__}
    errors = {name: found for name, found in classes.items() if name.endswith("Error")}
    warnings = [name for name in classes if name.endswith("Warning")]
    tree = "\n".join(tree_of(carto_ext.CartoError, set(errors.values())))
    parts = [directive(f"carto_ext.{name}", inherited_members=False) for name in [*errors, *warnings]]
    return "\n\n".join([ERRORS, tree, *parts])


def tree_of(error: type, known: set[type], depth: int = 0) -> Iterator[str]:
    """A nested list of the class and its subclasses, with the first sentence on each."""
    first = (error.__doc__ or "").strip().partition("\n")[0]
    yield f"{'    ' * depth}* [{error.__name__}][carto_ext.{error.__name__}]: {first}"
    for below in sorted(known & set(error.__subclasses__()), key=lambda found: found.__name__):
        yield from tree_of(below, known, depth + 1)


def models_page() -> str:
    """A table of the attributes of each model; one of mkdocstrings' sections for each attribute would take 2 MB."""
    package = griffe.load("carto_client.models", search_paths=[ROOT / "generated"])
    parts = [MODELS]
    for module in sorted(package.modules.values(), key=lambda found: found.name):
        for model in (found for found in module.classes.values() if not found.is_alias):
            text = model.docstring.value.partition("\n\nAttributes:")[0] if model.docstring else ""
            # Signatures refer to it by this name.
            parts += [f"[](){{#{model.path}}}", f"## {model.name}", text]
            rows = [row for attribute in model.attributes.values() if (row := row_of(attribute))]
            parts.append("\n".join(["| Attribute | Type | |", "| --- | --- | --- |", *rows]) if rows else "")
    return "\n\n".join(filter(None, parts))


def row_of(attribute: griffe.Attribute) -> str:
    if attribute.docstring is None or attribute.annotation is None:
        return ""
    text = " ".join(attribute.docstring.value.split())
    return f"| `{attribute.name}` | `{attribute.annotation}` | {text} |"


def write_reference(folder: Path) -> list[str]:
    """Write all pages; gives their names."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {
        name: f"# {title}\n\n{text}\n\n" + "\n\n".join(map(directive, names))
        for name, (title, text, names) in PAGES.items()
    }
    for name, path in group_classes().items():
        pages[name] = f"# carto.{name}\n\n" + directive(
            path, show_root_heading=False, show_root_toc_entry=False, merge_init_into_class=False, filters=["!^_"]
        )
    pages["compat"] = (
        "# carto_ext.compat\n\n[Coming from carto-python](../MIGRATION.md) has the table.\n\n"
        + "\n\n".join(directive(name, show_root_full_path=True, inherited_members=False) for name in compat_modules())
    )
    pages["errors"] = errors_page()
    pages["models"] = models_page()
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text + "\n", encoding="utf-8")
    return sorted(pages)


def missing_verbs(site: Path) -> list[str]:
    """Public methods of a group that its page does not show."""
    missing = []
    for name, path in group_classes().items():
        page = (site / "reference" / f"{name}.html").read_text(encoding="utf-8")
        module, _, group = path.rpartition(".")
        missing += [
            f"reference/{name}.html does not show {verb}"
            for verb in dir(getattr(import_module(module), group))
            if not verb.startswith("_") and f'.{verb}"' not in page
        ]
    return missing
