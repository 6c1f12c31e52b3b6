"""README.md's Python examples run as they stand, in their order, on one sandbox account."""

import functools
import re
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest
import trustme

import carto_ext
from carto_client.api import Group, Groups
from carto_sandbox import Account, Sandbox

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
# The examples fetch from here; in the tests that is a folder served on loopback.
WEB_SITE = "https://example.com/data"


def examples() -> list[tuple[str, int, str]]:
    """Section, line number and text of each Python block."""
    text = README.read_text(encoding="utf-8")
    found = []
    for match in re.finditer(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        before = text[: match.start(1)]
        section = re.findall(r"^#+ (.*)$", before, re.MULTILINE)[-1]
        found.append((section, before.count("\n"), match[1]))
    return found


EXAMPLES = examples()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without writing a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Said nothing: the output belongs to the tests."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the examples run: it has the files they name."""
    folder = tmp_path_factory.mktemp("readme")
    package = find_spec("vega_datasets")
    assert package is not None
    assert package.origin is not None
    data = (Path(package.origin).parent / "_data" / "airports.csv").read_bytes()
    for name in ("airports.csv", "airports_by_url.csv", "airports_daily.csv"):
        (folder / name).write_bytes(data)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "company-ca.pem")
    authority.issue_cert("me@example.com").private_key_and_cert_chain_pem.write_to_path(folder / "client.pem")
    return folder


@pytest.fixture(scope="module")
def web_site(folder: Path) -> Iterator[str]:
    """The same folder by HTTP."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def reader(sandbox: Sandbox) -> Iterator[Account]:
    """One account for all examples: later ones use the tables of earlier ones."""
    account = sandbox.create_account("reader")
    yield account
    sandbox.drop_account(account)


@pytest.fixture(scope="module")
def geometry_reader(postgis_sandbox: Sandbox, folder: Path) -> Iterator[Account]:
    """The same where geometry is real, with the table that the first example makes."""
    account = postgis_sandbox.create_account("geometry_reader")
    with carto_ext.Carto(account.base_url, api_key=account.api_key) as carto:
        carto.datasets.from_file(folder / "airports.csv")
    yield account
    postgis_sandbox.drop_account(account)


NEED_GEOMETRY = {"Frames"}


@pytest.mark.filterwarnings("ignore:verify=False:carto_ext.InsecureConnectionWarning")
@pytest.mark.parametrize(
    ("section", "line", "text"), EXAMPLES, ids=[f"{line}-{section}" for section, line, _ in EXAMPLES]
)
def test_example(
    section: str,
    line: int,
    text: str,
    folder: Path,
    web_site: str,
    reader: Account,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if section in NEED_GEOMETRY:
        reader = request.getfixturevalue("geometry_reader")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CARTO_BASE_URL", reader.base_url)
    monkeypatch.setenv("CARTO_API_KEY", reader.api_key)
    # Blank lines before it, so that a traceback points into README.md.
    code = compile("\n" * line + text.replace(WEB_SITE, web_site), str(README), "exec")
    exec(code, {"__name__": "__main__"})


def test_examples_were_found() -> None:
    """A README whose blocks this file cannot read would pass unseen."""
    assert len(EXAMPLES) >= 20
    assert WEB_SITE in "".join(text for _, _, text in EXAMPLES)


def test_examples_left_what_they_promise(folder: Path) -> None:
    """The files that the COPY and the export examples write are whole."""
    assert (folder / "airports_out.csv").read_bytes().count(b"\n") == 3377
    assert (folder / "airports_out_too.csv").read_bytes() == (folder / "airports_out.csv").read_bytes()
    assert (folder / "airports-names.csv").read_bytes().count(b"\n") == 3377
    assert not (folder / "shares.txt").exists()
    assert (folder / "shares.txt.part").read_bytes().count(b"\n") == 89999
    assert zipfile.is_zipfile(folder / "airports.carto")


def test_numbers_are_those_of_check_truth() -> None:
    told = subprocess.run(
        [sys.executable, "scripts/check_truth", "--summary"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"^(\d+) operations, (\d+) models, (\d+) exchanges .*, 0 mismatches$", told, re.MULTILINE)
    assert found, told
    operations, models, exchanges = found.groups()
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert f"has {operations} operations and {models} models, and agrees with all of {exchanges} recorded" in text


def test_all_tags_are_named() -> None:
    text = " ".join(README.read_text(encoding="utf-8").split())
    named = re.search(r"The tags are ([^.]*)\.", text)
    assert named
    groups = [name for name, value in vars(Groups).items() if isinstance(value, Group)]
    assert named[1].split(", ") == sorted(groups)


def test_all_errors_are_in_the_table() -> None:
    text = README.read_text(encoding="utf-8")
    rows = "".join(line.split("|")[1] for line in text.splitlines() if line.startswith("| `") and "Error` " in line)
    # Only their subclasses are raised.
    bases = {"CartoError", "ResponseError", "ApiError", "JobError"}
    errors = {name for name in carto_ext.__all__ if name.endswith("Error")}
    assert set(re.findall(r"`(\w+)`", rows)) == errors - bases


def test_linked_files_exist() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []
