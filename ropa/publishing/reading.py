"""What is public now, and what was on any day. The public side reads this and nothing else."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from .. import models, notice, record, snapshot
from ..models import Publication
from ..record import Audience, ProcessingActivity, view
from ..swedish import sort_key

LOCAL = ZoneInfo("Europe/Stockholm")
"""A day ends at midnight here, whatever the server's clock is set to."""


@dataclass(frozen=True)
class OfRow:
    """What is read of one row of the ledger."""

    row: Publication

    @property
    def slug(self) -> str:
        """Last part of the activity's address."""
        return self.row.slug

    @property
    def version(self) -> int:
        """Number of the version it publishes or withdraws."""
        return self.row.version

    @property
    def at(self) -> datetime:
        """When."""
        return self.row.at


@dataclass(frozen=True)
class Published(OfRow):
    """One row of the ledger, read for one audience."""

    audience: Audience = Audience.PUBLIC
    confirmed_at: datetime | None = None
    """When those who do the work last said that this version is right still; None: not since it was published."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether the row takes the activity off the public side."""
        return self.row.kind == Publication.Kind.WITHDRAWN

    @property
    def public_note(self) -> str:
        """The reason residents are told."""
        return self.row.public_note

    @property
    def hiding(self) -> models.Seal | models.Erasure | None:
        """What takes the content from this audience's sight."""
        if hasattr(self.row, "erasure"):
            return self.row.erasure
        return self.row.seal if hasattr(self.row, "seal") and self.audience is Audience.PUBLIC else None

    @property
    def hidden_reason(self) -> str:
        """Why the content is not shown: sealed or erased; empty when it is shown."""
        return self.hiding.reason if self.hiding else ""

    @property
    def _text(self) -> str:
        """What was published, as stored; empty when it is hidden or there is none."""
        return "" if self.hidden_reason or not hasattr(self.row, "payload") else self.row.payload.text

    @cached_property
    def _payload(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self._text) if self._text else {}
        return data

    @cached_property
    def record(self) -> ProcessingActivity | None:
        """The record as this audience may see it; None when it is hidden."""
        if not self._text:
            return None
        return view(snapshot.thaw(snapshot.record_data(self._text), self.row.record_format), self.audience)

    @cached_property
    def outline(self) -> ProcessingActivity | None:
        """The record's name, address and parties as this audience may see them, for lists."""
        if "record" in self.__dict__:  # read whole already
            return self.record
        if not self._text:
            return None
        return view(snapshot.outline(snapshot.record_data(self._text), self.row.record_format), self.audience)

    @property
    def findings(self) -> tuple[str, ...]:
        """Codes of the rules it broke when it was published; for staff, and none for the public."""
        return () if self.audience is Audience.PUBLIC else tuple(self._payload.get("findings", ()))

    def notice(self, language: str) -> notice.PrivacyNotice | None:
        """The notice as it was published; composed anew for a language added later."""
        if not self._payload:
            return None
        stored = self._payload["notices"].get(language)
        if stored is None and self.record is not None:
            return notice.compose(view(self.record, Audience.PUBLIC), language)
        return notice.PrivacyNotice.model_validate(stored)


def published_rows(until: datetime | None = None) -> QuerySet[Publication]:
    """Return the rows that decide what is public, each with its last confirmation before `until`."""
    # What is published once more is what was confirmed: the confirmations count since it was last gone through.
    mine = OuterRef(OuterRef("activity")), OuterRef(OuterRef("version"))
    since = Publication.objects.gone_through().filter(activity=mine[0], version__lte=mine[1]).order_by("-version")
    said = Publication.objects.filter(kind=Publication.Kind.CONFIRMED, activity=OuterRef("activity"))
    said = said.filter(version__lte=OuterRef("version"), version__gte=Subquery(since.values("version")[:1]))
    if until:
        said = said.filter(at__lt=until)
    rows = Publication.objects.deciding().annotate(confirmed_at=Subquery(said.order_by("-sequence").values("at")[:1]))
    return rows.select_related("payload", "seal", "erasure")


def end_of(day: date) -> datetime:
    """Return the first moment after `day` in Stockholm."""
    return datetime.combine(day + timedelta(days=1), time.min, LOCAL)


def newest_rows(until: datetime | None) -> QuerySet[Publication]:
    """Return each activity's newest row, before `until` if it is given: one query."""
    known = Q(at__lt=until) if until else Q()
    rows = Publication.objects.deciding().filter(known)
    later = rows.filter(activity=OuterRef("activity"), sequence__gt=OuterRef("sequence"))
    return published_rows(until).filter(known, ~Exists(later))


def select(
    rows: QuerySet[Publication],
    organisations: Iterable[UUID] | None,
    unit: str,
    audience: Audience,
) -> list[Published]:
    """Return those of the rows that make something public, of these organisations and of the unit."""
    rows = rows.filter(kind=Publication.Kind.PUBLISHED)
    if organisations is not None:
        rows = rows.filter(organisation__in=list(organisations))
    if not unit:
        return [_published(row, audience) for row in rows]
    slugs = unit_slugs(unit)
    entries = [_published(row, audience) for row in of_unit(rows, slugs)]
    return [e for e in entries if stands_under(e.outline, slugs)]


def unit_slugs(unit: str) -> frozenset[str]:
    """Return the slug of a unit with those it had before; what was merged into it keeps a past of its own: one query."""
    its_own = models.Unit.history.filter(id=OuterRef("unit"), slug=OuterRef("slug"))
    old = models.Address.objects.filter(Exists(its_own), unit__slug=unit)
    return frozenset({unit, *old.values_list("slug", flat=True)})


def of_unit(rows: QuerySet[Publication], slugs: Iterable[str]) -> QuerySet[Publication]:
    """Return the rows whose unit, or one above it, had one of these slugs."""
    asked = Q(pk__in=[])
    for slug in slugs:
        asked |= Q(unit_path__contains=f"/{slug}/")
    return rows.filter(asked)


def stands_under(activity: ProcessingActivity | None, slugs: Collection[str]) -> bool:
    """Return whether a record that is cut to its audience stands under the unit with a slug of these; that may be withheld."""
    own = activity.unit if activity else None
    return own is not None and any(slug in slugs for slug in (own.slug, *(slug for slug, _name in own.path)))


def current(
    *,
    organisations: Iterable[UUID] | None = None,
    unit: str = "",
    audience: Audience = Audience.PUBLIC,
) -> list[Published]:
    """Return what is public now, in any order; `unit` is a slug and takes in those below."""
    return select(newest_rows(None), organisations, unit, audience)


def as_of(
    day: date,
    *,
    organisations: Iterable[UUID] | None = None,
    unit: str = "",
    audience: Audience = Audience.PUBLIC,
) -> list[Published]:
    """Return what was public at the end of `day`; nothing before the ledger began."""
    return select(newest_rows(end_of(day)), organisations, unit, audience)


def find(slug: str, audience: Audience = Audience.PUBLIC) -> Published | None:
    """Return the newest row of the activity that has, or once had, this address; withdrawn ones too."""
    row = _at(slug).first()
    return _published(row, audience) if row else None


def versions(slug: str, audience: Audience = Audience.PUBLIC, day: date | None = None) -> list[Published]:
    """Return all rows of the activity that has, or once had, this address, newest first; those up to a day."""
    return [_published(row, audience) for row in _at(slug, day)]


def _at(slug: str, day: date | None = None) -> QuerySet[Publication]:
    """Return the rows of the activity at an address, newest first: the row that took the address last tells which."""
    until = end_of(day) if day else None
    holder = Publication.objects.filter(slug=slug).order_by("-pk").values("activity")
    rows = published_rows(until).filter(activity=Subquery(holder[:1])).order_by("-sequence")
    return rows.filter(at__lt=until) if until else rows


def successor(slug: str) -> str:
    """Return the slug of the unit that the old address of a unit leads to; empty where there is none."""
    return models.Address.objects.filter(slug=slug).values_list("unit__slug", flat=True).first() or ""


def _published(row: Any, audience: Audience) -> Published:
    return Published(row, audience, row.confirmed_at)


def head(organisation: UUID, day: date | None = None) -> str:
    """Return the hash of the last link of the chain; empty before there is one."""
    rows = Publication.objects.filter(organisation=organisation)
    if day:
        rows = rows.filter(at__lt=end_of(day))
    return rows.order_by("-sequence").values_list("hash", flat=True).first() or ""


def heads(organisations: Iterable[UUID] | None, day: date | None = None) -> dict[UUID, tuple[str, datetime]]:
    """Return organisation -> hash and time of its chain's last link, for those that have one: one query."""
    rows = Publication.objects.filter(at__lt=end_of(day)) if day else Publication.objects.all()
    if organisations is not None:
        rows = rows.filter(organisation__in=list(organisations))
    later = rows.filter(organisation=OuterRef("organisation"), sequence__gt=OuterRef("sequence"))
    newest = rows.order_by().filter(~Exists(later))
    return {organisation: (link, at) for organisation, link, at in newest.values_list("organisation", "hash", "at")}


def register(
    entries: Sequence[Published],
    *,
    audience: Audience,
    title: str = "",
    day: date | None = None,
    organisations: Iterable[UUID] | None = None,
) -> record.Register:
    """Return the published entries as a register, sorted by unit and name in Swedish order.

    `organisations` are those whose ledgers the entries were chosen from, None for all: one
    where everything is withdrawn has no entry and still a newest event.
    """
    shown = [e for e in entries if e.record is not None]
    named = {e.row.organisation: e.record.organisation for e in shown if e.record}
    chain = heads(organisations, day)
    newest = max((at for _hash, at in chain.values()), default=None)
    return record.Register(
        audience=audience,
        as_of=day,
        title=title,
        ledger_day=newest.astimezone(LOCAL).date() if newest else None,
        heads={o.slug: chain[key][0] for key, o in named.items() if o and key in chain},
        entries=tuple(
            record.Entry(
                activity=e.record,
                version=e.version,
                published_at=_moment(e.at),
                confirmed_at=_moment(e.confirmed_at) if e.confirmed_at else "",
                sha256=e.row.public_sha256,
            )
            for e in in_order(shown)
            if e.record
        ),
    )


def _moment(at: datetime) -> str:
    return at.astimezone(LOCAL).isoformat(timespec="seconds")


def in_order(entries: Iterable[Published]) -> list[Published]:
    """Return the entries that are shown, by organisation, controller, unit and name in Swedish order."""
    return [entry for entry in sorted(entries, key=_place_of) if entry.outline]


def _place_of(entry: Published) -> tuple[str, ...]:
    return place(entry.outline) if entry.outline else ()


def place(r: ProcessingActivity) -> tuple[str, ...]:
    """Return where a record stands in a register, to sort by."""
    names = [r.organisation and r.organisation.name.sv, r.controller and r.controller.name.sv]
    units = [*(name.sv for _slug, name in r.unit.path), r.unit.name.sv] if r.unit else []
    return (*(sort_key(name or "") for name in names), "/".join(map(sort_key, units)), sort_key(r.name.sv))
