"""A small town with something to publish, for the tests of what residents see."""

from typing import Any
from uuid import uuid4

from ropa import drafts, models, publishing, record
from ropa.vocabulary import LegalBasis

TOWN = record.Organisation(
    key=uuid4(),
    slug="exempelby",
    name={"sv": "Exempelby kommun", "en": "Exempelby Municipality"},
    organisation_number="212000-0043",
    contact={"email": "kommunen@example.se"},
)
BOARD = record.Controller(
    key=uuid4(),
    slug="socialnamnden",
    name={"sv": "Socialnämnden", "en": "Social Services Board"},
    organisation_number="212000-0043",
    contact={"email": "socialnamnden@example.se"},
)
OFFICER = record.DataProtectionOfficer(
    key=uuid4(), name={"sv": "Dataskyddsombudet"}, contact={"email": "dataskydd@example.se"}
)
DEPARTMENT = record.Unit(
    key=uuid4(),
    slug="socialforvaltningen",
    name={"sv": "Socialförvaltningen", "en": "Social services department"},
    controller_key=BOARD.key,
    contact={"visiting_address": "Stadshuset, Storgatan 1", "phone": "08-000 00 00"},
)
TEAM = record.Unit(
    key=uuid4(),
    slug="hemtjansten",
    name={"sv": "Hemtjänsten", "en": "Home care"},
    controller_key=BOARD.key,
    path=((DEPARTMENT.slug, DEPARTMENT.name),),
)


def activity(slug: str, name: str, **fields: Any) -> record.ProcessingActivity:
    """Return a record with all its parties stated, unless `fields` say otherwise."""
    given = {
        "organisation": TOWN,
        "controller": BOARD,
        "dpo": OFFICER,
        "unit": DEPARTMENT,
        "purposes": [{"text": f"Ändamål: {name}"}],
        "legal_bases": [{"basis": LegalBasis.values[0]}],
        "personal_data": [{"category": {"code": "own-x", "labels": {"sv": "Namnuppgift", "en": "Name detail"}}}],
    }
    return record.ProcessingActivity.model_validate({"slug": slug, "name": name, **given, **fields})


def save(slug: str, name: str, **fields: Any) -> models.ProcessingActivity:
    """Save a draft that nobody has published."""
    return drafts.save(activity(slug, name, **fields))


def edit(row: models.ProcessingActivity, **fields: Any) -> models.ProcessingActivity:
    """Change a draft."""
    return drafts.save(record.replace(drafts.load(row), **fields))


def publish(slug: str, name: str, **fields: Any) -> models.ProcessingActivity:
    """Save a draft and publish it."""
    row = save(slug, name, **fields)
    publishing.publish(row, by="Maria Handläggare", reason="Prov")
    return row


def readdress(row: models.ProcessingActivity, slug: str) -> None:
    """Give an activity another address, and publish it there."""
    row.slug = slug
    row.save()
    publishing.publish(edit(row, summary="Har en ny adress."), by="m", reason="Prov")
