"""Programs that lead a hard life: forked, interrupted, ended, short of descriptors. Each prints what it saw."""

import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from carto_sandbox.faults import Answer, Answers, Delay, Fault, FaultServer, Point, SlowBody, Stall
from tests.support.caller import Row

START = """
import os, signal, sys, threading, time
from carto_ext import Carto, CartoError, RetryPolicy

url, folder = sys.argv[1:]
once = RetryPolicy(attempts=1)
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells let what runs in the background ignore it
carto = Carto(url, api_key="k", retries=once, timeout=20)
carto.sql.query("SELECT 1")


def told(call):
    try:
        call()
    except BaseException as error:
        return type(error).__name__
    return "ok"


def soon(what, *arguments):
    threading.Timer(0.3, what, arguments).start()

"""
PARENT_WORKS = """
seen = []
call = threading.Thread(target=lambda: seen.append(told(lambda: carto.sql.query("SELECT 1"))))
call.start()
time.sleep(0.3)
child = os.fork()
if child == 0:
    carto.close()
    os._exit(0)
os.waitpid(child, 0)
call.join()
print(*seen)
"""
CHILD_WORKS = """
child = os.fork()
if child == 0:
    print(told(lambda: carto.sql.query("SELECT 1")), flush=True)
    os._exit(0)
os.waitpid(child, 0)
"""
INTERRUPTED = """
soon(os.kill, os.getpid(), signal.SIGINT)
def pieces():
    while True:
        yield b"1234567\\n" * 4096
print(told(lambda: {call}))
"""
TERMINATED = """
with open(folder + "/out.csv", "w") as file:
    file.write("old")
soon(os.kill, os.getpid(), signal.SIGTERM)
carto.sql.copy_to("COPY t TO STDOUT", folder + "/out.csv")
"""
FEW_DESCRIPTORS = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
seen = []
calls = [threading.Thread(target=lambda: seen.append(told(lambda: carto.sql.query("SELECT 1")))) for _ in range(90)]
for call in calls:
    call.start()
for call in calls:
    call.join()
others = sorted(set(seen) - {"ok", "ConnectionFailedError"})
print(*(others or ["ConnectionFailedError"]))
"""
CLOSED = """
seen, kinds = [], set()
def work():
    while not seen:
        if (outcome := told(lambda: other.sql.query("SELECT 1"))) != "ok":
            seen.append(outcome)
for number in range(40):
    seen.clear()
    other = Carto(url, api_key="k", retries=once, timeout=20)
    other.sql.query("SELECT 1")
    calls = [threading.Thread(target=work) for _ in range(4)]
    for call in calls:
        call.start()
    time.sleep(0.002 + number % 7 / 1000)
    other.close()
    for call in calls:
        call.join()
    kinds |= set(seen)
others = sorted(kinds - {"TransportError", "ConfigurationError", "ConnectionFailedError"})
print(*(others or ["CartoError"]))
"""
END = """
print(told(lambda: carto.sql.query("SELECT 1")) if "out.csv" not in os.listdir(folder) else "left behind")
carto.close()
"""

COLUMN = "outcome"
SILENCE: Fault = Stall(Point.REQUEST_END)


def row(name: str, outcome: str, note: str = "") -> Row:
    return Row(name, {COLUMN: outcome}, note=note)


# The program, and what its second request meets.
CASES: Mapping[str, tuple[Row, tuple[str, Fault | None]]] = {
    one.name: (one, (program, fault))
    for one, program, fault in [
        (
            row("forked; the child closes its copy", "ok", "for the parent, whose call continues"),
            PARENT_WORKS,
            Delay(1),
        ),
        (row("forked; the child calls", "ConfigurationError", "make a client in the child"), CHILD_WORKS, None),
        (
            row("Ctrl-C while a query runs", "KeyboardInterrupt", "at once"),
            INTERRUPTED.format(call='carto.sql.query("SELECT 1")'),
            SILENCE,
        ),
        (
            row("Ctrl-C while sending", "KeyboardInterrupt", "at once"),
            INTERRUPTED.format(call='carto.sql.copy_from("COPY t FROM STDIN", pieces(), compress=False)'),
            Stall(Point.REQUEST_HEAD),
        ),
        (
            row("Ctrl-C while a path is written", "KeyboardInterrupt", "at once; no file remains"),
            INTERRUPTED.format(call='carto.sql.copy_to("COPY t TO STDOUT", folder + "/out.csv")'),
            SlowBody(chunk=1000, pause=0.02),
        ),
        (
            row("SIGTERM while a path is written", "SIGTERM", "the old file stays; a hidden `.part` can remain"),
            TERMINATED,
            SlowBody(chunk=1000, pause=0.02),
        ),
        (
            row("64 descriptors for 90 calls at once", "ConnectionFailedError", "for some of them"),
            FEW_DESCRIPTORS,
            None,
        ),
        (
            row(
                "closed by another thread", "CartoError", "TransportError, or ConfigurationError: the client is closed"
            ),
            CLOSED,
            None,
        ),
    ]
}


def with_rows(answers: Answers) -> Answers:
    answers = answers.copy()
    answers["sql_copyto_post"] = Answer(body=b"1234567\n" * 100_000)
    return answers


def outcome_of(server: FaultServer, name: str, _: str, folder: Path) -> str:
    """The cell, and what went wrong besides."""
    program, fault = CASES[name][1]
    server.reset()
    server.play(None, fault)
    command = [sys.executable, "-W", "error", "-c", START + program + END, server.base_url, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode == -signal.SIGTERM:
        old = (folder / "out.csv").read_text() == "old"
        return "SIGTERM" if old else "SIGTERM, the old file is gone"
    said = done.stdout.split()
    harm = [] if said[1:] == ["ok"] and not done.stderr else [f"then {said[1:]}, {done.stderr[-300:]}"]
    return ", ".join([*said[:1], *harm])
