"""A SOCKS5 proxy on loopback: it connects to whatever it is asked for at one address of the test's."""

import socket
import threading
from contextlib import suppress


def serve_socks(client: socket.socket, server: tuple[str, int]) -> None:
    """One connection, for tests.support.raw.serving."""
    if len(greeting := client.recv(2)) < 2:
        return
    client.recv(greeting[1])
    client.sendall(b"\x05\x00")
    head = client.recv(4)
    length = {1: 4, 4: 16}.get(head[3]) or client.recv(1)[0]
    client.recv(length + 2)
    with socket.create_connection(server) as onward:
        client.sendall(b"\x05\x00\x00\x01" + bytes(6))
        back = threading.Thread(target=_pump, args=(onward, client))
        back.start()
        _pump(client, onward)
        back.join()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
