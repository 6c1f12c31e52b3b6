"""The compared clients: processes that run commands, each with the interpreter of its own virtual environment."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CACHE = Path(".cache/bench")
# Its own limits, and its undeclared dependencies.
_CARTOFRAMES = [
    *("cartoframes==1.2.5", "carto==1.11.3", "six", "future", "setuptools<81", "geopandas<1", "pandas<2.2", "numpy<2"),
    *("appdirs<2", "jinja2<3", "markupsafe<=2.0.1", "semantic-version<3", "unidecode<2", "pyarrow<20"),
]
# carto-python has long had no release, and needs by now what used to come with Python's own tools.
PACKAGES = {
    "carto_python": ["carto==1.11.3", "six", "future", "setuptools<81"],
    "plain_httpx": ["httpx==0.28.1", "httpx-aiohttp==0.2.0"],
    # For scripts/bakeoff: the candidates, what this client needs, and what tries them.
    "transports": [
        *("httpx==0.28.1", "pyreqwest==0.15.1", "httpx2==2.16.2", "httptools==0.9.0", "socksio==1.0.0"),
        *("attrs", "anyio", "trio", "trustme", "vcrpy>=8"),
    ],
    # The versions that pip chooses for it today, except a Shapely of its own time.
    "cartoframes_peer": _CARTOFRAMES,
    "cartoframes_with_old_shapely": [*_CARTOFRAMES, "shapely<2"],
}


def interpreter(peer: str) -> Path:
    """The Python of a peer, in an environment that is made where it is missing."""
    if peer in ("ours", "frames_peer"):
        return Path(sys.executable)
    folder = CACHE / peer
    python = folder / "bin" / "python"
    made = folder / "packages"
    if not made.exists() or made.read_text() != repr(PACKAGES[peer]):
        print(f"Installing {PACKAGES[peer][0]} into {folder} ...", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES[peer]]
        subprocess.run(command, stderr=subprocess.DEVNULL, check=True)
        made.write_text(repr(PACKAGES[peer]))
    return python


class Worker:
    """A process with one peer in it. `do` returns seconds, cpu, peak_mb and the result of the call."""

    def __init__(self, peer: str, url: str, folder: Path, without: str = "") -> None:
        self._name = peer
        command = [str(interpreter(peer)), str(HERE / "worker.py"), peer, url, str(folder)]
        command += ["--without", without] if without else []
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def do(self, verb: str, **arguments: Any) -> dict[str, Any]:
        self.begin(verb, **arguments)
        return self.end()

    def begin(self, verb: str, **arguments: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([verb, arguments]) + "\n")
        self._process.stdin.flush()

    def end(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the process of {self._name} ended before it answered")
        took: dict[str, Any] = json.loads(line)
        return took

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


class Curl:
    """curl, whose time is that of the whole process: it starts in a few milliseconds."""

    def __init__(self, url: str, folder: Path) -> None:
        self._url, self._folder = url, folder

    def do(self, verb: str, **arguments: Any) -> dict[str, Any]:
        target = self._folder / "target.csv"
        command = ["curl", "--silent", "--fail", *getattr(self, f"_{verb}")(target, **arguments)]
        before, started = os.times().children_user + os.times().children_system, time.perf_counter()
        subprocess.run(command, check=True)
        took = time.perf_counter() - started
        cpu = os.times().children_user + os.times().children_system - before
        return {"seconds": took, "cpu": cpu, "returned": target.stat().st_size}

    def _rows(self, target: Path, count: int, paced: bool = False) -> list[str]:
        """Only to a file: curl reads no JSON."""
        url = f"{self._url}/api/v2/sql?q=SELECT+{'paced' if paced else 'rows'}{count}"
        return ["--compressed", "--output", str(target), url]

    def _copy_from(self, target: Path) -> list[str]:
        source = str(self._folder / "source.csv")
        return [
            "--upload-file",
            source,
            "--request",
            "POST",
            "--output",
            str(target),
            f"{self._url}/api/v2/sql/copyfrom",
        ]

    def _upload(self, target: Path) -> list[str]:
        form = f"file=@{self._folder / 'source.csv'}"
        return ["--form", form, "--output", str(target), f"{self._url}/api/v1/imports/"]

    def _copy_to(self, target: Path, table: str) -> list[str]:
        url = f"{self._url}/api/v2/sql/copyto?q=COPY+{table}+TO+STDOUT"
        return ["--compressed", "--output", str(target), url]


class Field:
    """The server, the folder with the data, and the peers; what was started here ends here."""

    def __init__(self, url: str, folder: Path, stack: ExitStack) -> None:
        self.url, self.folder = url, folder
        self.has_curl = shutil.which("curl") is not None
        self._stack = stack
        self._workers: dict[str, Worker | Curl] = {}

    def worker(self, name: str) -> Any:
        """ours, "ours without speed", carto_python, plain_httpx or curl; started once."""
        if name not in self._workers:
            self._workers[name] = Curl(self.url, self.folder) if name == "curl" else self.new_worker(name)
        return self._workers[name]

    def new_worker(self, name: str) -> Worker:
        """A fresh process, for measuring memory."""
        without = "isal,msgspec" if name == "ours without speed" else ""
        worker = Worker(name.split()[0], self.url, self.folder, without)
        self._stack.callback(worker.close)
        return worker


@contextmanager
def field(folder: Path) -> Iterator[Field]:
    """With the server in a process of its own."""
    command = [sys.executable, "-m", "benchmark.server"]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    with ExitStack() as stack:
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        stack.callback(server.communicate)
        stack.callback(server.kill)
        assert server.stdout is not None
        yield Field(f"http://127.0.0.1:{server.stdout.readline().strip()}/user/bench", folder, stack)
