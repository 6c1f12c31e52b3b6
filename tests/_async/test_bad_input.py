"""Bad arguments raise a typed error that says what to do, before anything is sent."""

import gzip
import io
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import (
    CartoError,
    ConnectionFailedError,
    InvalidArgumentError,
    InvalidRequestError,
    NotCartoError,
    NotFoundError,
)
from carto_sandbox.accounts.accounts import Account

pytestmark = pytest.mark.anyio


@pytest.fixture
async def unsent() -> AsyncIterator[AsyncCarto]:
    """A client for a closed port: every request fails with ConnectionFailedError."""
    async with AsyncCarto("http://127.0.0.1:9/user/nobody", api_key="k") as client:
        yield client


def _closed_file(folder: Path) -> object:
    (folder / "some.csv").write_bytes(b"a\n1\n")
    with (folder / "some.csv").open("rb") as file:
        return file


def _empty_file(folder: Path) -> object:
    (folder / "empty.csv").touch()
    return folder / "empty.csv"


BAD_SOURCES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing file": (lambda folder: folder / "missing.csv", "No such file"),
    "folder": (lambda folder: folder, "Is a directory"),
    "empty file": (_empty_file, "is empty"),
    "closed file": (_closed_file, "is a closed file"),
    "text-mode file": (lambda folder: io.StringIO("a\n1\n"), "mode 'rb'"),
    "number": (lambda folder: 5, "give a path"),
    "nothing": (lambda folder: b"", "is empty"),
}


@pytest.mark.parametrize("case", BAD_SOURCES)
async def test_bad_sources_are_refused_before_anything_is_sent(unsent: AsyncCarto, tmp_path: Path, case: str) -> None:
    make, message = BAD_SOURCES[case]
    with pytest.raises(InvalidArgumentError, match=message):
        await unsent.sql.copy_from("COPY t FROM STDIN", make(tmp_path))  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match=message):
        await unsent.imports.upload(make(tmp_path), name="t.csv")  # type: ignore[arg-type]


async def test_data_without_a_name_needs_one(unsent: AsyncCarto) -> None:
    with pytest.raises(InvalidArgumentError, match="name="):
        await unsent.imports.upload(b"a\n1\n")


@pytest.mark.parametrize(
    "url", ["airports.csv", "http:///airports.csv", "file:///etc/passwd", "https://", "", "http://[x"]
)
async def test_urls_without_a_host_are_refused(unsent: AsyncCarto, url: str) -> None:
    with pytest.raises(InvalidArgumentError, match="url"):
        await unsent.imports.from_url(url)


CALLS: dict[str, Callable[[AsyncCarto], Any]] = {
    "query": lambda carto: carto.sql.query("  "),
    "query by GET": lambda carto: carto.sql.query("", cacheable=True),
    "copy_from": lambda carto: carto.sql.copy_from("", b"1\n"),
    "copy_to": lambda carto: carto.sql.copy_to("\n"),
    "export": lambda carto: carto.sql.export("", format="csv"),
    "batch": lambda carto: carto.batch.run(""),
    "batch list": lambda carto: carto.batch.run(["SELECT 1", ""]),
    "batch nothing": lambda carto: carto.batch.run([]),
    "table": lambda carto: carto.tables.read(""),
    "import": lambda carto: carto.imports.read(" "),
    "import of nothing": lambda carto: carto.imports.begin(table_name="t"),
    "import of blank SQL": lambda carto: carto.imports.begin(sql=""),
    "synchronization of nothing": lambda carto: carto.synchronizations.begin(interval=900),
    "export of nothing": lambda carto: carto.exports.begin(" "),
}


@pytest.mark.parametrize("call", CALLS)
async def test_blank_arguments_are_refused(unsent: AsyncCarto, call: str) -> None:
    with pytest.raises(InvalidArgumentError):
        await CALLS[call](unsent)


HALF = "\udcff"
LONG = "x" * 9_000
UNSENDABLE: dict[str, tuple[Callable[[AsyncCarto], Any], str]] = {
    "half a pair in SQL": (lambda carto: carto.sql.query(f"SELECT '{HALF}'"), "surrogate"),
    "half a pair in a path": (lambda carto: carto.viz.read(HALF), "surrogate"),
    "half a pair in COPY": (lambda carto: carto.sql.copy_from(f"COPY {HALF} FROM STDIN", b"1\n"), "surrogate"),
    "half a pair in a batch": (lambda carto: carto.batch.run(HALF), "surrogate"),
    "NUL in SQL": (lambda carto: carto.sql.query("SELECT '\0'"), "NUL"),
    "NUL in a batch": (lambda carto: carto.batch.run("SELECT '\0'"), "NUL"),
    "NUL in a list": (lambda carto: carto.batch.run(["SELECT 1", "SELECT '\0'"]), "NUL"),
    "NUL in COPY": (lambda carto: carto.sql.copy_from("COPY t FROM STDIN --\0", b"1\n"), "NUL"),
    "9 KB in COPY": (lambda carto: carto.sql.copy_from(f"COPY t ({LONG}) FROM STDIN", b"1\n"), "list of columns"),
    "100 KB in COPY": (lambda carto: carto.sql.copy_from(f"COPY t ({LONG * 11}) FROM STDIN", b"1\n"), "URL"),
    "9 KB in GET": (lambda carto: carto.sql.query(f"SELECT '{LONG}'", cacheable=True), "by POST"),
    "COPY out by copy_from": (lambda carto: carto.sql.copy_from("COPY t TO STDOUT", b"1\n"), "call copy_to"),
    "COPY in by copy_to": (lambda carto: carto.sql.copy_to("COPY t FROM STDIN"), "call copy_from"),
    "two statements": (lambda carto: carto.sql.copy_to("COPY t TO STDOUT; SELECT 1"), "one statement"),
    "gzip as rows": (lambda carto: carto.sql.copy_from("COPY t FROM STDIN", gzip.compress(b"1\n")), r"gzip\.open"),
    "no data": (lambda carto: carto.sql.copy_from("COPY t FROM STDIN", iter([])), "no data"),
    "text pieces": (lambda carto: carto.sql.copy_from("COPY t FROM STDIN", iter(["1\n"])), "instead of bytes"),
}


@pytest.mark.parametrize("case", UNSENDABLE)
async def test_what_carto_could_never_answer_is_refused_before_it_is_sent(unsent: AsyncCarto, case: str) -> None:
    call, message = UNSENDABLE[case]
    with pytest.raises(InvalidArgumentError, match=message):
        await call(unsent)


async def test_the_unsent_client_would_tell_if_something_were_sent(unsent: AsyncCarto) -> None:
    with pytest.raises(ConnectionFailedError, match=r"127\.0\.0\.1:9"):
        await unsent.sql.query("SELECT 1")


async def test_bad_targets_are_refused_before_anything_is_sent(unsent: AsyncCarto, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "no folder" / "t.csv", io.StringIO(), 5):
        with pytest.raises(InvalidArgumentError):
            await unsent.sql.copy_to("COPY t TO STDOUT", target)  # type: ignore[call-overload]
    assert list(tmp_path.iterdir()) == []


async def test_no_half_written_file_when_nobody_answers(unsent: AsyncCarto, tmp_path: Path) -> None:
    with pytest.raises(ConnectionFailedError):
        await unsent.sql.copy_to("COPY t TO STDOUT", tmp_path / "t.csv")
    assert list(tmp_path.iterdir()) == []


async def test_a_table_that_is_not_there(aio_carto: AsyncCarto) -> None:
    with pytest.raises(NotFoundError):
        await aio_carto.tables.read("no_such_table")
    with pytest.raises(InvalidRequestError, match='relation "no_such_table" does not exist'):
        await aio_carto.sql.query("SELECT * FROM no_such_table")


async def test_a_server_that_is_not_carto(account: Account) -> None:
    elsewhere = account.base_url.replace("/user/", "/nowhere/user/").replace("/nowhere", "")
    async with AsyncCarto(elsewhere, api_key=account.api_key) as carto:
        request = carto._http.build_request("GET", "/no/such/page")
        with pytest.raises(NotCartoError, match="base_url"):
            await carto._http.send(request)


async def test_every_error_is_a_carto_error_and_none_shows_the_key(account: Account, aio_carto: AsyncCarto) -> None:
    with pytest.raises(CartoError) as caught:
        await aio_carto.sql.query("SELEC")
    shown = f"{caught.value!s} {caught.value!r} {caught.value.__cause__!r}"
    assert account.api_key not in shown
    assert isinstance(httpx.URL(account.base_url).host, str)
