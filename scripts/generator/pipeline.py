"""From the spec to a finished client package: generated, formatted, compared, swapped in."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from copy import deepcopy
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .problems import GenerationError

if TYPE_CHECKING:
    from openapi_python_client.parser.errors import GeneratorError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BANNER = "# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.\n"
#: Their output is committed and compared byte for byte, so the versions are exact.
TOOLS = {"openapi-python-client": "0.29.1", "ruff": "0.17.6"}
FORMAT = (
    "line-length = 120",
    "target-version = 'py311'",
    "format.skip-magic-trailing-comma = true",
    "lint.isort.split-on-trailing-comma = false",
)


@dataclass(frozen=True)
class Summary:
    """The numbers of generated operations and models."""

    operations: int
    models: int


def check_tools() -> None:
    """Refuse every other version of the generator and the formatter."""
    for name, wanted in TOOLS.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            found = ""
        if found != wanted:
            raise GenerationError(
                f"{name} {wanted} is needed exactly, and {found or 'none'} is installed for {sys.executable}.\n"
                f'Install it with: python -m pip install "{name}=={wanted}"\n'
                "or all development tools with: python -m pip install --group dev"
            )


def build_client(spec: Path, target: Path, *, patches_file: Path = HERE / "patches.yaml") -> Summary:
    """Generate the client of `spec` into `target`, an empty or missing folder, in its final form."""
    from .patches import load_patches, write_templates

    with TemporaryDirectory(prefix="templates-") as folder:
        templates = Path(folder)
        write_templates(load_patches(patches_file), HERE / "templates", templates)
        summary = _run_generator(spec, target, templates)
    for module in ("redaction.py", "sending.py"):
        shutil.copy(HERE / "templates" / module, target)
    _format(target)
    _add_banners(target)
    return summary


def _run_generator(spec: Path, target: Path, templates: Path) -> Summary:
    from jinja2 import TemplateError
    from openapi_python_client import Project
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.errors import GeneratorError

    from .docstrings import wrap
    from .left_out import load_left_out
    from .operations import Operations, prepare
    from .raw_spec import RawSpec, load_spec, name_lists
    from .simplify import simplify

    settings = ConfigFile.load_from_path(HERE / "config.yaml")
    config = Config.from_sources(settings, MetaType.NONE, spec, "utf-8", True, target)
    document = load_spec(spec)
    # A copy, because the generator changes parts of its input.
    parsed = GeneratorData.from_dict(simplify(name_lists(deepcopy(document))), config=config)
    if isinstance(parsed, GeneratorError):
        raise GenerationError(_describe_problems(spec, [parsed]))
    left_out = load_left_out(HERE / "config.yaml")
    raw = RawSpec(document, config.field_prefix, left_out)
    endpoints = [e for tag in parsed.endpoint_collections_by_tag.values() for e in tag.endpoints]
    problems = [*parsed.errors, *(e for tag in parsed.endpoint_collections_by_tag.values() for e in tag.parse_errors)]
    if problems:
        raise GenerationError(_describe_problems(spec, problems))
    for endpoint in endpoints:
        prepare(endpoint, raw)
    project = Project(openapi=parsed, config=config, custom_template_path=templates)
    project.env.filters["wrapped"] = wrap
    operations = Operations(raw, config.field_prefix, left_out)
    project.env.globals.update(raw_spec=raw, operations=operations, taking=operations.taking)
    try:
        with redirect_stdout(io.StringIO()):
            failures = project.build()
    except TemplateError as error:
        raise GenerationError(f"A template of scripts/generator, or a patch of it, fails: {error}") from error
    if failures:
        raise GenerationError(_describe_problems(spec, failures))
    return Summary(operations=len(endpoints), models=len(parsed.models) + len(parsed.enums))


def _describe_problems(spec: Path, problems: Iterable[GeneratorError]) -> str:
    lines = [f"{problem.header.strip()} {problem.detail or ''}".strip() for problem in problems]
    return "\n".join([f"The generator has warnings about {spec}; all of them must go:", *lines])


def _format(target: Path) -> None:
    # `target` is the working directory, so that no file above it has a say in how imports are sorted.
    # -P, because the working directory holds a types.py that would take the place of Python's.
    ruff = [sys.executable, "-P", "-m", "ruff"]
    for command, *options in (["check", "--extend-select", "I", "--fix", "--exit-zero"], ["format"]):
        settings = [part for setting in FORMAT for part in ("--config", setting)]
        arguments = [*ruff, command, *options, "--isolated", "--no-cache", "--quiet", *settings, "."]
        done = subprocess.run(arguments, cwd=target, capture_output=True, text=True, check=False)
        if done.returncode:
            raise GenerationError(f"ruff {command} refuses the generated code:\n{done.stdout}{done.stderr}")


def _add_banners(target: Path) -> None:
    for path in sorted(target.rglob("*.py")):
        path.write_text(BANNER + path.read_text(encoding="utf-8"), encoding="utf-8")
    (target / "py.typed").write_text(BANNER, encoding="utf-8")


def replace_package(spec: Path, output: Path) -> Summary:
    """Make `output` anew, as a whole: until the new package is finished the old one stays."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as folder:
        built, old = Path(folder) / output.name, Path(folder) / "old"
        summary = build_client(spec, built)
        if output.exists():
            output.rename(old)
        try:
            built.rename(output)
        except OSError:
            if old.exists():
                old.rename(output)
            raise
    return summary


def compare_package(spec: Path, output: Path) -> list[str]:
    """How `output` differs from what `spec` gives: lines like `changed api/sql/__init__.py`, none if equal."""
    with TemporaryDirectory(prefix="regenerate-") as folder:
        built = Path(folder) / output.name
        build_client(spec, built)
        wanted, found = _read_files(built), _read_files(output)
    words = {
        name: "missing" if name not in found else "stale" if name not in wanted else "changed"
        for name in wanted.keys() | found.keys()
        if wanted.get(name) != found.get(name)
    }
    return [f"{words[name]} {name}" for name in sorted(words)]


def _read_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
