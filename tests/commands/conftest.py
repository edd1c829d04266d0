"""What tests of commands share."""

import io
from collections.abc import Callable

import pytest
from django.core.management import call_command

from ropa import drafts, models
from ropa.management.generated import activities


@pytest.fixture
def run() -> Callable[..., str]:
    """`run(name, *arguments)` returns what the command says on stdout."""

    def call(name: str, *arguments: object) -> str:
        out = io.StringIO()
        call_command(name, *map(str, arguments), stdout=out, stderr=io.StringIO())
        return out.getvalue()

    return call


@pytest.fixture
def three(db: None) -> list[models.ProcessingActivity]:
    """Three drafts of one unit."""
    call_command("load_vocabulary", verbosity=0, stdout=io.StringIO())
    return drafts.save_many([*activities(3, 7)])
