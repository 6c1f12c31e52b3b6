"""Headless Chromium over two pipes, by the DevTools protocol: pages, what goes wrong in them, and pictures."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from toolchains.tools import Missing

NAMES = ("chromium", "chromium-browser", "google-chrome")
HEIGHT = 1000
# Every name resolves to nothing: a page that wants something of the network is found out.
OPTIONS = (
    "--headless=new",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)


class Browser:
    """Chromium, spoken to over two pipes by the DevTools protocol."""

    def __init__(self) -> None:
        program = next(filter(None, map(shutil.which, NAMES)), None)
        if program is None:
            raise Missing("Chromium is not installed (Debian: apt install chromium)")
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        command = [program, *OPTIONS, f"--user-data-dir={self._profile.name}"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        # The protocol has the numbers 3 and 4; what is there must not be overwritten before it is copied.
        reading, writing = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (theirs_in, theirs_out))
        moves = [(os.POSIX_SPAWN_DUP2, reading, 3), (os.POSIX_SPAWN_DUP2, writing, 4)]
        silence = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
        self._process = os.posix_spawn(program, command, os.environ, file_actions=[*moves, *silence])
        for end in (theirs_in, theirs_out, reading, writing):
            os.close(end)
        self._number, self._rest = 0, b""
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._out)
        os.close(self._in)
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        self._profile.cleanup()

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._in, 1 << 20)
            if not piece:
                raise Missing("Chromium ended while it was spoken to")
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def call(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """Send a command and wait for its answer; events that come meanwhile are kept."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise Missing(f"Chromium refused {method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def wait_for(self, method: str) -> None:
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self._receive())


class Tab:
    """One page at a time; `faults` gathers what goes wrong in it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._browser.call(method, self._session, **parameters)

    def resize(self, width: int, dark: bool = False) -> None:
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=HEIGHT, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def open(self, url: str) -> list[str]:
        """Load the page; gives what it complained about."""
        self._browser.events.clear()
        self.call("Page.navigate", url=url)
        self._browser.wait_for("Page.loadEventFired")
        # Two frames later the scripts have had their turn.
        self.evaluate(
            "new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go, 20))))"
        )
        return [fault for event in self._browser.events if (fault := _fault_of(event))]

    def evaluate(self, expression: str) -> Any:
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        return answer["result"].get("value")

    def photograph(self, target: Path) -> None:
        data = self.call("Page.captureScreenshot", format="png")["data"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(base64.b64decode(data))


def _fault_of(event: dict[str, Any]) -> str:
    """What an event tells of something that went wrong, or nothing."""
    found: dict[str, Any] = event.get("params", {})
    match event.get("method"):
        case "Runtime.exceptionThrown":
            details = found["exceptionDetails"]
            return f"exception: {details.get('exception', {}).get('description', details['text'])}"
        case "Runtime.consoleAPICalled" if found["type"] in ("error", "warning", "assert"):
            return "console: " + " ".join(str(part.get("value", part.get("description"))) for part in found["args"])
        case "Log.entryAdded" if found["entry"]["level"] in ("error", "warning"):
            return f"log: {found['entry']['text']} {found['entry'].get('url', '')}"
        case "Network.loadingFailed" if not found.get("canceled"):
            return f"request: {found['errorText']}"
        case "Network.responseReceived" if found["response"]["status"] >= 400:
            return f"request: {found['response']['status']} {found['response']['url']}"
    return ""


@contextmanager
def opened_tab() -> Iterator[Tab]:
    with Browser() as browser:
        yield Tab(browser)
