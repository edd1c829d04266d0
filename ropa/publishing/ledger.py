"""The verbs that write the ledger. Each is one transaction under the organisation's lock."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .. import drafts, history, models, notice, rules, snapshot
from ..models import Publication
from ..record import Audience, ProcessingActivity, view
from ..rules import Finding
from . import findings, listing, steps
from .chain import link_hash
from .index import index_published, reindex


class CannotPublish(ValueError):
    """The ledger refuses; the message says why, in the user's language."""


class StaleRevision(CannotPublish):
    """The draft was changed by somebody else after the user looked at it."""


class Unchanged(CannotPublish):
    """The draft says just what is published already."""


class NeedsTwo(CannotPublish):
    """The organisation holds to the two-person rule, and nobody else has submitted the draft as it is."""


class Withdrawn(CannotPublish):
    """The activity was taken off the public side, and nobody has said that it shall be public again."""


class FindingsStand(CannotPublish):
    """The rules find errors in the draft, and nobody has said why it shall be public all the same."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        """`found` are the errors."""
        self.findings = found
        said = ngettext(
            "%(n)d error stands: %(rules)s. Correct it, or write why it is published all the same.",
            "%(n)d errors stand: %(rules)s. Correct them, or write why it is published all the same.",
            len(found),
        )
        super().__init__(said % {"n": len(found), "rules": ", ".join(codes(found))})


def codes(found: Iterable[Finding]) -> list[str]:
    """Return the codes of what was found, each once."""
    return list(dict.fromkeys(x.rule.code for x in found))


def publish(
    activity: models.ProcessingActivity,
    *,
    by: Any,
    reason: str = "",
    at: datetime | None = None,
    seen_revision: int | None = None,
    also_withdrawn: bool = True,
) -> Publication:
    """Freeze the draft whole, with its notices, as the next version; return the ledger's row.

    `by` is kept as text. `at` defaults to now and never goes behind the newest row.
    Raises `StaleRevision` when the draft is no longer at `seen_revision`, `Unchanged` when
    nothing differs from what is public, `Withdrawn` for what was withdrawn unless `also_withdrawn`,
    `NeedsTwo` when somebody else must submit it first, and `FindingsStand` when the rules find
    errors and no reason is given; with one, their codes are kept with what is published.
    """
    with transaction.atomic():
        organisation, row = locked(activity)
        refuse_stale(row, seen_revision)
        record, newest = drafts.load(row), newest_of(row)
        before = public_record(newest)
        if before and snapshot.fingerprint(before) == snapshot.fingerprint(record):
            raise Unchanged(_("Nothing has changed since the last version."))
        if newest and newest.kind == Publication.Kind.WITHDRAWN and not also_withdrawn:
            raise Withdrawn(_("It is withdrawn. Make it public again on its own page, if that is meant."))
        refuse_alone(row, by)
        day = timezone.localdate(at)
        errors = rules.errors(findings.standing(record, day))
        if errors and not reason.strip():
            raise FindingsStand(errors)
        made = append_version(organisation, record, newest, broken=codes(errors), by=by, note=reason, at=at)
        index_published(row, record, made)
        return made


def refuse_alone(row: models.ProcessingActivity, by: Any) -> None:
    """Raise `NeedsTwo` where the organisation wants two persons and nobody else has submitted the draft as it is."""
    if not row.organisation.two_person_rule:
        return
    submitted = steps.standing(row)
    if submitted is None:
        raise NeedsTwo(_("Two persons are needed: somebody else must submit it first, and nothing be changed after."))
    if steps.is_by(submitted, by):
        said = _("Two persons are needed: %(who)s submitted it, so somebody else must publish it.")
        raise NeedsTwo(said % {"who": submitted.by})


def append_version(
    organisation: models.Organisation,
    record: ProcessingActivity,
    newest: Publication | None,
    *,
    broken: Iterable[str] = (),
    **said: Any,
) -> Publication:
    """Write a record as the activity's next version, after its `newest` row; the chain is locked already.

    `broken` are the codes of the errors that stand in it.
    """
    before = public_record(newest)
    made = _append(
        organisation,
        activity=record.key,
        slug=record.slug,
        unit_path=_unit_path(record),
        kind=Publication.Kind.PUBLISHED,
        version=(newest.version if newest else 0) + 1,
        payload=payload_text(record, broken),
        public_sha256=snapshot.fingerprint(record, Audience.PUBLIC),
        changes_public=before is None or _differs_publicly(before, record),
        **said,
    )
    listing.keep(made, record)
    return made


def withdraw(
    activity: models.ProcessingActivity,
    *,
    by: Any,
    reason: str = "",
    public_note: str = "",
    at: datetime | None = None,
    seen_revision: int | None = None,
) -> Publication:
    """Take the activity off the public side; its page then says so, with `public_note`.

    Raises `StaleRevision` when the draft is no longer at `seen_revision`, `CannotPublish` when it is not public.
    """
    with transaction.atomic():
        organisation, row = locked(activity)
        refuse_stale(row, seen_revision)
        newest = published_row(row)
        said = {"by": by, "note": reason, "public_note": public_note, "at": at}
        made = repeat(organisation, newest, Publication.Kind.WITHDRAWN, changes_public=True, **said)
        reindex([row])
        return made


def repeat(organisation: models.Organisation, newest: Publication, kind: Publication.Kind, **said: Any) -> Publication:
    """Write a row about the version that `newest` published, without a new one."""
    columns = ("activity", "slug", "unit_path", "version", "payload_sha256", "public_sha256")
    return _append(organisation, kind=kind, payload=None, **{name: getattr(newest, name) for name in columns}, **said)


def payload_text(record: ProcessingActivity, broken: Iterable[str]) -> str:
    """Return what is stored: the record whole, the notice in every language, and the rules it breaks."""
    public = view(record, Audience.PUBLIC)
    notices = {language: snapshot.plain(notice.compose(public, language)) for language, _name in settings.LANGUAGES}
    return snapshot.canonical({"record": snapshot.freeze(record), "notices": notices, "findings": list(broken)})


def locked(
    activity: models.ProcessingActivity,
) -> tuple[models.Organisation, models.ProcessingActivity]:
    """Lock the organisation's chain and the draft, and read its row anew under the lock.

    Every change to a row of the activity raises its revision, so whoever saves one waits here
    for the activity's row: what is frozen is what the revision was checked for. The chain's
    lock lets others refer to the organisation meanwhile.
    """
    chains = models.Organisation.objects.select_for_update(no_key=True)
    organisation = chains.get(pk=activity.organisation_id)
    rows = models.ProcessingActivity.objects.select_for_update(no_key=True)
    return organisation, rows.get(pk=activity.pk)


def refuse_stale(row: models.ProcessingActivity, seen_revision: int | None) -> None:
    """Raise `StaleRevision` when the draft is no longer at the revision somebody saw."""
    if seen_revision is not None and row.revision != seen_revision:
        raise StaleRevision(_("Somebody changed the activity after you opened it."))


def newest_of(activity: models.ProcessingActivity) -> Publication | None:
    """Return the row that decides what is public of the activity; None when it never was."""
    rows = Publication.objects.deciding().filter(activity=activity.key).select_related("payload")
    return rows.order_by("-sequence").first()


def published_row(activity: models.ProcessingActivity) -> Publication:
    """Return the row that made the activity public. Raises `CannotPublish` when it is not."""
    newest = newest_of(activity)
    if newest is None or newest.kind != Publication.Kind.PUBLISHED:
        raise CannotPublish(_("The activity is not published."))
    return newest


def public_record(row: Publication | None) -> ProcessingActivity | None:
    """Return the whole record that a row makes public; None when it makes none, or what it said is erased."""
    if row is None or row.kind != Publication.Kind.PUBLISHED:
        return None
    payload = getattr(row, "payload", None)
    return snapshot.thaw_payload(payload.text, row.record_format) if payload else None


def broken_by(row: Publication | None) -> list[str]:
    """Return the codes of the errors that stood in what a row published."""
    payload = getattr(row, "payload", None)
    return list(json.loads(payload.text).get("findings", ())) if payload else []


def _differs_publicly(before: ProcessingActivity, now: ProcessingActivity) -> bool:
    return snapshot.fingerprint(before, Audience.PUBLIC) != snapshot.fingerprint(now, Audience.PUBLIC)


def _unit_path(record: ProcessingActivity) -> str:
    if record.unit is None:
        return ""
    slugs = [slug for slug, _name in record.unit.path] + [record.unit.slug]
    return "/" + "/".join(slugs) + "/"


def _append(
    organisation: models.Organisation, *, payload: str | None, at: datetime | None = None, **said: Any
) -> Publication:
    """Write the next link of the organisation's chain, with its payload if there is one."""
    last = Publication.objects.filter(organisation=organisation.key).order_by("-sequence").first()
    moment = at or timezone.now()
    row = Publication(
        organisation=organisation.key,
        sequence=last.sequence + 1 if last else 1,
        previous_hash=last.hash if last else "",
        at=max(moment, last.at) if last else moment,
        record_format=snapshot.FORMAT,
        changeset=history.changeset(),
        **{**said, "by": str(said["by"])},
    )
    if payload is not None:
        row.payload_sha256 = snapshot.sha256(payload)
    row.hash = link_hash(row)
    row.save(force_insert=True)
    if payload is not None:
        models.Payload(publication=row, text=payload).save(force_insert=True)
    return row
