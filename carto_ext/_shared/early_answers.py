"""What a socket that is watched while it sends needs to know of HTTP and of httpcore; nothing here waits."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

_INTERIM = re.compile(rb"(?:HTTP/1\.[01] 1\d\d[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n)*")
_STATUS = len(b"HTTP/1.1 ")
# No server sends that much before its status line; what does is no HTTP, and must not fill the memory.
_MAX_BEFORE_STATUS = 64 * 1024


def stops_upload(received: bytes | bytearray) -> bool | None:
    """Whether the answer that begins with these bytes says that the server wants no more; None if it says nothing yet.

    1xx says nothing, 2xx is no reason to stop; 3xx to 5xx, and what is no HTTP, is.
    """
    interim = _INTERIM.match(received)
    rest = received[interim.end() if interim else 0 :][:_MAX_BEFORE_STATUS]
    if len(rest) <= _STATUS:
        return None
    if not rest.startswith(b"HTTP/1."):
        return True
    digit = rest[_STATUS : _STATUS + 1]
    return None if digit == b"1" and len(rest) < _MAX_BEFORE_STATUS else digit != b"2"


@contextmanager
def httpcore_faults(timed_out: type[Exception], broke: type[Exception]) -> Iterator[None]:
    """A timeout and any other fault of a socket become these errors of httpcore, with the original as their cause."""
    try:
        yield
    except TimeoutError as error:
        raise timed_out(str(error)) from error
    except OSError as error:
        raise broke(str(error)) from error
