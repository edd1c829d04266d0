"""The settings of the tests: those of the site, with what a test machine must not have to provide."""

import os
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "0123456789abcdef" * 4)
os.environ.setdefault("ROPA_DATA", str(Path(tempfile.gettempdir()) / "ropa-tests"))
# What a developer has exported for ./dev run must not decide what the tests find.
os.environ |= {
    "HTTPS_ONLY": "0",
    "DEBUG": "0",
    "ALLOWED_HOSTS": "testserver",
    "STATIC_ROOT": "",
    "TRUSTED_PROXIES": "0",
}

from ropa.settings import *  # noqa: F403
from ropa.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a real one costs a third of a second a log-in
WHITENOISE_AUTOREFRESH = True  # a file is looked for when it is asked for, not all of them for each new browser
AXES_ENABLED = False  # `client.login` has no request to count by; the lock-out's own test turns it on

# Tables straight from the models, in a fifth of the time: tests/house/test_setup.py and ./dev run the migrations.
_test: dict[str, Any] = {"MIGRATE": False}
DATABASES["default"]["TEST"] = _test

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: the browser tests' server and tests of locking need connections of their own.
    _test["NAME"] = str(Path(tempfile.gettempdir()) / f"ropa-test-{os.getpid()}.sqlite3")
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"
