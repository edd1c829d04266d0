"""Load the demo: organisations, activities and the history of what was published."""

import json
import os
import secrets
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from ropa import drafts, look, models, publishing, record
from ropa.drafts import parties
from ropa.history import change
from ropa.inputs import demo, vocabulary
from ropa.publishing.reading import LOCAL

NOON = time(12, 0)
LOG_INS = ("dpo", "editor", "reader")


class Command(BaseCommand):
    """Run fixtures/demo.json through drafts and publishing, once; make the demo log-ins."""

    help = "Load the demo data and the demo log-ins. Does nothing when the demo is there."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all or nothing."""
        data = json.loads((settings.BASE_DIR / "fixtures" / "demo.json").read_text("utf-8"))
        slugs = [o["slug"] for o in data["organisations"]]
        if models.Organisation.objects.filter(slug__in=slugs).exists():
            self.stdout.write("the demo is loaded already")
            return
        with transaction.atomic():
            call_command("load_vocabulary", verbosity=0, stdout=self.stdout)
            self._log_ins()
            self._load(data)
            _make_memberships(slugs)
        self.stdout.write(f"{len(data['activities'])} activities, {models.Publication.objects.count()} publications")

    def _load(self, data: dict[str, Any]) -> None:
        there = {}
        with change(reason="demo.json", by="ropa"):
            for organisation in demo.organisations(data):
                _make_organisation(organisation)
                there[organisation.slug] = organisation
        records: dict[str, record.ProcessingActivity] = {}
        first_day = date.fromisoformat(data["steps"][0]["on"])
        for given in data["activities"]:
            value = demo.activity(given, there[given["organisation"]])
            with change(by="ropa", reason="demo.json", at=_noon(value.reviewed_on or first_day)):
                records[value.slug] = drafts.load(drafts.save(value))
        for step in data["steps"]:
            _take(step, records)
        publishing.reindex()

    def _log_ins(self) -> None:
        password = os.environ.get("ROPA_DEMO_PASSWORD") or secrets.token_urlsafe(9)
        for name in LOG_INS:
            said = {"is_staff": True, "email": f"{name}@example.org"}
            user, made = get_user_model().objects.get_or_create(username=name, defaults=said)
            if made:
                user.set_password(password)
                user.save()
        if not os.environ.get("ROPA_DEMO_PASSWORD"):
            self.stdout.write(f"log in as {', '.join(LOG_INS)} with the password: {password}")


def _make_memberships(organisations: Iterable[str]) -> None:
    """Give each log-in the role of its name in the demo's organisations."""
    for organisation in models.Organisation.objects.filter(slug__in=organisations):
        for name in LOG_INS:
            user = get_user_model().objects.get(username=name)
            models.Membership.objects.get_or_create(user=user, organisation=organisation, role=name)


def _make_organisation(given: demo.DemoOrganisation) -> models.Organisation:
    row = models.Organisation(key=given.value.key, slug=given.slug)
    row.organisation_number, row.county = given.value.organisation_number, given.value.county
    parties.set_words(row, "name", given.value.name)
    parties.fill_contact(row, given.value.contact)
    for column in ("rights_text", "accessibility_text", "logo_text", "footer_text", "footer_links"):
        parties.set_words(row, column, record.Text.model_validate(given.given.get(column, "")))
    _give_look(row, given)
    row.save()
    for value in given.controllers.values():
        parties.make_controller(row, value)
    if given.dpo:
        parties.make_dpo(row, given.dpo)
    for slug in given.unit_slugs:
        parties.make_unit(row, given.unit(slug))
    vocabulary.load(given.given.get("terms", {}), row)
    for position, text in enumerate(given.given.get("notice_texts", [])):
        _make_notice_text(row, position, text)
    return row


def _give_look(row: models.Organisation, given: demo.DemoOrganisation) -> None:
    row.headings = drafts.headings_data(given.value.headings)
    row.bar_colour, row.link_colour = given.given.get("bar_colour", ""), given.given.get("link_colour", "")
    if name := given.given.get("logo"):
        row.logo = models.Picture.keep(look.picture((settings.BASE_DIR / "fixtures" / name).read_bytes()))


def _make_notice_text(organisation: models.Organisation, position: int, given: dict[str, Any]) -> None:
    owners: dict[str, Any] = {
        "organisation": models.Organisation,
        "controller": models.Controller,
        "unit": models.Unit,
    }
    owner = owners[given["level"]].objects.get(slug=given.get("of") or organisation.slug)
    row = models.NoticeText(section=given["section"], position=position, **{given["level"]: owner})
    row.key = demo.key_of(organisation.slug, "notice", str(position))
    parties.set_words(row, "text", record.Text.model_validate(given["text"]))
    row.save()


def _noon(day: date) -> datetime:
    return datetime.combine(day, NOON, LOCAL)


def _who(name: str) -> Any:
    """Return the log-in of that name, else the name: most of the past was made by people without one."""
    return get_user_model().objects.get(username=name) if name in LOG_INS else name


def _take(step: dict[str, Any], records: dict[str, record.ProcessingActivity]) -> None:
    """Take one step of the demo's past, on its day at noon in Sweden."""
    slug, at = step["activity"], _noon(date.fromisoformat(step["on"]))
    row = models.ProcessingActivity.objects.get(slug=slug)
    by, reason = _who(step["by"]), step.get("reason", "")
    if step["do"] == "edit":
        with change(by=by, reason=reason, at=at):
            drafts.save(demo.changed(records[slug], step["set"]))
        records[slug] = drafts.load(row)
    elif step["do"] == "publish":
        publishing.publish(row, by=by, reason=reason, at=at)
    elif step["do"] == "withdraw":
        publishing.withdraw(row, by=by, reason=reason, public_note=step.get("public_note", ""), at=at)
    elif step["do"] == "submit":
        publishing.review.submit(row, by=by, comment=reason, at=at)
    elif step["do"] == "return":
        publishing.review.give_back(row, by=by, comment=reason, at=at)
    elif step["do"] == "confirm":
        publishing.confirm(row, by=by, reason=reason, at=at)
    else:
        raise CommandError(f"demo.json: unknown step {step['do']}")
