"""Profiles, the keyring, and `carto doctor`."""

import json
import ssl
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
import trustme

from carto_sandbox.faults import Answer, Answers, FaultServer
from tests.cli.conftest import KEY, Run, Said
from tests.cli.test_commands import promised


@pytest.fixture
def alone(carto_run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Without an account in the environment."""
    for name in ("CARTO_BASE_URL", "CARTO_API_KEY"):
        monkeypatch.delenv(name)
    return carto_run


def told(said: Said) -> Any:
    assert said.code == 0, said.err
    return json.loads(said.out)


def login(run: Run, account: Any, *arguments: str, key: str = KEY) -> Any:
    return told(run("login", account.base_url, *arguments, "--key-stdin", "--json", stdin=key.encode() + b"\n"))


def test_a_key_is_checked_and_stored_in_the_keyring(alone: Run, account: Any, environment: dict[str, str]) -> None:
    made = login(alone, account)
    assert set(made) == promised("login")
    assert (made["profile"], made["key"], made["key_type"], made["default"]) == (
        account.username,
        "keyring",
        "master",
        True,
    )
    path = Path(environment["CARTO_CONFIG"])
    assert (str(path), stat.S_IMODE(path.stat().st_mode)) == (made["config"], 0o600)
    assert tomllib.loads(path.read_text()) == {
        "default": account.username,
        "profiles": {account.username: {"base_url": account.base_url, "key": "keyring"}},
    }
    assert told(alone("query", "SELECT 1 AS one", "--json"))["rows"] == [{"one": 1}]
    told(alone("login", account.base_url, "--no-key", "--json"))
    assert KEY not in Path(environment["KEYRING_FILE"]).read_text()


def test_a_wrong_key_is_not_stored(alone: Run, account: Any, environment: dict[str, str]) -> None:
    said = alone("login", account.base_url, "--key-stdin", stdin=b"not-the-key-of-it\n")
    assert said.code == 4
    assert not Path(environment["CARTO_CONFIG"]).exists()
    assert alone("login", account.base_url, "--key-stdin", stdin=b"").code == 3
    assert alone("login", account.base_url).code == 2
    assert alone("login").code == 2
    assert alone("login", account.base_url, "--no-key", "--key-stdin").code == 2
    assert alone("login", "ftp://x", "--no-key").code == 3
    assert alone("login", account.base_url, "--no-key", "--name", "a.b").code == 3


def test_several_profiles(alone: Run, account: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    login(alone, account, "--name", "work")
    assert told(alone("login", account.base_url, "--no-key", "--name", "open", "--json"))["default"] is False
    listed = told(alone("profiles", "ls", "--json"))
    assert set(listed[0]) == promised("profiles ls")
    assert [(row["name"], row["key"], row["default"]) for row in listed] == [
        ("open", "none", False),
        ("work", "keyring", True),
    ]
    assert alone("keys", "ls").code == 0
    for arguments in (("--profile", "open", "keys", "ls"), ("keys", "ls", "--profile", "open")):
        assert alone(*arguments).code == 4
    monkeypatch.setenv("CARTO_PROFILE", "open")
    assert alone("keys", "ls").code == 4
    assert alone("keys", "ls", "--profile", "work").code == 0
    monkeypatch.delenv("CARTO_PROFILE")
    assert told(alone("profiles", "use", "open", "--json")) == {"default": "open"}
    assert alone("keys", "ls").code == 4
    assert alone("profiles", "rm", "work").code == 2
    assert set(told(alone("profiles", "rm", "work", "--yes", "--json"))) == promised("profiles rm")
    gone = alone("keys", "ls", "--profile", "work")
    assert (gone.code, "open" in gone.err) == (3, True)


def test_a_key_goes_to_the_address_it_was_stored_for(alone: Run, account: Any, environment: dict[str, str]) -> None:
    login(alone, account, "--name", "work")
    path = Path(environment["CARTO_CONFIG"])
    path.write_text(path.read_text().replace(account.base_url, "http://127.0.0.1:1/user/thief"))
    said = alone("query", "SELECT 1")
    assert (said.code, "keyring has no key" in said.err) == (3, True)


def test_without_a_keyring_the_key_comes_from_the_environment(
    alone: Run, account: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    try:
        said = alone("login", account.base_url, "--name", "bare", "--key-stdin", "--json", stdin=KEY.encode())
    finally:
        keyring.set_keyring(before)
    assert (json.loads(said.out)["key"], "CARTO_API_KEY" in said.err) == ("environment", True)
    missing = alone("keys", "ls")
    assert (missing.code, "CARTO_API_KEY" in missing.err) == (3, True)
    monkeypatch.setenv("CARTO_API_KEY", KEY)
    assert alone("keys", "ls").code == 0


@pytest.mark.parametrize(
    "text",
    ["not toml", "[profiles.a]\nbase_url = 1", "[profiles.a]\nbase_url = 'x'\nkey = 'mine'", "profiles = {a = 1}"],
)
def test_a_file_that_cannot_be_used_is_named(alone: Run, environment: dict[str, str], text: str) -> None:
    path = Path(environment["CARTO_CONFIG"])
    path.parent.mkdir()
    path.write_text(text)
    said = alone("query", "SELECT 1")
    assert (said.code, path.name in said.err.replace("\n  ", "")) == (3, True)


def checks(said: Said) -> dict[str, Any]:
    document = json.loads(said.out)
    assert set(document) | set(document["checks"][0]) == promised("doctor")
    return {check["name"]: check for check in document["checks"]}


def test_doctor_is_content(carto_run: Run, account: Any) -> None:
    said = carto_run("doctor", "--json")
    found = checks(said)
    assert (said.code, [one for one in found.values() if one["status"] == "failed"]) == (0, [])
    assert list(found) == ["packages", "extras", "keyring", "account", "proxy", "DNS", "TLS", "server", "key", "SQL"]
    assert "master" in found["key"]["detail"]
    lines = carto_run("doctor").out
    assert KEY not in lines + said.out
    assert lines.count("\nok ") >= 6


@pytest.mark.parametrize(
    ("changed", "failed", "code"),
    [
        ({"CARTO_API_KEY": "not-the-key-of-it"}, "key", 4),
        ({"CARTO_BASE_URL": "http://127.0.0.1:1/user/x"}, "TLS", 10),
        ({"CARTO_BASE_URL": "https://me.example.invalid"}, "DNS", 10),
        ({"CARTO_BASE_URL": "ftp://me"}, "account", 3),
        ({"CARTO_BASE_URL": ""}, "account", 3),
        ({"CARTO_PROFILE": "nobody"}, "account", 3),
        ({"HTTP_PROXY": "http://user:secret-word@127.0.0.1:1", "NO_PROXY": "", "no_proxy": ""}, "server", 10),
        ({"HTTP_PROXY": "http://[::"}, "account", 3),
    ],
)
def test_doctor_names_the_step_that_fails(
    carto_run: Run, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], failed: str, code: int
) -> None:
    for name, value in changed.items():
        monkeypatch.setenv(name, value)
    said = carto_run("doctor", "--json")
    assert [name for name, check in checks(said).items() if check["status"] == "failed"] == [failed]
    assert said.code == carto_run("doctor").code == code
    assert "secret-word" not in said.out


def test_doctor_looks_at_certificates(
    carto_run: Run, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA(organization_name="Test Authority")
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with FaultServer(answers, ssl_context=context) as server:
        version = Answer(200, b'{"cartodb_sql_api": "6.0.0"}', {"Content-Type": "application/json"})
        server.answers["sql_version"] = version
        monkeypatch.setenv("CARTO_BASE_URL", server.base_url)
        untrusted = checks(carto_run("doctor", "--json"))["TLS"]
        assert (untrusted["status"], "--ca-file" in untrusted["detail"]) == ("failed", True)
        login = ("login", server.base_url, "--no-key", "--name", "own", "--ca-file", str(tmp_path / "ca.pem"))
        assert carto_run(*login).code == 0
        trusted = checks(carto_run("doctor", "--json", "--profile", "own"))
    assert trusted["TLS"]["status"] == "ok"
    assert "Test Authority" in trusted["TLS"]["detail"]
    assert trusted["server"]["status"] == "ok"
