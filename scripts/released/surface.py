"""The public Python interface as one stub: every name, signature and field that a program may hold on to.

griffe reads the sources without importing them, and follows types: the results of `Carto` and its groups are public,
although the modules that define them are not. Only the sync classes are written, because the async ones are twins.
"""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import griffe

from released.findings import Break

ROOT = Path(__file__).resolve().parents[2]
OURS = ("carto_ext.", "carto_client.")
ROOTS = ("carto_ext", "carto_ext.errors", "carto_ext.retries", "carto_ext.settings", "carto_ext.tiles")
MODELS = "carto_client.models"
CALLS = "carto_client.api"
COMPAT = "carto_ext.compat"
UNKNOWN = "Any"
PREFIX = {"var_positional": "*", "var_keyword": "**"}


def load_packages(sources: list[Path]) -> griffe.GriffeLoader:
    loader = griffe.GriffeLoader(search_paths=sources, allow_inspection=False)
    for package in ("carto_ext", "carto_client"):
        loader.load(package)
    loader.resolve_aliases(implicit=True, external=False)
    return loader


def write_surface(target: Path, title: str, root: Path = ROOT) -> None:
    loader = load_packages([root, root / "generated"])
    text = "\n".join([f'"""{title}"""', *public_lines(loader)]) + "\n"
    target.write_text(text, encoding="utf-8")


def compare_surfaces(old: Path, new: Path) -> list[Break]:
    trees = [griffe.visit("python", path, path.read_text(encoding="utf-8")) for path in (old, new)]
    found = []
    for breakage in griffe.find_breaking_changes(*trees):
        # A method that is made by a call, `delete = only_of_type(…)`, is an attribute for griffe.
        made = isinstance(breakage.obj, griffe.Attribute) and str(breakage.obj.annotation) == UNKNOWN
        if breakage.kind is griffe.BreakageKind.OBJECT_CHANGED_KIND and made:
            continue
        path = breakage.obj.path.removeprefix("python.").replace("__", ".")
        words = f"{breakage.kind.value}: {getattr(breakage.old_value, 'name', breakage.old_value)}"
        found.append(Break((path, path.rpartition(".")[2]), f"{path}: {words}"))
    return found


def public_lines(loader: griffe.GriffeLoader) -> Iterator[str]:
    tree = loader.modules_collection
    waiting = deque[griffe.Class]()
    seen = set[str]()
    for module in [*(tree[root] for root in ROOTS), *tree[MODELS].modules.values(), *public_modules(tree[COMPAT])]:
        for name, member in module.members.items():
            target = definition(member)
            imported = member.is_alias and name not in (module.exports or ())
            if name.startswith(("_", "Async")) or imported or target is None:
                continue
            if isinstance(target, griffe.Class):
                waiting.append(target)
            elif isinstance(target, griffe.Function):
                yield function_line(target, flat(f"{module.path}.{name}"))
    for operation in (module for tag in tree[CALLS].modules.values() for module in tag.modules.values()):
        if "sync" in operation.members:
            yield function_line(operation["sync"], flat(operation.path))
    while waiting:
        cls = waiting.popleft()
        if cls.path not in seen:
            seen.add(cls.path)
            yield from class_lines(cls)
            waiting += classes_of(cls, loader)


def public_modules(module: griffe.Module) -> Iterator[griffe.Module]:
    if not module.name.startswith("_"):
        yield module
        for child in module.modules.values():
            yield from public_modules(child)


def definition(member: griffe.Object | griffe.Alias) -> griffe.Object | None:
    """The thing itself, if it is of ours."""
    try:
        target = member.final_target if isinstance(member, griffe.Alias) else member
    except griffe.AliasResolutionError:
        return None
    return target if target.path.startswith(OURS) else None


def public_members(cls: griffe.Class) -> Iterator[tuple[str, griffe.Object]]:
    for name, member in sorted({**cls.inherited_members, **cls.members}.items()):
        target = definition(member)
        if target is not None and (name == "__init__" or not name.startswith("_")):
            yield name, target


def flat(path: str) -> str:
    return path.replace(".", "__")


def class_lines(cls: griffe.Class) -> Iterator[str]:
    bases = [flat(str(base).split("[")[0]) for base in cls.bases]
    yield f"class {flat(cls.path)}({', '.join(bases)}):"
    yield "    pass"
    for name, target in public_members(cls):
        if isinstance(target, griffe.Function):
            yield f"    {function_line(target, name)}"
        elif isinstance(target, griffe.Attribute):
            optional = " = UNSET" if str(target.value) == "UNSET" else ""
            yield f"    {name}: {target.annotation or UNKNOWN}{optional}"
    for name in sorted(stored_names(cls) - {name for name, _ in public_members(cls)}):
        yield f"    {name}: {UNKNOWN}"


def stored_names(cls: griffe.Class) -> set[str]:
    """Attributes that `__init__` assigns together, `self.a, self.b = …`, which griffe does not find."""
    trees = [ast.parse(dedent(one["__init__"].source)) for one in [cls, *cls.mro()] if "__init__" in one.members]
    return {
        node.attr
        for node in (part for tree in trees for part in ast.walk(tree))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and not node.attr.startswith("_")
    }


def function_line(function: griffe.Function, name: str) -> str:
    parts = list[str]()
    for parameter in function.parameters:
        kind = parameter.kind.name if parameter.kind else ""
        if kind == "keyword_only" and "*" not in parts and not any(part.startswith("*") for part in parts):
            parts.append("*")
        told = PREFIX.get(kind, "") + parameter.name
        told += f": {parameter.annotation}" if parameter.annotation else ""
        has_default = parameter.default is not None and kind not in PREFIX
        parts.append(f"{told} = {parameter.default}" if has_default else told)
    return f"def {name}({', '.join(parts)}) -> {function.returns or UNKNOWN}: ..."


def classes_of(cls: griffe.Class, loader: griffe.GriffeLoader) -> Iterator[griffe.Class]:
    """The classes of ours that a public member gives."""
    for _, target in public_members(cls):
        given = target.returns if isinstance(target, griffe.Function) else None
        given = target.annotation if isinstance(target, griffe.Attribute) else given
        for part in given.iterate(flat=True) if isinstance(given, griffe.Expr) else ():
            if isinstance(part, griffe.ExprName) and part.canonical_path.startswith(OURS):
                found = definition(loader.modules_collection[part.canonical_path])
                if isinstance(found, griffe.Class):
                    yield found
