"""`carto` as it is installed: pipes, signals, a terminal, what it imports, and that no one sees a key."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carto_ext import Carto
from tests.cli.conftest import KEY, PROGRAM

Start = Callable[..., "subprocess.Popen[bytes]"]
SLOW = "SELECT repeat(md5(n::text), 5000), pg_sleep(0.01) FROM generate_series(1, 3000) AS n"


def until(condition: Callable[[], Any]) -> Any:
    """Its output, as soon as there is some."""
    while not (found := condition()):
        time.sleep(0.02)
    return found


def ended(process: "subprocess.Popen[bytes]") -> tuple[int, bytes, bytes]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_help_imports_what_it_shows_and_no_more() -> None:
    command = [sys.executable, "-X", "importtime", PROGRAM, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "click" in imported
    assert not imported & {"httpx", "anyio", "rich", "keyring", "platformdirs", "carto_client", "ssl", "asyncio"}


@pytest.mark.parametrize("package", ["click", "platformdirs"])
def test_without_the_extra_it_says_what_to_install(package: str, environment: dict[str, str]) -> None:
    program = (
        f"import sys; sys.modules[{package!r}] = None; sys.argv = ['carto', 'profiles', 'ls']\n"
        "from carto_ext.cli import main; main()"
    )
    del environment["CARTO_CONFIG"]
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"carto needs the package {package}: pip install 'carto-client[cli]'\n"


@pytest.mark.parametrize("arguments", [("query",), ("copy", "out")])
def test_a_reader_that_has_gone_is_no_error(start: Start, arguments: tuple[str, ...]) -> None:
    process = start(*arguments, "SELECT generate_series(1, 50000) AS n")
    assert process.stdout is not None
    assert process.stdout.readline() == b"n\n"
    process.stdout.close()
    assert process.stderr is not None
    assert (process.stderr.read(), process.wait(60)) == (b"", 141)
    process.stderr.close()


def test_a_pipe_with_a_name_is_read_once(start: Start, carto: Carto, tmp_path: Path) -> None:
    """As of `carto copy in TABLE <(zcat FILE)`."""
    carto.sql.query("CREATE TABLE piped (b int, a int)")
    os.mkfifo(tmp_path / "pipe")
    process = start("copy", "in", "piped", "pipe")
    (tmp_path / "pipe").write_bytes(b"a,b\n1,2\n")
    assert ended(process) == (0, b"piped: 1 row\n", b"")
    assert carto.sql.query("SELECT * FROM piped").rows == [{"b": 2, "a": 1}]


def test_letters_that_the_terminal_lacks_are_spelled(start: Start, environment: dict[str, str]) -> None:
    latin = {**environment, "PYTHONIOENCODING": "iso-8859-1"}
    assert ended(start("query", "SELECT 'ü漢' AS u", env=latin)) == (0, b"u\n\xfc\\u6f22\n", b"")
    assert ended(start("query", "SELECT 'ü漢' AS u", "--json", env=latin))[1].count("ü漢".encode()) == 1


def test_stdout_gets_the_bytes_that_a_file_gets(start: Start, carto: Carto, tmp_path: Path) -> None:
    query = "SELECT n, repeat('ü', n) AS text FROM generate_series(1, 500) AS n"
    carto.sql.export(query, tmp_path / "rows.kml", format="csv")
    assert ended(start("query", query, "--format", "csv")) == (0, (tmp_path / "rows.kml").read_bytes(), b"")
    code, data, err = ended(start("export", query, "--format", "spatialite"))
    assert (code, data[:16], err) == (0, b"SQLite format 3\0", b"")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_download_that_is_ended_leaves_no_file(start: Start, tmp_path: Path, sent: signal.Signals, code: int) -> None:
    process = start("copy", "out", SLOW, "-o", "rows.csv")
    until(lambda: any(path.stat().st_size for path in tmp_path.glob(".rows.csv.*.part")))
    process.send_signal(sent)
    returned, out, err = ended(process)
    assert (returned, out) == (code, b"")
    assert b"Traceback" not in err
    assert [path.name for path in tmp_path.iterdir() if "rows" in path.name] == []


def test_a_job_goes_on_after_ctrl_c_and_its_id_is_told(start: Start, carto: Carto) -> None:
    process = start("jobs", "run", "SELECT pg_sleep(60)")
    user = carto.settings.username
    [job_id] = until(lambda: carto.batch.in_progress().to_dict().get(user))
    time.sleep(0.5)  # until the command knows it, too
    process.send_signal(signal.SIGINT)
    told = f"Interrupted.\nIt goes on at CARTO. To take it up again:\n  carto jobs wait {job_id}\n"
    assert ended(process) == (130, b"", told.encode())
    assert carto.batch.job(job_id).cancel().status == "cancelled"


def test_imports_go_on_after_ctrl_c_and_their_ids_are_told(start: Start, carto: Carto, account: Any) -> None:
    url = f"{account.base_url}/api/v2/sql?q=SELECT+pg_sleep(4)&format=csv&api_key={account.api_key}&filename=slow"
    process = start("import", url)
    [import_id] = until(lambda: carto.imports.list().imports)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    code, out, err = ended(process)
    assert (code, out) == (130, b"")
    assert f"  carto import --resume {import_id}\n".encode() in err


def test_nobody_sees_the_key(start: Start) -> None:
    """Neither the list of processes nor what the program says has it."""
    process = start("query", "SELECT pg_sleep(1)", "--debug")
    file = Path(f"/proc/{process.pid}/cmdline")
    command = ["ps", "-ww", "-o", "args=", "-p", str(process.pid)]  # where there is no /proc

    def arguments() -> bytes:
        line = file.read_bytes() if file.parent.exists() else subprocess.check_output(command)
        return line if b"pg_sleep" in line else b""

    line = until(arguments)
    assert KEY.encode() not in line + b"".join(ended(process)[1:])


def on_a_terminal(environment: dict[str, str], folder: Path, *arguments: str, answer: bytes = b"") -> tuple[int, str]:
    """The exit code, and all that a terminal was told."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=folder, close_fds=True
    )
    os.close(theirs)
    told = b""
    while True:
        if answer and told.endswith((b": ", b"]: ")):
            os.write(ours, answer)
            answer = b""
        if not select.select([ours], [], [], 60)[0]:
            process.kill()
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux: the other side is closed
            break
        if not piece:
            break
        told += piece
    os.close(ours)
    return process.wait(60), told.decode()


def test_progress_is_for_terminals(environment: dict[str, str], start: Start, carto: Carto, tmp_path: Path) -> None:
    carto.sql.query("CREATE TABLE numbers (n int)")
    (tmp_path / "numbers.csv").write_bytes(b"n\n" + b"1234567\n" * 500_000)
    code, told = on_a_terminal(environment, tmp_path, "copy", "in", "numbers", "numbers.csv")
    assert code == 0
    assert "numbers.csv" in told
    assert "MB" in told
    assert "B/s" in told
    assert "numbers: 500,000 rows" in told
    assert ended(start("copy", "in", "numbers", "numbers.csv")) == (0, b"numbers: 500,000 rows\n", b"")


def test_a_terminal_sees_a_table(environment: dict[str, str], tmp_path: Path) -> None:
    code, told = on_a_terminal(environment, tmp_path, "query", "SELECT 1 AS one, E'a\\x1b[31mb' AS text")
    assert code == 0
    assert "\x1b[31mb" not in told
    assert "─" in told
    wide = ", ".join(f"'value {number}' AS column_{number}" for number in range(12))
    code, told = on_a_terminal(environment, tmp_path, "query", f"SELECT {wide}")
    assert (code, "column_11" in told, "value 11" in told) == (0, True, True)


def test_colours_can_be_switched_off(environment: dict[str, str], tmp_path: Path) -> None:
    assert "\x1b[31m" in on_a_terminal(environment, tmp_path, "nope")[1]
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_a_terminal({**environment, **plain}, tmp_path, "nope")[1]


def test_binary_data_is_not_for_terminals(environment: dict[str, str], tmp_path: Path) -> None:
    code, told = on_a_terminal(environment, tmp_path, "export", "SELECT 1 AS n", "--format", "gpkg")
    assert (code, "-o FILE" in told) == (2, True)


@pytest.mark.parametrize(("answer", "code"), [(b"n\n", 1), (b"y\n", 0)])
def test_what_deletes_asks(environment: dict[str, str], tmp_path: Path, carto: Carto, answer: bytes, code: int) -> None:
    carto.api_keys.create(f"asked{code}", [{"type": "apis", "apis": ["sql"]}])
    ended_with, told = on_a_terminal(environment, tmp_path, "keys", "rm", f"asked{code}", answer=answer)
    assert (ended_with, "Delete it?" in told) == (code, True)
    assert (f"asked{code}" in {key.name for key in carto.api_keys.iterate()}) == bool(code)


def test_login_asks_for_the_key_and_does_not_show_it(environment: dict[str, str], tmp_path: Path) -> None:
    code, told = on_a_terminal(
        environment, tmp_path, "login", environment["CARTO_BASE_URL"], answer=KEY.encode() + b"\n"
    )
    assert (code, KEY in told) == (0, False)
    assert KEY in (tmp_path / "keyring.json").read_text()
    assert KEY not in Path(environment["CARTO_CONFIG"]).read_text()


def test_the_sandbox_runs_until_ctrl_c(start: Start, environment: dict[str, str]) -> None:
    process = start("sandbox", "--json", "--user", "me")
    assert process.stdout is not None
    told = json.loads(process.stdout.readline())
    assert set(told) == {"base_url", "api_key", "postgis", "tables"}
    with Carto(told["base_url"], api_key=told["api_key"]) as carto:
        assert carto.sql.query("SELECT 1 AS one").rows == [{"one": 1}]
    process.send_signal(signal.SIGINT)
    assert ended(process) == (0, b"", b"")


@pytest.mark.parametrize(("shell", "words"), [("bash", "complete -o"), ("zsh", "#compdef carto"), ("fish", "complete")])
def test_completion(start: Start, environment: dict[str, str], shell: str, words: str) -> None:
    code, script, err = ended(start("completion", shell))
    assert (code, words in script.decode(), err) == (0, True, b"")
    asked = {
        **environment,
        "_CARTO_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "carto datasets r",
        "COMP_CWORD": "r" if shell == "fish" else "2",
    }
    code, offered, _ = ended(start(env=asked))
    assert code == 0
    assert {"rm", "rename"} <= set(offered.decode().replace(",", " ").split())
