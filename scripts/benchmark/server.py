"""The other side of every measurement, in a process of its own: swallows bytes as fast as sockets go, and sends as
CARTO's servers were recorded to. JSON of the SQL API is an HTTP chunk per row, a COPY comes in chunks of 4 to 8 KB with
some of 56 KB, gzip in chunks of 16 KB; all of it is written 16 KB at a time, and connections live for 5 idle seconds.

    python -m benchmark.server         prints its port, and serves until it is ended

The account's name in the URL says how the server behaves: `/user/ms20` waits 20 ms before each answer, and the
visualizations of `/user/ms20datasets` are datasets, else maps. The request decides the size: 200 MB for `COPY
mb200 TO STDOUT`, that many rows for `SELECT rows100000`, and for `SELECT paced100000` no faster than CARTO makes them.
A batch job of `SELECT seconds2` is done after two seconds.
"""

import itertools
import json
import math
import re
import socket
import threading
import time
import urllib.parse

from benchmark.data import chunked, copy_pieces, csv_block, gzip_answer, import_done, sql_answer, viz, viz_page

READ = 64 * 1024
# Size of one write in Node.js.
WRITE = 16 * 1024
# The genuine server took 1.0 s for 200,000 rows.
ROWS_PER_SECOND = 200_000
IDLE_SECONDS = 5
_KEPT = b"Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n"
_BUFFER = 1 << 20
_JOBS: dict[str, dict[str, float]] = {}
_IDS = itertools.count(1)


class Connection:
    """One socket, several requests after each other."""

    def __init__(self, sock: socket.socket) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.settimeout(IDLE_SECONDS)
        self._sock = sock
        self._held = bytearray()
        self._buffer = memoryview(bytearray(_BUFFER))

    def serve(self) -> None:
        try:
            while head := self._until(b"\r\n\r\n"):
                first, *lines = head.decode("latin-1").split("\r\n")
                headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
                if headers.get("expect", "").lower() == "100-continue":
                    self._sock.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
                self._answer(first, headers)
        except (OSError, EOFError):
            pass
        finally:
            self._sock.close()

    def _until(self, end: bytes) -> bytes:
        while (found := self._held.find(end)) < 0:
            try:
                data = self._sock.recv(READ)
            except TimeoutError:
                data = b""
            if not data:
                if self._held:
                    raise EOFError
                return b""
            self._held += data
        line = bytes(self._held[:found])
        del self._held[: found + len(end)]
        return line

    def _body(self, headers: dict[str, str], keep: bool) -> tuple[int, bytes]:
        """How long the body is and, if it is to be kept, what it says."""
        if headers.get("transfer-encoding", "").lower() != "chunked":
            size = int(headers.get("content-length", "0"))
            return size, self._take(size, keep)
        total, kept = 0, b""
        while size := int(self._until(b"\r\n").split(b";")[0], 16):
            kept += self._take(size, keep)
            total += size
            self._take(2, False)
        self._take(2, False)
        return total, kept

    def _take(self, size: int, keep: bool) -> bytes:
        kept = bytearray()
        here = min(size, len(self._held))
        if keep:
            kept += self._held[:here]
        del self._held[:here]
        size -= here
        while size:
            got = self._sock.recv_into(self._buffer, min(size, _BUFFER))
            if not got:
                raise EOFError
            if keep:
                kept += self._buffer[:got]
            size -= got
        return bytes(kept)

    def _answer(self, first: str, headers: dict[str, str]) -> None:
        method, target, _ = first.split(" ")
        path, _, query = target.partition("?")
        is_upload = path.endswith("/copyfrom") or (path.rstrip("/").endswith("/imports") and method == "POST")
        size, body = self._body(headers, keep=not is_upload)
        if latency := re.search(r"/user/ms(\d+)", path):
            time.sleep(int(latency[1]) / 1000)
        asked = urllib.parse.unquote_plus(query + " " + body.decode("utf-8", "replace"))
        if path.endswith("/copyto"):
            self._copy_to(asked, gzip="gzip" in headers.get("accept-encoding", ""))
        elif path.rstrip("/").endswith("/sql"):
            self._rows(asked)
        else:
            created = method == "POST" and path.endswith("/sql/job")
            self._send(b"201 Created" if created else b"200 OK", reply(method, path, asked, size))

    def _send(self, status: bytes, body: bytes) -> None:
        head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\n%bContent-Length: %d\r\n\r\n"
        self._write(head % (status, _KEPT, len(body)) + body)

    def _write(self, data: bytes, bytes_per_second: float = math.inf) -> None:
        rest, started = memoryview(data), time.monotonic()
        for start in range(0, len(rest), WRITE):
            self._sock.sendall(rest[start : start + WRITE])
            if (early := started + start / bytes_per_second - time.monotonic()) > 0 and bytes_per_second < math.inf:
                time.sleep(early)

    def _rows(self, asked: str) -> None:
        wanted = re.search(r"(rows|paced)(\d+)", asked)
        count = int(wanted[2]) if wanted else 1
        body = chunked(sql_answer(count)) + b"0\r\n\r\n"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
        paced = wanted is not None and wanted[1] == "paced"
        pace = len(body) / count * ROWS_PER_SECOND if paced else math.inf
        self._write(head + _KEPT + b"Transfer-Encoding: chunked\r\n\r\n" + body, pace)

    def _copy_to(self, asked: str, *, gzip: bool) -> None:
        wanted = re.search(r"\bmb(\d+)(_gzip)?", asked)
        assert wanted is not None, asked
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n" + _KEPT
        if wanted[2] and gzip:
            self._sock.sendall(head + b"Content-Encoding: gzip\r\n\r\n")
            for part, times in gzip_answer(int(wanted[1])):
                framed = chunked(tuple(part[start : start + WRITE] for start in range(0, len(part), WRITE)))
                for _ in range(times):
                    self._write(framed)
        else:
            self._sock.sendall(head + b"\r\n")
            framed = chunked(copy_pieces(csv_block()))
            for _ in range(int(wanted[1])):
                self._write(framed)
        self._sock.sendall(b"0\r\n\r\n")


def reply(method: str, path: str, asked: str, size: int) -> bytes:
    """The JSON of everything but copyto; `size` is the length of the request's body."""
    if "/sql/job" in path:
        return json.dumps(job(method, path, asked)).encode()
    if path.endswith("/copyfrom"):
        return json.dumps({"time": 0.1, "total_rows": size}).encode()
    if "/imports" in path and method == "POST":
        return json.dumps({"item_queue_id": f"{size}", "success": True}).encode()
    if "/imports" in path:
        return import_done()
    if re.search(r"/viz/\w", path):
        return json.dumps(viz("datasets", 1)).encode()
    if path.rstrip("/").endswith("/viz"):
        numbers = {name: int(value) for name, value in re.findall(r"(page|per_page)=(\d+)", asked)}
        kind = "datasets" if "datasets/" in path else "maps"
        return viz_page(kind, numbers.get("page", 1), numbers.get("per_page", 20))
    return b"{}"


def job(method: str, path: str, asked: str) -> dict[str, object]:
    """A batch job that is done after so many seconds; its answer has that time, by the clock all processes share."""
    now = time.monotonic()
    if method == "POST":
        seconds = re.search(r"seconds([\d.]+)", asked)
        made = f"job-{next(_IDS)}"
        _JOBS[made] = {"done_at": now + float(seconds[1] if seconds else 0), "requests": 0}
    else:
        made = path.rstrip("/").rpartition("/")[2]
        _JOBS[made]["requests"] += 1
    status = "done" if now >= _JOBS[made]["done_at"] else "running"
    when = "2026-01-01T00:00:00.000Z"
    told = {"job_id": made, "user": "bench", "status": status, "query": "SELECT 1", "created_at": when}
    return {**told, "updated_at": when, **_JOBS[made]}


def main() -> None:
    listening = socket.create_server(("127.0.0.1", 0), backlog=256)
    print(listening.getsockname()[1], flush=True)
    csv_block()
    while True:
        sock, _ = listening.accept()
        threading.Thread(target=Connection(sock).serve, daemon=True).start()


if __name__ == "__main__":
    main()
