"""The synchronous side of carto_ext/aio/blocking.py, by hand like it: everything happens here and now."""

from collections.abc import Callable
from time import sleep as sleep
from typing import TypeAlias, TypeVar

from carto_ext.streams import Source, SourceLike, open_source

T = TypeVar("T")
DataSource: TypeAlias = SourceLike


def get_cancelled_exc_class() -> type[BaseException]:
    """Nothing cancels a thread but its user."""
    return KeyboardInterrupt


def run(function: Callable[..., T], *arguments: object) -> T:
    return function(*arguments)


def open_data(source: DataSource, *, what: str) -> Source:
    """Raises InvalidArgumentError, before anything is sent, for what cannot be read or is empty."""
    return open_source(source, what=what)


def read_piece(data: Source) -> bytes:
    """The next piece, b"" at the end."""
    return data.read()


def close_data(data: Source) -> None:
    data.close()
