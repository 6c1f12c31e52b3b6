"""The examples of docs/looking-at-maps.md run as they stand, in their order, on one account."""

import re
import secrets
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import cast

import pytest

from carto_ext import Carto
from carto_ext._map_page import MAPLIBRE_VERSION, PageOptions
from carto_sandbox import Account, Sandbox

pytestmark = pytest.mark.postgis

DOCUMENT = Path(__file__).parents[2] / "docs" / "looking-at-maps.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
EXAMPLES = [
    (TEXT[: found.start(1)].count("\n"), found[1])
    for found in re.finditer(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
]


@pytest.fixture(scope="module")
def account(postgis_sandbox: Sandbox) -> Iterator[Account]:
    account = postgis_sandbox.create_account("looker", api_key=f"key-of-looker-{secrets.token_hex(12)}")
    airports = files("vega_datasets").joinpath("_data", "airports.csv").read_bytes()
    with Carto(account.base_url, api_key=account.api_key) as carto:
        carto.datasets.from_file(airports, name="airports.csv", timeout=60)
    yield account
    postgis_sandbox.drop_account(account)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("maps")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("line", "text"), EXAMPLES, ids=[str(line) for line, _ in EXAMPLES])
def test_example(line: int, text: str, folder: Path, account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in re.findall(r"^(?:from|import) (folium|ipyleaflet|lonboard)\b", text, re.MULTILINE):
        pytest.importorskip(library, reason=f"{library} is not installed")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CARTO_BASE_URL", account.base_url)
    monkeypatch.setenv("CARTO_API_KEY", account.api_key)
    # Blank lines before it, so that a traceback points into the document.
    names = {"__name__": "__main__"}
    exec(compile("\n" * line + text, str(DOCUMENT), "exec"), names)
    with cast(Carto, names["carto"]):  # a notebook leaves it open
        pass


def test_examples_left_pages_without_a_key(folder: Path, account: Account) -> None:
    pages = {path.name: path.read_text() for path in folder.iterdir()}
    assert pages.keys() >= {"airports.html", "hawaii.html", "california.html"}
    assert [name for name, text in pages.items() if account.api_key in text] == []
    assert "dark_all" in pages["hawaii.html"]


def test_the_document_names_all_options_and_the_release() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)) == PageOptions.__annotations__.keys()
    assert set(re.findall(r"maplibre-gl[@-](\d+\.\d+\.\d+)", TEXT)) == {MAPLIBRE_VERSION}
