# Made from tests/_async/caller_targets.py by scripts/unasync; do not edit.
"""Problems with the target of a download."""

import io
import os
import resource
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from carto_ext._sync.client import Carto
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import Answer, Answers, FaultServer
from tests.support.caller import Own, Row, as_nobody, told

# Longer than one write.
ROWS = b"".join(b"%07d\n" % number for number in range(400_000))
OLD = b"what was there before"
Call = Callable[..., object]
CALLS: dict[str, Call] = {
    "sql.copy_to": lambda carto, target, **more: carto.sql.copy_to("COPY t TO STDOUT", target, **more),
    "sql.export": lambda carto, target, **more: carto.sql.export("SELECT 1", target, format="csv", **more),
}


@dataclass
class Wanted:
    """Where it is to go, how to see what has arrived there, and what else belongs to the call."""

    target: Any
    read: Callable[[], bytes]
    progress: Callable[[int, int | None], object] | None = None
    check: Callable[[], bool] = lambda: True
    within: Any = field(default_factory=ExitStack)


class OfWrites(io.RawIOBase):
    """A raw file that does with each write what a function says."""

    def __init__(self, take: Callable[[bytes], int | None]) -> None:
        self._take = take
        self.got = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int | None:
        taken = self._take(bytes(data))
        self.got += bytes(data)[: taken or 0]
        return taken


def raw(take: Callable[[bytes], int | None]) -> Wanted:
    file = OfWrites(take)
    return Wanted(file, lambda: bytes(file.got))


def short(folder: Path, own: Own) -> Wanted:
    return raw(lambda data: min(len(data), 65536))


def slow(folder: Path, own: Own) -> Wanted:
    def take(data: bytes) -> int:
        time.sleep(0.2)
        return len(data)

    return raw(take)


def failing(folder: Path, own: Own) -> Wanted:
    def take(data: bytes) -> int:
        raise own.raising(OSError(5, "Input/output error"))

    return raw(take)


def a_pipe(folder: Path, own: Own) -> Wanted:
    """One end of it is set not to wait, and its reader is late."""
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    got = bytearray()

    def read() -> None:
        time.sleep(0.2)
        while data := os.read(read_end, 65536):
            got.extend(data)
        os.close(read_end)

    reader = threading.Thread(target=read)
    reader.start()
    file = os.fdopen(write_end, "wb", buffering=0)

    def all_of_it() -> bytes:
        file.close()
        reader.join()
        return bytes(got)

    return Wanted(file, all_of_it)


def memory(folder: Path, own: Own) -> Wanted:
    file = io.BytesIO()
    return Wanted(file, file.getvalue)


def closed(folder: Path, own: Own) -> Wanted:
    file = io.BytesIO()
    file.close()
    return Wanted(file, lambda: b"")


def closed_meanwhile(folder: Path, own: Own) -> Wanted:
    file = io.BytesIO()
    return Wanted(file, lambda: b"", progress=lambda done, total: file.close())


def read_only(folder: Path, own: Own) -> Wanted:
    path = old_file(folder)
    file = path.open("rb")
    return Wanted(file, path.read_bytes, within=file)


def full_device(folder: Path, own: Own) -> Wanted:
    file = open("/dev/full", "wb", buffering=0)  # noqa: SIM115 - closed by `within`
    return Wanted(file, lambda: b"", within=file)


def old_file(folder: Path, mode: int = 0o644) -> Path:
    path = folder / "out.csv"
    path.write_bytes(OLD)
    path.chmod(mode)
    return path


@contextmanager
def file_limit(size: int) -> Iterator[None]:
    """No file may become longer; Python ignores the signal, so that writing fails as on a full disk."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def full_disk(folder: Path, own: Own) -> Wanted:
    path = old_file(folder)
    unchanged = lambda: path.read_bytes() == OLD and os.listdir(folder) == ["out.csv"]  # noqa: E731
    return Wanted(path, path.read_bytes, check=unchanged, within=file_limit(1_500_000))


def forbidden(folder: Path, own: Own, mode: int) -> Wanted:
    path = folder / "locked" / "out.csv"
    path.parent.mkdir()
    path.write_bytes(OLD)
    for above in (folder, *folder.parents):
        if str(above) != tempfile.gettempdir() and above.is_relative_to(tempfile.gettempdir()):
            above.chmod(0o755)
    path.parent.chmod(mode)
    return Wanted(path, path.read_bytes, check=lambda: path.read_bytes() == OLD, within=as_nobody())


def at(make: Callable[[Path], Any]) -> Callable[[Path, Own], Wanted]:
    return lambda folder, own: Wanted(target := make(folder), lambda: Path(target).read_bytes())


def device(folder: Path, own: Own) -> Wanted:
    path = folder / "null"
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))
        path.write_bytes(b"")  # where devices are switched off this fails
    except PermissionError:
        path = Path("/dev/null") if os.geteuid() else path
    return Wanted(path, lambda: ROWS, check=lambda: stat.S_ISCHR(os.lstat(path).st_mode))


def fifo(folder: Path, own: Own) -> Wanted:
    path = folder / "fifo"
    os.mkfifo(path)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(path.read_bytes()), daemon=True)
    reader.start()

    def all_of_it() -> bytes:
        reader.join(5)
        return b"".join(got)

    return Wanted(path, all_of_it, check=lambda: stat.S_ISFIFO(os.lstat(path).st_mode))


def symlink(folder: Path, own: Own) -> Wanted:
    old_file(folder)
    link = folder / "link"
    link.symlink_to("out.csv")
    return Wanted(link, (folder / "out.csv").read_bytes, check=link.is_symlink)


def private(folder: Path, own: Own) -> Wanted:
    path = old_file(folder, 0o600)
    return Wanted(path, path.read_bytes, check=lambda: stat.S_IMODE(path.stat().st_mode) == 0o600)


def a_folder(folder: Path) -> Path:
    (folder / "sub").mkdir()
    return folder / "sub"


def row(name: str, make: Callable[[Path, Own], Wanted], outcome: str, note: str = "") -> tuple[Row, Any]:
    return Row(name, dict.fromkeys(CALLS, outcome), note=note), make


REFUSED = "InvalidArgumentError"
CASES = {
    one.name: (one, make)
    for one, make in [
        row("accepts a few bytes at a time", short, "ok", "all of them are written"),
        row("is slow", slow, "ok"),
        row("is a non-blocking pipe whose reader is late", a_pipe, "ok", "all of it arrives"),
        row("raises", failing, "your OSError"),
        row("is a text file", lambda *a: Wanted(io.StringIO(), lambda: b""), REFUSED, "no request is sent"),
        row("is closed", closed, REFUSED, "no request is sent"),
        row("is open for reading only", read_only, REFUSED, "no request is sent"),
        row("is closed while it is written", closed_meanwhile, "ValueError", "Python's own"),
        row("is a file on a full disk", full_device, "OSError"),
        row("is a path on a full disk", full_disk, "OSError", "the old file stays, without a `.part` beside it"),
        row(
            "is in a folder without write permission",
            lambda *a: forbidden(*a, 0o555),
            REFUSED,
            "no request is sent",
        ),
        row(
            "is in a folder without access",
            lambda *a: forbidden(*a, 0o700),
            REFUSED,
            "no request is sent",
        ),
        row("is in a folder that does not exist", at(lambda folder: folder / "no" / "out.csv"), REFUSED),
        row("is a folder", at(a_folder), REFUSED),
        row("ends in a slash", at(lambda folder: f"{folder}/out.csv/"), REFUSED, "means a folder"),
        row("is empty text", at(lambda folder: ""), REFUSED),
        row("has NUL in its name", at(lambda folder: f"{folder}/out\0.csv"), REFUSED),
        row("has a name of 250 letters", at(lambda folder: folder / ("n" * 250)), "ok"),
        row("is a device", device, "ok", "written to, never replaced"),
        row("is a FIFO", fifo, "ok", "its reader gets everything"),
        row("is a symbolic link", symlink, "ok", "followed"),
        row("is readable only by its owner", private, "ok", "permissions are kept"),
    ]
}


def with_rows(answers: Answers) -> Answers:
    """Answers that are longer than the examples of the API description."""
    answers = answers.copy()
    answers["sql_copyto_post"] = answers["sql_download"] = Answer(body=ROWS, headers={"Content-Type": "text/csv"})
    return answers


def outcome_of(server: FaultServer, name: str, call: str, folder: Path) -> str:
    """The cell, and what went wrong besides."""
    own = Own()
    wanted = CASES[name][1](folder, own)
    server.reset()
    error: Exception | None = None
    with Carto(server.base_url, api_key="k", timeout=10, retries=RetryPolicy(attempts=1)) as carto:
        carto.sql.query("SELECT 1")  # load all late imports, which the other user may be unable to read
        with wanted.within:
            try:
                CALLS[call](carto, wanted.target, progress=wanted.progress)
            except Exception as failure:  # noqa: BLE001 - the caller sees any exception
                error = failure
        harm = []
        if not wanted.check():
            harm.append("the place is not what it was")
        if (arrived := _read(wanted)) != ROWS and error is None:
            harm.append(f"{len(arrived):,} of {len(ROWS):,} bytes arrived")
        if [path for path in folder.rglob("*") if path.name.endswith(".part")]:
            harm.append("something is left behind")
        if (carto.sql.query("SELECT 1")).rows is None:
            harm.append("the next call fails")
    return ", ".join([told(error, own), *harm])


def _read(wanted: Wanted) -> bytes:
    try:
        return wanted.read()
    except (OSError, ValueError):
        return b""
