"""Into a real table: psql's \\copy straight to PostgreSQL, and copy_from by way of the sandbox, which is Python."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmark.report import Line, share


def copy_into_table(source: Path, rounds: int) -> Iterator[Line]:
    """No goal: what stands between is the sandbox."""
    if shutil.which("psql") is None:
        return
    from carto_ext import Carto
    from carto_sandbox import Sandbox

    with Sandbox(username=None) as sandbox:
        account = sandbox.create_account("bench")
        with Carto(account.base_url, api_key=account.api_key) as carto:
            carto.sql.query("CREATE TABLE places (id int, latitude float8, longitude float8, name text)")
            took: tuple[list[float], list[float]] = ([], [])
            for _ in range(rounds):
                started = time.perf_counter()
                carto.sql.copy_from("COPY places FROM STDIN WITH (FORMAT csv)", source)
                took[0].append(time.perf_counter() - started)
                command = f"\\copy places FROM '{source.resolve()}' WITH (FORMAT csv)"
                started = time.perf_counter()
                subprocess.run(["psql", "--quiet", "--command", command, account.dsn()], check=True)
                took[1].append(time.perf_counter() - started)
                carto.sql.query("TRUNCATE places")
    yield share("copy_from into a table of the sandbox", median(took[0]), "psql \\copy into it", median(took[1]))
