"""cartoframes 1.2.5 over carto-python, in an environment of their own."""

import time
import warnings
from pathlib import Path
from typing import Any

warnings.simplefilter("ignore")

import geopandas  # noqa: E402
from cartoframes import read_carto, to_carto  # noqa: E402
from cartoframes.auth import Credentials  # noqa: E402


class Peer:
    def __init__(self, url: str, folder: Path) -> None:
        self.folder = folder
        self.credentials = Credentials(
            base_url=url, username=url.rpartition("/")[2], api_key="k" * 40, allow_non_secure=True
        )

    def geopandas(self, table: str) -> Any:
        read_carto("SELECT 1 AS one", credentials=self.credentials)  # imports what it needs
        return _timed(lambda: len(read_carto(table, credentials=self.credentials)))

    def write(self, table: str, cartodbfy: bool) -> Any:
        frame = geopandas.read_parquet(self.folder / f"{table}.parquet")
        return _timed(
            lambda: to_carto(
                frame,
                f"{table}_cartoframes",
                credentials=self.credentials,
                if_exists="replace",
                skip_quota_warning=True,
                cartodbfy=cartodbfy,
                log_enabled=False,
            )
        )


def _timed(action: Any) -> dict[str, Any]:
    started, busy = time.perf_counter(), time.process_time()
    made = action()
    took = {"seconds": time.perf_counter() - started, "cpu": time.process_time() - busy}
    return {**took, "returned": made if isinstance(made, int) else 0}
