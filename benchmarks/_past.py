"""A past for a register of drafts: many published versions and as much history, written in bulk."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

FIRST = datetime(2026, 1, 2, 12, tzinfo=UTC)
"""After what `generate_register` wrote."""
STEP = timedelta(days=7)
MARK = "@@version@@"
"""Stands in the purposes and in the published text where each version says something else."""
AT_ONCE = 500


def grow(versions: int) -> None:
    """Publish each draft `versions` times, and give its own row and its purposes as many rows of history; once."""
    from django.db import transaction

    from ropa.models import Publication

    if Publication.objects.exists():
        return
    start = time.process_time()
    with transaction.atomic():
        _publish(versions)
        _remember(versions)
    print(f"made in {time.process_time() - start:.0f} CPU seconds")


def _publish(versions: int) -> None:
    """Write a chain that verifies: of one version after the other, each activity's row and content."""
    from ropa import drafts, models, publishing, record
    from ropa.publishing.ledger import payload_text

    rows = models.ProcessingActivity.objects.order_by("pk")
    assert publishing.head(rows[0].organisation.key) == ""
    texts = {}
    for start in range(0, rows.count(), AT_ONCE):
        for draft in drafts.load_many(rows[start : start + AT_ONCE]):
            texts[draft.key, draft.slug] = payload_text(record.replace(draft, summary=f"Version {MARK}"), ())
    last = None
    for version in range(1, versions + 1):
        made: list[Any] = []
        for n, ((key, slug), text) in enumerate(texts.items()):
            said = text.replace(MARK, str(version))
            at = FIRST + STEP * (version - 1) + timedelta(seconds=n)
            last = _row(
                rows[0].organisation.key if last is None else last.organisation, last, key, slug, version, said, at
            )
            made.append((last, said))
            if len(made) == AT_ONCE or n + 1 == len(texts):
                models.Publication.objects.bulk_create([row for row, _said in made])
                models.Payload.objects.bulk_create([models.Payload(publication=row, text=said) for row, said in made])
                made = []


def _row(organisation: Any, last: Any, key: Any, slug: str, version: int, said: str, at: datetime) -> Any:
    from ropa import models, snapshot
    from ropa.publishing.chain import link_hash

    sha256 = snapshot.sha256(said)
    row = models.Publication(
        organisation=organisation,
        sequence=last.sequence + 1 if last else 1,
        activity=key,
        slug=slug,
        kind="published",
        version=version,
        record_format=snapshot.FORMAT,
        payload_sha256=sha256,
        public_sha256=sha256,
        changes_public=True,
        at=at,
        by="ropa",
        previous_hash=last.hash if last else "",
    )
    row.hash = link_hash(row)
    return row


def _remember(versions: int) -> None:
    """Repeat the first history of each activity and of its purposes, as a save of each version would have written it."""
    from ropa import models

    for version in range(2, versions + 1):
        at, said = FIRST + STEP * (version - 1), f"Version {version}"
        _repeat(models.ProcessingActivity, at, "summary", said)
        _repeat(models.Purpose, at, "text", said)


def _repeat(model: Any, at: datetime, column: str, said: str) -> None:
    from django.db import connection

    table = model.history.model._meta
    columns = [f.column for f in table.concrete_fields if not f.primary_key]
    given = {"history_date": at.replace(tzinfo=None), "history_type": "~", column: said}
    values = [("%s" if name in given else f'"{name}"') for name in columns]
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table.db_table} ({names}) SELECT {', '.join(values)} FROM {table.db_table} "
            "WHERE history_type = '+'",
            [given[name] for name in columns if name in given],
        )
