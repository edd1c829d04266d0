"""A server of what is made once for tests that only read it: to make it and to empty all tables takes seconds."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server of what `kept_database` holds; `live_server` would empty it after each test."""
    from pytest_django.live_server_helper import LiveServer

    running = LiveServer("localhost")
    yield str(running.url)
    running.stop()
