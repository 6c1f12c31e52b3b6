"""The sandbox as an object: PostgreSQL, the accounts and an HTTP server on a loopback port."""

import asyncio
import socket
import threading
from types import TracebackType

import uvicorn

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.directory import Accounts, close_accounts
from carto_sandbox.app import create_app
from carto_sandbox.conformance.conformance import Conformance, Violation
from carto_sandbox.database.postgres import Postgres
from carto_sandbox.http.corked import CorkedProtocol

LOOPBACK = "127.0.0.1"
_EVERYWHERE = "0.0.0.0"
_START_TIMEOUT = 20.0
# Answers still under way when the sandbox stops are cut after this many seconds.
_GRACE = 1


class SandboxStartError(RuntimeError):
    """The HTTP server did not come up."""


class Sandbox:
    """A local CARTO, running from `start` (or `with`) to `stop`.

    `host` is the address to listen on. Whoever reaches it may do all that the sandbox can: others than this machine's
    are for containers. `port` 0 takes a free one. `dsn` is a superuser's connection string of the PostgreSQL server to
    use; without it, and without CARTO_SANDBOX_DSN, one is started for the sandbox. `username` is the first account;
    None makes none.

    Requests and answers are held against the spec. What the sandbox answered wrongly is in `violations`; with `strict`
    it is a 500 instead, wherever nothing was sent yet. What it was asked wrongly is in `conformance`, and is answered
    as CARTO answers it.
    """

    def __init__(
        self,
        *,
        username: str | None = "sandbox",
        api_key: str | None = None,
        host: str = LOOPBACK,
        port: int = 0,
        dsn: str | None = None,
        strict: bool = False,
    ) -> None:
        self._username = username
        self._given_key = api_key
        self._host, self._port = host, port
        self._postgres = Postgres(dsn)
        self.conformance = Conformance(strict=strict)
        self._account: Account | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self.accounts = Accounts(self._postgres)
        self.url = ""

    def __enter__(self) -> "Sandbox":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def account(self) -> Account:
        """The first account."""
        if self._account is None:
            raise RuntimeError("The sandbox has no account yet: start it with a username, or call create_account")
        return self._account

    @property
    def base_url(self) -> str:
        return self.account.base_url

    @property
    def api_key(self) -> str:
        return self.account.api_key

    @property
    def violations(self) -> list[Violation]:
        """Own answers that the spec does not describe, each once; empty as long as all is well."""
        return self.conformance.answer_violations

    @property
    def has_postgis(self) -> bool:
        """Without PostGIS `the_geom` holds EWKT text."""
        return self._postgres.has_postgis

    def start(self) -> None:
        # Bound before anything else starts, so that a port in use costs nothing.
        # The protocol is named because asyncio sets TCP_NODELAY only then; without it small answers take 40 ms.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self._host, self._port))
            listener.listen(256)
            reached_at = LOOPBACK if self._host == _EVERYWHERE else self._host
            self.url = self.accounts.url = f"http://{reached_at}:{listener.getsockname()[1]}"
            # Reading the spec and starting PostgreSQL take about as long; nobody waits for the first.
            threading.Thread(target=self.conformance.load, name="carto-spec", daemon=True).start()
            self._postgres.start()
            if self._username is not None:
                self._account = self.create_account(self._username, api_key=self._given_key)
            self._serve(listener)
        except BaseException:
            listener.close()
            self.stop()
            raise

    def _serve(self, listener: socket.socket) -> None:
        config = uvicorn.Config(
            create_app(self.accounts, self.conformance),
            log_config=None,
            log_level="warning",
            access_log=False,
            lifespan="on",
            http=CorkedProtocol,
            ws="none",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_GRACE,
            timeout_keep_alive=5,
        )
        server = uvicorn.Server(config)
        started = threading.Event()

        async def serve() -> None:
            self._loop = asyncio.get_running_loop()
            started.set()
            await server.serve(sockets=[listener])

        thread = threading.Thread(target=lambda: asyncio.run(serve()), name="carto-sandbox", daemon=True)
        self._server, self._thread = server, thread
        thread.start()
        started.wait(_START_TIMEOUT)
        deadline = threading.Event()
        for _ in range(int(_START_TIMEOUT / 0.01)):
            if server.started or not thread.is_alive():
                break
            deadline.wait(0.01)
        if not server.started:
            raise SandboxStartError("The sandbox's HTTP server did not start")

    def stop(self) -> None:
        server, thread, loop = self._server, self._thread, self._loop
        self._server = self._thread = self._loop = None
        if loop is not None and thread is not None and thread.is_alive():
            # Queries first: then their answers end in order, and uvicorn has nothing to cut off.
            asyncio.run_coroutine_threadsafe(close_accounts(self.accounts), loop).result()
        if server is not None and thread is not None:
            server.should_exit = True
            thread.join()
        if self._postgres.outlives_sandbox:
            self.accounts.drop_all()
        self._postgres.stop()

    def create_account(self, username: str, *, api_key: str | None = None, organization: str | None = None) -> Account:
        """A new account with an empty database. `api_key` is its master key; without one a random key is made.

        `organization` names the organization it becomes a member of; the first member makes it, and owns it.
        """
        return self.accounts.create(username, api_key, organization)

    def drop_account(self, account: Account) -> None:
        """Ends the account's jobs and connections, and removes its database."""
        if self._loop is not None:
            asyncio.run_coroutine_threadsafe(account.close(), self._loop).result()
        self.accounts.drop(account)
