"""scripts/demo does what it promises, on its own sandbox and on an account, and leaves the account as it was."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import demo_tour
import httpx
import pytest
import yaml

from carto_ext import Carto
from carto_sandbox import Account, Sandbox
from carto_sandbox.maps_api.drawing.canvas import has_renderer

ROOT = Path(__file__).resolve().parents[1]
VARIABLES = ("CARTO_BASE_URL", "CARTO_API_KEY")


def run_demo(*arguments: str, account: Account | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    if account is not None:
        environment |= {"CARTO_BASE_URL": account.base_url, "CARTO_API_KEY": account.api_key}
    command = [sys.executable, "scripts/demo", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout


def read_names(account: Account, path: str, entries: str) -> list[str]:
    answer = httpx.get(f"{account.base_url}{path}", params={"api_key": account.api_key})
    assert answer.status_code == 200, answer.text
    return [entry["name"] for entry in answer.json()[entries]]


def test_the_main_job_on_a_sandbox_of_its_own() -> None:
    told = run_demo()
    assert "Demo on a local sandbox" in told
    assert re.findall(r"^(\d)\. ", told, re.MULTILINE) == list("12345678")
    for line in ("table demo_", "3,376 rows; the three northernmost:", "sent gzipped", "All counts are right: 3,376"):
        assert line in told


def test_the_main_job_on_an_account_leaves_nothing_behind(account: Account) -> None:
    told = run_demo(account=account)
    assert f"Demo on the account at {account.base_url}" in told
    assert account.api_key not in told
    assert read_names(account, "/api/v1/viz?types=table", "visualizations") == []


@pytest.fixture(scope="module")
def visited(sandbox: Sandbox) -> Iterator[Account]:
    """An account of its own for the tour."""
    made = sandbox.create_account("visited")
    yield made
    sandbox.drop_account(made)


@pytest.fixture(scope="module")
def toured(visited: Account) -> str:
    """The tour's output on that account."""
    return run_demo("--tour", account=visited)


def test_the_tour_visits_every_tag(toured: str, visited: Account) -> None:
    tags = [tag["name"] for tag in yaml.safe_load((ROOT / "spec" / "openapi.yaml").read_text("utf-8"))["tags"]]
    assert sorted(re.findall(r"^\d+\. (\w+)$", toured, re.MULTILINE)) == sorted(tags)
    assert f"All {len(tags)} tags visited" in toured
    assert visited.api_key not in toured


@pytest.mark.parametrize(
    ("path", "entries", "names"),
    [
        ("/api/v1/viz?types=table,derived", "visualizations", []),
        ("/api/v4/kuviz", "visualizations", []),
        ("/api/v1/synchronizations", "synchronizations", []),
        ("/api/v3/api_keys", "result", ["Master", "Default public"]),
    ],
)
@pytest.mark.usefixtures("toured")
def test_the_tour_leaves_nothing_behind(visited: Account, path: str, entries: str, names: list[str]) -> None:
    assert read_names(visited, path, entries) == names


def test_the_tour_shows_what_is_not_there_as_the_error_it_gives(toured: str, visited: Account) -> None:
    answers = dict(re.findall(r"^    (\w+\.\w+)\(.*\n        (.*)$", toured, re.MULTILINE))
    off = {call for call, answer in answers.items() if answer.startswith("not enabled here: ")}
    drawn = visited.has_postgis and has_renderer()
    not_drawn = {*([] if drawn else ["named_maps.tile"]), *([] if visited.has_postgis else ["maps.tile"])}
    assert off == {"connectors.list", "connections.list", "uploads.create", *not_drawn}
    assert answers["connectors.list"] == "not enabled here: NotFoundError, 404"
    if not visited.has_postgis:
        refusal = "not enabled here: ServerError, 501: This sandbox runs without PostGIS"
        assert answers["named_maps.tile"].startswith(refusal)
    assert answers["sql.query"] == "3,376 airports"


@pytest.mark.postgis
@pytest.mark.skipif(not has_renderer(), reason="Nothing draws pictures without the extra `render`.")
def test_the_tour_shows_a_picture(postgis_account: Account) -> None:
    told = run_demo("--tour", account=postgis_account)
    assert re.search(r"named_maps\.tile\(.*\n +a picture of 256 by 256 pixels, [\d,]+ bytes", told)


def test_a_tag_without_a_stop_fails(account: Account, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(demo_tour.STOPS, "kuviz")
    monkeypatch.setitem(demo_tour.STOPS, "weather", demo_tour.visit_users)
    with (
        Carto(account.base_url, api_key=account.api_key) as carto,
        pytest.raises(demo_tour.TourError, match=r"do not have the same tags: kuviz, weather$"),
    ):
        demo_tour.run_tour(carto, tmp_path / "not-there.csv", "demo")
