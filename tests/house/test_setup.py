"""The house itself: locks, settings that fail loud, headers, health, and who may knock how often."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import ConnectionHandler, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, RequestFactory

import ropa
from ropa.security import client_ip

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PRODUCTION = {"SECRET_KEY": "0123456789" * 5, "ALLOWED_HOSTS": "ropa.example", "TRUSTED_PROXIES": "1"}


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE))


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python as a server would start it: with nothing in the environment that a test run has put there."""
    clean = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "ropa.settings", **environment}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=clean, capture_output=True, text=True)


# --- locks and version -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_locks_name_no_address_and_a_hash_for_every_pin(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert all("--hash=sha256:" in entry for entry in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:])


def test_tests_run_with_the_versions_that_are_deployed() -> None:
    runtime, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert runtime.items() <= dev.items()


def test_every_dependency_is_locked() -> None:
    def names(wanted: list[str]) -> set[str]:
        return {re.split(r"[\[~<>=]", each)[0] for each in wanted}

    assert names(PROJECT["project"]["dependencies"]) <= set(pins("requirements.txt"))
    assert names(PROJECT["dependency-groups"]["dev"]) <= set(pins("requirements-dev.txt"))


def test_one_version_everywhere() -> None:
    assert PROJECT["project"]["version"] == ropa.__version__
    assert f"softwareVersion: {ropa.__version__}\n" in (ROOT / "publiccode.yml").read_text("utf-8")


# --- settings --------------------------------------------------------------------------------------------------------


def test_no_secret_key_no_start() -> None:
    for environment in ({}, {"SECRET_KEY": " "}):
        result = python("-c", "import ropa.settings", **environment)
        assert result.returncode != 0
        assert "SECRET_KEY" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS_ONLY", "ja"),
        ("HTTPS_ONLY", "maybe"),
        ("DEBUG", "av"),
        ("TRUSTED_PROXIES", "yes"),
        ("SITE_URL", "register.se"),
    ],
)
def test_what_cannot_be_meant_no_start(name: str, value: str) -> None:
    """Read as "no", a misspelt wish for https would switch it off."""
    result = python("-c", "import ropa.settings", **{**PRODUCTION, name: value})
    assert result.returncode != 0
    assert name in result.stderr.splitlines()[-1]


def test_unknown_database_no_start() -> None:
    result = python("-c", "import ropa.settings", DATABASE_URL="mysql://localhost/ropa", **PRODUCTION)
    assert "DATABASE_URL must begin with" in result.stderr.splitlines()[-1]


def test_secrets_come_from_files_without_their_newline(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("from a file\n")
    (tmp_path / "url").write_text("postgres://ropa:p%40ss@db/register\n")
    show = "from ropa.settings import *; d = DATABASES['default']; print(SECRET_KEY, d['PASSWORD'], d['NAME'], sep='|')"
    files = {"SECRET_KEY_FILE": str(tmp_path / "key"), "DATABASE_URL_FILE": str(tmp_path / "url")}
    assert python("-c", show, **files).stdout == "from a file|p@ss|register\n"


def test_debug_is_off_and_hosts_are_loopback_unless_said() -> None:
    result = python("-c", "from ropa.settings import *; print(DEBUG, *ALLOWED_HOSTS)", SECRET_KEY="x")
    assert result.stdout == "False localhost 127.0.0.1 [::1]\n"


def test_deployment_check_has_nothing_to_say() -> None:
    result = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
@pytest.mark.django_db(transaction=True)
def test_sqlite_keeps_foreign_keys_and_lets_readers_read() -> None:
    with connection.cursor() as cursor:
        values = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "journal_mode")]
    assert values == [1, "wal"]


# --- headers ---------------------------------------------------------------------------------------------------------


def test_public_answers_have_the_strict_policy_and_no_cookie(client: Client) -> None:
    response = client.get("/healthz")
    assert response["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert not response.cookies


@pytest.mark.django_db
def test_admin_may_style_inline_and_frame_itself_and_nothing_more(client: Client) -> None:
    response = client.get("/admin/login/")
    policy = response["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline';" in policy
    assert "script-src 'self';" in policy
    assert policy.endswith("frame-ancestors 'self'")
    assert response["X-Frame-Options"] == "SAMEORIGIN"


# --- health ----------------------------------------------------------------------------------------------------------


def test_healthz_asks_no_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"  # no django_db mark: a query would fail this test


@pytest.mark.django_db
def test_readyz_wants_every_migration(client: Client) -> None:
    for node in MigrationLoader(connection).graph.nodes:
        MigrationRecorder(connection).record_applied(*node)
    assert client.get("/readyz").status_code == 200
    MigrationRecorder.Migration.objects.filter(app="axes").delete()
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"migrations to apply\n")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="has a database of its own")
@pytest.mark.django_db
def test_the_tables_can_be_taken_back() -> None:
    memory = ConnectionHandler({"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})["default"]
    executor = MigrationExecutor(memory)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert {table._meta.db_table for table in apps.get_models()} <= set(memory.introspection.table_names())
    MigrationExecutor(memory).migrate([("ropa", None)])
    assert [name for name in memory.introspection.table_names() if name.startswith("ropa_")] == []
    memory.close()


@pytest.mark.django_db
def test_readyz_without_database_says_so_and_no_more(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("connection to server at 10.0.0.5 failed")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"no database\n")


# --- log-in ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "10.0.0.1"),  # nobody is trusted: the header is the visitor's own
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.7, 203.0.113.9, 10.1.1.1", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1"),  # fewer hops than proxies: someone came round them
        (1, "nonsense", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_client_address(settings, proxies: int, forwarded: str, address: str) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": forwarded})
    assert client_ip(request) == address


@pytest.mark.django_db
def test_six_wrong_passwords_close_the_door_for_that_name_at_that_address(client: Client, settings) -> None:
    settings.AXES_ENABLED = True

    def attempt(username: str, address: str) -> int:
        form = {"username": username, "password": "wrong"}
        return client.post("/admin/login/", form, REMOTE_ADDR=address).status_code

    assert [attempt("dpo", "192.0.2.1") for _ in range(6)] == [200] * 5 + [429]
    assert attempt("dpo", "192.0.2.2") == 200
    assert attempt("editor", "192.0.2.1") == 200


# --- the entry point -------------------------------------------------------------------------------------------------


def test_dev_tells_its_words() -> None:
    result = subprocess.run([ROOT / "dev", "dance"], capture_output=True, text=True)
    assert result.returncode == 1
    assert (
        result.stderr
        == "ropa: usage: ./dev run | test | check | access | html | office | bench [NAME] | manage ARGS...\n"
    )
