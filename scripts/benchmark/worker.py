"""One side of a comparison, in a process of its own: reads commands from standard input and prints measurements.

    python worker.py ours URL FOLDER            verbs of ours.py; `--without isal,msgspec` hides packages from it

Each line in is a verb with its arguments as JSON, each line out what it took. Runs under the interpreter of each peer,
so this module imports only packages that all of them have.
"""

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def peak_mb() -> float:
    """The most memory this process ever had.

    Linux counts in ru_maxrss what the process was before it began this program: the parent, with all its memory.
    """
    if (status := Path("/proc/self/status")).exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def measured(action: Callable[..., Any], arguments: dict[str, Any]) -> dict[str, Any]:
    """Return wall-clock and processor seconds, and the action's result. An action can measure itself."""
    started, busy = time.perf_counter(), time.process_time()
    returned = action(**arguments)
    took = {
        "seconds": time.perf_counter() - started,
        "cpu": time.process_time() - busy,
        "peak_mb": peak_mb(),
    }
    return {**took, **returned} if isinstance(returned, dict) else {**took, "returned": returned}


def main(name: str, url: str, folder: str, *options: str) -> None:
    if options[:1] == ("--without",):
        for package in options[1].split(","):
            sys.modules[package] = None  # type: ignore[assignment]
    sys.path.insert(0, str(Path(__file__).parent.parent))
    peer = importlib.import_module(f"benchmark.{name}").Peer(url, Path(folder))
    for line in sys.stdin:
        verb, arguments = json.loads(line)
        print(json.dumps(measured(getattr(peer, verb), arguments)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
