"""The synchronous download goes wherever a binary file goes."""

import csv
import io

from carto_ext import Carto
from carto_sandbox.faults import Answer, FaultServer


def test_the_standard_library_reads_text_from_it(fault_server: FaultServer) -> None:
    rows = "".join(f"{number},Łódź {number}\n" for number in range(20_000))
    fault_server.answers["sql_copyto_post"] = Answer(200, rows.encode())
    with Carto(fault_server.base_url, api_key="k") as carto:
        with io.TextIOWrapper(carto.sql.copy_to("COPY t TO STDOUT WITH (FORMAT csv)"), "utf-8") as file:  # type: ignore[type-var]
            assert list(csv.reader(file))[-1] == ["19999", "Łódź 19999"]
        assert carto.sql.query("SELECT 1").rows is not None
