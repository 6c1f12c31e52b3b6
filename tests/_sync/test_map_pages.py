# Made from tests/_async/test_map_pages.py by scripts/unasync; do not edit.
"""Maps that show themselves: pages without a key, answers in a notebook, a page opened in the browser."""

import copy
import html
import io
import json
import pickle
import re
import webbrowser
from pathlib import Path
from typing import Any

import pytest

from carto_client.models import Layergroup
from carto_client.types import File
from carto_ext._sync.client import Carto
from carto_ext.errors import InvalidArgumentError, NotFoundError, ResponseError

pytestmark = pytest.mark.anyio

PLACES = {"type": "mapnik", "options": {"sql": "SELECT * FROM places"}}


@pytest.fixture
def map_carto(carto: Carto) -> Carto:
    carto.sql.query("CREATE TABLE places AS SELECT 1 AS cartodb_id, NULL::text AS the_geom_webmercator")
    return carto


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was told to open."""
    urls: list[str] = []

    def open_url(url: str) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", open_url)
    return urls


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="page" type="application/json">(.*?)</script>', page)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_a_page_of_a_query_a_table_or_a_map(map_carto: Carto, tmp_path: Path) -> None:
    drawn = map_carto.maps.create([PLACES])
    for source in (drawn, "places", "SELECT * FROM places"):
        data = data_of(map_carto.maps.html(source))
        assert data["base"] == map_carto.settings.base_url
        assert data["map"]["layers"] == [{"id": "layer0", "type": "mapnik"}]
        assert (data["named"], data["tokens"]) == (None, [])
    path = map_carto.maps.html("places", tmp_path / "map.html", title="All <places>", bounds=(-4, 40, -3, 41))
    text = path.read_text()
    assert "<title>All &lt;places&gt;</title>" in text
    assert data_of(text)["bounds"] == [-4, 40, -3, 41]
    assert data_of(text)["title"] == "All <places>"


def test_a_page_has_no_key(map_carto: Carto) -> None:
    key = map_carto.settings.api_key
    assert key
    drawn = map_carto.maps.create([PLACES])
    assert key in json.dumps(drawn.to_dict())  # CARTO repeats it in the addresses of tiles
    map_carto.named_maps.create("places", {"layers": [PLACES]}, version="0.0.1")
    template = map_carto.named_maps.read("places")
    pages = [map_carto.maps.html(drawn), drawn._repr_html_(), template._repr_html_()]
    pages += [map_carto.maps.html("places"), map_carto.named_maps.html("places")]
    assert [key in page for page in pages] == [False] * 5


def test_a_named_map_is_made_by_the_page_itself(map_carto: Carto) -> None:
    auth = {"method": "token", "valid_tokens": ["open sesame", "b"]}
    map_carto.named_maps.create("places", {"layers": [PLACES]}, version="0.0.1", auth=auth)
    with pytest.raises(ResponseError, match="Unauthorized template"):
        map_carto.named_maps.html("places")
    page = map_carto.named_maps.html("places", parameters={"n": 1}, auth_token=["x", "b"])
    data = data_of(page)
    assert (data["map"], data["named"]) == (None, {"name": "places", "params": {"n": 1}})
    assert data["tokens"] == [["auth_token[]", "x"], ["auth_token[]", "b"]]
    assert data_of(map_carto.named_maps.html("places", auth_token="b"))["tokens"] == [["auth_token", "b"]]
    with pytest.raises(NotFoundError):
        map_carto.named_maps.html("nowhere")


def test_a_page_is_opened_in_the_browser(map_carto: Carto, tmp_path: Path, opened: list[str]) -> None:
    path = map_carto.maps.show("places", tmp_path / "a b.html")
    map_carto.named_maps.create("places", {"layers": [PLACES]}, version="0.0.1")
    other = map_carto.named_maps.show("places")
    assert opened == [path.as_uri(), other.as_uri()]
    assert (data_of(path.read_text())["title"], data_of(other.read_text())["title"]) == ("places", "places")
    other.unlink()


def test_without_a_browser_a_warning_says_where_the_page_is(
    map_carto: Carto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda url: False)
    with pytest.warns(UserWarning, match=r"map\.html"):
        assert (map_carto.maps.show("places", tmp_path / "map.html")).is_file()


def test_a_notebook_shows_maps(map_carto: Carto) -> None:
    drawn = map_carto.maps.create([PLACES])
    map_carto.named_maps.create("places", {"layers": [PLACES]}, version="0.0.1")
    shown = [drawn, map_carto.named_maps.instantiate("places", {}), map_carto.named_maps.read("places")]
    for one in (*shown, pickle.loads(pickle.dumps(drawn)), copy.deepcopy(drawn), map_carto.maps.html(drawn)):
        found = re.match(r'<iframe srcdoc="([^"]*)" sandbox="allow-scripts allow-popups" ', one._repr_html_())
        assert found
        assert data_of(html.unescape(found[1]))["base"] == map_carto.settings.base_url
    assert isinstance(drawn, Layergroup)
    assert "base_url" not in drawn.to_dict()
    assert str(map_carto.settings.api_key) not in repr(drawn)


def test_a_notebook_shows_images() -> None:
    png, jpeg = b"\x89PNG\r\n\x1a\n and so on", b"\xff\xd8\xff\xe0 and so on"
    file = File(io.BytesIO(png))
    file.payload.read(3)
    assert (file._repr_png_(), file._repr_jpeg_()) == (png, None)
    assert file.payload.tell() == 3
    assert (File(io.BytesIO(jpeg))._repr_png_(), File(io.BytesIO(jpeg))._repr_jpeg_()) == (None, jpeg)
    assert (File(io.BytesIO(b"\x1a"))._repr_png_(), File(io.BytesIO())._repr_jpeg_()) == (None, None)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a token": ({"source": f"{'0' * 32}:0"}, "a token, which does not tell its layers: give a Layergroup"),
    "no text": ({"source": 5}, "source is 5: give"),
    "blank": ({"source": " "}, "source is blank"),
    "option": ({"colour": "red"}, "no option 'colour': give title, tiles"),
    "tiles": ({"tiles": "png"}, "tiles is 'png': give 'vector' or 'raster'"),
    "bounds": ({"bounds": (0, 50, 1, 40)}, "bounds is .*west, south, east, north"),
    "three bounds": ({"bounds": (0, 50, 1)}, "bounds is .*west, south, east, north"),
    "words as bounds": ({"bounds": "abcd"}, "bounds is .*west, south, east, north"),
    "basemap": ({"basemap": "javascript:alert(1)"}, "basemap is .*'positron', 'voyager', 'dark-matter'"),
    "library": ({"maplibre": "nowhere"}, "maplibre is 'nowhere', but .*cannot be read"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_arguments(case: str) -> None:
    given, told = WRONG[case]
    drawn = Layergroup.from_dict({"layergroupid": "t:0", "metadata": {"layers": []}, "last_updated": ""})
    with Carto("https://me.carto.com") as carto:
        with pytest.raises(InvalidArgumentError, match=told):
            carto.maps.html(**{"source": drawn, **given})
