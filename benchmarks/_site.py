"""A site of generated data in a folder of its own, for the benchmarks. Loopback only; nothing is left behind."""

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def environment(folder: str) -> dict[str, str]:
    """Return the environment of a site whose data lie in `folder`."""
    kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DATABASE_URL_FILE", "STATIC_ROOT"}}
    return {
        **kept,
        "ROPA_DATA": folder,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DEBUG": "0",
        "HTTPS_ONLY": "0",
        "DJANGO_SETTINGS_MODULE": "ropa.settings",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def data_folder() -> Iterator[str]:
    """Yield a folder that is deleted afterwards."""
    with tempfile.TemporaryDirectory(prefix="ropa-bench-") as folder:
        yield folder


def manage(env: dict[str, str], *arguments: str) -> None:
    """Run a management command quietly."""
    subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=env,
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=3600,
    )


@contextmanager
def server(env: dict[str, str]) -> Iterator[int]:
    """Run the server as ./dev run does, on a free port of this machine; yield the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    bind = ["--bind", f"127.0.0.1:{port}", "--threads", "4", "--log-level", "warning"]
    process = subprocess.Popen([sys.executable, "-m", "gunicorn", "ropa.wsgi", *bind], cwd=ROOT, env=env)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(port: int) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2).read()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


def machine() -> str:
    """Return what the figures depend on."""
    model = next((x for x in Path("/proc/cpuinfo").read_text().splitlines() if x.startswith("model name")), ":").split(
        ":"
    )
    return f"{os.cpu_count()} CPUs ({model[1].strip()}), Python {sys.version.split()[0]}"
