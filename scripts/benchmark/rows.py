"""The comparisons and their goals. Each function returns the rows of one piece of work."""

import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmark.data import MB, write_csv
from benchmark.peers import Field
from benchmark.report import Line, bound, faster, seconds, share

CARTO_PYTHON = "carto-python"
WITHOUT = "ours without speed"


@dataclass(frozen=True)
class Effort:
    """How much is measured: a whole run, or the quick one of a minute."""

    megabytes: int = 200
    large_megabytes: int = 2000
    rounds: int = 7
    rows: int = 200_000
    growth_megabytes: tuple[int, ...] = (1, 10, 100, 1000)
    growth_rows: tuple[int, ...] = (10_000, 100_000, 1_000_000)
    longest_job: float = 240.0


WHOLE = Effort()
QUICK = Effort(50, 200, 3, 200_000, (1, 10, 50), (10_000, 40_000), 12.0)

Call = tuple[str, str, dict[str, Any]]


def race(field: Field, rounds: int, calls: Sequence[Call], figure: str = "seconds") -> list[float]:
    """The median of each call, after a round that does not count; they take turns, so that a busy moment hits all."""
    return races(field, rounds, calls, figure)[0]


def races(field: Field, rounds: int, calls: Sequence[Call], *figures: str) -> list[list[float]]:
    """Several figures of the same calls: a list of medians for each."""
    took: list[list[dict[str, Any]]] = [[] for _ in calls]
    for turn in range(rounds + 1):
        for (worker, verb, arguments), rounds_of_it in zip(calls, took, strict=True):
            (field.folder / "target.csv").unlink(missing_ok=True)  # not part of the measured work
            rounds_of_it.append(field.worker(worker).do(verb, **arguments))
            if turn == 0:
                rounds_of_it.clear()
    return [[median(one[figure] for one in rounds_of_it) for rounds_of_it in took] for figure in figures]


def copy_from_gzip(field: Field, effort: Effort) -> Iterator[Line]:
    packed = {"compress": True}
    calls = [(name, "copy_from", packed) for name in ("ours", WITHOUT, "carto_python")]
    fast, plain, old, in_loop = race(field, effort.rounds, [*calls, ("ours", "copy_from_async", packed)])
    yield faster("copy_from, gzip, with speed", fast, CARTO_PYTHON, old, 5)
    yield faster("copy_from, gzip, with speed, async", in_loop, CARTO_PYTHON, old, 5)
    yield faster("copy_from, gzip, without speed", plain, CARTO_PYTHON, old, 1)
    sent, sent_plain, sent_old = (
        field.worker(name).do(verb, **arguments)["returned"] for name, verb, arguments in calls
    )
    for name, size in (("with", sent), ("without", sent_plain)):
        ratio = size / sent_old
        figures = (f"{size / MB:.1f} MB", "zlib at level 1", f"{sent_old / MB:.1f} MB", f"{ratio:.4f} of its size")
        yield Line(f"copy_from, gzip, what is sent {name} speed", *figures, "no larger", ratio <= 1.0005)


def uploads(field: Field, effort: Effort) -> Iterator[Line]:
    for verb, options in (("copy_from", {"compress": False}), ("upload", {})):
        calls = [("ours", verb, options), ("ours", f"{verb}_async", options), ("carto_python", verb, options)]
        calls += [("plain_httpx", verb, {})] + ([("curl", verb, {})] if field.has_curl else [])
        fast, in_loop, old, by_hand, *curl = race(field, effort.rounds, calls)
        name = f"{verb}, uncompressed" if options else verb
        for theirs in curl:
            yield share(name, fast, "curl", theirs, 1.5)
            yield share(f"{name}, async", in_loop, "curl", theirs, 1.5)
        yield faster(name, fast, CARTO_PYTHON, old)
        yield faster(name, fast, "plain httpx", by_hand)


def downloads(field: Field, effort: Effort) -> Iterator[Line]:
    table = {"table": f"mb{effort.megabytes}"}
    names = ["carto_python", "plain_httpx", *(["curl"] if field.has_curl else [])]
    calls = [
        ("ours", "copy_to", table),
        ("ours", "copy_to_async", table),
        *((name, "copy_to", table) for name in names),
    ]
    (fast, in_loop, old, by_hand, *curl), cpu = races(field, effort.rounds, calls, "seconds", "cpu")
    for theirs in curl:
        yield share("copy_to a file", fast, "curl", theirs, 1.15)
        yield share("copy_to a file, async", in_loop, "curl", theirs)
    yield faster("copy_to a file", fast, CARTO_PYTHON, old, 1.3)
    yield share("copy_to a file, CPU time", cpu[0], CARTO_PYTHON, cpu[2], 0.7)
    yield faster("copy_to a file, async", in_loop, CARTO_PYTHON, old, 1.3)
    yield share("copy_to a file, async", in_loop, "the same, sync", fast, 1.15)
    yield faster("copy_to a file", fast, "plain httpx", by_hand)
    packed = {"table": f"mb{effort.megabytes}_gzip"}
    calls = [
        (name, verb, packed) for name, verb in (("ours", "copy_to"), ("ours", "copy_to_async"), (WITHOUT, "copy_to"))
    ]
    calls += [(name, "copy_to", packed) for name in names]
    fast, in_loop, plain, old, by_hand, *curl = race(field, effort.rounds, calls)
    yield faster("copy_to a file, gzip answer", fast, CARTO_PYTHON, old, 2.5)
    yield faster("copy_to a file, gzip answer, async", in_loop, CARTO_PYTHON, old, 2.5)
    yield faster("copy_to a file, gzip answer, without speed", plain, CARTO_PYTHON, old)
    for theirs in curl:
        yield share("copy_to a file, gzip answer", fast, "curl", theirs)


def memory(field: Field, effort: Effort) -> Iterator[Line]:
    """Each in a process of its own, since a peak stays."""
    large = str(field.folder / "large.csv")
    write_csv(Path(large), effort.large_megabytes)
    sizes = (effort.megabytes, effort.large_megabytes)
    sources: list[dict[str, Any]] = [{}, {"source": large}]
    for verb, options in (
        ("copy_from", [{"compress": True, **source} for source in sources]),
        ("upload", sources),
        ("copy_to", [{"table": f"mb{size}"} for size in sizes]),
        ("copy_to gzip", [{"table": f"mb{size}_gzip"} for size in sizes]),
    ):
        for suffix in ("", "_async"):
            small_peak, large_peak = (peak(field, "ours", verb.split()[0] + suffix, one) for one in options)
            yield Line(
                f"peak memory, {verb.replace('_', ' ', 1) if ' ' in verb else verb}{suffix.replace('_', ', ')}",
                f"{large_peak:.1f} MB",
                f"{sizes[0]:,} MB instead of {sizes[1]:,}",
                f"{small_peak:.1f} MB",
                f"{large_peak - small_peak:+.1f} MB",
                "at most 60 MB, the same",
                large_peak <= 60 and abs(large_peak - small_peak) <= 3,
            )
    Path(large).unlink()
    peer = "carto_python"
    yield Line("peak memory, upload", "", CARTO_PYTHON, f"{peak(field, peer, 'upload', {}):.0f} MB", "")


def peak(field: Field, name: str, verb: str, options: dict[str, Any]) -> float:
    worker = field.new_worker(name)
    try:
        found: float = worker.do(verb, **options)["peak_mb"]
        return found
    finally:
        worker.close()


def small_queries(field: Field, effort: Effort) -> Iterator[Line]:
    calls = [(name, "queries", {"count": 300}) for name in ("ours", "carto_python", "plain_httpx")]
    ours, old, by_hand = (cpu / 300 for cpu in race(field, effort.rounds, calls, "cpu"))
    yield share("a small query, CPU time", ours, CARTO_PYTHON, old, 1)
    yield share("a small query, CPU time", ours, "plain httpx", by_hand, 1.25)
    for used in (True, False):
        options = {"count": 1000, "width": 50, "used": used}
        calls = [("ours", "queries_at_once", options), ("plain_httpx", "queries_at_once", options)]
        calls += [("plain_httpx", "queries_at_once_by_aiohttp", options)]
        ours, by_hand, by_aiohttp = race(field, effort.rounds, calls)
        name = f"1,000 small queries, 50 at once, {'client in use' if used else 'new client'}"
        yield faster(name, ours, "plain httpx", by_hand, 5 if used else None)
        yield faster(name, ours, "httpx over httpx-aiohttp", by_aiohttp, 1 if used else None)


def rows_of_sql(field: Field, effort: Effort) -> Iterator[Line]:
    work = {"count": effort.rows}
    name = f"query of {effort.rows:,} rows"
    calls: list[Call] = [
        ("ours", "rows", work),
        (WITHOUT, "rows", work),
        ("ours", "rows_async", work),
        ("carto_python", "rows", work),
        ("plain_httpx", "rows", work),
        ("ours", "json_loads", work),
        *([("curl", "rows", work)] if field.has_curl else []),
    ]
    (fast, plain, in_loop, old, by_hand, parsed, *curl), cpu = races(field, effort.rounds, calls, "seconds", "cpu")
    yield faster(name, fast, CARTO_PYTHON, old, 1.3)
    yield share(f"{name}, CPU time", cpu[0], CARTO_PYTHON, cpu[3], 0.8)
    yield faster(f"{name}, without speed", plain, CARTO_PYTHON, old, 1)
    yield share(f"{name}, async", in_loop, "the same, sync", fast, 1.15)
    yield faster(name, fast, "plain httpx", by_hand)
    yield share(f"{name}, without speed", plain, "json.loads of the body", parsed)
    for theirs in curl:
        yield share(name, fast, "curl, which decodes nothing", theirs)
    calls = [(one, "rows", {**work, "paced": True}) for one in ("ours", WITHOUT, "carto_python", "curl")]
    fast, plain, old, *curl = race(field, min(effort.rounds, 5), calls if field.has_curl else calls[:-1])
    for theirs in curl:
        yield share(f"{name}, as fast as CARTO makes them", fast, "curl", theirs, 1.25)
        yield share(f"{name}, at that pace without speed", plain, "curl", theirs, 1.25)
    yield faster(f"{name}, as fast as CARTO makes them", fast, CARTO_PYTHON, old)


def lists(field: Field, effort: Effort) -> Iterator[Line]:
    for kind in ("maps", "datasets"):
        there = {"account": "ms20" + ("datasets" if kind == "datasets" else "")}
        verbs = ("list_viz", "list_viz_async", "list_viz_page_by_page")
        ours, in_loop, one_by_one = race(field, effort.rounds, [("ours", verb, there) for verb in verbs])
        yield share(f"listing 2,000 {kind}, 20 ms a page", ours, "one page after another", one_by_one, 0.35)
        yield share(f"listing 2,000 {kind}, 20 ms a page, async", in_loop, "one page after another", one_by_one, 0.35)


def many_files(field: Field, effort: Effort) -> Iterator[Line]:
    for verb, width in (("copy_many", 8), ("from_files", 3), ("from_files", 8)):
        options = {"account": "ms50", "count": 32}
        calls = [("ours", verb, {**options, "concurrency": at_once}) for at_once in (width, 1)]
        ours, one_by_one = race(field, min(effort.rounds, 3), calls)
        yield faster(f"{verb}, 32 files, 50 ms, {width} at once", ours, "one after another", one_by_one, 3)


def growth(field: Field, effort: Effort) -> Iterator[Line]:
    """How the time grows from the second largest to the largest, as a power of the size: 1 is linear."""
    verbs: dict[str, Callable[[int], dict[str, Any]]] = {
        "copy_from": lambda size: {"compress": True, "source": source_of(field, size)},
        "upload": lambda size: {"source": source_of(field, size)},
        "copy_to": lambda size: {"table": f"mb{size}"},
    }
    for verb, options in verbs.items():
        yield slope(field, effort, verb, effort.growth_megabytes, options, "MB")
    yield slope(field, effort, "rows", effort.growth_rows, lambda count: {"count": count}, "rows")
    for size in effort.growth_megabytes:
        Path(source_of(field, size)).unlink()


def source_of(field: Field, megabytes: int) -> str:
    path = field.folder / f"growth{megabytes}.csv"
    if not path.exists():
        write_csv(path, megabytes)
    return str(path)


def slope(
    field: Field, effort: Effort, verb: str, sizes: Sequence[int], options: Callable[[int], dict[str, Any]], unit: str
) -> Line:
    worker = f"ours growing {verb}"  # a new one: what others have left in its memory would grow with it
    took = race(field, min(effort.rounds, 3), [(worker, verb, options(size)) for size in sizes])
    exponent = math.log(took[-1] / took[-2]) / math.log(sizes[-1] / sizes[-2])
    figures = ", ".join(seconds(one) for one in took)
    against = f"{', '.join(f'{size:,}' for size in sizes)} {unit}"
    return Line(
        f"growth of {verb}: {figures}", "", against, "", f"power {exponent:.2f}", "at most 1.1", exponent <= 1.1
    )


def start(effort: Effort) -> Iterator[Line]:
    """Each in a new process."""
    code = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"
    making = (
        "import time; from carto_ext import Carto; t = time.perf_counter(); Carto('https://me.carto.com', api_key='k')"
    )
    programs = [code.format("carto_ext"), code.format("httpx"), f"{making}; print(time.perf_counter() - t)"]
    took: list[list[float]] = [[], [], []]
    for _ in range(effort.rounds * 3):
        for program, figures in zip(programs, took, strict=True):
            figures.append(float(subprocess.check_output([sys.executable, "-c", program], text=True)))
    ours, by_hand, made = map(median, took)
    yield share("import carto_ext", ours, "import httpx", by_hand, 1.3)
    yield bound("Carto(...)", made * 1000, "ms", 3)


def regeneration() -> Iterator[Line]:
    """--check does all the work of a regeneration, and leaves generated/ alone."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "scripts/regenerate", "--check"], capture_output=True, check=True)
    yield bound("scripts/regenerate", time.perf_counter() - started, "s", 5)
