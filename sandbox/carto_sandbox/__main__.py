"""`python -m carto_sandbox`: serves until Ctrl-C."""

import argparse
import json
import signal
import threading
from collections.abc import Iterable

from carto_sandbox.importing.sample_tables import load_sample_tables
from carto_sandbox.server import LOOPBACK, Sandbox


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m carto_sandbox", description="A local CARTO for tests and trials.")
    parser.add_argument(
        "--host", default=LOOPBACK, help="address to listen on; 0.0.0.0 in a container (default: this machine)"
    )
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default: a free one)")
    parser.add_argument("--user", default="sandbox", help="name of the account (default: sandbox)")
    parser.add_argument("--api-key", default=None, help="its master key (default: a random one)")
    parser.add_argument("--fixtures", action="store_true", help="load three small tables: cities, routes, regions")
    parser.add_argument("--json", action="store_true", help="print one line of JSON instead")
    options = parser.parse_args()
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    with Sandbox(username=options.user, api_key=options.api_key, host=options.host, port=options.port) as sandbox:
        tables = load_sample_tables(sandbox.account) if options.fixtures else []
        if options.json:
            document = {"base_url": sandbox.base_url, "api_key": sandbox.api_key, "postgis": sandbox.has_postgis}
            print(json.dumps({**document, "tables": list(tables)}), flush=True)
        else:
            _tell(sandbox, tables)
        ended.wait()


def _tell(sandbox: Sandbox, tables: Iterable[str]) -> None:
    print(f"CARTO_BASE_URL={sandbox.base_url}")
    print(f"CARTO_API_KEY={sandbox.api_key}")
    if not sandbox.has_postgis:
        print("# No PostGIS here: the_geom holds EWKT text. CARTO_SANDBOX_DSN can name a server that has it.")
    if tables:
        print(f"# Tables: {', '.join(tables)}")
    print("# Serving until Ctrl-C.", flush=True)


if __name__ == "__main__":
    main()
