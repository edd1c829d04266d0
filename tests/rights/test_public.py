"""The public site: everybody is sent the same bytes, whoever is logged in."""

import pytest
from django.test import Client

from . import addresses
from .world import World

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

WHO = ("dpo", "reader", "abroad", "root", "expired")


def filled(address: str, place: str) -> str:
    """Return a public address about what lies in a place: its unit or its notice, and of what is counted the first."""
    kind = "enhet" if address.startswith("enheter/") else "behandling"
    return "/" + address.replace("#", f"{kind}-{place}", 1).replace("#", "1")


@pytest.mark.parametrize("address", addresses.public())
def test_everybody_is_sent_the_same(world: World, address: str) -> None:
    at = filled(address, "own")
    shown = Client().get(at)
    assert shown.status_code < 500 or address == "readyz"  # tables made from the models know of no migration
    for who in WHO:
        got = world.browser(who).get(at)
        assert (got.status_code, got.content, got.cookies) == (shown.status_code, shown.content, shown.cookies), who
        assert "Cookie" not in got.get("Vary", ""), who
