"""Everything that anybody could come to see of an error."""

import pickle
import re
import traceback
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

OURS = re.compile(r"[/\\](carto_ext|carto_client)[/\\]")


def forms_of(secret: str, username: str = "me") -> set[str]:
    """A key as it is, in a URL, and in a header of HTTP Basic."""
    return {secret, quote(secret, safe=""), b64encode(f"{username}:{secret}".encode()).decode()}


def related(error: BaseException) -> Iterator[BaseException]:
    """The error, its causes and contexts."""
    seen: list[BaseException] = []
    found: list[BaseException | None] = [error]
    while found:
        one = found.pop()
        if one is not None and all(one is not other for other in seen):
            seen.append(one)
            found += [one.__cause__, one.__context__]
    yield from seen


def words_of(error: BaseException) -> str:
    """Messages and notes, as a log or a terminal has them, causes included."""
    return "\n".join(
        text
        for one in related(error)
        for text in (str(one), repr(one), *getattr(one, "__notes__", []), *traceback.format_exception_only(one))
    )


def locals_of(error: BaseException) -> str:
    """The local variables of our frames, as tools that report crashes show them."""
    frames = [
        frame
        for one in related(error)
        for frame in traceback.TracebackException.from_exception(one, capture_locals=True).stack
    ]
    assert any(OURS.search(frame.filename) for frame in frames), "the error did not come through our code"
    return "\n".join(
        f"{Path(frame.filename).name}:{frame.lineno} {name} = {value}"
        for frame in frames
        if OURS.search(frame.filename)
        for name, value in (frame.locals or {}).items()
    )


def all_of(error: BaseException) -> str:
    """Words, local variables, attributes and pickle; of the causes too, which dask, by tblib, pickles as well."""
    data = pickle.dumps(error).decode("latin-1")
    held = [repr(value) for one in related(error) for value in (vars(one), one.__reduce_ex__(2))]
    return "\n".join([words_of(error), locals_of(error), *held, data])
