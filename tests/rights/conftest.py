"""The world is built once for a file of tests; what a test changes is taken back as ever."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from . import world as built


@pytest.fixture(scope="module")
def _whole_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[built.World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield built.build()
        transaction.set_rollback(True)


@pytest.fixture
def world(_whole_world: built.World, db: None) -> built.World:
    return _whole_world
