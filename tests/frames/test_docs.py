"""The examples of docs/frames.md run as they stand, in their order, on one account."""

import re
from importlib.resources import files
from pathlib import Path

import matplotlib as mpl
import pytest

from carto_ext import Carto
from carto_sandbox import Account

pytestmark = pytest.mark.postgis

DOCUMENT = Path(__file__).parents[2] / "docs" / "frames.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
EXAMPLES = [
    (TEXT[: found.start(1)].count("\n"), found[1])
    for found in re.finditer(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("frames")
    airports = files("vega_datasets").joinpath("_data", "airports.csv").read_bytes()
    (made / "airports.csv").write_bytes(airports)
    return made


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("line", "text"), EXAMPLES, ids=[str(line) for line, _ in EXAMPLES])
def test_example(line: int, text: str, folder: Path, account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    mpl.use("Agg")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CARTO_BASE_URL", account.base_url)
    monkeypatch.setenv("CARTO_API_KEY", account.api_key)
    # Blank lines before it, so that a traceback points into the document.
    exec(compile("\n" * line + text, str(DOCUMENT), "exec"), {"__name__": "__main__"})


def test_examples_left_what_they_promise(folder: Path, carto: Carto) -> None:
    assert len(EXAMPLES) == 7
    assert (folder / "airports.png").stat().st_size > 20_000
    assert {file.name for file in (folder / "portal").iterdir()} > {"manifest.json", "airport_regions.parquet"}
    counts = {name: len(carto.frames.arrow(name)) for name in ("airports", "airports_again", "by_spark")}
    assert counts == {"airports": 3376, "airports_again": 3376, "by_spark": 3}
