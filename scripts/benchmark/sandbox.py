"""How soon the sandbox serves, and how much memory it and its PostgreSQL take then and after some work."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import httpx

from benchmark.report import Line
from benchmark.rows import Effort

_ROWS = 200_000


def start_and_memory(effort: Effort) -> Iterator[Line]:
    """On the PostgreSQL it comes with, each time in a new process."""
    environment = {name: value for name, value in os.environ.items() if name != "CARTO_SANDBOX_DSN"}
    waited, idle, worked = [], [], []
    for _ in range(min(effort.rounds, 3)):
        started = time.perf_counter()
        command = [sys.executable, "-m", "carto_sandbox"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout is not None
            url, key = (process.stdout.readline().strip().partition("=")[2] for _ in range(2))
            waited.append(time.perf_counter() - started)
            idle.append(_measure(process.pid))
            query = {"q": f"SELECT n, n::text AS t FROM generate_series(1, {_ROWS}) AS n", "api_key": key}
            httpx.post(f"{url}/api/v2/sql", data=query, timeout=120).raise_for_status()
            worked.append(_measure(process.pid))
            process.terminate()
    yield Line("sandbox, start to first answer", f"{median(waited):.1f} s", "", "", "")
    yield Line("sandbox, memory with its PostgreSQL", f"{median(idle):.0f} MiB", "", "", "")
    yield Line(f"  after {_ROWS:,} rows of JSON", f"{median(worked):.0f} MiB", "", "", "")


def _measure(pid: int) -> float:
    """MiB of a process and its children's children, each shared page counted by its share; 0 where /proc is not."""
    total = 0.0
    for process in [pid, *_list_children(pid)]:
        rollup = Path(f"/proc/{process}/smaps_rollup")
        if rollup.exists():
            total += next(int(line.split()[1]) for line in rollup.read_text().splitlines() if line.startswith("Pss:"))
    return total / 1024


def _list_children(pid: int) -> Iterator[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for child in children.read_text().split() if children.exists() else ():
        yield int(child)
        yield from _list_children(int(child))
