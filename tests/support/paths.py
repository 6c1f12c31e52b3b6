"""The way of a request through carto_ext: which of its functions could make something else of a fault."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import carto_ext

PACKAGE = Path(carto_ext.__file__).parent
HANDLERS = ast.Try | ast.TryStar | ast.With | ast.AsyncWith


@cache
def handles(code: CodeType) -> bool:
    """Return True if it contains a `try` or a `with`: errors pass through all other functions unchanged."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    except (OSError, SyntaxError):  # a lambda in the middle of a line
        return False
    return any(isinstance(node, HANDLERS) for node in ast.walk(tree))


def stack(frame: FrameType) -> Iterator[FrameType]:
    """Return the caller."""
    above = frame.f_back
    while above is not None:
        yield above
        above = above.f_back


@contextmanager
def watched(send: Callable[..., Any]) -> Iterator[list[set[str]]]:
    """For each request that `send` gets: which functions of carto_ext that handle errors it came by, and, if its answer
    is streamed, which read that. Everything below, in `_http`, is the same for all."""
    ways: list[set[str]] = []
    seen: set[FrameType] = set()  # a coroutine is entered again whenever it goes on
    streams = False

    def note(frame: FrameType) -> None:
        path = Path(frame.f_code.co_filename)
        if PACKAGE in path.parents and "_http" not in path.parts and handles(frame.f_code):
            ways[-1].add(f"{path.relative_to(PACKAGE)}: {frame.f_code.co_qualname}")

    def profile(frame: FrameType, event: str, _: object) -> None:
        nonlocal streams
        if event != "call" or frame in seen:
            return
        seen.add(frame)
        if frame.f_code is send.__code__:
            streams = frame.f_locals["stream"]
            ways.append(set())
            for above in stack(frame):
                note(above)
        elif streams and not any("_http" in Path(above.f_code.co_filename).parts for above in stack(frame)):
            note(frame)

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        yield ways
    finally:
        sys.setprofile(before)
