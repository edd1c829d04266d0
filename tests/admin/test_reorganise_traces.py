"""What a reorganisation in the workplace leaves to be read, and what it is looked at under."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from ropa import models
from ropa.admin.reorganise import look_first
from ropa.models import Address, Organisation, ProcessingActivity, Unit
from ropa.reorganising import carry_out

from .browserless import fields
from .conftest import browser, person
from .test_reorganise import UNITS, look_and_do

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.fixture
def library(town: Organisation) -> Unit:
    return Unit.objects.create(organisation=town, name="Biblioteket", slug="biblioteket")


class TestMerged:
    def test_the_units_history_tells_what_was_merged_into_it_and_what_did_not_come_along(
        self, dpo: Client, activity: ProcessingActivity, library: Unit
    ) -> None:
        below = Unit.objects.create(organisation=library.organisation, name="Under", slug="u", parent=activity.unit)
        models.NoticeText.objects.create(unit=activity.unit, section="contact", text="Ring kontaktcenter")
        look_and_do(dpo, f"{UNITS}{activity.unit_id}/merge/", {"target": library.pk})
        told = dpo.get(f"{UNITS}{library.pk}/history/").content.decode()
        for words in ("”Ekonomiskt bistånd” slogs ihop med den här enheten", "Ny organisation", "Ring kontaktcenter"):
            assert words in told
        assert "slogs ihop" not in dpo.get(f"{UNITS}{below.pk}/history/").content.decode()

    def test_how_many_drafts_get_another_controller_is_shown(
        self, dpo: Client, activity: ProcessingActivity, library: Unit
    ) -> None:
        shown = dpo.post(f"{UNITS}{activity.unit_id}/merge/", {"target": library.pk, "look": "1"})
        assert "1 behandling får en annan personuppgiftsansvarig, utkast inräknade." in shown.content.decode()

    def test_what_was_looked_at_is_what_is_done(
        self, dpo: Client, activity: ProcessingActivity, library: Unit, monkeypatch: Any
    ) -> None:
        """Between the look and the deed nobody gets a word in: both are in one transaction, under its locks."""
        inside: list[int] = []
        held = look_first.hold
        monkeypatch.setattr(look_first, "hold", lambda town: (held(town), inside.append(len(connection.savepoint_ids))))
        monkeypatch.setattr(
            look_first,
            "carry_out",
            lambda *a, **s: (inside.append(len(connection.savepoint_ids)), carry_out(*a, **s))[1],
        )
        look_and_do(dpo, f"{UNITS}{activity.unit_id}/merge/", {"target": library.pk})
        assert inside == [1, 1, 1]


def test_a_unit_that_takes_its_address_back_in_its_form_can_change_it_again(dpo: Client, library: Unit) -> None:
    models.Address.objects.create(slug="gamla", unit=library)
    page = f"{UNITS}{library.pk}/change/"
    data = fields(dpo.get(page), "unit_form") | {"slug": ["gamla"], "_save": ["1"]}
    assert dpo.post(page, data).status_code == 302
    library.refresh_from_db()
    assert library.slug == "gamla"
    assert not Address.objects.exists()


def test_the_history_of_a_membership_tells_why_it_ended(town: Organisation, people: dict[str, User]) -> None:
    eva, sara = person("eva", town, "editor"), person("sara", town, "editor")
    data = {"leaver": eva.pk, "successor": sara.pk, "end": "on", "apply": "1", "reason": "Eva slutar"}
    dpo = browser(people["dpo"])
    dpo.post(f"/admin/ropa/membership/hand-over/{town.pk}/", data)
    page = f"/admin/ropa/membership/{eva.memberships.get().pk}/"
    assert f'href="{page}history/"' in dpo.get(f"{page}change/").content.decode()
    assert "Skäl: Eva slutar" in dpo.get(f"{page}history/").content.decode()
