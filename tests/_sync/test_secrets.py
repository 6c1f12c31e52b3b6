# Made from tests/_async/test_secrets.py by scripts/unasync; do not edit.
"""No key, token, query string or SQL in visible places: logs, errors, tracebacks, repr(), pickles."""

import copy
import logging
import pickle
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from carto_client.models import ApiKey, MapConfig, NamedMapAuth
from carto_ext._sync.client import Carto
from carto_ext.errors import (
    AuthenticationError,
    CartoError,
    ConfigurationError,
    ConnectionFailedError,
    DownloadError,
    InvalidRequestError,
    NotCartoError,
    PermissionDeniedError,
)
from carto_ext.retries import RetryPolicy
from carto_ext.settings import Settings
from carto_sandbox import Account
from carto_sandbox.faults import Answers, Fault, FaultServer, Point, Redirect, Reset, Stall, Truncated
from tests.support.echo import Echo
from tests.support.secrecy import all_of, forms_of, locals_of, words_of

pytestmark = pytest.mark.anyio

KEY = "9b1c+5e/7f3a&2d8e?4c6b0a"
TOKEN = "token+of/a&map=1"
PASSWORD = "pass+word/of&mine"
BARE_KEY = "9b1c5e7f3a2d8e4c6b0a"
SECRETS = forms_of(KEY) | forms_of(TOKEN) | forms_of(PASSWORD)
PRIVATE = "private_words_of_the_query"
SOME_MAP = MapConfig.from_dict({"version": "1.8.0", "layers": [{"type": "plain", "options": {"color": "red"}}]})
SQL = f"SELECT '{PRIVATE}'"


def found_in(text: str, *more: str) -> set[str]:
    return {secret for secret in SECRETS.union(more) if secret in text}


@pytest.fixture
def logs(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that is logged, by whomever."""
    caplog.set_level(logging.DEBUG)
    for name in ("carto_ext", "httpx", "httpcore"):
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


@pytest.fixture
def impatient(fault_server: FaultServer) -> Iterator[Carto]:
    policy = RetryPolicy(first_delay=0.001)
    with Carto(fault_server.base_url, api_key=KEY, retries=policy, timeout=5) as carto:
        yield carto


def _download(carto: Carto) -> None:
    with carto.sql.copy_to(f"COPY ({SQL}) TO STDOUT") as download:
        for _ in download:
            pass


def _walk_keys(carto: Carto) -> None:
    for _ in carto.api_keys.iterate():
        pass


# Each sends the key, a token or a password in another way.
CALLS: dict[str, Callable[[Carto], object]] = {
    "query": lambda carto: carto.sql.query(SQL),
    "query by GET": lambda carto: carto.sql.query(SQL, cacheable=True),
    "copy_from": lambda carto: carto.sql.copy_from(f"COPY {PRIVATE} FROM STDIN", b"1\n"),
    "copy_to": _download,
    "batch": lambda carto: carto.batch.begin(SQL),
    "wait": lambda carto: carto.batch.job("job-1").wait(timeout=5),
    "upload": lambda carto: carto.imports.upload(b"a\n1\n", name="a.csv"),
    "viz list": lambda carto: carto.viz.list(),
    "datasets, key as parameter": lambda carto: carto.datasets.list(),
    "kuviz, key as parameter": lambda carto: carto.kuviz.create(data="<html></html>", name="k", password=PASSWORD),
    "token as parameter": lambda carto: carto.named_maps.instantiate("m", body={}, auth_token=TOKEN),
    "tokens as parameter": lambda carto: carto.named_maps.instantiate("m", body={}, auth_tokens=[TOKEN, KEY]),
    "token of an analysis": lambda carto: carto.maps.analysis("a" * 32, "b" * 40, auth_token=TOKEN),
    "token of a tile": lambda carto: carto.named_maps.tile(
        "m", "0", z=0, x=0, y=0, format="png", auth_tokens=[TOKEN, KEY]
    ),
    "token of a page": lambda carto: carto.named_maps.html("m", auth_token=TOKEN),
    "tokens of a page": lambda carto: carto.named_maps.show("m", auth_token=(TOKEN, KEY)),
    "token in the body": lambda carto: carto.named_maps.create(
        "m", SOME_MAP, version="0.0.1", auth=NamedMapAuth(method="token", valid_tokens=[TOKEN])
    ),
    "api keys": _walk_keys,
}
ECHOES = {
    "400": Echo(400),
    "401": Echo(401),
    "429": Echo(429),
    "500": Echo(500),
    "503": Echo(503),
    "text": Echo(400, "text"),
    "other JSON": Echo(404, "other JSON"),
    "200 of another shape": Echo(200, "other JSON"),
    "200 text": Echo(200, "text"),
    "redirect": Echo(302, "redirect"),
    "no HTTP": Echo(0, "no HTTP"),
}


@pytest.mark.parametrize("call", CALLS)
def test_what_the_server_repeats_is_not_shown(
    impatient: Carto, fault_server: FaultServer, logs: pytest.LogCaptureFixture, call: str
) -> None:
    for name, fault in ECHOES.items():
        if call == "token of a tile" and fault.code == 200:
            continue  # whatever comes is the file
        fault_server.play(default=fault)
        with pytest.raises(CartoError) as caught:
            CALLS[call](impatient)
        # Downloaded bytes are data, also in local variables.
        seen = words_of(caught.value) if call == "copy_to" and fault.code == 200 else all_of(caught.value)
        assert not found_in(seen), name
    assert not found_in(logs.text)
    assert len(fault_server.requests) >= len(ECHOES) - 2


def test_an_error_hidden_in_a_200_repeats_nothing(
    impatient: Carto, fault_server: FaultServer, logs: pytest.LogCaptureFixture
) -> None:
    fault_server.play(default=Echo(200, "hidden error"))
    for cacheable in (False, True):
        with pytest.raises(DownloadError, match=r"\*\*\*") as caught:
            impatient.sql.query(SQL, cacheable=cacheable)
        assert not found_in(all_of(caught.value) + logs.text)
    with pytest.raises(DownloadError, match=r"\*\*\*") as caught:
        for _ in impatient.sql.export(SQL, format="geojson"):
            pass
    assert not found_in(words_of(caught.value) + repr(vars(caught.value)) + logs.text)


BREAKS: dict[str, Fault] = {
    "reset": Reset(Point.REQUEST_END),
    "half an answer": Truncated(),
    "silence": Stall(Point.REQUEST_END),
    "never read": Stall(Point.REQUEST_HEAD),
}


@pytest.mark.parametrize("fault", BREAKS)
def test_a_broken_connection_tells_no_secrets(
    fault_server: FaultServer, logs: pytest.LogCaptureFixture, fault: str
) -> None:
    fault_server.play(default=BREAKS[fault])
    once = RetryPolicy(attempts=1)
    with Carto(fault_server.base_url, api_key=KEY, retries=once, timeout=0.2) as carto:
        for call in CALLS.values():
            with pytest.raises(CartoError) as caught:
                call(carto)
            assert not found_in(all_of(caught.value))
            assert not found_in(words_of(caught.value), PRIVATE, "?")
    assert not found_in(logs.text, PRIVATE)


def test_a_refused_connection_tells_no_secrets(logs: pytest.LogCaptureFixture) -> None:
    once = RetryPolicy(attempts=1)
    with Carto("http://127.0.0.1:1/user/me", api_key=KEY, retries=once) as carto:
        for call in CALLS.values():
            with pytest.raises(ConnectionFailedError) as caught:
                call(carto)
            assert not found_in(all_of(caught.value))
            assert not found_in(words_of(caught.value), PRIVATE, "?")
    assert not found_in(logs.text, PRIVATE)


def test_good_answers_leave_no_secrets_in_logs(
    account: Account, airports: Path, logs: pytest.LogCaptureFixture
) -> None:
    with Carto(account.base_url, api_key=account.api_key) as carto:
        carto.sql.query(SQL)
        carto.sql.query(SQL, cacheable=True)
        carto.sql.query("CREATE TABLE kept (i int)")
        carto.sql.copy_from("COPY kept FROM STDIN", b"1\n")
        assert [piece for piece in carto.sql.copy_to(f"COPY ({SQL}) TO STDOUT")] == [PRIVATE.encode() + b"\n"]
        (carto.imports.upload(airports)).wait(timeout=60)
        carto.datasets.list()
        shown = repr([key for key in carto.api_keys.iterate()])
        carto.named_maps.create(
            "m",
            SOME_MAP,
            version="0.0.1",
            auth=NamedMapAuth(method="token", valid_tokens=[TOKEN]),
        )
        with pytest.raises(PermissionDeniedError) as caught:
            carto.named_maps.instantiate("m", body={}, auth_token=f"{TOKEN}2")
        with pytest.raises(InvalidRequestError) as wrong:
            carto.sql.query(f"SELECT /* {PRIVATE} */ nothing")
    keys = forms_of(account.api_key, account.username)
    assert "token='***'" not in shown
    assert "token=***" in shown
    assert not found_in(logs.text + shown + all_of(caught.value) + locals_of(wrong.value), *keys)
    assert not found_in(words_of(wrong.value) + repr(vars(wrong.value)), PRIVATE, *keys)
    assert PRIVATE not in logs.text
    asked = [record.getMessage() for record in logs.records if record.name == "httpx"]
    assert len(asked) > 10
    assert not [line for line in asked if "?" in line]


def test_a_wrong_key_is_not_told(account: Account) -> None:
    with Carto(account.base_url, api_key=KEY) as carto:
        with pytest.raises(AuthenticationError) as caught:
            carto.sql.query(SQL)
        with pytest.raises(CartoError) as by_parameter:
            carto.datasets.list()
    assert not found_in(all_of(caught.value) + all_of(by_parameter.value), *forms_of(KEY, account.username))


@pytest.mark.parametrize("call", CALLS)
def test_a_redirect_takes_the_key_nowhere(
    fault_server: FaultServer, impatient: Carto, answers: Answers, call: str
) -> None:
    with FaultServer(answers) as elsewhere:
        for code in (301, 302, 307, 308):
            fault_server.play(default=Redirect(elsewhere.url, code))
            with pytest.raises(NotCartoError, match=r"redirects the request to http://127\.0\.0\.1") as caught:
                CALLS[call](impatient)
            assert not found_in(all_of(caught.value))
        assert elsewhere.connections == 0


WRONG: dict[str, dict[str, object]] = {
    "no user": {"base_url": "https://carto.com"},
    "key in the URL": {"base_url": f"https://me:{KEY}@me.carto.com"},
    "key in the path": {"base_url": f"https://me.carto.com/{KEY}"},
    "key as URL": {"base_url": BARE_KEY},
    "bad key": {"base_url": "https://me.carto.com", "api_key": f"{KEY}\n"},
    "no number": {"base_url": "https://me.carto.com", "timeout": 0},
    "no CA": {"base_url": "https://me.carto.com", "verify": "no/such/ca.pem"},
    "no certificate": {"base_url": "https://me.carto.com", "cert": "no/such/cert.pem"},
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("way", ["constructor", "overrides", "environment", "settings"])
def test_a_refused_setting_shows_no_key(monkeypatch: pytest.MonkeyPatch, wrong: str, way: str) -> None:
    given: dict[str, Any] = {"api_key": KEY} | WRONG[wrong]
    monkeypatch.setenv("CARTO_BASE_URL", given["base_url"])
    monkeypatch.setenv("CARTO_API_KEY", given["api_key"])
    others = {name: value for name, value in given.items() if name not in ("base_url", "api_key")}
    make = {
        "constructor": partial(Carto, **given),
        "overrides": partial(Carto.from_env, **given),
        "environment": partial(Carto.from_env, **others),
        "settings": partial(Settings.from_env, **others),
    }[way]
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert not found_in(all_of(caught.value), BARE_KEY)


def test_clients_and_settings_show_no_key() -> None:
    carto = Carto("https://me.carto.com", api_key=KEY)
    view = carto.with_options(timeout=5)
    shown = [repr(one) + str(one) for one in (carto, view, carto.settings, carto._http, carto._client)]
    shown += [repr(vars(one)) for one in (carto, carto.settings, carto._http, carto._http._key)]
    assert not found_in("".join(shown))
    assert carto.settings.api_key == KEY


def test_a_pickle_holds_no_key_and_is_read_with_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    carto = Carto("https://me.carto.com", api_key=KEY)
    pickles = [pickle.dumps(carto), pickle.dumps(carto.settings), pickle.dumps(copy.copy(carto.settings))]
    assert not found_in("".join(data.decode("latin-1") for data in pickles))
    monkeypatch.setenv("CARTO_API_KEY", "another")
    assert pickle.loads(pickles[0]).settings.api_key == "another"
    monkeypatch.delenv("CARTO_API_KEY")
    with pytest.raises(ConfigurationError, match="CARTO_API_KEY"):
        pickle.loads(pickles[1])


def test_what_the_server_puts_into_urls_is_data_but_not_shown() -> None:
    answer = {
        "name": "k",
        "user": {"username": "me"},
        "type": "regular",
        "token": KEY,
        "grants": [],
        "created_at": "now",
        "updated_at": "now",
        "_links": {"self": f"https://me.carto.com/api/v3/api_keys/k?api_key={quote(KEY, safe='')}&page=1"},
    }
    key = ApiKey.from_dict(answer)
    assert key.token == KEY
    assert KEY in str(key.to_dict())
    assert not found_in(repr(key) + str(key))
    assert "api_key=***&page=1" in repr(key)
