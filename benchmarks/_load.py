"""Ask one address over kept connections for some seconds; print the times as JSON. Run as a process of its own.

python benchmarks/_load.py PORT PATH SECONDS CONNECTIONS [ETAG]

One thread looks after all connections, so that what is measured is the server's waiting and not ours.
"""

import json
import selectors
import socket
import sys
import time


class Visitor:
    """One connection that asks again as soon as it has been answered."""

    def __init__(self, port: int, request: bytes, polled: selectors.BaseSelector) -> None:
        self.port, self.request, self.polled = port, request, polled
        self.times: list[float] = []
        self.seen: set[tuple[int, int]] = set()
        self.connect()

    def connect(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        self.polled.register(self.socket, selectors.EVENT_READ, self)
        self.ask()

    def ask(self) -> None:
        self.answer, self.start = b"", time.perf_counter()
        self.socket.sendall(self.request)

    def read(self) -> None:
        """Take what has come; when the answer is whole, count it and ask again."""
        piece = self._piece()
        if not piece:  # closed by the server: opened anew, not counted
            self.polled.unregister(self.socket)
            self.socket.close()
            return self.connect()
        self.answer += piece
        head, end, body = self.answer.partition(b"\r\n\r\n")
        if end and len(body) >= (length := length_of(head)):
            self.times.append(time.perf_counter() - self.start)
            self.seen.add((int(head[9:12]), length))
            self.ask()

    def _piece(self) -> bytes:
        try:
            return self.socket.recv(262_144)
        except ConnectionError:
            return b""


def length_of(head: bytes) -> int:
    """Return the bytes of body that the headers announce."""
    return next((int(x[15:]) for x in head.split(b"\r\n") if x.lower().startswith(b"content-length:")), 0)


def main(port: int, path: str, seconds: float, connections: int, etag: str = "") -> None:
    """Let the visitors ask until the time is over, and print what they found."""
    headers = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n"
    request = (headers + (f"If-None-Match: {etag}\r\n" if etag else "") + "\r\n").encode()
    with selectors.DefaultSelector() as polled:
        start = time.perf_counter()
        visitors = [Visitor(port, request, polled) for _ in range(connections)]
        while time.perf_counter() < start + seconds:
            for key, _events in polled.select(timeout=1):
                key.data.read()
        took = time.perf_counter() - start
    times = [each for visitor in visitors for each in visitor.times]
    seen = sorted({each for visitor in visitors for each in visitor.seen})
    print(json.dumps({"took": took, "times": times, "seen": seen}))


if __name__ == "__main__":
    port, path, seconds, connections, *etag = sys.argv[1:]
    main(int(port), path, float(seconds), int(connections), *etag)
