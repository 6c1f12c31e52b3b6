"""Each command against the sandbox: its JSON, its lines in a pipe, and how it fails."""

import gzip
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import httpx
import pytest

from carto_ext import Carto
from carto_ext.cli.failures import BROKEN_PIPE, INTERRUPTED, exit_code
from carto_ext.cli.program import program
from tests.cli.conftest import KEY, Run

DOCS = Path(__file__).parents[2] / "docs/cli.md"


@pytest.fixture(scope="module", autouse=True)
def tables(account: Any, airports: Path) -> None:
    with Carto(account.base_url, api_key=account.api_key) as carto:
        carto.datasets.from_file(airports)
        carto.sql.query("CREATE TABLE notes (id int, note text)")


@pytest.fixture
def told(carto_run: Run) -> Callable[..., Any]:
    """The JSON of a command that works."""

    def call(*arguments: str, **how: Any) -> Any:
        said = carto_run(*arguments, "--json", **how)
        assert said.code == 0, said.err
        assert said.err == ""
        return json.loads(said.out)

    return call


def promised(command: str) -> set[str]:
    """The names that docs/cli.md lists for a command."""
    [said] = re.findall(rf"^\|[^|]*`{command}`[^|]*\| (.+) \|$", DOCS.read_text(), re.MULTILINE)
    return set(re.findall(r"`(\w+)`", said))


def test_query(told: Callable[..., Any], carto_run: Run) -> None:
    answer = told("query", "SELECT iata, latitude FROM airports ORDER BY iata LIMIT 2")
    assert promised("query") <= set(answer)
    assert [row["iata"] for row in answer["rows"]] == ["00M", "00R"]
    piped = carto_run("query", "-", stdin=rb"SELECT 1 AS one, E'a\tb\nc\x1b\\' AS text, NULL AS none, true AS yes")
    assert (piped.code, piped.out) == (0, "one\ttext\tnone\tyes\n1\ta\\tb\\nc\\x1b\\\\\t\ttrue\n")
    assert json.loads(carto_run("--json", "query", "SELECT 1 AS one").out)["rows"] == [{"one": 1}]
    assert carto_run("query", "INSERT INTO notes VALUES (1, 'a'), (2, 'b')").out == "Done: 2 rows changed.\n"
    assert carto_run("query", "SELECT 1 WHERE false").out == "?column?\n"
    assert carto_run("query", "SELECT 1", "--format", "csv").out.splitlines()[-1].startswith("1")


def test_sql_of_a_file(told: Callable[..., Any], carto_run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.sql").write_text("SELECT 'ü' AS u")
    assert told("query", "-f", "one.sql")["rows"] == [{"u": "ü"}]
    assert carto_run("query").code == carto_run("query", "SELECT 1", "-f", "one.sql").code == 2
    assert carto_run("query", "-f", "missing.sql").code == 2
    (tmp_path / "one.sql").write_bytes(b"SELECT '\xfc' AS u")
    latin = carto_run("query", "-f", "one.sql")
    assert (latin.code, "UTF-8" in latin.err) == (2, True)


def test_export(told: Callable[..., Any], carto_run: Run, tmp_path: Path) -> None:
    made = told("export", "airports", "-o", "airports.gpkg")
    assert set(made) == promised("export -o FILE")
    assert made["bytes"] == (tmp_path / "airports.gpkg").stat().st_size
    with sqlite3.connect(tmp_path / "airports.gpkg") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert told("query", "SELECT iata FROM airports", "-o", "iata.csv")["format"] == "csv"
    assert (tmp_path / "iata.csv").read_text().count("\n") >= 3376
    for name in ("airports.shp", "airports.foo", "missing/airports.csv"):
        assert carto_run("export", "airports", "-o", name).code == 2
    assert carto_run("export", "SELECT nope FROM airports", "-o", "nope.csv").code == 7
    assert not (tmp_path / "nope.csv").exists()


def test_copy(told: Callable[..., Any], carto_run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_bytes(b'note,id\r\n"x, y",7\r\nz,8\r\n')
    done = told("copy", "in", "notes", "notes.csv")
    assert (set(done), done["rows"]) == (promised("copy in"), 2)
    assert told("copy", "in", "notes", "-", stdin=(tmp_path / "notes.csv").read_bytes())["rows"] == 2
    bare = ("--no-header", "--columns", "id,note", "--delimiter", ";", "--null", "-")
    assert told("copy", "in", "notes", "-", *bare, stdin=b"9;-\n")["rows"] == 1
    assert told("copy", "in", "notes", "-", "--format", "text", stdin=b"10\tten\n")["rows"] == 1
    rows = "SELECT note, id FROM notes WHERE id BETWEEN 7 AND 9 GROUP BY note, id ORDER BY id"
    assert carto_run("copy", "out", rows).out == 'note,id\n"x, y",7\nz,8\n,9\n'
    assert set(told("copy", "out", "notes", "-o", "out.csv")) == promised("copy out -o FILE")
    assert (tmp_path / "out.csv").read_text().startswith("id,note\n")
    packed = carto_run("copy", "in", "notes", "-", stdin=gzip.compress(b"id,note\n1,a\n"))
    assert (packed.code, "gzip" in packed.err) == (2, True)
    for arguments in (("missing.csv",), ("-",)):
        assert carto_run("copy", "in", "notes", *arguments).code == 2
    assert carto_run("copy", "in", "nowhere", "notes.csv").code == 7


def test_import(told: Callable[..., Any], carto_run: Run, airports: Path, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("a,b\n1,2\n")
    (tmp_path / "two.csv").write_text("a,b\n1,2\n")
    made = told("import", "one.csv", "two.csv")
    assert [row["dataset"] for row in made] == ["one", "two"]
    assert set(made[0]) == promised("import")
    assert told("import", "one.csv", "--name", "three.csv")[0]["dataset"] == "three"
    begun = told("import", "one.csv", "--name", "four.csv", "--no-wait")
    assert set(begun[0]) == promised("import --no-wait")
    assert told("import", "--resume", begun[0]["id"])[0]["dataset"] == "four"
    partial = carto_run("import", "one.csv", "missing.csv")
    assert (partial.code, "missing.csv: " in partial.err, "1 of 2 failed" in partial.err) == (13, True, True)
    assert carto_run("import", "missing.csv").code == 2
    assert carto_run("import").code == carto_run("import", "one.csv", "two.csv", "--name", "x.csv").code == 2
    (tmp_path / "empty.csv").write_text("")
    assert carto_run("import", "empty.csv").code == 2
    (tmp_path / "broken.zip").write_bytes(b"no archive")
    broken = carto_run("import", "broken.zip")
    assert (broken.code, "import it again" in broken.err, "goes on at CARTO" in broken.err) == (12, True, False)


def test_datasets(told: Callable[..., Any], carto_run: Run, tmp_path: Path) -> None:
    listed = {row["name"]: row for row in told("datasets", "ls")}
    assert set(listed["airports"]) == promised("datasets ls")
    assert (listed["airports"]["privacy"], listed["airports"]["geometry"]) == ("private", ["ST_Point"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", listed["airports"]["updated"])
    info = told("datasets", "info", "airports")
    assert set(info) == promised("datasets ls") | promised("datasets info")
    assert info["columns"]["iata"] == "string"
    assert "iata" in carto_run("datasets", "info", "airports").out
    (tmp_path / "before.csv").write_text("a,b\n1,2\n")
    told("import", "before.csv")
    assert told("datasets", "rename", "before", "after")["name"] == "after"
    refused = carto_run("datasets", "rm", "after")
    assert (refused.code, "--yes" in refused.err) == (2, True)
    [gone] = told("datasets", "rm", "after", "--yes")
    assert set(gone) == promised("datasets rm")
    missing = carto_run("datasets", "info", "after")
    assert (missing.code, missing.out) == (5, "")
    assert missing.err.startswith("Error: ")


def test_jobs(told: Callable[..., Any], carto_run: Run) -> None:
    done = told("jobs", "run", "UPDATE notes SET note = upper(note)")
    assert (done["status"], set(done)) == ("done", promised("jobs run"))
    failed = carto_run("jobs", "run", "SELECT nope")
    assert (failed.code, "goes on at CARTO" in failed.err) == (12, False)
    late = carto_run("jobs", "run", "SELECT pg_sleep(30)", "--timeout", "0.2")
    [job_id] = re.findall(r"carto jobs wait (\S+)", late.err)
    assert late.code == 11
    assert [row["id"] for row in told("jobs", "ls")] == [job_id]
    assert told("jobs", "cancel", job_id)["status"] == "cancelled"
    ended = carto_run("jobs", "wait", job_id)
    assert (ended.code, "goes on at CARTO" in ended.err) == (12, False)
    begun = told("jobs", "run", "SELECT 1", "--no-wait")
    assert set(begun) == promised("jobs run --no-wait")
    assert told("jobs", "wait", begun["id"])["status"] == "done"


def test_synchronizations(told: Callable[..., Any], carto_run: Run, carto: Carto, account: Any) -> None:
    url = f"{account.base_url}/api/v2/sql?q=SELECT+1+AS+a&format=csv&api_key={account.api_key}&filename=synced"
    carto.synchronizations.begin(url).wait(timeout=30)
    [listed] = told("sync", "ls")
    assert (set(listed), listed["state"]) == (promised("sync ls"), "success")
    refused = carto_run("sync", "run", listed["name"])
    assert (refused.code, "15 minutes" in refused.err) == (6, True)
    assert carto_run("sync", "run", "nowhere").code == 5
    address = f"{account.base_url}/api/v1/synchronizations/{listed['id']}?api_key={account.api_key}"
    httpx.put(address, json={"id": listed["id"], "ran_at": "2021-03-01T10:00:00Z"}).raise_for_status()
    ran = told("sync", "run", listed["name"])
    assert (set(ran), ran["state"], ran["last_run"] > "2022") == (promised("sync ls"), "success", True)


def test_keys(told: Callable[..., Any], carto_run: Run) -> None:
    made = told("keys", "create", "reader", "--table", "airports", "--table", "notes:select,insert", "--maps")
    assert set(made) == promised("keys ls") | promised("keys create")
    assert made["apis"] == ["sql", "maps"]
    listed = carto_run("keys", "ls", "--json")
    assert KEY not in listed.out
    assert made["key"] not in listed.out
    assert {row["name"] for row in json.loads(listed.out)} >= {"Master", "reader"}
    assert carto_run("keys", "create", "reader").code == 7
    assert carto_run("keys", "create", "other", "--table", "notes:everything").code == 2
    assert carto_run("keys", "rm", "reader").code == 2
    assert set(told("keys", "rm", "reader", "--yes")) == promised("keys rm")
    assert carto_run("keys", "rm", "reader", "--yes").code == 5


def test_maps(told: Callable[..., Any], carto_run: Run, carto: Carto) -> None:
    carto.named_maps.create(
        "all_of_them", {"layers": [{"type": "plain", "options": {"color": "red"}}]}, version="0.0.1"
    )
    assert told("maps", "ls") == [{"name": "all_of_them"}]
    url = told("maps", "url", "all_of_them", "--param", "state=CA", "--param", "n=5", "--layer", "0,1")["url"]
    assert url.endswith("/all_of_them/0,1/{z}/{x}/{y}.png?config=%7B%22state%22%3A%22CA%22%2C%22n%22%3A5%7D")
    assert carto_run("maps", "url", "all_of_them", "--param", "state").code == 2


def test_a_map_to_look_at(
    told: Callable[..., Any], carto_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = told("maps", "show", "SELECT * FROM airports", "-o", "airports.html", "--tiles", "raster")
    assert set(made) == promised("maps show")
    named = told("maps", "show", "all_of_them", "--param", "state=CA", "-o", "named.html")
    for path in (tmp_path / "airports.html", Path(named["file"])):
        assert "<html" in path.read_text()
        assert KEY not in path.read_text()
    assert carto_run("maps", "show", "nowhere", "-o", "no.html").code == 5
    assert carto_run("maps", "show", "airports", "--param", "state=CA").code == 2
    monkeypatch.setenv("BROWSER", "true")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert Path(told("maps", "show", "airports")["file"]).is_relative_to(tmp_path)


def test_frames(told: Callable[..., Any], carto_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = told("frames", "read", "SELECT iata, latitude FROM airports", "-o", "airports.parquet")
    assert (set(made), made["rows"]) == (promised("frames read"), 3376)
    [dumped] = told("frames", "dump", "portal", "--table", "notes")
    assert (set(dumped), dumped["failure"]) == (promised("frames dump"), None)
    assert carto_run("frames", "write", "airports.parquet", "Bad Name").code == 2
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    missing = carto_run("frames", "read", "airports", "-o", "again.parquet")
    assert (missing.code, "pip install 'carto-client[geo]'" in missing.err) == (3, True)


def test_a_geoparquet_file_becomes_a_table(
    postgis_account: Any, carto_run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CARTO_BASE_URL", postgis_account.base_url)
    monkeypatch.setenv("CARTO_API_KEY", postgis_account.api_key)
    carto_run("frames", "read", "SELECT 1 AS n, CDB_LatLng(0, 0) AS the_geom", "-o", "one.parquet")
    written = carto_run("frames", "write", "one.parquet", "one", "--json")
    assert (written.code, set(json.loads(written.out))) == (0, promised("frames write"))


def test_what_the_server_and_the_network_say(carto_run: Run, monkeypatch: pytest.MonkeyPatch, account: Any) -> None:
    wrong = carto_run("query", "SELECT nope FROM airports")
    assert wrong.err == (
        'Error: column "nope" does not exist\n  Hint: Perhaps you meant to reference the column "airports.name".\n'
        f"  HTTP 400 POST /user/{account.username}/api/v2/sql\n"
        "  Correct what the message names, then try again.\n"
    )
    monkeypatch.setenv("CARTO_API_KEY", "not-the-key-of-it")
    denied = carto_run("query", "SELECT 1")
    assert (denied.code, "carto login" in denied.err) == (4, True)
    monkeypatch.setenv("CARTO_BASE_URL", "ftp://127.0.0.1")
    assert carto_run("query", "SELECT 1").code == 3
    monkeypatch.delenv("CARTO_BASE_URL")
    nobody = carto_run("query", "SELECT 1")
    assert (nobody.code, "carto login" in nobody.err) == (3, True)


@pytest.mark.parametrize("arguments", [(), ("query",), ("nope",), ("query", "--nope"), ("datasets", "nope")])
def test_usage_errors_show_the_way(carto_run: Run, arguments: tuple[str, ...]) -> None:
    said = carto_run(*arguments)
    assert said.code == 2
    assert "--help" in said.out + said.err


@pytest.mark.parametrize(
    ("widths", "whole", "room", "fitted"),
    [
        ([5, 5], [True, False], 20, [5, 5]),
        ([36, 7, 60], [True, False, False], 60, [36, 7, 17]),
        ([30, 30, 16], [True, False, True], 60, [30, 14, 16]),
        ([40, 10, 10], [True, False, False], 40, [20, 10, 10]),
        ([300], [True], 80, [80]),
    ],
)
def test_columns_fit_the_terminal(widths: list[int], whole: list[bool], room: int, fitted: list[int]) -> None:
    from carto_ext.cli.tables import _fitted

    assert _fitted(widths, whole, room) == fitted


def test_a_warning_is_one_line(carto_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTO_BASE_URL", "http://me.example.invalid")
    said = carto_run("login", "http://me.example.invalid", "--no-key")
    assert said.err.count("Warning: http to me.example.invalid") == 1
    assert (said.code, ".py" in said.err) == (10, False)


def test_the_sandbox_is_an_extra(carto_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carto_ext.cli.commands.sandbox.find_spec", lambda name: None)
    said = carto_run("sandbox")
    assert (said.code, said.err.endswith("  pip install 'carto-client[sandbox]'\n")) == (3, True)


def commands(group: click.Command, words: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    if not isinstance(group, click.Group):
        return [(words, group)]
    context = click.Context(group)
    found = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    return [one for name, command in found if command for one in commands(command, (*words, name))]


ALL = commands(program())


@pytest.mark.parametrize(("words", "command"), ALL, ids=[" ".join(words) for words, _ in ALL])
def test_every_command_has_help_json_and_no_option_for_a_key(
    words: tuple[str, ...], command: click.Command, carto_run: Run
) -> None:
    said = carto_run(*words, "--help")
    assert (said.code, said.err) == (0, "")
    assert max(map(len, said.out.splitlines())) <= 100
    assert "--json" in said.out or words == ("completion",)
    assert not re.search(r"--[\w-]*(key|token|password|secret)[\w-]*(?= [A-Z])", said.out)
    assert " ".join(words) in DOCS.read_text()


def test_the_exit_codes_are_documented() -> None:
    from carto_ext.cli import failures

    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", DOCS.read_text(), re.MULTILINE)}
    assert codes == {0, 1, 143, INTERRUPTED, BROKEN_PIPE} | {code for _, code in failures._CODES}
    assert exit_code(RuntimeError()) == 1


def test_every_error_of_the_package_has_a_code_and_words() -> None:
    """What is neither is told as a fault of the command."""
    from carto_ext import errors
    from carto_ext.cli.failures import explain

    kinds = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.CartoError)]
    bases = {errors.CartoError, errors.ResponseError, errors.ApiError}
    assert {kind for kind in kinds if kind not in bases and exit_code(kind.__new__(kind)) == 1} == set()
    assert explain(OSError(28, "No space left on device", "out.csv")) == ["out.csv: No space left on device"]


def test_a_traceback_is_for_those_who_ask_and_has_no_key(carto_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from carto_ext._sync.sql import Sql

    def broken(*_: Any) -> None:
        raise RuntimeError(f"sent {KEY} and api_key=abcdefgh")

    monkeypatch.setattr(Sql, "query", broken)
    short = carto_run("query", "SELECT 1")
    assert (short.code, "Traceback" in short.err, "--debug" in short.err) == (1, False, True)
    for arguments in (("query", "SELECT 1", "--debug"), ("--debug", "query", "SELECT 1")):
        long = carto_run(*arguments)
        assert "Traceback" in long.err
        assert KEY not in long.err
        assert "abcdefgh" not in long.err
    assert KEY not in short.err


def test_the_examples_of_the_docs_run(
    carto_run: Run, carto: Carto, airports: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    import shlex
    import subprocess

    carto.viz.delete("airports")
    (tmp_path / "airports.csv").write_bytes(airports.read_bytes())
    blocks = re.findall(r"^```sh\n(.*?)^```", DOCS.read_text(), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert len(lines) > 20
    for line in lines:
        if re.search(r"[|>]", line):
            path = f"{Path(__import__('sys').executable).parent}:{environment['PATH']}"
            how = {"cwd": tmp_path, "env": {**environment, "PATH": path}, "capture_output": True}
            done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", line], check=False, **how)
            assert done.returncode == 0, (line, done.stderr)
        else:
            said = carto_run(*shlex.split(line)[1:])
            assert said.code == 0, (line, said.err)
