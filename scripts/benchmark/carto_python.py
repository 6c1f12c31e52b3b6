"""The same with carto-python 1.11.3, as its documentation shows it."""

import time
import warnings
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from carto.auth import APIKeyAuthClient
    from carto.file_import import FileImportJob
    from carto.sql import CopySQLClient, SQLClient

SMALL = "SELECT 1 AS one"


class Peer:
    def __init__(self, url: str, folder: Path) -> None:
        warnings.simplefilter("ignore")
        self.source, self.target = folder / "source.csv", folder / "target.csv"
        self.client: Any = APIKeyAuthClient(url, "k")

    def queries(self, count: int) -> int:
        sql = SQLClient(self.client)
        return sum(len(sql.send(SMALL)["rows"]) for _ in range(count))

    def rows(self, count: int, paced: bool = False) -> Any:
        started = time.perf_counter()
        rows = SQLClient(self.client).send(f"SELECT {'paced' if paced else 'rows'}{count}")["rows"]
        return {"seconds": time.perf_counter() - started, "returned": len(rows)}

    def copy_from(self, compress: bool) -> int:
        copy = CopySQLClient(self.client)
        answer = copy.copyfrom_file_path("COPY t FROM STDIN WITH (FORMAT csv)", str(self.source), compress=compress)
        return int(answer["total_rows"])

    def copy_to(self, table: str) -> int:
        CopySQLClient(self.client).copyto_file_path(f"COPY {table} TO STDOUT", str(self.target))
        return self.target.stat().st_size

    def upload(self) -> int:
        job = FileImportJob(str(self.source), self.client)
        job.run()
        return int(job.item_queue_id)
