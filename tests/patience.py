"""A visitor who comes back when the register's PDF is ready."""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

LONGEST = 120
"""Seconds, on a machine where other tests run too."""


def pdf(get: Callable[[], Any]) -> Any:
    """Return the first answer of `get` that is not 202; sooner than its Retry-After, which is for strangers."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        answer = get()
        status = getattr(answer, "status_code", None) or answer.status  # of the test client, of Playwright
        if status != HTTPStatus.ACCEPTED:
            return answer
        assert "Retry-After" in answer.headers or "retry-after" in answer.headers
        time.sleep(0.2)
    raise AssertionError("the PDF never came")
