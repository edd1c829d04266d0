"""Two towns, people with every role in the first, and something of every kind in every place. Built once."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from ropa import models, publishing
from ropa.models import Controller, Membership, Organisation, ProcessingActivity, Unit

PLACES = ("own", "below", "beside", "abroad")
"""The unit of those who have one; a unit below it; another of the same town, under another board; another town."""

INSIDE = ("dpo", "silent", "editor", "board", "public", "reader", "abroad", "root")
"""Who may enter. silent: a DPO who may not publish; board: an editor of all that a board answers for; public: an editor
of a unit who may publish; abroad: the other town's DPO; root: who runs the register, a member of nothing."""

OUTSIDE = ("expired", "inactive", "member of nothing", "not staff", "anonymous")
"""Who may not enter: a DPO until yesterday, a DPO whose account is closed, and so on."""


@dataclass
class World:
    """What there is, and who asks for it."""

    people: dict[str, User | None]
    objects: dict[str, dict[str, Model]]
    """Name of the table -> place -> an object there."""

    def browser(self, who: str) -> Client:
        """Return a browser in which somebody is logged in."""
        client = Client()
        if user := self.people[who]:
            client.force_login(user)
        return client

    def user(self, who: str) -> User:
        """Return the account anew, as a request does: what was read of its rights is forgotten."""
        return User.objects.get(username=who)


def build() -> World:
    """Make the two towns, their people and their things."""
    here, there = (Organisation.objects.create(name=n.title(), slug=n) for n in ("exempelby", "grannby"))
    boards = {"own": _board(here, "sn"), "beside": _board(here, "bn"), "abroad": _board(there, "gn")}
    units = _units(boards)
    activities = {place: _activity(unit) for place, unit in units.items()}
    publishing.reindex()
    objects: dict[str, dict[str, Any]] = {
        "organisation": {"own": here, "abroad": there},
        "controller": boards,
        "unit": units,
        "processingactivity": activities,
        "dataprotectionofficer": {
            p: models.DataProtectionOfficer.objects.create(organisation=o, name="Dataskyddsombud")
            for p, o in {"own": here, "abroad": there}.items()
        },
        "publication": {p: publishing.publish(a, by="-", reason="Prov") for p, a in activities.items()},
    }
    for table in models.TERMS:
        objects[table._meta.model_name] = {
            p: table._default_manager.create(label=f"Ord i {o}", organisation=o)
            for p, o in {"own": here, "abroad": there}.items()
        }
    people = _people(here, there, units["own"], boards["own"])
    return World(people, objects | _imports(here, there, people) | _accounts(here, there))


def _board(town: Organisation, slug: str) -> Controller:
    return Controller.objects.create(organisation=town, name=slug.upper(), slug=slug, kind="board")


def _units(boards: dict[str, Controller]) -> dict[str, Unit]:
    made: dict[str, Unit] = {}
    for place in PLACES:
        board = boards.get(place, boards["own"])
        above = made["own"] if place == "below" else None
        named = {"name": f"Enheten {place}", "slug": f"enhet-{place}", "parent": above}
        made[place] = Unit.objects.create(organisation=board.organisation, controller=board, **named)
    return made


def _activity(unit: Unit) -> ProcessingActivity:
    slug = unit.slug.replace("enhet", "behandling")
    made = ProcessingActivity.objects.create(organisation=unit.organisation, unit=unit, name=slug, slug=slug)
    models.Purpose.objects.create(activity=made, text="Utreda ansökningar")
    return made


def _people(here: Organisation, there: Organisation, unit: Unit, board: Controller) -> dict[str, User | None]:
    yesterday = timezone.localdate() - timedelta(days=1)
    given: dict[str, dict[str, Any]] = {
        "dpo": {"role": "dpo"},
        "silent": {"role": "dpo", "publishes": False},
        "editor": {"role": "editor", "unit": unit},
        "board": {"role": "editor", "controller": board},
        "public": {"role": "editor", "unit": unit, "publishes": True},
        "reader": {"role": "reader"},
        "abroad": {"role": "dpo", "organisation": there},
        "expired": {"role": "dpo", "until": yesterday},
        "inactive": {"role": "dpo"},
        "not staff": {"role": "dpo"},
    }
    found: dict[str, User | None] = {"anonymous": None}
    for name in (*given, "member of nothing", "root"):
        found[name] = User.objects.create(
            username=name, is_staff=name != "not staff", is_superuser=name == "root", is_active=name != "inactive"
        )
        if name in given:
            Membership.objects.create(user=found[name], **{"organisation": here, **given[name]})
    return found


def _imports(here: Organisation, there: Organisation, people: dict[str, User | None]) -> dict[str, dict[str, Any]]:
    """Return what people bring from elsewhere: in the first town the editor of a unit did."""
    by: dict[str, Any] = {"own": (here, people["editor"]), "abroad": (there, people["abroad"])}
    meant = {"label": "Kostnadsställe", "normal": "kostnadsställe", "topic": "notes"}
    return {
        "import": {
            p: models.Import.objects.create(organisation=o, user=u, by="-", at=timezone.now(), state="ready")
            for p, (o, u) in by.items()
        },
        "labelcorrection": {
            p: models.LabelCorrection.objects.create(organisation=o, **meant) for p, (o, _u) in by.items()
        },
    }


def _accounts(here: Organisation, there: Organisation) -> dict[str, dict[str, Any]]:
    """Return colleagues of nobody above, what they are given, and refused log-ins: the operator's alone are "own"."""
    users = {p: User.objects.create(username=f"kollega {p}", is_staff=True) for p in ("own", "abroad")}
    given = {
        p: Membership.objects.create(user=users[p], organisation=o, role="reader")
        for p, o in {"own": here, "abroad": there}.items()
    }
    tried = {"username": "x", "ip_address": "127.0.0.1", "user_agent": "-", "path_info": "-"}
    attempt = AccessAttempt.objects.create(**tried, get_data="", post_data="", failures_since_start=1)
    return {
        "user": users,
        "membership": given,
        "accessattempt": {"own": attempt},
        "accesslog": {"own": AccessLog.objects.create(**tried)},
        "accessfailurelog": {"own": AccessFailureLog.objects.create(**tried)},
    }
