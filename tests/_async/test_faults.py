"""Every call of carto_ext meets every fault: a typed error or success, nothing lost, nothing sent twice.

Calls whose requests take the same way are one row: one of them meets the faults, of the others it is shown that they
take that way.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import DownloadError, TransportError
from carto_sandbox.faults import CATALOGUE, Answers, Fault, FaultServer, Point, Reset, Truncated
from tests._async.fault_cases import meet, with_archive
from tests._async.fault_verbs import REPRESENTATIVES, VERBS, Place, Verb
from tests.fault_outcomes import SAFE, named
from tests.support.paths import watched

# Generous: it only ends calls that would never end otherwise.
pytestmark = [pytest.mark.anyio, pytest.mark.timeout(30)]


@pytest.fixture(autouse=True)
def everything_logged() -> None:
    """Logs nothing, unlike in other tests: logging would take half of the time of these thousands of calls."""


@pytest.fixture(scope="module")
def breaking(answers: Answers) -> Iterator[FaultServer]:
    with FaultServer(with_archive(answers)) as running:
        yield running


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Read much faster than all the authorities of the world."""
    path = tmp_path_factory.mktemp("tls") / "ca.pem"
    trustme.CA().cert_pem.write_to_path(path)
    return str(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("place")


@pytest.fixture(scope="module")
def untroubled() -> dict[str, object]:
    """The results of the calls without a fault."""
    return {}


@pytest.mark.parametrize("fault", CATALOGUE)
@pytest.mark.parametrize("verb", REPRESENTATIVES, ids=lambda verb: verb.name)
async def test_a_fault_ends_in_a_typed_error_or_in_success(
    verb: Verb, fault: str, breaking: FaultServer, authority: str, untroubled: dict[str, object], folder: Path
) -> None:
    if verb.name not in untroubled:
        healthy = await meet(breaking, verb, "none", folder, authority, stays=False)
        assert (healthy.error, healthy.tries, healthy.harm) == (None, 1, ())
        untroubled[verb.name] = healthy.result
    expected = verb.expect(fault)
    stays = await meet(breaking, verb, fault, folder, authority, stays=True)
    assert named(stays.error, fault) == (expected.error.__name__ if expected.error else "ok"), stays.error
    assert stays.harm == ()
    assert stays.tries <= 1 + expected.again
    if expected.error is None:
        assert (stays.result == untroubled[verb.name]) is not expected.believed
    elif expected.again and not fault.startswith("stall"):
        once = await meet(breaking, verb, fault, folder, authority, stays=False)
        assert once.error is None
        assert once.result == untroubled[verb.name]
        assert once.harm == ()


async def way_of(verb: Verb, server: FaultServer, folder: Path, authority: str) -> tuple[object, ...]:
    """The facts that decide the outcome of a fault: the request, and the code of ours that takes part."""
    server.reset()
    async with AsyncCarto(server.base_url, api_key="not-a-real-key", verify=authority) as carto:
        with watched(type(carto._http).send) as ways:
            await verb.call(carto, Place(folder))
    for path in folder.iterdir():
        path.unlink()
    request = server.requests[verb.spared]
    assert (request.operation_id, request.method) == (verb.operation, verb.method)
    return ways[verb.spared], verb.method in SAFE, verb.streamed, verb.content


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb.like], ids=lambda verb: verb.name)
async def test_what_is_in_the_same_row_takes_the_same_way(
    verb: Verb, breaking: FaultServer, authority: str, folder: Path
) -> None:
    first = next(one for one in REPRESENTATIVES if one.name == verb.like)
    assert await way_of(verb, breaking, folder, authority) == await way_of(first, breaking, folder, authority)


async def test_other_rows_take_other_ways(breaking: FaultServer, authority: str, folder: Path) -> None:
    """Else the test above would show nothing."""
    names = ("sql.query", "viz.read", "imports.job.wait", "sql.copy_from, gzip", "imports.upload, generator")
    names += ("sql.copy_to a path", "sql.copy_to, iterated", "exports.job.save")
    verbs = [next(verb for verb in VERBS if verb.name == name) for name in names]
    ways = [await way_of(verb, breaking, folder, authority) for verb in verbs]
    assert all(ways.count(way) == 1 for way in ways), ways


async def iterate(carto: AsyncCarto, received: bytearray) -> None:
    async with await carto.sql.copy_to("COPY places TO STDOUT") as pieces:
        async for piece in pieces:
            received += piece


@pytest.mark.parametrize("fault", [Truncated("chunked"), Reset(Point.ANSWER_BODY), Truncated("close")], ids=repr)
async def test_whole_rows_before_a_break_are_handed_on(
    fault: Fault, breaking: FaultServer, authority: str, folder: Path
) -> None:
    """Half a row is none: the example is `id,name`, `1,one`, `2,two`, and breaks off behind `1,`."""
    breaking.reset()
    breaking.play(default=fault)
    target, received = folder / "rows.csv", bytearray()
    async with AsyncCarto(breaking.base_url, api_key="not-a-real-key", verify=authority) as carto:
        with pytest.raises((DownloadError, TransportError)):
            await iterate(carto, received)
        with pytest.raises((DownloadError, TransportError)) as caught:
            await carto.sql.copy_to("COPY places TO STDOUT", target, keep_partial=True)
    assert received == b"id,name\n"
    kept = folder / "rows.csv.part"
    assert kept.read_bytes() == b"id,name\n"
    assert str(kept) in caught.value.__notes__[0]
    assert not target.exists()
    kept.unlink()
