"""The recorded session: the commands of docs/first-quarter-hour.md are run, and the page gets what they print."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import venv
from importlib.resources import files
from pathlib import Path

from toolchains.tools import ROOT, Failed

PAGE = ROOT / "docs" / "first-quarter-hour.md"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_PROMPT, _CONTINUED = "$ ", ">"
WIDTH = 100
# Of the surroundings only what pip needs: no recording shows the others.
KEPT = re.compile("PATH|LANG|PIP_.*|SSL_CERT_.*|REQUESTS_CA_BUNDLE|[A-Za-z]+_PROXY|[a-z]+_proxy")
# A command may fail if the next one is this.
ASKS_FOR_STATUS = "echo $?"
# Between the output of one command and the next.
END = "\x1e"


class Shell:
    """One bash on a terminal in a folder; programs of a virtual environment there come first."""

    def __init__(self, folder: Path) -> None:
        variables = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name)}
        variables |= {
            "HOME": str(folder),
            "PATH": f"{folder / '.venv' / 'bin'}{os.pathsep}{variables['PATH']}",
            # One that can only write lines: no progress.
            "TERM": "dumb",
            "COLUMNS": str(WIDTH),
        }
        self._output, terminal = os.openpty()
        self._process = subprocess.Popen(
            ["bash", "--norc", "--noprofile"],
            cwd=folder,
            env=variables,
            stdin=subprocess.PIPE,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
        )
        os.close(terminal)

    def run(self, command: str) -> tuple[str, int]:
        """The output of the command, and its exit status."""
        assert self._process.stdin is not None
        # The command has no input of its own: it would eat the next one, which finds its exit status.
        after = f"status=$?; printf '{END}%s{END}' $status; (exit $status)"
        self._process.stdin.write(f"{{ {command}\n}} </dev/null\n{after}\n".encode())
        self._process.stdin.flush()
        text = b""
        while text.count(END.encode()) < 2:
            text += os.read(self._output, 1 << 16)
        output, status, _ = text.decode().replace("\r\n", "\n").split(END)
        return output, int(status)

    def close(self) -> None:
        """End it with everything it started."""
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.communicate()
        os.close(self._output)


def commands_of(block: str) -> list[str]:
    """The commands of one block, with the lines that continue them."""
    found: list[str] = []
    for line in block.splitlines():
        if line.startswith(_PROMPT):
            found.append(line.removeprefix(_PROMPT))
        elif line.startswith(_CONTINUED) and found:
            found[-1] += "\n" + line.removeprefix(_CONTINUED).removeprefix(" ")
    return found


def record_block(shell: Shell, block: str, folder: Path) -> str:
    """The block with what its commands print now; a command that should not fail is `Failed`."""
    lines, commands = [], commands_of(block)
    for command, following in zip(commands, [*commands[1:], ""], strict=True):
        output, status = shell.run(command)
        if status and following != ASKS_FOR_STATUS:
            raise Failed(f"{command}\nended with {status}:\n{output}")
        first, *others = command.splitlines()
        lines += [_PROMPT + first, *(f"{_CONTINUED} {line}".rstrip() for line in others)]
        shown = _COLOUR.sub("", output).replace(f"{folder}/", "").replace(str(ROOT), "carto-client")
        lines += [line.rstrip() for line in shown.strip("\n").splitlines()]
    return "\n".join(lines) + "\n"


def record_session() -> str:
    """Run every command again, in the order of the page; gives a line that sums up."""
    text, count = PAGE.read_text(encoding="utf-8"), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / ".venv", with_pip=True)
        (folder / "airports.csv").write_bytes(files("vega_datasets").joinpath("_data", "airports.csv").read_bytes())
        (folder / "carto-client").symlink_to(ROOT)
        shell = Shell(folder)
        try:
            written = _BLOCK.sub(lambda found: record_block(shell, found[0], folder), text)
        finally:
            shell.close()
    PAGE.write_text(written, encoding="utf-8")
    count = sum(len(commands_of(block)) for block in _BLOCK.findall(written))
    return f"{PAGE.relative_to(ROOT)}: {count} commands, on Python {sys.version.partition(' ')[0]}"
