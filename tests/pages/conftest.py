"""What every test of the public pages begins with."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from ropa.pages.ready import BODIES


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """Neither a body kept ready nor a language is left over from the test before."""
    BODIES.clear()
    yield
    BODIES.clear()
    translation.deactivate()
