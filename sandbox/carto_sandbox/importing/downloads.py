"""Fetches the file of a URL import to disk; what goes wrong becomes CARTO's code for it. Blocking."""

import http.client
import re
import shutil
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from carto_sandbox.importing.codes import ImportFailureError

SCHEMES = ("http", "https", "ftp")
_TIMEOUT_SECONDS = 30
_CODES = {401: 1101, 403: 1101, 404: 1100}
_ENDINGS = {
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/geo+json": ".geojson",
    "application/zip": ".zip",
}


def check_url(url: object) -> str:
    """The URL, or ValueError when it cannot be fetched at all. Unlike CARTO, any port and the loopback are fine."""
    if isinstance(url, str):
        try:
            parts = urlsplit(url.strip())
            good = parts.scheme.lower() in SCHEMES and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        except ValueError:
            good = False
        if good and not re.search(r"\s", url.strip()):
            return url.strip()
    raise ValueError(f"Invalid URL, cannot connect dataset: {url}")


def name_url(url: str) -> str:
    """The file name at the end of a URL, or its host when there is none."""
    parts = urlsplit(url)
    return PurePosixPath(unquote(parts.path)).name or str(parts.hostname)


def download(url: str, path: Path) -> str:
    """Writes the file and returns its name, as the server calls it or as the URL ends."""
    request = urllib.request.Request(url, headers={"User-Agent": "carto-sandbox"})
    # No proxy: the sandbox is meant for the machine it runs on.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=_TIMEOUT_SECONDS) as response, path.open("wb") as file:
            shutil.copyfileobj(response, file, 1024 * 1024)
            promised = response.headers.get("Content-Length")
            name = _choose_name(url, response.headers)
    except urllib.error.HTTPError as error:
        with error:
            raise ImportFailureError(_CODES.get(error.code, 1001), http_status=error.code) from error
    except TimeoutError as error:
        raise ImportFailureError(1020) from error
    except urllib.error.URLError as error:
        code = 1020 if isinstance(error.reason, TimeoutError) else 1102
        raise ImportFailureError(code, http_status=0 if code == 1102 else None) from error
    except (OSError, http.client.HTTPException) as error:
        raise ImportFailureError(1001, str(error)) from error
    if promised and promised.isdigit() and path.stat().st_size != int(promised):
        raise ImportFailureError(1103)
    return name


def _choose_name(url: str, headers: Message) -> str:
    name = headers.get_filename() or name_url(url)
    if "." not in name or name == urlsplit(url).hostname:
        name += _ENDINGS.get(headers.get_content_type(), "")
    return name
