"""The chain tells of what was hidden before it told of such things: a link for each seal and erasure that has none."""

from typing import Any

from django.db import migrations

from ropa.publishing.chain import hash_of

REPEATED = (
    "organisation",
    "activity",
    "slug",
    "unit_path",
    "version",
    "record_format",
    "payload_sha256",
    "public_sha256",
)


def tell(apps: Any, schema_editor: Any) -> None:
    """Append the links at the chains' ends, oldest hiding first, each with the time, name and reason of its hiding."""
    list(apps.get_model("ropa", "Organisation").objects.select_for_update())  # no other row is made meanwhile
    publication = apps.get_model("ropa", "Publication")
    hidden: list[tuple[str, Any]] = []
    for kind, name in (("sealed", "Seal"), ("erased", "Erasure")):
        told = set(publication.objects.filter(kind=kind).values_list("activity", "version"))
        rows = apps.get_model("ropa", name).objects.select_related("publication")
        hidden += [(kind, row) for row in rows if (row.publication.activity, row.publication.version) not in told]
    for kind, row in sorted(hidden, key=lambda one: one[1].at):
        _append(publication, kind, row)


def _append(publication: Any, kind: str, hidden: Any) -> None:
    repeated = {name: getattr(hidden.publication, name) for name in REPEATED}
    last = publication.objects.filter(organisation=repeated["organisation"]).order_by("sequence").last()
    link = publication(
        **repeated,
        kind=kind,
        changes_public=True,
        at=hidden.at,
        by=hidden.by,
        note=hidden.reason,
        sequence=last.sequence + 1,
        previous_hash=last.hash,
    )
    link.hash = hash_of(vars(link))
    link.save(force_insert=True)


class Migration(migrations.Migration):
    dependencies = [("ropa", "0006_published_again")]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
