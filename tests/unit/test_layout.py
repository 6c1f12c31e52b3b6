"""Rules whose breach a reader would not notice: who imports whom, how long things may be, what is public."""

import ast
import io
import json
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import carto_ext
from tests.documents import BLOCKS

ROOT = Path(__file__).resolve().parents[2]
MODULE_LINES = 300
FUNCTION_LINES = 40
FOLDER_MODULES = 20
# Its modules are those of carto-python.
LONG_FOLDERS = {"carto_ext/compat"}
# The public modules; all others in carto_ext have an underscore in their path.
PUBLIC = {
    "__init__.py",
    "cli",
    "errors.py",
    "retries.py",
    "settings.py",
    "tiles.py",
    "version.py",
    "compat",
    "frames.py",
    "dask.py",
    "py.typed",
}
# Generated files, with their first line.
MADE = {
    "carto_ext/_sync": "# Made from carto_ext/_async/{name} by scripts/unasync; do not edit.",
    "tests/_sync": "# Made from tests/_async/{name} by scripts/unasync; do not edit.",
    "generated/carto_client": "# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.",
}
# How a call travels is a matter of one folder.
BELOW_HTTP = {"h11", "httpcore", "httptools", "selectors", "socket", "socksio"}
# Of code: words are free. How a call travels, with limits and proxies of its own, 1,080; transfers of any size 580;
# errors and their texts 430; clients, groups, jobs, lists and keyset paging 900; data to send and to keep 560; maps and
# their URLs 330; pages that show maps, in a file, the browser and a notebook, 300; settings, retries, keys and secrets
# 370.
CARTO_EXT_LINES = 4664
# Of code as well: the old names are thin, over what carto_ext has. A hundred more than at first for what programs know
# of requests: a Response that is iterable and a file, its authorities, a timeout of one call, files opened for text.
COMPAT_LINES = 1020
# Types and values both ways 770, geometry, reference systems and GeoParquet 470, asking and reading 270, staging and
# the swap 290, the verbs 210, portals and dask 280.
FRAMES_LINES = 2400
FRAMES = ("frames", "_frames", "frames.py", "dask.py")
# A command line is options and texts: commands 990, profiles and the keyring 140, tables and progress 150, errors, exit
# codes and how a run ends 260, what the commands share 170.
CLI_LINES = 1780

DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
NOT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}

# Spelled as patterns, so that this file does not match itself.
FORBIDDEN = {
    "a home folder": re.compile(rb"(?<![\w.:])/(?:home|root|Users)/\w"),
    "a folder beside the project": re.compile(rb"\.\./shared"),
    "the host of a package registry": re.compile(rb"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)"),
}

IMPORT_ALL = """
import importlib, json, pkgutil, sys

allowed = {"httpx", "httptools", "httpcore", "h11", "anyio", "sniffio", "certifi", "idna", "attr", "attrs"}
allowed |= {"typing_extensions"}
allowed |= {"carto_client", "carto_ext"} | sys.stdlib_module_names
extras = {"numpy", "pandas", "pyarrow", "shapely", "click"}
of_extras = ("carto_ext._frames.", "carto_ext.cli.")

class OnlyCore:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in allowed:
            raise ModuleNotFoundError(f"{name} is not a core dependency", name=name)

sys.meta_path.insert(0, OnlyCore())
imported = []
for root in ("carto_ext", "carto_client"):
    package = importlib.import_module(root)
    for module in pkgutil.walk_packages(package.__path__, root + "."):
        try:
            imported.append(importlib.import_module(module.name).__name__)
        except ModuleNotFoundError as error:
            # These work on what the extras bring, and are imported when that is known to be there.
            if not module.name.startswith(of_extras) or error.name not in extras:
                raise
print(json.dumps(imported))
"""


def python_files(*folders: str) -> list[Path]:
    """Our modules and scripts written in Python, also those without an extension."""
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*")) if path.is_file()]
    return [path for path in files if path.suffix == ".py" or (path.suffix == "" and is_python_script(path))]


def is_python_script(path: Path) -> bool:
    """A script says so in its first line, or re-executes itself in .venv (see scripts/check)."""
    head = path.read_text().splitlines()[:2]
    return bool(head) and head[0].startswith("#!") and ("python" in head[0] or head[1:] == ['""":"'])


def name(path: Path) -> str:
    """The path as a reader writes it."""
    return path.relative_to(ROOT).as_posix()


def docstring_lines(tree: ast.AST) -> set[int]:
    """The lines that docstrings take. They are for readers of help() and the reference, so no limit counts them."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            found.update(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    return found


def line_count(path: Path) -> int:
    """Without docstrings: one with a section for each argument must not force a module apart."""
    source = path.read_text()
    return len(source.splitlines()) - len(docstring_lines(ast.parse(source)))


def code_line_count(path: Path) -> int:
    """Without blank lines, comments and docstrings: a limit should not make anyone save on words."""
    source = path.read_text()
    code: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NOT_CODE:
            code.update(range(token.start[0], token.end[0] + 1))
    return len(code - docstring_lines(ast.parse(source)))


def functions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Each function's name and length; its docstring is for readers of help() and does not count."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            first = node.body[0]
            if ast.get_docstring(node) is not None:
                lines -= (first.end_lineno or first.lineno) - first.lineno + 1
            yield node.name, lines


HAND_WRITTEN = python_files("carto_ext", "sandbox", "scripts")


def test_there_is_something_to_measure() -> None:
    """The rules below are useless without files: they must find the packages and the scripts."""
    found = {name(path) for path in HAND_WRITTEN}
    assert {"carto_ext/__init__.py", "carto_ext/_async/client.py", "scripts/check", "scripts/demo"} <= found


def test_imports_go_one_way() -> None:
    """The contracts stand in pyproject.toml under [tool.importlinter]."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"([4-9]|\d\d) kept, 0 broken", done.stdout)


def by_hand() -> set[str]:
    """The files that scripts/unasync does not make."""
    tree = ast.parse((ROOT / "scripts/unasync").read_text())
    values = [node.value for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "BY_HAND"]  # type: ignore[attr-defined]
    return set(ast.literal_eval(values[0]))


@pytest.mark.parametrize("folder", MADE)
def test_what_is_made_says_so_in_its_first_line(folder: str) -> None:
    paths = [path for path in (ROOT / folder).rglob("*.py") if name(path) not in by_hand()]
    unsigned = [
        name(path)
        for path in paths
        if path.read_text().partition("\n")[0] != MADE[folder].format(name=path.relative_to(ROOT / folder).as_posix())
    ]
    assert len(paths) > 10
    assert unsigned == []


def test_what_is_written_by_hand_says_nothing_of_the_kind() -> None:
    banners = tuple(banner.partition("{")[0] for banner in MADE.values())
    made = [path for folder in MADE for path in (ROOT / folder).rglob("*.py") if name(path) not in by_hand()]
    written = {*python_files("carto_ext", "sandbox", "scripts", "tests")} - {*made}
    assert [name(path) for path in written if path.read_text().startswith(banners)] == []
    assert all((ROOT / path).is_file() for path in by_hand())


def test_what_is_public_in_carto_ext_is_promised() -> None:
    there = {path.name for path in (ROOT / "carto_ext").iterdir() if path.name != "__pycache__"}
    assert {one for one in there if not one.startswith("_") or one == "__init__.py"} == PUBLIC


def test_folders_can_be_taken_in_at_a_glance() -> None:
    folders = {path.parent for path in HAND_WRITTEN}
    counts = {name(folder): len([path for path in folder.iterdir() if path in HAND_WRITTEN]) for folder in folders}
    long = {folder for folder, count in counts.items() if count > FOLDER_MODULES}
    assert long == LONG_FOLDERS


def imports(path: Path) -> Iterator[str]:
    """The packages a module imports, late imports too."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def test_only_one_folder_knows_how_a_call_travels() -> None:
    knowing = {path for path in python_files("carto_ext") if BELOW_HTTP & {*imports(path)}}
    assert {name(path) for path in knowing if path.parent.name != "_http"} == set()


def test_modules_are_short() -> None:
    long = {name(path): count for path in HAND_WRITTEN if (count := line_count(path)) > MODULE_LINES}
    assert long == {}


def test_functions_are_short() -> None:
    long = {
        f"{name(path)}: {function}": lines
        for path in HAND_WRITTEN
        for function, lines in functions(ast.parse(path.read_text()))
        if lines > FUNCTION_LINES
    }
    assert long == {}


def code_lines(of_frames: bool) -> dict[str, int]:
    """Count hand-written modules, except compat/ and the generated sync twins."""
    return {
        name(path): code_line_count(path)
        for path in python_files("carto_ext")
        if not {"cli", "compat"} & {*path.relative_to(ROOT).parts} and not path.read_text().startswith("# Made from ")
        if of_frames == any(part in path.relative_to(ROOT).parts for part in FRAMES)
    }


def test_carto_ext_stays_small() -> None:
    """Everything that the spec can express is generated. compat/ and frames have their own limits."""
    counted = code_lines(of_frames=False)
    assert 0 < sum(counted.values()) <= CARTO_EXT_LINES, counted


def test_frames_stay_small() -> None:
    counted = code_lines(of_frames=True)
    assert 0 < sum(counted.values()) <= FRAMES_LINES, counted


def test_the_command_line_stays_thin() -> None:
    counted = {name(path): code_line_count(path) for path in python_files("carto_ext/cli")}
    assert 0 < sum(counted.values()) <= CLI_LINES, counted


def test_only_the_command_line_knows_its_packages() -> None:
    own = {"click", "rich", "keyring", "platformdirs"}
    knowing = {path for path in python_files("carto_ext", "sandbox") if own & {*imports(path)}}
    assert {name(path) for path in knowing if "carto_ext/cli/" not in name(path)} == set()
    assert knowing


def test_compat_stays_thin() -> None:
    counted = {name(path): code_line_count(path) for path in python_files("carto_ext/compat")}
    total = sum(counted.values())
    assert 0 < total < COMPAT_LINES, counted


def test_no_file_names_a_place_outside_the_project() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = [ROOT / relative for relative in listed.stdout.decode().split("\0") if relative]
    found = [
        f"{name(path)}: {what}"
        for path in paths
        if path.is_file()
        for what, pattern in FORBIDDEN.items()
        if pattern.search(path.read_bytes())
    ]
    assert len(paths) > 20
    assert found == []


def test_core_needs_its_declared_dependencies_only() -> None:
    """Every module of both packages, generated models included, imports where no extra is installed."""
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    imported = json.loads(done.stdout)
    assert "carto_ext._sync.client" in imported
    assert any(module.startswith("carto_client.models.") for module in imported)


def test_frames_are_imported_when_they_are_used() -> None:
    """Programs without frames do not spend time on importing them."""
    code = (
        "import sys; from carto_ext import AsyncCarto, Carto\n"
        "with Carto('https://me.carto.com') as carto: carto.sql, AsyncCarto('https://me.carto.com').sql\n"
        "print(sorted({'carto_ext.frames', 'numpy', 'pyarrow', 'pandas', 'shapely', 'geopandas'} & set(sys.modules)))\n"
        "with Carto('https://me.carto.com') as carto: carto.frames\n"
        "import carto_ext.dask\n"
        "print(sorted({'numpy', 'pyarrow', 'pandas', 'shapely', 'geopandas', 'dask'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n[]\n"


def test_public_names_are_listed_and_sorted() -> None:
    public = {
        word
        for word in dir(carto_ext)
        if not word.startswith("_") and not isinstance(getattr(carto_ext, word), ModuleType)
    }
    assert list(carto_ext.__all__) == sorted(carto_ext.__all__)
    assert set(carto_ext.__all__) == public


def test_names_that_the_pages_import_are_public() -> None:
    blocks = "".join(block.text for block in BLOCKS if block.language == "python")
    imported = {name.strip() for line in re.findall(r"from carto_ext import (.*)", blocks) for name in line.split(",")}
    assert {"AsyncCarto", "Carto", "CartoError", "DownloadError"} <= imported <= set(carto_ext.__all__)


@pytest.mark.parametrize("package", ["carto_ext", "generated/carto_client", "sandbox/carto_sandbox"])
def test_every_package_tells_checkers_that_it_is_typed(package: str) -> None:
    """Without the marker all of it is Any in the programs of those who install it."""
    assert (ROOT / package / "py.typed").is_file()
