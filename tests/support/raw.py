"""A bare socket server: what a test's own function does with each connection, byte by byte."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def serving(handle: Callable[[socket.socket], object]) -> Iterator[str]:
    """Gives HOST:PORT; `handle` gets one connection after the other, each closed when it returns or fails."""
    listener = socket.create_server(("127.0.0.1", 0))
    current: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            current[:] = [sock]
            with suppress(OSError), sock:
                handle(sock)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        for sock in [listener, *current]:
            with suppress(OSError):  # wakes the thread, wherever it waits
                sock.shutdown(socket.SHUT_RDWR)
        thread.join()
        listener.close()
