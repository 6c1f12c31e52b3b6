"""A good neighbour: what is left when the sandbox is killed, and pytest's fixtures."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from carto_sandbox import Account
from carto_sandbox.importing.sample_tables import load_sample_tables

pytest_plugins = ["pytester"]

DEADLINE_SECONDS = 60
TEST = """
    import os
    from pathlib import Path

    def program():
        import carto_ext
        with carto_ext.Carto.from_env() as client:
            return client.sql.query("SELECT CDB_Username() AS name").rows[0]["name"]

    def test_first(carto):
        carto.sql.query("CREATE TABLE t (a int)")
        assert program() == os.environ["CARTO_BASE_URL"].rpartition("/")[2]

    def test_second(carto):
        carto.sql.query("CREATE TABLE t (a int)")  # another account, so there is no such table

    def test_sandbox(carto_sandbox):
        assert program() == "sandbox" == carto_sandbox.account.username
"""


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A folder of one's own that PostgreSQL's user may enter, with a short name."""
    folder = Path(tempfile.mkdtemp(prefix="killed-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_what_a_killed_sandbox_leaves(temporary: Path, how: signal.Signals) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CARTO_")}
    environment["TMPDIR"] = str(temporary)
    command = [sys.executable, "-m", "carto_sandbox", "--fixtures"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        url, key = (process.stdout.readline().strip().partition("=")[2] for _ in range(2))
        lines = iter(process.stdout.readline, "")
        assert "cities, regions, routes" in next(line for line in lines if line.startswith("# Tables"))
        notes = list(temporary.glob("carto-sandbox-*/data/postmaster.pid"))
        servers = [int(path.read_text().split()[0]) for path in notes]
        assert httpx.get(f"{url}/api/v2/sql", params={"q": "SELECT 1", "api_key": key}).status_code == 200
        assert servers
        process.send_signal(how)
        process.wait(DEADLINE_SECONDS)
    wait_until(lambda: not any(map(is_running, servers)))
    wait_until(lambda: not any(temporary.iterdir()))


def test_fixtures_of_pytest(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TEST)
    result = pytester.runpytest_subprocess("-q", "-p", "no:schemathesis", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=3)


def test_a_project_without_the_sandbox_is_not_disturbed() -> None:
    """The plugin is loaded everywhere, so it must not import packages of an extra."""
    hidden = "import sys; sys.modules.update(dict.fromkeys(('psycopg', 'starlette', 'uvicorn', 'carto_ext')));"
    done = subprocess.run([sys.executable, "-c", f"{hidden} import carto_pytest"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_sample_tables(account: Account, rows: Callable[[str], list[dict[str, object]]]) -> None:
    assert load_sample_tables(account) == ["cities", "regions", "routes"]
    assert rows("SELECT count(the_geom) AS n FROM cities WHERE capital") == [{"n": 17}]
    assert rows("SELECT mode, count(*) AS n FROM routes GROUP BY 1 ORDER BY 1") == [
        {"mode": "air", "n": 2}, {"mode": "rail", "n": 2}, {"mode": "ship", "n": 2},
    ]  # fmt: skip
