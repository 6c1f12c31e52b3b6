"""The candidates: each makes clients with httpx's methods, and knows its costs for the project."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HTTP = ROOT / "carto_ext/_async/_http"
SHARED = ROOT / "carto_ext/_shared"
# Of the pool, whatever parses; the synchronous twins are made from these.
POOL = [
    *(HTTP / f"{name}.py" for name in ("connection", "network", "pool", "routes", "sockets")),
    ROOT / "carto_ext/_sync/_http/sockets.py",
    *(SHARED / f"_http/{name}.py" for name in ("proxies", "readiness", "tls")),
]


class Candidate:
    """`packages` are what it brings beyond httpx, `own` the files that would be written by hand."""

    packages: tuple[str, ...] = ()
    own: tuple[Path, ...] = ()
    resolves_by_python = True

    def client(
        self, *, timeout: float = 20, connect: float = 20, ca: str | None = None, cert: str | None = None
    ) -> Any:
        raise NotImplementedError

    def aclient(self, **options: Any) -> Any:
        raise NotImplementedError


class OwnPool(Candidate):
    """The pool of carto_ext, parsing with httptools."""

    packages = ("httptools",)
    own = (*POOL, SHARED / "_http/http1.py")

    def _transport(self, kind: Any, ca: str | None = None, cert: str | None = None, **_: Any) -> Any:
        from carto_ext._shared._http.proxies import Proxies

        return kind(tls(ca, cert), Proxies())

    def client(
        self, *, timeout: float = 20, connect: float = 20, ca: str | None = None, cert: str | None = None
    ) -> Any:
        import httpx

        from carto_ext._sync._http.pool import Transport

        limits = httpx.Timeout(timeout, connect=connect)
        return httpx.Client(transport=self._transport(Transport, ca, cert), timeout=limits, trust_env=False)

    def aclient(self, *, timeout: float = 20, connect: float = 20, **options: Any) -> Any:
        import httpx

        from carto_ext._async._http.pool import AsyncTransport

        limits = httpx.Timeout(timeout, connect=connect)
        return httpx.AsyncClient(transport=self._transport(AsyncTransport, **options), timeout=limits, trust_env=False)


class OwnPoolOwnDecoder(OwnPool):
    """The same pool with a parser in Python."""

    packages = ()
    own = (*POOL, SHARED / "_http/http1.py", Path(__file__).with_name("plain_decoder.py"))

    def _transport(self, kind: Any, ca: str | None = None, cert: str | None = None, **_: Any) -> Any:
        from carto_ext._async._http import connection as asynchronous
        from carto_ext._sync._http import connection as synchronous
        from transports.plain_decoder import Answer

        asynchronous.Answer = synchronous.Answer = Answer  # type: ignore[misc]
        return super()._transport(kind, ca, cert)


class Pyreqwest(Candidate):
    """reqwest, hyper and rustls beneath httpx."""

    packages = ("pyreqwest",)
    own = (Path(__file__).with_name("over_pyreqwest.py"),)
    resolves_by_python = False

    def client(
        self, *, timeout: float = 20, connect: float = 20, ca: str | None = None, cert: str | None = None
    ) -> Any:
        import httpx

        from transports.over_pyreqwest import Transport

        return httpx.Client(transport=Transport(timeout, connect, ca, cert), trust_env=False)

    def aclient(
        self, *, timeout: float = 20, connect: float = 20, ca: str | None = None, cert: str | None = None
    ) -> Any:
        import httpx

        from transports.over_pyreqwest import AsyncTransport

        return httpx.AsyncClient(transport=AsyncTransport(timeout, connect, ca, cert), trust_env=False)


class Httpx2(Candidate):
    """The maintained continuation of httpx, with httpcore2, as it is."""

    module = "httpx2"
    packages = ("httpx2", "httpcore2", "truststore")

    def _make(
        self, kind: str, timeout: float = 20, connect: float = 20, ca: str | None = None, cert: str | None = None
    ) -> Any:
        module: Any = __import__(self.module)
        limits = module.Timeout(timeout, connect=connect)
        return getattr(module, kind)(timeout=limits, verify=tls(ca, cert))

    def client(self, **options: Any) -> Any:
        return self._make("Client", **options)

    def aclient(self, **options: Any) -> Any:
        return self._make("AsyncClient", **options)


class Httpx(Httpx2):
    """httpx's own transport: httpcore and h11."""

    module = "httpx"
    packages = ()


CANDIDATES: dict[str, type[Candidate]] = {
    "own pool, httptools": OwnPool,
    "own pool, own decoder": OwnPoolOwnDecoder,
    "pyreqwest": Pyreqwest,
    "httpx2": Httpx2,
    "httpx": Httpx,
}


def tls(ca: str | None, cert: str | None) -> ssl.SSLContext | bool:
    if ca is None:
        return True
    context = ssl.create_default_context(cafile=ca)
    if cert is not None:
        context.load_cert_chain(cert)
    return context
