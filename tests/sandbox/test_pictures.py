"""Maps drawn: pixels of tiles and images, by styles of every kind.

Without PostGIS or without Mapnik the answers say what is missing.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from carto_sandbox import Account, Sandbox
from carto_sandbox.maps_api.drawing import canvas
from tests.support.pictures import measure_difference, read_picture
from tests.support.tile_server import TileServer

needs_renderer = pytest.mark.skipif(
    not canvas.has_renderer(), reason="Nothing draws pictures without the extra `render`."
)
# One shape and one place in each quarter of the world; the tile 0/0/0 has the middle of a quarter at 64 or 192.
TABLE = """
CREATE TABLE quarters (cartodb_id int PRIMARY KEY, name text, size int, seen timestamptz);
INSERT INTO quarters SELECT n, 'quarter ' || n, n * 10, timestamptz '2020-01-01Z' + n * interval '1 day'
  FROM generate_series(1, 4) AS n;
SELECT CDB_CartodbfyTable('public', 'quarters');
UPDATE quarters SET the_geom = ST_Transform(ST_SetSRID(ST_MakePoint(
  CASE WHEN cartodb_id % 2 = 1 THEN -1 ELSE 1 END * 10018754, CASE WHEN cartodb_id < 3 THEN 1 ELSE -1 END * 10018754),
  3857), 4326);
GRANT SELECT ON quarters TO publicuser
"""
POINTS = "SELECT * FROM quarters"
SQUARES = (
    "SELECT cartodb_id, name, size, ST_Expand(the_geom_webmercator, 5000000) AS the_geom_webmercator FROM quarters"
)
LINES = "SELECT cartodb_id, ST_Boundary(ST_Expand(the_geom_webmercator, 5000000)) AS the_geom_webmercator FROM quarters"
QUARTERS = ((64, 64), (192, 64), (64, 192), (192, 192))
Create = Callable[..., str]
Color = tuple[int, int, int, int]
NOTHING: Color = (0, 0, 0, 0)
RED, LIME, BLUE, WHITE = (255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 255), (255, 255, 255, 255)


def layer(style: str, sql: str = POINTS, **options: Any) -> dict[str, Any]:
    return {"type": "mapnik", "options": {"sql": sql, "cartocss": style, "cartocss_version": "3.0.12", **options}}


@pytest.fixture(scope="module")
def maps(postgis_sandbox: Sandbox) -> Iterator[httpx.Client]:
    account = postgis_sandbox.create_account("painter")
    query = {"q": TABLE, "api_key": account.api_key}
    made = httpx.post(f"{account.base_url}/api/v2/sql", data=query, timeout=60)
    assert made.status_code == 200, made.text
    with httpx.Client(base_url=f"{account.base_url}/api/v1/map", timeout=60) as client:
        yield client
    postgis_sandbox.drop_account(account)


@pytest.fixture(scope="module")
def create(maps: httpx.Client) -> Create:
    def post(*layers: dict[str, Any], **config: Any) -> str:
        answer = maps.post("", json={"version": "1.7.0", "layers": layers, **config})
        assert answer.status_code == 200, answer.text
        token: str = answer.json()["layergroupid"]
        return token

    return post


def get_picture(maps: httpx.Client, path: str) -> Any:
    answer = maps.get(path)
    assert answer.status_code == 200, answer.text
    return read_picture(answer.content)


def read_pixel(picture: Any, x: int, y: int) -> Color:
    place = 4 * (y * picture.width() + x)
    red, green, blue, alpha = picture.to_string()[place : place + 4]
    return red, green, blue, alpha


@pytest.mark.postgis
@needs_renderer
@pytest.mark.parametrize(
    ("style", "sql", "colors"),
    [
        ("#l{marker-fill:#f00;marker-width:20;}", POINTS, [RED] * 4),
        ("#l{marker-fill:#f00;marker-width:20;[size>20]{marker-fill:#00f;}}", POINTS, [RED, RED, BLUE, BLUE]),
        ("#l[name='quarter 2']{marker-fill:#f00;marker-width:20;}", POINTS, [NOTHING, RED, NOTHING, NOTHING]),
        ("#l[cartodb_id!=1][size<40]{marker-fill:#00f;marker-width:20;}", POINTS, [NOTHING, BLUE, BLUE, NOTHING]),
        ("#l[name=~'.*3']{marker-fill:#f00;marker-width:20;}", POINTS, [NOTHING, NOTHING, RED, NOTHING]),
        ("#l{polygon-fill:#00ff00;[zoom>0]{polygon-fill:#f00;}}", SQUARES, [LIME] * 4),
        ("#l{polygon-fill:#00f;polygon-opacity:0;}", SQUARES, [NOTHING] * 4),
        ("#l{line-color:#f00;line-width:2;}", SQUARES, [NOTHING] * 4),
        ("@c:#0f0;#l{polygon-fill:@c;::over[size=10]{polygon-fill:#f00;}}", SQUARES, [RED, LIME, LIME, LIME]),
        (
            "#l{polygon-fill:ramp([size],(#f00,#0f0,#00f,#fff),(10,20,30,40),=);line-width:0;}",
            SQUARES,
            [RED, LIME, BLUE, WHITE],
        ),
        ("#l{polygon-fill:ramp([size],(#f00,#00f),(20,40),>);line-width:0;}", SQUARES, [RED, RED, BLUE, BLUE]),
        ("#l{marker-width:ramp([size],range(10,30),quantiles(4));marker-fill:#f00;}", POINTS, [RED] * 4),
        ("Map{background-color:#fff;}#l[size=10]{polygon-fill:#f00;}", SQUARES, [RED, WHITE, WHITE, WHITE]),
        ("#l::a{polygon-fill:#f00;}#l::b[size=20]{polygon-fill:#fff;comp-op:multiply;}", SQUARES, [RED] * 4),
        ("#l{building-fill:#00f;building-height:1;}", SQUARES, [BLUE] * 4),
    ],
)
def test_styles(maps: httpx.Client, create: Create, style: str, sql: str, colors: list[Color]) -> None:
    picture = get_picture(maps, f"/{create(layer(style, sql))}/0/0/0.png32")
    assert [read_pixel(picture, *place) for place in QUARTERS] == colors


@pytest.mark.postgis
@needs_renderer
def test_lines_texts_and_what_lies_beside_a_tile(maps: httpx.Client, create: Create) -> None:
    token = create(layer("#l{line-color:#f00;line-width:4;}", LINES))
    # Squares of half a quarter: their sides lie 32 pixels from its middle.
    assert read_pixel(get_picture(maps, f"/{token}/0/0/0.png32"), 32, 64) == RED
    text = create(layer("#l{text-name:[name];text-face-name:'No Such Face';text-size:12;text-fill:#00f;}"))
    labelled = get_picture(maps, f"/{text}/0/0/0.png32")
    assert any(read_pixel(labelled, x, 64)[3] for x in range(40, 90))
    # A marker of the next tile reaches into this one, unless the map says that nothing beside it is read.
    wide = layer("#l{marker-fill:#f00;marker-width:100;marker-allow-overlap:true;}")
    assert read_pixel(get_picture(maps, f"/{create(wide)}/2/1/0.png32"), 5, 250) == RED
    narrow = create(wide, buffersize={"png32": 0, "png": 0})
    assert read_pixel(get_picture(maps, f"/{narrow}/2/1/0.png32"), 5, 250) in (RED, NOTHING)


@pytest.mark.postgis
@needs_renderer
def test_selections_and_other_layers(maps: httpx.Client, create: Create) -> None:
    token = create(
        {"type": "plain", "options": {"color": "white"}},
        layer("#l{polygon-fill:#f00;}", f"{SQUARES} WHERE cartodb_id < 3"),
        layer("#l{polygon-fill:#00f;}", f"{SQUARES} WHERE cartodb_id % 2 = 0"),
    )
    wanted = {
        "all": [RED, BLUE, WHITE, BLUE],
        "mapnik": [RED, BLUE, NOTHING, BLUE],
        "0": [WHITE] * 4,
        "1": [RED, RED, NOTHING, NOTHING],
        "0,1": [RED, RED, WHITE, WHITE],
        "1,2": [RED, BLUE, NOTHING, BLUE],
    }
    for selection, colors in wanted.items():
        picture = get_picture(maps, f"/{token}/{selection}/0/0/0.png")
        assert [read_pixel(picture, *place) for place in QUARTERS] == colors, selection
    plain = get_picture(maps, f"/{token}/0/0/0.png")
    assert [read_pixel(plain, *place) for place in QUARTERS] == wanted["mapnik"]


@pytest.mark.postgis
@needs_renderer
def test_fine_screens_and_images(maps: httpx.Client, create: Create) -> None:
    token = create(layer("#l{polygon-fill:#f00;}", SQUARES))
    fine = get_picture(maps, f"/{token}/0/0/0@2x.png")
    assert (fine.width(), fine.height()) == (512, 512)
    assert (read_pixel(fine, 128, 128), read_pixel(fine, 256, 256)) == (RED, NOTHING)
    image = get_picture(maps, f"/static/center/{token}/1/0/0/600/400.png")
    assert (image.width(), image.height()) == (600, 400)
    assert (read_pixel(image, 172, 72), read_pixel(image, 300, 200)) == (RED, NOTHING)
    boxed = maps.get(f"/static/bbox/{token}/-180,-85,180,85/256/256.png").content
    assert measure_difference(boxed, maps.get(f"/{token}/0/0/0.png").content) < 0.05
    photo = maps.get(f"/static/bbox/{token}/-180,-85,180,85/256/256.jpg")
    assert photo.headers["content-type"] == "image/jpeg"
    assert photo.content.startswith(b"\xff\xd8\xff")


@pytest.mark.postgis
@needs_renderer
def test_tiles_of_another_server(maps: httpx.Client, create: Create) -> None:
    given = maps.get(f"/{create({'type': 'plain', 'options': {'color': '#0f0'}})}/all/0/0/0.png").content
    server = TileServer(given)
    try:
        template = f"http://{server.address}/{{z}}/{{x}}/{{y}}.png"
        http = {"type": "http", "options": {"urlTemplate": template, "subdomains": []}}
        token = create(http, layer("#l{polygon-fill:#f00;}", f"{SQUARES} WHERE cartodb_id = 1"))
        picture = get_picture(maps, f"/{token}/all/0/0/0.png")
        assert [read_pixel(picture, *place) for place in QUARTERS] == [RED, LIME, LIME, LIME]
        assert maps.get(f"/{token}/0/0/0/0.png").content == given
    finally:
        server.close()
    # The server is gone: the rest is drawn without it.
    assert read_pixel(get_picture(maps, f"/{token}/all/0/0/0.png"), *QUARTERS[1]) == NOTHING
    assert maps.get(f"/{token}/0/0/0/0.png").status_code == 400


TORQUE = (
    'Map{-torque-frame-count:4;-torque-animation-duration:10;-torque-time-attribute:"seen";'
    '-torque-aggregation-function:"count(*)";-torque-resolution:8;-torque-data-aggregation:linear;}'
    "#l{marker-width:16;marker-fill:#f00;[value>1]{marker-fill:#00f;}}"
)


@pytest.mark.postgis
def test_torque_counts_by_place_and_time(maps: httpx.Client, create: Create) -> None:
    torque = {"type": "torque", "options": {"sql": POINTS, "cartocss": TORQUE, "cartocss_version": "2.3.0"}}
    token = create(torque)
    cells = maps.get(f"/{token}/0/0/0/0.torque.json").json()
    found = {(cell["x__uint8"], cell["y__uint8"]): (cell["dates__uint16"], cell["vals__uint8"]) for cell in cells}
    assert found == {(8, 24): ([0], [1]), (24, 24): ([1], [1]), (8, 8): ([2], [1]), (24, 8): ([3], [1])}
    if canvas.has_renderer():
        picture = get_picture(maps, f"/{token}/0/0/0/0.png")
        assert [read_pixel(picture, *place) for place in QUARTERS] == [RED, NOTHING, NOTHING, NOTHING]


@pytest.mark.postgis
def test_grids_tell_what_is_where(maps: httpx.Client, create: Create) -> None:
    token = create(layer("#l{polygon-fill:#f00;}", SQUARES, interactivity=["cartodb_id", "name"]))
    grid = maps.get(f"/{token}/0/0/0/0.grid.json").json()
    assert sorted(grid["keys"]) == ["", "1", "2", "3", "4"]
    assert grid["data"]["2"] == {"cartodb_id": 2, "name": "quarter 2"}

    def read_cell(x: int, y: int) -> str:
        code = ord(grid["grid"][y][x])
        key: str = grid["keys"][code - 32 - (code > 34) - (code > 92)]
        return key

    assert [read_cell(x // 4, y // 4) for x, y in QUARTERS] == ["1", "2", "3", "4"]
    assert read_cell(32, 32) == ""
    # Points have no area: a style for areas does not draw them.
    bare = create(layer("#l{polygon-fill:#f00;}", interactivity=["cartodb_id"]))
    assert maps.get(f"/{bare}/0/0/0/0.grid.json").json()["data"] == {}


@pytest.mark.postgis
def test_without_the_renderer_answers_name_it(
    maps: httpx.Client, create: Create, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = create(
        layer("#l{marker-width:4;}", interactivity=["cartodb_id"]),
        {"type": "torque", "options": {"sql": POINTS, "cartocss": TORQUE, "cartocss_version": "2.3.0"}},
    )
    monkeypatch.setattr(canvas, "_find_mapnik", lambda: None)
    for path in ("0/0/0.png", "all/0/0/0.png", "0/0/0/0.png", "1/0/0/0.png"):
        answer = maps.get(f"/{token}/{path}")
        assert answer.status_code == 501, path
        assert "pip install 'carto-client[sandbox,render]'" in answer.json()["errors"][0]
    assert maps.get(f"/static/center/{token}/0/0/0/9/9.png").status_code == 501
    for path in ("0/0/0.mvt", "0/0/0/0.grid.json", "1/0/0/0.torque.json"):
        assert maps.get(f"/{token}/{path}").status_code == 200, path


@pytest.mark.postgis
@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("#l{", "style0:1:8 missing closing `}`"),
        ("#l{marker-colour:red;}", "style0:1:9 Unrecognized rule: marker-colour"),
        ("#l{marker-width:wide;}", "Invalid value for marker-width, the type"),
        ("#l{marker-fill:ramp([none],(red,blue),quantiles);}", 'Failed to process "marker-fill" property: unable to'),
        ("#l{marker-fill:ramp([size],cartocolor(None),quantiles);}", "style0"),
        ("#l{marker-fill:@none;}", "style0"),
        (" ", "style0: CartoCSS is empty"),
    ],
)
def test_mistakes_of_styles(maps: httpx.Client, style: str, text: str) -> None:
    answer = maps.post("", json={"layers": [layer(style)]})
    assert answer.status_code == 400, answer.text
    assert text in answer.json()["errors"][0]
    assert answer.json()["errors_with_context"][0]["type"] == "layer"


def test_a_sandbox_without_postgis_says_so(sandbox: Sandbox, account: Account) -> None:
    if sandbox.has_postgis:
        pytest.skip("CARTO_SANDBOX_DSN names a server with PostGIS, so there is no plain one")
    url = f"{account.base_url}/api/v1/map"
    config = {"layers": [layer("#l{marker-width:4;}", "SELECT 1 AS cartodb_id, 'POINT(0 0)' AS the_geom_webmercator")]}
    made = httpx.post(url, content=json.dumps(config), headers={"content-type": "application/json"}, timeout=30)
    assert made.status_code == 200, made.text
    answer = httpx.get(f"{url}/{made.json()['layergroupid']}/0/0/0.png", timeout=30)
    assert (answer.status_code, answer.json()["errors"][0][:42]) == (501, "This sandbox runs without PostGIS: it cann")
