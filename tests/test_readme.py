"""README.md's Python examples run as they stand, in their order, on one sandbox account."""

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest
import trustme

from carto_sandbox import Account, Sandbox

README = Path(__file__).resolve().parents[1] / "README.md"
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
    (folder / "airports.csv").write_bytes(data)
    (folder / "airports_by_url.csv").write_bytes(data)
    trustme.CA().cert_pem.write_to_path(folder / "company-ca.pem")
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
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CARTO_BASE_URL", reader.base_url)
    monkeypatch.setenv("CARTO_API_KEY", reader.api_key)
    # Blank lines before it, so that a traceback points into README.md.
    code = compile("\n" * line + text.replace(WEB_SITE, web_site), str(README), "exec")
    exec(code, {"__name__": "__main__"})


def test_examples_were_found() -> None:
    """A README whose blocks this file cannot read would pass unseen."""
    assert len(EXAMPLES) >= 12
    assert WEB_SITE in "".join(text for _, _, text in EXAMPLES)


def test_examples_left_what_they_promise(folder: Path) -> None:
    """The files that the COPY and the export examples write are whole."""
    assert (folder / "airports_out.csv").read_bytes().count(b"\n") == 3377
    assert (folder / "airports_out_too.csv").read_bytes() == (folder / "airports_out.csv").read_bytes()
    assert (folder / "airports-names.csv").read_bytes().count(b"\n") == 3377
