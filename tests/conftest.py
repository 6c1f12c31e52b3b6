"""Fixtures for all tests: the sandbox, separate accounts, and the output of scripts/check."""

import gc
import itertools
import os
import re
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import hypothesis
import pytest

from carto_sandbox import Account, Sandbox
from carto_sandbox.faults import Answers, FaultServer, load_answers

# No test is about time: a slow machine must not fail one.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

Query = Callable[..., httpx.Response]

POSTGIS_VARIABLE = "CARTO_SANDBOX_POSTGIS_DSN"
"""Names a server with PostGIS; scripts/test starts one."""

_numbers = itertools.count(1)
# Keys that can be told from anything else, also by the process that gathers the reports of several.
_KEY = re.compile(r"key-of-(\w+)-[0-9a-f]{24}")
_looked_at: set[str] = set()
_leaks: set[str] = set()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One for all tests; it has no account until a test asks for one."""
    with Sandbox(username=None, strict=True) as running:
        yield running
        assert not running.violations, "\n".join(map(str, running.violations))


@pytest.fixture(scope="session")
def postgis_sandbox(sandbox: Sandbox) -> Iterator[Sandbox]:
    """One whose geometries are real: on the server that scripts/postgis started, or the other one where it will do."""
    if sandbox.has_postgis:
        yield sandbox
        return
    dsn = os.environ.get(POSTGIS_VARIABLE)
    if not dsn:
        pytest.skip(f"no PostGIS: {_missing_postgis()}")
    with Sandbox(username=None, dsn=dsn, strict=True) as running:
        assert running.has_postgis, f"the server that {POSTGIS_VARIABLE} names has no PostGIS"
        yield running
        assert not running.violations, "\n".join(map(str, running.violations))


@pytest.fixture
def postgis_account(postgis_sandbox: Sandbox) -> Iterator[Account]:
    """Like `account`, with real geometries."""
    account = postgis_sandbox.create_account(f"user{next(_numbers)}")
    yield account
    postgis_sandbox.drop_account(account)


def _missing_postgis() -> str:
    return os.environ.get("POSTGIS_MISSING") or f"scripts/test looks for one, pytest alone wants {POSTGIS_VARIABLE}"


@pytest.fixture
def account(sandbox: Sandbox) -> Iterator[Account]:
    """A fresh account with a database of its own, gone after the test."""
    name = f"user{next(_numbers)}"
    account = sandbox.create_account(name, api_key=f"key-of-{name}-{secrets.token_hex(12)}")
    yield account
    sandbox.drop_account(account)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """No test of the client may print or log a key of any account; the sandbox's own tests speak without the client."""
    if report.nodeid.startswith(("tests/_async/", "tests/_sync/")):
        _looked_at.add(report.nodeid)
        emitted = "\n".join(text for _, text in report.sections)
        _leaks.update(f"{report.nodeid}: the key of {found[1]}" for found in _KEY.finditer(emitted))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _leaks and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def answers() -> Answers:
    """A fault server's answers to requests without a fault."""
    loaded = load_answers()
    # Looking for garbage in the description of the API, after each test that does, would take longer than the tests.
    gc.collect()
    gc.freeze()
    return loaded


@pytest.fixture
def fault_server(answers: Answers) -> Iterator[FaultServer]:
    """A separate server that fails on demand. Resources that it leaks are found here, because warnings are errors."""
    with FaultServer(answers) as running:
        yield running
    gc.collect()


def _without_cartoframes(reports: list[pytest.TestReport]) -> str:
    """A note if the tests of carto_ext.compat ran without the slow one with cartoframes."""
    old_names = [report for report in reports if report.nodeid.startswith("tests/compat/")]
    outcomes = {report.outcome: report for report in old_names if "test_cartoframes" in report.nodeid}
    if "skipped" in outcomes:
        reason = outcomes["skipped"].longrepr
        return f"cartoframes: skipped, {reason[-1] if isinstance(reason, tuple) else reason}"
    if old_names and not outcomes:
        return "cartoframes: not run, installing it takes minutes; pytest -m slow tests/compat runs it, with PostGIS"
    return ""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what did not run: geometry tests without PostGIS, and skipped steps of scripts/check, whose summary comes."""
    reports = [report for kind in ("passed", "failed", "skipped") for report in terminalreporter.getreports(kind)]
    outcomes = [report.outcome for report in reports if "postgis" in report.keywords and report.when != "teardown"]
    if "skipped" in outcomes:
        terminalreporter.write_line(f"geometry: {outcomes.count('skipped')} tests skipped, {_missing_postgis()}")
    elif outcomes:
        terminalreporter.write_line(f"geometry: {len(outcomes)} tests ran with PostGIS")
    if _looked_at:
        terminalreporter.write_line(f"keys: {len(_leaks)} seen in what {len(_looked_at)} tests of the client emitted")
    for leak in sorted(_leaks):
        terminalreporter.write_line(leak)
    if left_out := _without_cartoframes(reports):
        terminalreporter.write_line(left_out)
    if checks := os.environ.get("CHECK_SUMMARY"):
        terminalreporter.write_line(checks)


@pytest.fixture
def api(account: Account) -> Iterator[httpx.Client]:
    """Speaks with the master key, below the account's /api/v2."""
    with httpx.Client(base_url=f"{account.base_url}/api/v2", params={"api_key": account.api_key}, timeout=30) as client:
        yield client


@pytest.fixture
def query(api: httpx.Client) -> Query:
    """`query("SELECT 1", page=0)`: POST with a form."""

    def post(text: str, **parameters: Any) -> httpx.Response:
        return api.post("/sql", data={"q": text, **parameters})

    return post
