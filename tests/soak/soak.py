"""The soak itself: `python soak.py MEGABYTES FOLDER` prints a line for each part, and fails where something grows."""

import gc
import os
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from carto_ext import Carto, CartoError
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import CATALOGUE, Answer, FaultServer, load_answers

THREADS = 20
FAULTS = 200
# Noise of the allocator and the compressor. A transfer that held its data would take its whole size.
MOST_GROWTH_MB = 24.0
MOST_LEFT_KB = 512.0
ROW = b"123456\tMadrid\t-3.703790\t40.416775\t2026-01-01 00:00:00+00\n"
BLOCK = ROW * 1000


def serve(pipe: Connection, megabytes: int) -> None:
    """A server in a process of its own: what it keeps must not count."""
    answers = load_answers()
    # As one answer: its rows are made while they are sent.
    answers["sql_copyto_post"] = Answer(200, BLOCK, repeat=megabytes * 1_000_000 // len(BLOCK))
    faults = FaultServer(load_answers())
    with FaultServer(answers) as server, faults:
        pipe.send((server.base_url, faults.base_url))
        names = pipe.recv()
        while names:
            faults.reset()
            faults.play(*(CATALOGUE[name] for name in names))
            server.requests.clear()
            pipe.send(len(names))
            names = pipe.recv()


def memory_mb(field: str) -> float:
    """VmRSS is the memory in use, VmHWM its peak. ru_maxrss does not work: it begins at the parent process's peak."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    raise LookupError(field)


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def descriptors() -> int:
    gc.collect()
    return len(os.listdir("/proc/self/fd"))


def rows(megabytes: int) -> Iterator[bytes]:
    return islice(cycle([BLOCK]), megabytes * 1_000_000 // len(BLOCK))


def transfers(carto: Carto, megabytes: int, folder: Path) -> dict[str, Callable[[], object]]:
    """Every way that data goes, by name."""
    path = folder / "rows.tsv"

    def stream() -> None:
        with carto.sql.copy_to("COPY t TO STDOUT") as download:
            for _ in download:
                pass

    return {
        "COPY TO a file": lambda: carto.sql.copy_to("COPY t TO STDOUT", path),
        "COPY TO an iterator": stream,
        "COPY FROM a file, gzip": lambda: carto.sql.copy_from("COPY t FROM STDIN", path),
        "COPY FROM pieces": lambda: carto.sql.copy_from("COPY t FROM STDIN", rows(megabytes), compress=False),
        "upload of a file": lambda: carto.imports.upload(path),
        "upload of pieces": lambda: carto.imports.upload(rows(megabytes), name="rows.csv"),
    }


def measure_transfers(carto: Carto, megabytes: int, folder: Path) -> None:
    warm = transfers(carto, 1, folder)
    (folder / "rows.tsv").write_bytes(BLOCK)
    for name in ("COPY FROM a file, gzip", "COPY FROM pieces", "upload of a file", "upload of pieces"):
        warm[name]()
    for name, transfer in transfers(carto, megabytes, folder).items():
        opened = descriptors()
        forget_peak()
        before, started = memory_mb("VmRSS"), time.monotonic()
        transfer()
        seconds, growth = time.monotonic() - started, memory_mb("VmHWM") - before
        print(f"{name:<26}{megabytes:>6} MB {seconds:>7.1f} s {growth:>+7.1f} MB of memory", flush=True)
        assert growth <= MOST_GROWTH_MB, f"{name}: memory grew by {growth:.1f} MB"
        assert descriptors() <= opened, f"{name}: files or sockets were left open"
    (folder / "rows.tsv").unlink()


def suffer(carto: Carto, number: int, folder: Path) -> str:
    """One call of each kind in turn, whatever it meets."""
    calls: list[Callable[[], object]] = [
        lambda: carto.sql.query("SELECT 1"),
        lambda: carto.viz.list(),
        lambda: carto.sql.copy_from("COPY t FROM STDIN", iter([ROW] * 2000)),
        lambda: carto.sql.copy_to("COPY t TO STDOUT", folder / f"{number}.tsv"),
        lambda: carto.imports.upload(BLOCK, name="rows.csv"),
    ]
    try:
        calls[number % len(calls)]()
    except CartoError as error:
        return type(error).__name__
    return "done"


def measure_faults(base_url: str, pipe: Connection, folder: Path) -> None:
    """Rounds of the same kind: what the second and third leave beyond the first is a leak."""
    random = Random(4)
    left: list[tuple[float, int]] = []
    tracemalloc.start()
    for _ in range(3):
        names = random.choices(sorted(CATALOGUE), k=FAULTS)
        pipe.send(names)
        pipe.recv()
        once = RetryPolicy(attempts=1)
        carto = Carto(base_url, api_key="soak", timeout=0.5, deadline=5, retries=once)
        with carto, ThreadPoolExecutor(THREADS) as pool:
            outcomes = list(pool.map(lambda number, carto=carto: suffer(carto, number, folder), range(FAULTS)))
        for path in folder.glob("*.tsv"):
            path.unlink()
        assert not list(folder.iterdir()), "something half-written was left"
        open_now = descriptors()
        left.append((tracemalloc.get_traced_memory()[0] / 1024, open_now))
        failed = sum(outcome != "done" for outcome in outcomes)
        print(
            f"{FAULTS} faults, {THREADS} threads: {failed} typed errors, {FAULTS - failed} done; "
            f"{left[-1][0]:,.0f} KB and {left[-1][1]} descriptors in use",
            flush=True,
        )
        assert failed > FAULTS / 2
    tracemalloc.stop()
    assert left[2][0] - left[0][0] <= MOST_LEFT_KB, f"memory is kept: {left}"
    assert left[2][1] <= left[0][1], f"descriptors are kept: {left}"


def main() -> None:
    megabytes, folder = int(sys.argv[1]), Path(sys.argv[2])
    context = get_context("spawn")
    pipe, other = context.Pipe()
    server = context.Process(target=serve, args=(other, megabytes), daemon=True)
    server.start()
    base_url, faults_url = pipe.recv()
    try:
        with Carto(base_url, api_key="soak") as carto:
            measure_transfers(carto, megabytes, folder)
        measure_faults(faults_url, pipe, folder)
        pipe.send([])
    finally:
        server.join(5)
        server.terminate()
        server.join()


if __name__ == "__main__":
    main()
