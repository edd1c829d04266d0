"""The verbs that write the ledger. Each is one transaction under the organisation's lock."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .. import drafts, models, notice, rules, snapshot
from ..models import Publication
from ..record import Audience, ProcessingActivity, view
from ..rules import Finding
from . import findings
from .chain import link_hash
from .index import index_published, reindex


class CannotPublish(ValueError):
    """The ledger refuses; the message says why, in the user's language."""


class StaleRevision(CannotPublish):
    """The draft was changed by somebody else after the user looked at it."""


class Unchanged(CannotPublish):
    """The draft says just what is published already."""


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
) -> Publication:
    """Freeze the draft whole, with its notices, as the next version; return the ledger's row.

    `by` is kept as text. `at` defaults to now and never goes behind the newest row.
    Raises `StaleRevision` when the draft is no longer at `seen_revision`, `Unchanged` when
    nothing differs from what is public, and `FindingsStand` when the rules find errors
    and no reason is given; with one, their codes are kept with what is published.
    """
    with transaction.atomic():
        organisation, row = _locked(activity)
        if seen_revision is not None and row.revision != seen_revision:
            raise StaleRevision(_("Somebody changed the activity after you opened it."))
        record = drafts.load(row)
        newest = _newest(activity)
        before = _record_of(newest) if newest and newest.kind == Publication.Kind.PUBLISHED else None
        if before and snapshot.fingerprint(before) == snapshot.fingerprint(record):
            raise Unchanged(_("Nothing has changed since the last version."))
        day = timezone.localdate(at)
        found = findings.foreseen(record, day)
        errors = rules.errors(findings.on(day, found))
        if errors and not reason.strip():
            raise FindingsStand(errors)
        made = _append(
            organisation,
            activity=record.key,
            slug=record.slug,
            unit_path=_unit_path(record),
            kind=Publication.Kind.PUBLISHED,
            version=(newest.version if newest else 0) + 1,
            payload=payload_text(record, errors),
            public_sha256=snapshot.fingerprint(record, Audience.PUBLIC),
            changes_public=before is None or _differs_publicly(before, record),
            by=by,
            note=reason,
            at=at,
        )
        index_published(row, record, made, found)
        return made


def withdraw(
    activity: models.ProcessingActivity,
    *,
    by: Any,
    reason: str = "",
    public_note: str = "",
    at: datetime | None = None,
) -> Publication:
    """Take the activity off the public side; its page then says so, with `public_note`.

    Raises `CannotPublish` when it is not public.
    """
    with transaction.atomic():
        organisation, row = _locked(activity)
        newest = _newest(activity)
        if newest is None or newest.kind != Publication.Kind.PUBLISHED:
            raise CannotPublish(_("The activity is not published."))
        made = _append(
            organisation,
            activity=newest.activity,
            slug=newest.slug,
            unit_path=newest.unit_path,
            kind=Publication.Kind.WITHDRAWN,
            version=newest.version,
            payload=None,
            payload_sha256=newest.payload_sha256,
            public_sha256=newest.public_sha256,
            changes_public=True,
            by=by,
            note=reason,
            public_note=public_note,
            at=at,
        )
        reindex([row])
        return made


def seal(publication: Publication, *, by: Any, reason: str) -> models.Seal:
    """Hide a version from the public; `reason` is shown in its place."""
    return models.Seal.objects.create(publication=publication, reason=reason, by=str(by), at=timezone.now())


def erase(publication: Publication, *, by: Any, reason: str) -> models.Erasure:
    """Remove what a version said, where the law demands it; the chain still verifies."""
    with transaction.atomic():
        erasure = models.Erasure.objects.create(publication=publication, reason=reason, by=str(by), at=timezone.now())
        models.Payload.objects.filter(publication=publication).delete()
        return erasure


def payload_text(record: ProcessingActivity, errors: Iterable[Finding]) -> str:
    """Return what is stored: the record whole, the notice in every language, and the rules it breaks."""
    public = view(record, Audience.PUBLIC)
    notices = {language: snapshot.plain(notice.compose(public, language)) for language, _name in settings.LANGUAGES}
    return snapshot.canonical({"record": snapshot.freeze(record), "notices": notices, "findings": codes(errors)})


def _locked(
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


def _newest(activity: models.ProcessingActivity) -> Publication | None:
    rows = Publication.objects.filter(activity=activity.key).select_related("payload")
    return rows.order_by("-sequence").first()


def _record_of(row: Publication) -> ProcessingActivity | None:
    payload = getattr(row, "payload", None)
    return snapshot.thaw_payload(payload.text, row.record_format) if payload else None


def _differs_publicly(before: ProcessingActivity, now: ProcessingActivity) -> bool:
    return snapshot.fingerprint(before, Audience.PUBLIC) != snapshot.fingerprint(now, Audience.PUBLIC)


def _unit_path(record: ProcessingActivity) -> str:
    if record.unit is None:
        return ""
    slugs = [slug for slug, _name in record.unit.path] + [record.unit.slug]
    return "/" + "/".join(slugs) + "/"


def _append(organisation: models.Organisation, *, payload: str | None, at: datetime | None, **said: Any) -> Publication:
    """Write the next link of the organisation's chain, with its payload if there is one."""
    last = Publication.objects.filter(organisation=organisation.key).order_by("-sequence").first()
    moment = at or timezone.now()
    row = Publication(
        organisation=organisation.key,
        sequence=last.sequence + 1 if last else 1,
        previous_hash=last.hash if last else "",
        at=max(moment, last.at) if last else moment,
        record_format=snapshot.FORMAT,
        **{**said, "by": str(said["by"])},
    )
    if payload is not None:
        row.payload_sha256 = snapshot.sha256(payload)
    row.hash = link_hash(row)
    row.save(force_insert=True)
    if payload is not None:
        models.Payload(publication=row, text=payload).save(force_insert=True)
    return row
