"""What every test of the public pages begins with."""

from collections.abc import Iterator

import pytest

from ropa.pages.ready import BODIES


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """No body is kept ready from the test before."""
    BODIES.clear()
    yield
    BODIES.clear()
