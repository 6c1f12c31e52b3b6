"""A headless Chromium, spoken to by the DevTools protocol through a pipe: pages, clicks, pixels, errors."""

import base64
import contextlib
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--remote-debugging-pipe",
)
DEADLINE_SECONDS = 60


def find_chromium() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Page:
    """One tab. `errors`: those of its console, and exceptions that nothing caught. `failures`: requests that failed."""

    def __init__(self, browser: "Browser", session: str) -> None:
        self._browser, self._session = browser, session
        self.errors: list[str] = []
        self.failures: list[str] = []

    def call(self, method: str, **params: Any) -> Any:
        return self._browser.call(method, self._session, **params)

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)
        self.wait_for("document.readyState === 'complete'")

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression; of a promise, what it brings."""
        told = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def wait_for(self, expression: str) -> Any:
        """The value of the expression as soon as it is true."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not (value := self.run(expression)):
            assert time.monotonic() < deadline, f"{expression} did not become true; console: {self.errors}"
            time.sleep(0.1)
        return value

    def click(self, x: float, y: float) -> None:
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            held = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **held)

    def resize(self, width: int, height: int, *, dark: bool = False) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", **metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def screenshot(self) -> bytes:
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    @contextlib.contextmanager
    def frame(self, url: str) -> Iterator["Page"]:
        """A frame of the page that is another site."""
        with self._browser.attached(lambda one: one["type"] == "iframe" and one["url"] == url) as frame:
            yield frame

    def take(self, event: dict[str, Any]) -> None:
        params = event["params"]
        if event["method"] == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.errors.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")
        elif event["method"] == "Runtime.consoleAPICalled" and params["type"] in ("error", "assert"):
            self.errors.append(" ".join(str(one.get("value", one.get("description"))) for one in params["args"]))
        elif event["method"] == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description") or details["text"])
        elif event["method"] == "Network.loadingFailed" and not params.get("canceled"):
            self.failures.append(params["errorText"])
        elif event["method"] == "Network.responseReceived" and params["response"]["status"] >= 400:
            self.failures.append(f"{params['response']['status']} {params['response']['url']}")


class Browser:
    """Chromium with a profile of its own, and more switches if you want; a context manager."""

    def __init__(self, program: str, *switches: str) -> None:
        self._program, self._switches = program, switches
        self._pages: dict[str, Page] = {}
        self._last = 0
        self._rest = b""

    def __enter__(self) -> Self:
        self._profile = Path(tempfile.mkdtemp(prefix="chromium-"))
        read_end, self._out = os.pipe()
        self._in, write_end = os.pipe()
        # The protocol wants its pipes as descriptors 3 and 4: a shell puts them there, from where they are in no way.
        theirs, answers = (fcntl.fcntl(one, fcntl.F_DUPFD, 10) for one in (read_end, write_end))
        command = [self._program, *SWITCHES, *self._switches, f"--user-data-dir={self._profile}", "about:blank"]
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{theirs} 4>&{answers}', "bash", *command],
            pass_fds=(theirs, answers),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for descriptor in (read_end, write_end, theirs, answers):
            os.close(descriptor)
        return self

    def __exit__(self, *unused: object) -> None:
        with contextlib.suppress(Exception):
            self.call("Browser.close")
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)
        shutil.rmtree(self._profile, ignore_errors=True)

    @contextlib.contextmanager
    def page(self, width: int = 900, height: int = 600) -> Iterator[Page]:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        with self.attached(lambda one: one["targetId"] == target) as page:
            page.resize(width, height)
            yield page
        self.call("Target.closeTarget", targetId=target)

    @contextlib.contextmanager
    def attached(self, wanted: Callable[[dict[str, Any]], bool]) -> Iterator[Page]:
        target = next(one for one in self.call("Target.getTargets")["targetInfos"] if wanted(one))["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = self._pages[session] = Page(self, session)
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.call(f"{domain}.enable")
        yield page
        del self._pages[session]

    def call(self, method: str, session: str | None = None, **params: Any) -> Any:
        self._last += 1
        asked = {"id": self._last, "method": method, "params": params, **({"sessionId": session} if session else {})}
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("id") == asked["id"]:
                assert "error" not in told, f"{method}: {told['error']}"
                return told["result"]
            if page := self._pages.get(told.get("sessionId", "")):
                page.take(told)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            read = os.read(self._in, 1 << 16)
            assert read, "Chromium ended"
            self._rest += read
        text, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message
