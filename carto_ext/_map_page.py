"""Pages that show a map: MapLibre GL JS over its tiles, in one HTML file without a key. Reads files, asks no server."""

from __future__ import annotations

import html
import json
import math
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypedDict, Unpack
from urllib.parse import quote, urlsplit

from carto_client.models import Layergroup
from carto_ext.errors import InvalidArgumentError

MAPLIBRE_VERSION = "5.24.1"
# Of the files of that release in the npm package; a browser runs no other.
INTEGRITY = {
    "maplibre-gl.css": "sha384-uTttxo/aOKbdE5RlD/SPzSDoDmNvGlUYPjONi2MN/b7c9HPSvW07OIuyP7uL6jxK",
    "maplibre-gl.js": "sha384-nXMl9YiLoSG5KBPTFgvxVuIqQQcqIvo0bFrvoEaGJC6r7IibIzF1S36Zbf/sKBtL",
}
_CDN = f"https://unpkg.com/maplibre-gl@{MAPLIBRE_VERSION}/dist"
_BASEMAPS = {"positron": "light_all", "voyager": "rastertiles/voyager", "dark-matter": "dark_all"}
_ATTRIBUTION = (
    '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors, '
    '© <a href="https://carto.com/attributions">CARTO</a>'
)
_EARTH_RADIUS = 6378137.0
# What the page may do, whatever comes into it: run these scripts, and no others.
_POLICY = (
    "default-src 'none'; script-src {0}; style-src 'unsafe-inline' https: http:; worker-src blob:; child-src blob:; "
    "img-src https: http: data: blob:; connect-src https: http:; base-uri 'none'; form-action 'none'"
)

Bounds: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


class PageOptions(TypedDict, total=False):
    """How a page shows a map.

    Attributes:
        title: Title of the page and heading of the map.
        tiles: `vector`, the default, draws the data in a plain style; `raster` shows the pictures that CARTO draws by
            the map's CartoCSS. Layers that have no vector tiles (torque, http, plain) are pictures in either case.
        bounds: Where the map opens: west, south, east, north, in degrees. Without it, where the data is.
        basemap: The map beneath: `positron`, `voyager` or `dark-matter` of CARTO, the URL of raster tiles with `{z}`,
            `{x}` and `{y}`, or None for a grid of degrees.
        maplibre: Where the page has MapLibre GL JS from: `cdn`, the address of a folder, or the path of a folder with
            `maplibre-gl.js` and `maplibre-gl.css`, which are then copied into the page.
        popups: Whether a click on a feature shows its attributes; True by default.
        auth_token: The token, or tokens, that the template of a named map asks for. They stand in the page, for
            everybody who has it.
    """

    title: str
    tiles: Literal["vector", "raster"]
    bounds: Bounds | None
    basemap: str | None
    maplibre: str | PathLike[str]
    popups: bool
    auth_token: str | Sequence[str] | None


@dataclass(frozen=True)
class Shown:
    """A map for a page: a layergroup, or a named map, which the page instantiates itself whenever it is opened."""

    base_url: str
    title: str
    layergroup: Layergroup | None = None
    name: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Library:
    """MapLibre GL JS: the elements that load it, where from, and what the page's policy must let run."""

    css: str
    js: str
    origin: str
    allowed: str


def map_page(shown: Shown, **options: Unpack[PageOptions]) -> str:
    """The text of the page.

    Raises:
        InvalidArgumentError: An option has no such value, or the folder has no MapLibre GL JS.
    """
    if unknown := options.keys() - PageOptions.__annotations__.keys():
        known = ", ".join(PageOptions.__annotations__)
        raise InvalidArgumentError(f"a page has no option {min(unknown)!r}: give {known}")
    title = str(options.get("title") or shown.title)
    library = _library(options.get("maplibre", "cdn"))
    page = {
        "base": shown.base_url,
        "title": title,
        "map": None if shown.layergroup is None else _layers(shown.layergroup),
        "named": None if shown.layergroup else {"name": shown.name, "params": dict(shown.parameters)},
        "tokens": tokens_of(options),
        "tiles": _one_of("tiles", options.get("tiles", "vector"), ("vector", "raster")),
        "bounds": _bounds(options.get("bounds")),
        "basemap": _basemap(options.get("basemap", "positron")),
        "popups": bool(options.get("popups", True)),
        "library": library.origin,
    }
    program = _resource("_map_page.js")
    places = {
        "title": html.escape(title),
        "policy": html.escape(_POLICY.format(f"{library.allowed} {_hash_source(program)}")),
        "css": library.css,
        # Nothing in it can end the element that it stands in.
        "page": json.dumps(page).replace("<", "\\u003c"),
        "js": library.js,
        "program": program,
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda found: places[found[1]], _resource("_map_page.html"))


def map_frame(page: str, height: int = 420) -> str:
    """The page as an element for a notebook, where it can reach nothing of what is around it."""
    # In ASCII, since a page around it may be read in another encoding, and the policy then refuses its scripts.
    text = html.escape(page).encode("ascii", "xmlcharrefreplace").decode()
    return (
        f'<iframe srcdoc="{text}" sandbox="allow-scripts allow-popups" title="Map" '
        f'style="width: 100%; height: {height}px; border: 0"></iframe>'
    )


def _layers(layergroup: Layergroup) -> dict[str, Any]:
    """Without its addresses, which repeat the key that it was made with."""
    layers = [{"id": str(layer.id), "type": layer.type_} for layer in layergroup.metadata.layers]
    return {"token": quote(layergroup.layergroupid, safe="@:"), "layers": layers}


def tokens_of(options: PageOptions) -> list[tuple[str, str]]:
    """Those of the template, as parameters of a URL."""
    auth_token = options.get("auth_token")
    if isinstance(auth_token, str):
        return [("auth_token", auth_token)]
    return [("auth_token[]", token) for token in auth_token or ()]


def _one_of(name: str, value: object, known: Sequence[str]) -> object:
    if value not in known:
        raise InvalidArgumentError(f"{name} is {value!r}: give {' or '.join(map(repr, known))}")
    return value


def _bounds(bounds: Bounds | None) -> list[float] | None:
    if bounds is None:
        return None
    with suppress(TypeError, ValueError):
        west, south, east, north = found = [float(value) for value in bounds]
        if all(map(math.isfinite, found)) and -90 <= south <= north <= 90 and west <= east:
            return found
    raise InvalidArgumentError(f"bounds is {bounds!r}: give west, south, east, north in degrees")


def degrees(west: float, south: float, east: float, north: float) -> Bounds:
    """Bounds in web mercator as longitudes and latitudes."""

    def latitude(y: float) -> float:
        return math.degrees(2 * math.atan(math.exp(y / _EARTH_RADIUS)) - math.pi / 2)

    return math.degrees(west / _EARTH_RADIUS), latitude(south), math.degrees(east / _EARTH_RADIUS), latitude(north)


def _basemap(basemap: str | None) -> dict[str, str] | None:
    if basemap is None:
        return None
    if basemap in _BASEMAPS:
        url = f"https://basemaps.cartocdn.com/{_BASEMAPS[basemap]}/{{z}}/{{x}}/{{y}}.png"
        return {"url": url, "attribution": _ATTRIBUTION}
    if not _is_web_address(basemap) or not all(place in basemap for place in ("{z}", "{x}", "{y}")):
        known = ", ".join(map(repr, _BASEMAPS))
        raise InvalidArgumentError(f"basemap is {basemap!r}: give {known}, a URL with {{z}}, {{x}}, {{y}}, or None")
    return {"url": basemap, "attribution": ""}


def _library(place: str | PathLike[str]) -> _Library:
    address = _CDN if place == "cdn" else place
    if isinstance(address, str) and _is_web_address(address):
        address = address.rstrip("/")
        css, js = (
            f'{address}/{name}"' + (f' integrity="{INTEGRITY[name]}" crossorigin="anonymous"' if place == "cdn" else "")
            for name in ("maplibre-gl.css", "maplibre-gl.js")
        )
        return _Library(f'<link rel="stylesheet" href="{css}>', f'<script src="{js}></script>', address, address + "/")
    css, js = _read_library(Path(address))
    return _Library(f"<style>{css}</style>", f"<script>{js}</script>", "the page itself", _hash_source(js))


def _read_library(folder: Path) -> tuple[str, str]:
    try:
        css, js = ((folder / name).read_text("utf-8") for name in ("maplibre-gl.css", "maplibre-gl.js"))
    except OSError as error:
        raise InvalidArgumentError(
            f"maplibre is {str(folder)!r}, but {error.filename!r} cannot be read: {error.strerror}. Give 'cdn', or the "
            "folder `dist` of the npm package maplibre-gl, of version 5"
        ) from error
    # Its map of the source lies elsewhere; and the text of a script must not end the element.
    js = re.sub(r"//# sourceMappingURL=.*", "", js)
    return re.sub(r"(?i)</(?=style)", r"<\\/", css), re.sub(r"(?i)</(?=script)", r"<\\/", js)


def _is_web_address(text: str) -> bool:
    return urlsplit(text).scheme in ("http", "https") and not re.search(r"[\s\"'<>;,]", text)


def _hash_source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _resource(name: str) -> str:
    return files("carto_ext").joinpath(name).read_text("utf-8")
