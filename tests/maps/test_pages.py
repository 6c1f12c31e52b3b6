"""Pages in a browser: they draw the data, show a feature's attributes, and explain an empty map."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from matplotlib.image import imread
from toolchains.chromium import Browser, Page

from carto_ext import Carto

pytestmark = pytest.mark.postgis

Show = Callable[..., AbstractContextManager[Page]]

READY = "document.body.dataset.ready === 'true'"
NOTE = "document.getElementById('note')"
AREAS = {"type": "mapnik", "id": "</script><u>areas", "options": {"sql": "SELECT * FROM areas"}}
CITIES: dict[str, Any] = {"type": "mapnik", "options": {"sql": "SELECT * FROM cities"}}
SWATCH = (11, 114, 133)
"""The first layer's color."""


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Show:
    """Opens a text as a page, and waits until it has drawn its map or says that it cannot."""

    @contextmanager
    def opened(text: str, until: str = f"{READY} || !{NOTE}.hidden") -> Iterator[Page]:
        path = tmp_path / "page.html"
        path.write_text(text, "utf-8")
        with browser.page() as page:
            page.open(path.as_uri())
            page.wait_for(until)
            yield page

    return opened


@pytest.fixture
def options(maplibre: Path) -> dict[str, Any]:
    """No network is needed: the library is in the page, and nothing lies beneath the map."""
    return {"maplibre": maplibre, "basemap": None}


def click_at(page: Page, longitude: float, latitude: float) -> str:
    """The text of the popup."""
    x, y = page.run(f"(({{x, y}}) => [x, y])(carto.map.project([{longitude}, {latitude}]))")
    page.click(x, y)
    text: str = page.wait_for("document.querySelector('.maplibregl-popup')?.innerText ?? ''")
    return text


def colors(page: Page, longitude: float, latitude: float) -> set[tuple[int, ...]]:
    """Those of the pixels around a place, as they are on the screen."""
    x, y = page.run(f"(({{x, y}}) => [Math.round(x), Math.round(y)])(carto.map.project([{longitude}, {latitude}]))")
    pixels = (imread(BytesIO(page.screenshot()))[y - 3 : y + 4, x - 3 : x + 4, :3] * 255).round().astype(int)
    return {tuple(pixel) for row in pixels.tolist() for pixel in row}


def test_points_are_drawn_and_tell_what_they_are(places: Carto, show: Show, options: dict[str, Any]) -> None:
    with show(places.maps.html("cities", **options)) as page:
        names = page.run("carto.map.queryRenderedFeatures({layers: ['carto0-circle']}).map(f => f.properties.name)")
        assert sorted(names) == ["Lisboa", "Madrid", "Sevilla"]
        # With a margin of 40 pixels around the bounds of the data.
        corners = page.run("[[-9.1, 40.4], [-3.7, 37.4]].map(at => carto.map.project(at)).flatMap(({x, y}) => [x, y])")
        assert min(corners[0], corners[1], 900 - corners[2], 600 - corners[3]) == pytest.approx(40, abs=1)
        near = colors(page, -3.7, 40.4)
        assert any(max(abs(a - b) for a, b in zip(SWATCH, color, strict=True)) < 45 for color in near), near
        assert "cartodb_id\t1\nname\tMadrid\npeople\t3200000" in click_at(page, -3.7, 40.4)
        assert page.errors == []


def test_names_and_values_stay_text(places: Carto, show: Show, options: dict[str, Any]) -> None:
    drawn = places.maps.create([CITIES, AREAS])
    title = "</title></script><script>alert(1)</script>"
    with show(places.maps.html(drawn, title=title, **options)) as page:
        assert page.run("document.querySelector('#panel h1').textContent") == title
        assert page.run("document.title") == title
        assert page.run("document.querySelector('#panel ul').innerText").split("\n") == ["Layer 1", "</script><u>areas"]
        text = click_at(page, -2, 39)
        assert "</script><u>areas" in text
        assert "</script><i>x\t<b>bold</b></script><script>alert(1)</script>" in text
        assert page.run("document.querySelectorAll('i, u, b, .features script').length") == 0
        kinds = page.run("[...new Set(carto.map.queryRenderedFeatures().map(f => f.layer.type))].sort()")
        assert kinds == ["circle", "fill", "line"]
        page.run("document.querySelector('#panel input').click()")
        assert page.run("carto.map.getLayoutProperty('carto0-circle', 'visibility')") == "none"
        assert page.errors == []


def test_pictures_have_the_style_of_the_map_and_popups(places: Carto, show: Show, options: dict[str, Any]) -> None:
    pytest.importorskip("mapnik", reason="no pictures: the extra `render` is not installed")
    style = {"cartocss": "#l { marker-width: 30; marker-fill: #ff0000; }", "cartocss_version": "2.3.0"}
    drawn = places.maps.create([{"type": "mapnik", "options": {**CITIES["options"], **style}}])
    with show(places.maps.html(drawn, tiles="raster", bounds=(-10, 36, 0, 44), **options)) as page:
        assert colors(page, -3.7, 40.4) == {(255, 0, 0)}
        assert "name\tMadrid" in click_at(page, -3.7, 40.4)
        assert page.errors == []


def test_a_named_map_shows_private_data_without_a_key(places: Carto, show: Show, options: dict[str, Any]) -> None:
    layer = {"type": "mapnik", "options": {"sql": "SELECT * FROM hidden WHERE name = '<%= name %>'"}}
    names = {"name": {"type": "sql_literal", "default": "Lisboa"}}
    auth = {"method": "token", "valid_tokens": ["sesame"]}
    places.named_maps.create("hidden", {"layers": [layer]}, version="0.0.1", placeholders=names, auth=auth)
    text = places.named_maps.html("hidden", parameters={"name": "Sevilla"}, auth_token="sesame", **options)
    with show(text) as page:
        assert page.run("carto.map.queryRenderedFeatures({layers: ['carto0-circle']})[0].properties.name") == "Sevilla"
        assert page.run("carto.map.getCenter().toArray().map(Math.round)") == [-6, 37]
        assert page.errors == []
    with show(text.replace('"sesame"', '"wrong"')) as page:
        assert "CARTO answered 403: Unauthorized template instantiation" in page.run(f"{NOTE}.innerText")


def test_a_page_says_why_it_is_empty(places: Carto, show: Show, options: dict[str, Any]) -> None:
    drawn = places.maps.create([CITIES])
    here = {"bounds": (-10, 36, 0, 44), **options}
    gone = attrs.evolve(drawn, layergroupid=f"{'0' * 32}:0")
    places.sql.query("CREATE TABLE passing AS SELECT * FROM cities; GRANT SELECT ON passing TO publicuser")
    passed = places.maps.create([{"options": {"sql": "SELECT * FROM passing"}}])
    places.sql.query("DROP TABLE passing")
    reasons: list[tuple[Any, str]] = [
        ("hidden", "403: PgMvtFactory: permission denied for table hidden\nThe data is private"),
        (gone, f"Invalid or nonexistent map configuration token '{'0' * 32}'\nMaps that are made of a query expire"),
        (passed, 'answered 404: PgMvtFactory: relation "passing" does not exist\nA table'),
    ]
    for source, told in reasons:
        with show(places.maps.html(source, **here), f"!{NOTE}.hidden") as page:
            assert told in page.run(f"{NOTE}.innerText")
    text = places.maps.html(drawn, **here).replace(places.settings.base_url, "http://127.0.0.1:9")
    with show(text, f"!{NOTE}.hidden") as page:
        assert "CARTO cannot be reached\nNo answer from 127.0.0.1:9." in page.run(f"{NOTE}.innerText")


def test_a_map_without_features_says_so(places: Carto, show: Show, options: dict[str, Any]) -> None:
    empty = places.maps.create([{"options": {"sql": "SELECT * FROM cities WHERE people < 0"}}])
    with show(places.maps.html(empty, **options)) as page:
        assert "No features to show" in page.run(f"{NOTE}.innerText")
        assert page.errors == []


def test_a_background_that_does_not_come_is_no_harm(places: Carto, show: Show, maplibre: Path) -> None:
    drawn = places.maps.create([CITIES])
    nowhere = "http://127.0.0.1:9/{z}/{x}/{y}.png"
    with show(places.maps.html(drawn, maplibre=maplibre, basemap=nowhere), READY) as page:
        assert page.run("carto.map.queryRenderedFeatures({layers: ['carto0-circle']}).length") == 3
        assert page.run(f"{NOTE}.hidden")
        assert {error.rpartition("/9/")[0] for error in page.errors if "127.0.0.1:9/" not in error} == set()


def test_without_its_library_a_page_says_so(places: Carto, show: Show) -> None:
    text = places.maps.html("cities", maplibre="http://127.0.0.1:9/dist")
    with show(text, f"!{NOTE}.hidden") as page:
        assert "MapLibre GL JS could not be loaded from http://127.0.0.1:9/dist" in page.run(f"{NOTE}.innerText")


def test_a_notebook_shows_a_map(places: Carto, show: Show, options: dict[str, Any]) -> None:
    """In a frame that cannot reach the notebook around it, and in whatever encoding that is read."""
    page_text = places.maps.html("cities", **options)
    shown = show(page_text._repr_html_(), "!!document.querySelector('iframe')")
    with shown as page, page.frame("about:srcdoc") as frame:
        frame.wait_for(READY)
        assert frame.run("carto.map.queryRenderedFeatures({layers: ['carto0-circle']}).length") == 3
        assert frame.run("(() => { try { return parent.document.body } catch { return 'refused' } })()") == "refused"
        assert frame.errors == []
