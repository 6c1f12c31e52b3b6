"""Old clients of a fresh account, a web site to import from, and the names programs import."""

import http.server
import logging
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from carto_ext import compat
from carto_ext.compat.auth import APIKeyAuthClient
from carto_sandbox import Account

CITIES = b"name,population,longitude,latitude\nMadrid,3223334,-3.70,40.42\nSevilla,688711,-5.98,37.38\n"


@pytest.fixture
def client(account: Account) -> APIKeyAuthClient:
    return APIKeyAuthClient(f"{account.base_url}/", account.api_key)


@pytest.fixture
def web_site() -> Iterator[str]:
    """The base URL of a site where every path is cities.csv, except those that are not there."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = "missing" not in self.path
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/csv")
            self.send_header("Content-Length", str(len(CITIES) if found else 0))
            self.end_headers()
            if found:
                self.wfile.write(CITIES)

        def log_message(self, format: str, *args: object) -> None:
            """Said nothing: the output belongs to the tests."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def installed() -> Iterator[Callable[[], None]]:
    """Undo `install()` after the test."""

    def ours(name: str) -> bool:
        return name.partition(".")[0] in ("carto", "pyrestcli")

    level = logging.getLogger("httpx").level
    before = {name: module for name, module in sys.modules.items() if ours(name)}
    yield compat.install
    logging.getLogger("httpx").setLevel(level)
    for name in filter(ours, list(sys.modules)):
        del sys.modules[name]
    sys.modules.update(before)
