"""Which bytes mean that a server wants no more of a request."""

import pytest

from carto_ext._shared.early_answers import stops_upload


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        (b"", None),
        (b"HTTP/1.1 ", None),
        (b"HTTP/1.1 4", True),
        (b"HTTP/1.0 5", True),
        (b"HTTP/1.1 302", True),
        (b"HTTP/1.1 200 OK", False),
        (b"HTTP/1.1 100 Continue\r\n", None),
        (b"HTTP/1.1 100 Continue\r\n\r\n", None),
        (b"HTTP/1.1 100 C\r\n\r\nHTTP/1.1 103 E\r\nA: b\r\n\r\nHTTP/1.1 413", True),
        (b"SSH-2.0-OpenSSH", True),
        (b"HTTP/1.1 100 " + b"x" * 70_000, True),
    ],
)
def test_what_stops_an_upload(received: bytes, expected: bool | None) -> None:
    assert stops_upload(received) is expected
