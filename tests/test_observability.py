"""The examples of docs/observability.md run as they stand, each in a process of its own, and show what they promise."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from carto_ext import Carto
from carto_sandbox import Account

DOCUMENT = Path(__file__).parents[1] / "docs" / "observability.md"
TRACING, LOGGING = re.findall(r"^```python\n(.*?)^```$", DOCUMENT.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def run(program: str, account: Account) -> str:
    """All that it prints."""
    with Carto(account.base_url, api_key=account.api_key) as carto:
        carto.sql.query("CREATE TABLE airports AS SELECT 1 AS cartodb_id")
    environment = {**os.environ, "CARTO_BASE_URL": account.base_url, "CARTO_API_KEY": account.api_key}
    command = [sys.executable, "-W", "error", "-c", program]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    printed = done.stdout + done.stderr
    assert account.api_key not in printed
    assert "SELECT" not in printed
    return printed


def test_the_example_traces_its_calls(account: Account) -> None:
    pytest.importorskip("opentelemetry.instrumentation.httpx", reason="the instrumentation of httpx is not installed")
    printed = run(TRACING, account)
    assert '"name": "POST"' in printed
    assert '"name": "count airports"' in printed
    assert len(set(re.findall(r'"trace_id": "(\w+)"', printed))) == 1


def test_the_example_logs_its_calls(account: Account) -> None:
    assert re.search(r"INFO:httpx:HTTP Request: POST \S+/api/v2/sql 200$", run(LOGGING, account), re.MULTILINE)
