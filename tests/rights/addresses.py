"""Every address there is, as the resolver knows it: what somebody adds later is walked as well."""

import re
from collections.abc import Iterator

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.urls import get_resolver

from ropa.models import TERMS

LIKE = {
    **{table._meta.model_name: "TERM" for table in TERMS},
    **{table._meta.model_name: "LOG" for table in (AccessAttempt, AccessLog, AccessFailureLog)},
}
"""Table -> what stands for it: tables whose pages are of one class are one line."""

REGEX = {r"\(\[\^/\]\+\)/history/.*": "#/history/#/", r"\(\?P<app_label>.*": "APP/"}
"""Addresses that libraries write as regular expressions."""


ABOUT = {"ropa/membership/hand-over/#/": "organisation", "ropa/unit/reorganise/names/#/": "organisation"}
"""Address -> the table it is about, where that is not the one it is named after."""


def every() -> list[str]:
    """Return all addresses, with # for what is filled in."""
    return list(_walk(get_resolver()))


def _walk(resolver: object, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:  # type: ignore[attr-defined]
        part = str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern, before + part)
        elif part != "(?P<url>.*)$":  # all that is nowhere
            known = [short for pattern_, short in REGEX.items() if re.match(pattern_, part.removeprefix("^"))]
            yield before + (known[0] if known else re.sub(r"<[^>]*>", "#", part))


def admin() -> list[str]:
    """Return the addresses of the workplace, without "admin/"."""
    return [a.removeprefix("admin/") for a in every() if a.startswith("admin/")]


def public() -> list[str]:
    """Return all others."""
    return [a for a in every() if not a.startswith("admin/")]


def table_of(address: str) -> str:
    """Return the name of the table that an address is about; empty for none."""
    return ABOUT.get(address) or _named(address)


def line_of(address: str) -> str:
    """Return how the matrix calls an address."""
    table = _named(address)
    return address.replace(f"/{table}/", f"/{LIKE[table]}/") if table in LIKE else address


def _named(address: str) -> str:
    """Return the table that an address is named after."""
    parts = address.split("/")
    return parts[1] if len(parts) > 2 else ""


def filled(address: str, pk: object = 1) -> str:
    """Return the address of an object; of what else is to be filled in, the first."""
    return "/admin/" + address.replace("APP", "ropa").replace("#", str(pk), 1).replace("#", "1")
