"""Costs of a candidate: lines by hand, megabytes, and platforms without a wheel."""

import io
import subprocess
import sys
import tempfile
import tokenize
from importlib.metadata import files

from transports.candidates import Candidate

NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
PLATFORMS = {
    "Linux x86-64": "manylinux_2_28_x86_64",
    "Linux arm64": "manylinux_2_28_aarch64",
    "musl x86-64": "musllinux_1_2_x86_64",
    "musl arm64": "musllinux_1_2_aarch64",
    "macOS arm64": "macosx_11_0_arm64",
    "Windows x86-64": "win_amd64",
    "Windows arm64": "win_arm64",
}
OLDER = {"manylinux_2_28": ("manylinux_2_17", "manylinux2014"), "musllinux_1_2": ("musllinux_1_1",)}
# Callbacks for llhttp are not needed without llhttp.
CALLED_BY_LLHTTP = "    # Callbacks for llhttp."


def lines_of_our_own(candidate: Candidate) -> str:
    """Of code, without blank lines, comments and docstrings, and without the twins that are made."""
    texts = [path.read_text(encoding="utf-8") for path in candidate.own]
    if not candidate.packages:
        texts = [text.partition(CALLED_BY_LLHTTP)[0] for text in texts]
    return str(sum(map(code_lines, texts)))


def code_lines(text: str) -> int:
    found: set[int] = set()
    at_start = True
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        is_docstring = token.type == tokenize.STRING and at_start
        if token.type not in NO_CODE and not is_docstring:
            found.update(range(token.start[0], token.end[0] + 1))
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            at_start = token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
    return len(found)


def installed_beyond_httpx(candidate: Candidate) -> str:
    sizes = {
        package: sum(one.locate().stat().st_size for one in files(package) or [] if one.locate().is_file())  # type: ignore[attr-defined]
        for package in candidate.packages
    }
    return ", ".join(f"{package} {size / 1e6:.1f} MB" for package, size in sizes.items()) or "nothing"


def platforms_without_a_wheel(candidate: Candidate) -> str:
    missing = [
        name for name, tag in PLATFORMS.items() if not all(has_wheel(package, tag) for package in candidate.packages)
    ]
    return ", ".join(missing) or "none"


def has_wheel(package: str, tag: str) -> bool:
    head = next((one for one in OLDER if tag.startswith(one)), "")
    tags = [tag, *(tag.replace(head, older) for older in OLDER.get(head, ()))]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        command += ["--python-version", "3.13", "--dest", folder, package, *(f"--platform={one}" for one in tags)]
        return subprocess.run(command, capture_output=True).returncode == 0
