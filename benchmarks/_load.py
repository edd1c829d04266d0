"""Ask one address over kept connections for some seconds; print the times as JSON. Run as a process of its own.

python benchmarks/_load.py PORT PATH SECONDS CONNECTIONS [ETAG]
"""

import json
import socket
import sys
import threading
import time


def ask(connection: socket.socket, request: bytes) -> tuple[int, int]:
    """Send one request and read the whole answer; return status and bytes of body."""
    connection.sendall(request)
    answer = b""
    while b"\r\n\r\n" not in answer:
        piece = connection.recv(65536)
        if not piece:
            raise ConnectionError
        answer += piece
    head, body = answer.split(b"\r\n\r\n", 1)
    length = next((int(x[15:]) for x in head.split(b"\r\n") if x.lower().startswith(b"content-length:")), 0)
    size = len(body)
    while size < length:
        size += len(connection.recv(65536))
    return int(head[9:12]), length


def worker(port: int, request: bytes, until: float, times: list[float], seen: set[tuple[int, int]]) -> None:
    """Ask until the time is over; a connection that the server closed is opened anew."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    while time.perf_counter() < until:
        start = time.perf_counter()
        try:
            seen.add(ask(connection, request))
        except ConnectionError:
            connection = socket.create_connection(("127.0.0.1", port), timeout=30)
            continue
        times.append(time.perf_counter() - start)
    connection.close()


def main(port: int, path: str, seconds: float, connections: int, etag: str = "") -> None:
    """Run the workers and print what they found."""
    headers = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n"
    request = (headers + (f"If-None-Match: {etag}\r\n" if etag else "") + "\r\n").encode()
    times: list[float] = []
    seen: set[tuple[int, int]] = set()
    start = time.perf_counter()
    threads = [
        threading.Thread(target=worker, args=(port, request, start + seconds, times, seen)) for _ in range(connections)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - start
    print(json.dumps({"took": took, "times": times, "seen": sorted(seen)}))


if __name__ == "__main__":
    port, path, seconds, connections, *etag = sys.argv[1:]
    main(int(port), path, float(seconds), int(connections), *etag)
