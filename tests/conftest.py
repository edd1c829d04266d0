"""What every test may ask for: a browser that tells on the page, and axe."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests import patience

# Playwright's synchronous interface runs an event loop in this thread; Django would take our queries for async ones.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# Time limits on shared machines find noise. Every run repeats one set of examples, so that a failure is somebody's
# change; `pytest --hypothesis-profile=explore` looks for more.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, max_examples=40)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile("steady")

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
CHROMIUM_ARGUMENTS = [
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have 64 MB of it
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_finish() -> None:
    """What is loaded stays: looked through by the garbage collector again and again, it costs a sixth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what a database can decide is run: the rest is the same on both, and was run on SQLite."""
    from django.conf import settings

    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        return
    config.hook.pytest_deselected(items=[item for item in items if not differs_by_database(item)])
    items[:] = [item for item in items if differs_by_database(item)]


def differs_by_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("both_databases"):
        return True
    return touches_database(item) and not item.get_closest_marker("sqlite_is_enough")


def touches_database(item: pytest.Item) -> bool:
    from django.test import TransactionTestCase

    wanted = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    kind = getattr(item, "cls", None)
    return bool(wanted or item.get_closest_marker("django_db") or (kind and issubclass(kind, TransactionTestCase)))


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """The test database, for tests that bear no mark of it too (`kept_database`).

    Its tables are made from the models; the one that tells which migrations were applied is there all the same.
    """
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder
    from django.test.utils import setup_databases, teardown_databases

    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases=["default"])
        MigrationRecorder(connection).ensure_schema()
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="module")
def kept_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What is made in it is there for all tests of a module: they see it, what they do themselves is undone as ever.

    For worlds that take longer to make than to look at. Tests with a database of their own to empty
    (`live_server`, `transaction=True`) must not stand in the same module.
    """
    from django.core.management import call_command

    from ropa import ledger_guard

    with django_db_blocker.unblock():
        yield
        ledger_guard.lift()  # the flush ends with post_migrate, which puts the guards back
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="class")
def kept_for_class(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """As `kept_database`, for the tests of a class: others of the module see nothing of it."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    if not Path(CHROMIUM).exists():
        reason = f"no browser at {CHROMIUM}; install Debian's chromium or name one with CHROMIUM"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What `page` has to object to: anything the policy blocked and any request to a third party. Must end empty."""
    return []


@pytest.fixture
def page(browser: Any, complaints: list[str]) -> Iterator[Any]:
    context = browser.new_context(locale="sv-SE")
    context.set_default_timeout(patience.LONGEST * 1000)
    tab = context.new_page()
    tab.on("console", lambda message: complaints.extend(policy_violations(message.text)))
    tab.on("request", lambda request: complaints.extend(foreign(request.url)))
    yield tab
    context.close()
    assert complaints == []


def policy_violations(text: str) -> list[str]:
    return [text] if "Content Security Policy" in text else []


def foreign(url: str) -> list[str]:
    ours = url.startswith(("http://localhost:", "http://127.0.0.1:", "data:", "blob:", "about:"))
    return [] if ours else [f"request to a third party: {url}"]


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """`axe(page)` lists what breaks WCAG 2.2 A or AA, one line for each element; `axe(page, rule)` asks one rule only."""
    from tests import axe

    return axe.violations


@pytest.fixture(autouse=True)
def _ledger_can_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test that commits for real, Django empties all tables: the one time the ledger's guards are lifted.

    The flush ends with post_migrate, which puts them back.
    """
    marker = request.node.get_closest_marker("django_db")
    commits = bool(marker and marker.kwargs.get("transaction")) or bool(
        {"live_server", "transactional_db"} & set(request.fixturenames)
    )
    if commits:
        request.getfixturevalue("_django_db_helper")
    yield
    if commits:
        from ropa import ledger_guard

        ledger_guard.lift()
