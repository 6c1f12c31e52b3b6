"""Certificates of a private authority: good, expired, for another host, untrusted; client certificates; proxies."""

import datetime
import socket
import ssl
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
import trustme

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import ConfigurationError, ConnectionFailedError, InsecureConnectionWarning, TransportError
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import Answer, Answers, FaultServer
from tests.support.proxy import Proxy
from tests.support.raw import serving

pytestmark = pytest.mark.anyio

ONCE = RetryPolicy(attempts=1)
ANSWER = b'{"rows":[{"one":1}],"time":0.001,"fields":{"one":{"type":"number","pgtype":"int4"}},"total_rows":1}'
Serve = Callable[..., FaultServer]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture
def serve(answers: Answers) -> Iterator[Serve]:
    """`serve(certificate, client_authority=None)`: a CARTO behind that certificate."""
    with ExitStack() as stack:

        def start(certificate: trustme.LeafCert, client_authority: trustme.CA | None = None) -> FaultServer:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
            if client_authority is not None:
                client_authority.configure_trust(context)
                context.verify_mode = ssl.CERT_REQUIRED
            server = FaultServer(answers, ssl_context=context)
            server.answers["sql_query"] = Answer(200, ANSWER, {"Content-Type": "application/json"})
            return stack.enter_context(server)

        yield start


async def _ask(carto: AsyncCarto) -> object:
    async with carto:
        return (await carto.sql.query("SELECT 1 AS one")).rows[0]["one"]


async def test_a_private_authority_is_named_by_its_file(serve: Serve, authority: trustme.CA, ca_file: str) -> None:
    server = serve(authority.issue_cert("127.0.0.1"))
    assert await _ask(AsyncCarto(server.base_url, api_key="k", verify=ca_file)) == 1


async def test_a_private_authority_is_named_by_the_environment(
    serve: Serve, authority: trustme.CA, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(authority.issue_cert("127.0.0.1"))
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)
    assert await _ask(AsyncCarto(server.base_url, api_key="k")) == 1


async def test_an_unknown_authority_is_refused_by_default(serve: Serve, authority: trustme.CA) -> None:
    server = serve(authority.issue_cert("127.0.0.1"))
    with pytest.raises(ConnectionFailedError, match=r"not trusted.*verify='path/to/ca\.pem'"):
        await _ask(AsyncCarto(server.base_url, api_key="k", retries=ONCE))
    assert server.requests == []


async def test_another_authority_is_refused(serve: Serve, ca_file: str) -> None:
    server = serve(trustme.CA().issue_cert("127.0.0.1"))
    with pytest.raises(ConnectionFailedError, match=r"not trusted.*verify='path/to/ca\.pem'"):
        await _ask(AsyncCarto(server.base_url, api_key="k", verify=ca_file, retries=ONCE))
    assert server.requests == []


async def test_an_expired_certificate_is_refused(serve: Serve, authority: trustme.CA, ca_file: str) -> None:
    past = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)
    server = serve(
        authority.issue_cert("127.0.0.1", not_before=past, not_after=past + datetime.timedelta(days=1)),
    )
    with pytest.raises(ConnectionFailedError, match="certificate has expired; the server's operator must renew it"):
        await _ask(AsyncCarto(server.base_url, api_key="k", verify=ca_file, retries=ONCE))
    assert server.requests == []


@pytest.mark.parametrize("name", ["carto.example.com", "127.0.0.2"])
async def test_the_certificate_of_another_host_is_refused(
    serve: Serve, authority: trustme.CA, ca_file: str, name: str
) -> None:
    server = serve(authority.issue_cert(name))
    with pytest.raises(ConnectionFailedError, match=r"not valid for '127\.0\.0\.1'; use a host name .* in base_url"):
        await _ask(AsyncCarto(server.base_url, api_key="k", verify=ca_file, retries=ONCE))
    assert server.requests == []


async def test_a_self_signed_certificate_is_trusted_if_it_is_named(serve: Serve, tmp_path: Path) -> None:
    # An authority's own certificate is the one thing that trustme signs with its own key.
    own = trustme.CA()
    server = serve(own.issue_cert("127.0.0.1"))
    with pytest.raises(ConnectionFailedError, match="not trusted"):
        await _ask(AsyncCarto(server.base_url, api_key="k", retries=ONCE))
    own.cert_pem.write_to_path(str(tmp_path / "self.pem"))
    assert await _ask(AsyncCarto(server.base_url, api_key="k", verify=str(tmp_path / "self.pem"))) == 1


async def test_verification_can_be_turned_off_and_warns_once(serve: Serve, authority: trustme.CA) -> None:
    server = serve(authority.issue_cert("carto.example.com"))
    with pytest.warns(InsecureConnectionWarning, match="certificate") as warned:
        careless = AsyncCarto(server.base_url, api_key="k", verify=False)
    assert len(warned) == 1
    assert warned[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert await _ask(careless.with_options(timeout=5)) == 1
        await careless.aclose()


async def test_a_certificate_of_the_client_is_shown(
    serve: Serve, authority: trustme.CA, ca_file: str, tmp_path: Path
) -> None:
    server = serve(authority.issue_cert("127.0.0.1"), client_authority=authority)
    mine = str(tmp_path / "mine.pem")
    authority.issue_cert("me@example.com").private_key_and_cert_chain_pem.write_to_path(mine)
    assert await _ask(AsyncCarto(server.base_url, api_key="k", verify=ca_file, cert=mine)) == 1


async def test_a_server_that_wants_a_certificate_says_so(authority: trustme.CA, ca_file: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED

    def refuse(sock: socket.socket) -> None:
        connection = context.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        with suppress(ssl.SSLError):
            connection.do_handshake()
        # Closing a connection with unread bytes resets it, and the reset can overtake the refusal.
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(4096):
            pass
        connection.close()

    with (
        serving(refuse) as address,
        pytest.raises(TransportError, match=r"asks for a certificate: pass cert='path/to/client\.pem'"),
    ):
        await _ask(AsyncCarto(f"https://{address}/user/me", api_key="k", verify=ca_file, retries=ONCE))


def test_a_certificate_without_its_key_is_refused(authority: trustme.CA, ca_file: str) -> None:
    carto = AsyncCarto("https://127.0.0.1/user/me", api_key="k", cert=ca_file)
    with pytest.raises(ConfigurationError, match=r"ca\.pem.*certificate and its key"):
        carto.sql  # noqa: B018 - the first use makes the connections


async def test_a_server_without_tls_is_told_apart(ca_file: str) -> None:
    with (
        serving(lambda sock: sock.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as address,
        pytest.raises(ConnectionFailedError, match="cannot connect"),
    ):
        await _ask(AsyncCarto(f"https://{address}/user/me", api_key="k", verify=ca_file, retries=ONCE))


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    """On loopback, and nothing but these tests' own environment knows it."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    with Proxy() as running:
        yield running


async def test_a_proxy_forwards_http(fault_server: FaultServer, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        await carto.sql.query("SELECT 1")
        await carto.sql.copy_from("COPY t FROM STDIN", b"1\n" * 500_000, compress=False)
    sql = f"{fault_server.url}/user/me/api/v2/sql"
    assert [target.partition("?")[0] for _, target in proxy.asked] == [sql, f"{sql}/copyfrom"]
    assert fault_server.requests[1].body_bytes == 1_000_000


async def test_a_proxy_tunnels_https_and_sees_no_key(
    serve: Serve, authority: trustme.CA, ca_file: str, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(authority.issue_cert("127.0.0.1"))
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    assert await _ask(AsyncCarto(server.base_url, api_key="secret-key", verify=ca_file)) == 1
    assert proxy.asked == [("CONNECT", server.url.removeprefix("https://"))]
    assert b"uthorization" not in proxy.heads


async def test_no_proxy_goes_straight(fault_server: FaultServer, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        await carto.sql.query("SELECT 1")
    assert proxy.asked == []
    assert len(fault_server.requests) == 1


async def test_a_proxy_that_is_down_is_a_failed_connection(
    fault_server: FaultServer, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    async with AsyncCarto(fault_server.base_url, api_key="k", retries=ONCE) as carto:
        with pytest.raises(ConnectionFailedError):
            await carto.sql.query("SELECT 1")
    assert fault_server.requests == []


@pytest.mark.parametrize("wrong", ["gopher://user:pass-word@127.0.0.1:1", "http://user:pass-word@127.0.0.1:port"])
def test_a_proxy_that_makes_no_sense_is_refused_without_its_password(
    proxy: Proxy, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", wrong)
    carto = AsyncCarto("https://me.carto.com", api_key="k")
    with pytest.raises(ConfigurationError, match="HTTPS_PROXY") as caught:
        carto.sql  # noqa: B018 - the first use makes the connections
    assert "pass-word" not in str(caught.value)
