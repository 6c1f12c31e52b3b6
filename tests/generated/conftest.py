"""Two clients of the same hazardous spec: one by the stock generator, one by scripts/regenerate."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
HAZARDS = Path(__file__).parent / "hazards.yaml"
sys.path.insert(0, str(ROOT / "scripts"))


class Package:
    """A generated package: its modules by relative name, its clients over a transport that only remembers."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        self.requests: list[httpx.Request] = []

    def module(self, name: str) -> Any:
        return importlib.import_module(f"{self.name}.{name}")

    def endpoint(self, name: str) -> Any:
        return self.module(f"api.hazard.hazard_{name}")

    def client(self, answer: httpx.Response | None = None) -> Any:
        def respond(request: httpx.Request) -> httpx.Response:
            request.read()
            self.requests.append(request)
            return answer or httpx.Response(200, json={"ok": True})

        async def respond_later(request: httpx.Request) -> httpx.Response:
            await request.aread()
            self.requests.append(request)
            return answer or httpx.Response(200, json={"ok": True})

        base = "http://hazard.test"
        client = self.module("client").Client(base_url=base)
        client.set_httpx_client(httpx.Client(base_url=base, transport=httpx.MockTransport(respond)))
        client.set_async_httpx_client(httpx.AsyncClient(base_url=base, transport=httpx.MockTransport(respond_later)))
        return client

    @contextmanager
    def still_raises(self, error: type[Exception] | tuple[type[Exception], ...], remedy: str) -> Iterator[None]:
        """The hazard is still there; if not, say what may go."""
        try:
            yield
        except error:
            return
        pytest.fail(f"upstream fixed this: {remedy}")

    @property
    def sent(self) -> httpx.Request:
        """The last request."""
        return self.requests[-1]


def generate_stock(spec: Path, target: Path) -> None:
    """The output of the stock openapi-python-client for `spec`."""
    from generator.raw_spec import load_spec
    from openapi_python_client import Project
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData

    config = Config.from_sources(ConfigFile(post_hooks=[]), MetaType.NONE, spec, "utf-8", True, target)
    parsed = GeneratorData.from_dict(load_spec(spec), config=config)
    assert isinstance(parsed, GeneratorData)
    with redirect_stdout(io.StringIO()):
        assert not Project(openapi=parsed, config=config).build()


def generate_ours(spec: Path, target: Path) -> None:
    from generator.pipeline import build_client

    build_client(spec, target)


def make_package(name: str, folder: Path, generate: Callable[[Path, Path], None]) -> Iterator[Package]:
    generate(HAZARDS, folder / name)
    sys.path.insert(0, str(folder))
    try:
        yield Package(name, folder / name)
    finally:
        sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    yield from make_package("hazard_client_stock", tmp_path_factory.mktemp("stock"), generate_stock)


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    yield from make_package("hazard_client_ours", tmp_path_factory.mktemp("ours"), generate_ours)
