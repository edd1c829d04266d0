"""All settings, from the environment. docs/running.md explains each variable; a test holds the two together.

A `NAME_FILE` variable is read in place of `NAME` (secrets of containers and systemd credentials).
"""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()


def secret(name: str, default: Any = environ.Env.NOTSET) -> str:
    """A value that may come from a file, and files end with a newline."""
    return env.str(name, default=default).strip()


def whole_number(name: str, default: int) -> int:
    try:
        return env.int(name, default=default)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a whole number, as in 1") from error


# Any other word would be read as "no": a wish for https, misspelt, must not switch it off.
for _name in ("DEBUG", "HTTPS_ONLY"):
    if env.str(_name, default="0").strip().lower() not in {"1", "true", "yes", "on", "0", "false", "no", "off", ""}:
        raise ImproperlyConfigured(f"{_name} must be 1 or 0")

# --- what the operator decides ---------------------------------------------------------------------------------------

DATA_DIR = Path(env.str("ROPA_DATA", default=str(BASE_DIR / "var"))).resolve()
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = secret("SECRET_KEY")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is empty")

# Loopback is always answered: health checks and ./dev run come that way, and no one else can.
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", default=[]), "localhost", "127.0.0.1", "[::1]"]

# Off only where the browser reaches the site by plain http: on a developer's own machine.
HTTPS_ONLY = env.bool("HTTPS_ONLY", default=True)

# How many reverse proxies stand in front, each appending to X-Forwarded-For; 0 believes no such header.
TRUSTED_PROXIES = whole_number("TRUSTED_PROXIES", default=0)

# Other sites that may frame and read what is public, as browsers name them; `*` is all of them.
EMBED_ORIGINS = [origin.strip().rstrip("/").lower() for origin in env.list("EMBED_ORIGINS", default=[])]
for _origin in EMBED_ORIGINS:
    if not re.fullmatch(r"\*|https?://(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:[0-9]+)?", _origin):
        raise ImproperlyConfigured(f"EMBED_ORIGINS: {_origin!r} is no origin, as in https://www.kommun.example")
    if re.fullmatch(r"https:.*:0*443|http:.*:0*80|.*:0[0-9]*", _origin):
        raise ImproperlyConfigured(f"EMBED_ORIGINS: write {_origin!r} as browsers do, without the usual port")

# Where staff log in, for links in mail; by default the first host name.
_named = [host for host in ALLOWED_HOSTS if not host.startswith((".", "*", "localhost"))]
_scheme = "https" if HTTPS_ONLY else "http"
SITE_URL = (env.str("SITE_URL", default="") or f"{_scheme}://{_named[0]}").rstrip("/")
if not SITE_URL.startswith(("https://", "http://")):
    raise ImproperlyConfigured("SITE_URL must begin with https:// (or http://)")

# --- mail ------------------------------------------------------------------------------------------------------------

# Without a server, mail is printed where the command runs.
_mail = env.email_url_config(secret("EMAIL_URL", default="consolemail://"))
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail.get("EMAIL_HOST") or "localhost", _mail.get("EMAIL_PORT") or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.get("EMAIL_HOST_USER") or "", _mail.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS", False), _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="registret@localhost")

# --- the house -------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "ropa.apps.RopaConfig",  # first, so that its templates and commands win over those of the others
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "simple_history",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.clickjacking.XFrameOptionsMiddleware",  # outside the next one, which may set it first
    "ropa.security.SecurityHeadersMiddleware",  # outside all that may answer: files and redirects have them too
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ropa.pages.early.PublicPagesMiddleware",  # what stands below is not asked for what residents read
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it turns a refused log-in into the lock-out page
]

ROOT_URLCONF = "ropa.urls"
WSGI_APPLICATION = "ropa.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- database --------------------------------------------------------------------------------------------------------

DATABASE_URL = secret("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'ropa.sqlite3'}")
DATABASES: dict[str, dict[str, Any]] = {"default": env.db_url_config(DATABASE_URL)}
_options = DATABASES["default"].setdefault("OPTIONS", {})

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer (WAL); a writer takes its lock at BEGIN and so waits its turn, where the
    # default would fail half-way with "database is locked" and no waiting. Foreign keys are on by Django's own hand.
    _options |= {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": "PRAGMA journal_mode=WAL"}
    DATABASES["default"]["CONN_MAX_AGE"] = None  # opening the file anew costs more than a kept page does
elif DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # A connection per request costs six times the throughput. One process seldom needs more than its threads.
    _options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
else:
    raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgres://")

# --- language and time -----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
FORM_RENDERER = "ropa.admin.quick.QuickRenderer"  # one for all forms: each of its own would read the templates anew
FORMS_URLFIELD_ASSUME_HTTPS = True  # what Django 6 does by itself; goes with the move to 6.2

# --- static files ----------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.str("STATIC_ROOT", default="") or None
WHITENOISE_ALLOW_ALL_ORIGINS = False
# With a folder to collect into, files get a hash in their name and may be cached for ever. Without one
# (./dev, tests) they are served from where they lie and nothing has to be collected first.
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
_static_storage = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if STATIC_ROOT
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static_storage},
}

# --- transport and headers -------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS_ONLY
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from inside, without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS_ONLY else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS_ONLY
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
# W021 asks for HSTS preloading, which binds the municipality's whole domain: not ours to decide.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SESSION_COOKIE_AGE = 12 * 3600  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no names from the register in cookies

# Django 6's own name and form, so that the move to 6.2 deletes code and keeps this.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
# The stock admin sets style attributes and opens its own pages in frames.
SECURE_CSP_ADMIN = SECURE_CSP | {
    "style-src": ["'self'", "'unsafe-inline'"],
    "frame-ancestors": ["'self'"],
}

FILE_UPLOAD_HANDLERS = [
    "ropa.admin.imports.quota.Quota",  # what is too large is read past and kept nowhere
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # one activity with a hundred rows of parts is one form

# --- log-in ----------------------------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it refuses before a password is compared
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "admin:login"
_validators = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": _validators + "UserAttributeSimilarityValidator"},
    {"NAME": _validators + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": _validators + "CommonPasswordValidator"},
]

# By name and address together: a stranger can lock out neither a colleague nor the whole town hall behind one address.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # addresses of those who succeed are personal data that nobody needs
AXES_CLIENT_IP_CALLABLE = "ropa.security.client_ip"
AXES_LOCKOUT_TEMPLATE = "admin/ropa/locked_out.html"

# --- history and logs ------------------------------------------------------------------------------------------------

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True  # a reason is a sentence, not a hundred characters

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handlers are silent without DEBUG, or send e-mail; both leave an operator blind.
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        "ropa": {"level": "INFO"},
    },
}
