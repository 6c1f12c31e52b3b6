"""The code blocks of all pages run as they stand: in their order, on an account and in a folder of the page."""

import functools
import inspect
import os
import re
import subprocess
import sys
import threading
import tomllib
import warnings
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import trustme

from carto_ext import Carto, InsecureConnectionWarning
from carto_sandbox import Account, Sandbox
from tests.documents import BLOCKS, ROOT, Block

# The examples fetch from here; in the tests that is a folder served on loopback.
WEB_SITE = "https://example.com/data"
NEED_GEOMETRY = {"docs/cartoframes.md", "docs/frames.md"}
# Whole programs begin with a docstring: MIGRATION.md has some, and tests/compat runs them.
PROGRAM = '"""'
# Pages whose Python other tests run, because they look at more than its end.
ELSEWHERE = {
    "docs/looking-at-maps.md": "tests/maps/test_docs.py",
    "docs/observability.md": "tests/test_observability.py",
}
# Commands that are not run here, by their beginning, and who runs them.
COMMANDS_NOT_RUN = {
    "pip install": "takes minutes; the extras are looked for in pyproject.toml",
    "scripts/": "take minutes; each must be there, and the continuous integration runs them",
    "python -m carto_sandbox": "serves until Ctrl-C; tests/sandbox/test_server.py starts and ends it",
    "openapi-": "needs npm or Java; scripts/languages runs it",
    "--": "is the end of a command of openapi-generator",
    "docker": "needs Docker; tests/sandbox/test_dockerfile.py looks at the Dockerfile",
    "npm pack": "needs npm; tests/support/maplibre.py runs it",
    "tar": "unpacks that",
    "containerDefaultToNull": "is the end of a command of openapi-generator",
}


def commands(block: Block) -> list[str]:
    return [line.strip() for line in block.text.splitlines() if line.strip() and not line.startswith("#")]


def run_here(command: str) -> bool:
    return not command.startswith(tuple(COMMANDS_NOT_RUN))


PYTHON = [
    block
    for block in BLOCKS
    if block.language == "python" and not block.text.startswith(PROGRAM) and block.place not in ELSEWHERE
]
SHELL = [block for block in BLOCKS if block.language == "sh"]
RUN = [block for block in BLOCKS if block in PYTHON or (block in SHELL and any(map(run_here, commands(block))))]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without writing a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Said nothing: the output belongs to the tests."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Where the examples of each page run: it has the files they name."""
    package = find_spec("vega_datasets")
    assert package is not None
    assert package.origin is not None
    data = (Path(package.origin).parent / "_data" / "airports.csv").read_bytes()
    authority = trustme.CA()
    client = authority.issue_cert("me@example.com").private_key_and_cert_chain_pem.bytes()
    found = {}
    for place in {block.place for block in RUN}:
        found[place] = folder = tmp_path_factory.mktemp("page")
        for name in ("airports.csv", "airports_by_url.csv", "airports_daily.csv"):
            (folder / name).write_bytes(data)
        (folder / "company-ca.pem").write_bytes(authority.cert_pem.bytes())
        (folder / "client.pem").write_bytes(client)
    return found


@pytest.fixture(scope="module")
def web_site(folders: dict[str, Path]) -> Iterator[str]:
    """The files by HTTP."""
    handler = functools.partial(QuietHandler, directory=str(folders["README.md"]))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def accounts() -> Iterator[dict[str, tuple[Sandbox, Account]]]:
    """One of each page, as its first block needs it: later blocks use the tables of earlier ones."""
    made: dict[str, tuple[Sandbox, Account]] = {}
    yield made
    for sandbox, account in made.values():
        sandbox.drop_account(account)


@pytest.fixture
def account(block: Block, accounts: dict[str, tuple[Sandbox, Account]], request: pytest.FixtureRequest) -> Account:
    if block.place not in accounts:
        name = "postgis_sandbox" if block.place in NEED_GEOMETRY else "sandbox"
        sandbox: Sandbox = request.getfixturevalue(name)
        accounts[block.place] = sandbox, sandbox.create_account(f"reader{len(accounts)}")
    return accounts[block.place][1]


def run_python(block: Block, text: str) -> None:
    """As a program; then its tests, as pytest would with the fixture `carto`."""
    # Blank lines before it, so that a traceback points into the page.
    names: dict[str, Any] = {"__name__": "__main__"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", InsecureConnectionWarning)
        if block.place in NEED_GEOMETRY:
            warnings.simplefilter("ignore")  # of geopandas, dask and matplotlib among themselves
        exec(compile("\n" * block.line + text, str(block.page), "exec"), names)
    for name, test in list(names.items()):
        if name.startswith("test_"):
            assert list(inspect.signature(test).parameters) == ["carto"]
            with Carto.from_env() as carto:
                test(carto)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(block, id=block.name, marks=[pytest.mark.postgis] if block.place in NEED_GEOMETRY else [])
        for block in RUN
    ],
)
def test_block(
    block: Block, folders: dict[str, Path], web_site: str, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folders[block.place])
    monkeypatch.setenv("CARTO_BASE_URL", account.base_url)
    monkeypatch.setenv("CARTO_API_KEY", account.api_key)
    monkeypatch.setenv("MPLBACKEND", "Agg")
    text = block.text.replace(WEB_SITE, web_site)
    if block.language == "python":
        run_python(block, text)
        return
    monkeypatch.setenv("CARTO_CONFIG", str(folders[block.place] / "config.toml"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    lines = "\n".join(line for line in text.splitlines() if run_here(line.strip()))
    done = subprocess.run(["sh", "-eu", "-c", lines], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_blocks_were_found() -> None:
    """A page whose blocks this file cannot read would pass unseen."""
    assert len(PYTHON) >= 45
    # scripts/docs --record ran the commands of a console.
    assert {block.language for block in BLOCKS} <= {"python", "sh", "console", "text", "toml", "yaml", ""}
    assert WEB_SITE in "".join(block.text for block in RUN)
    used = {
        start for block in SHELL for line in commands(block) for start in COMMANDS_NOT_RUN if line.startswith(start)
    }
    assert used == set(COMMANDS_NOT_RUN)
    assert all((ROOT / test).is_file() for test in ELSEWHERE.values())


def test_commands_name_what_there_is() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = set(tomllib.load(file)["project"]["optional-dependencies"])
    lines = [line.partition(" #")[0].strip() for block in SHELL for line in commands(block)]
    for line in lines:
        if line.startswith("scripts/"):
            assert os.access(ROOT / line.split()[0], os.X_OK), line
        if line.startswith("pip install '.["):
            assert set(line.partition("[")[2].rstrip("]'").split(",")) <= extras, line


def test_recorded_commands_are_still_there() -> None:
    """scripts/docs --record runs them in full, with what pip installs."""
    lines = {line for block in BLOCKS if block.language == "console" for line in block.text.splitlines()}
    names = {line.split()[2] for line in lines if re.match(r"\$ carto [a-z]", line)}
    assert names >= {"sandbox", "import", "query", "datasets", "keys"}
    for name in sorted(names):
        done = subprocess.run(
            [Path(sys.executable).with_name("carto"), name, "--help"], capture_output=True, check=False
        )
        assert done.returncode == 0, name


def test_examples_left_what_they_promise(folders: dict[str, Path]) -> None:
    """The files that the examples of COPY, exports and errors write are whole."""
    query, maps, errors = (folders[f"docs/{name}.md"] for name in ("query", "maps", "errors"))
    assert (query / "airports_out.csv").read_bytes().count(b"\n") == 3377
    assert (query / "airports_out_too.csv").read_bytes() == (query / "airports_out.csv").read_bytes()
    assert (query / "airports-names.csv").read_bytes().count(b"\n") == 3377
    assert zipfile.is_zipfile(maps / "airports.carto")
    assert not (errors / "shares.txt").exists()
    assert (errors / "shares.txt.part").read_bytes().count(b"\n") == 89999


@pytest.mark.postgis
def test_frames_left_what_they_promise(
    folders: dict[str, Path], accounts: dict[str, tuple[Sandbox, Account]], postgis_sandbox: Sandbox
) -> None:
    folder, (_, account) = folders["docs/frames.md"], accounts["docs/frames.md"]
    assert (folder / "airports.png").stat().st_size > 20_000
    assert {file.name for file in (folder / "portal").iterdir()} > {"manifest.json", "airport_regions.parquet"}
    with Carto(account.base_url, api_key=account.api_key) as carto:
        counts = {name: len(carto.frames.arrow(name)) for name in ("airports", "airports_again", "by_spark")}
    assert counts == {"airports": 3376, "airports_again": 3376, "by_spark": 3}
