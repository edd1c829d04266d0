"""The rights follow from the legal bases (GDPR Art. 7(3), 15-18, 20-22)."""

from typing import Any

import pytest

from ropa.record import (
    PurposeBasis,
    SpecialCategoryBasis,
)
from ropa.vocabulary import (
    LegalBasis,
    Sector,
    SpecialCategoryCondition,
)
from tests.notices import lines, section
from tests.worlds import (
    bare_activity,
    financial_assistance,
)

# --- rights -----------------------------------------------------------------------------------------------------------


def rights_of(*bases: LegalBasis, **fields: Any) -> dict[str, str]:
    activity = bare_activity(legal_bases=tuple(PurposeBasis(basis=x) for x in bases), **fields)
    told = lines(section(activity, "rights").blocks)[1:]
    return dict(line.split(": ", 1) for line in told)


NO = "gäller inte"


@pytest.mark.parametrize(
    ("basis", "portable", "objectable", "erasable", "withdrawable"),
    [
        (LegalBasis.CONSENT, True, False, True, True),
        (LegalBasis.CONTRACT, True, False, True, False),
        (LegalBasis.LEGAL_OBLIGATION, False, False, False, False),
        (LegalBasis.VITAL_INTERESTS, False, False, True, False),
        (LegalBasis.PUBLIC_INTEREST, False, True, False, False),
        (LegalBasis.OFFICIAL_AUTHORITY, False, True, False, False),
        (LegalBasis.LEGITIMATE_INTERESTS, False, True, True, False),
    ],
)
def test_rights_follow_the_basis(
    basis: LegalBasis, portable: bool, objectable: bool, erasable: bool, withdrawable: bool
) -> None:
    told = rights_of(basis)
    assert {"Tillgång", "Rättelse", "Begränsning"} <= set(told)
    assert (NO not in told["Flytta uppgifter"]) is portable
    assert (NO not in told["Invändning"]) is objectable
    assert ("begränsad" not in told["Radering"]) is erasable
    assert (NO not in told["Ta tillbaka samtycke"]) is withdrawable
    assert all("eftersom" in x for x in told.values() if NO in x)


def test_social_services_have_no_right_to_object() -> None:
    told = rights_of(LegalBasis.OFFICIAL_AUTHORITY, sector=Sector.SOCIAL_SERVICES)["Invändning"]
    assert told.startswith("rätten gäller inte")
    assert "6 § lagen (2001:454)" in told
    assert "6 §" not in rights_of(LegalBasis.OFFICIAL_AUTHORITY, sector=Sector.SCHOOL)["Invändning"]


def test_rights_with_mixed_and_with_no_bases() -> None:
    mixed = rights_of(LegalBasis.CONSENT, LegalBasis.OFFICIAL_AUTHORITY)
    assert "när grunden är samtycke eller avtal" in mixed["Flytta uppgifter"]
    assert "när grunden är en uppgift åt samhället" in mixed["Invändning"]
    assert "Vi får behålla det som lagen" in mixed["Radering"]
    none = rights_of()
    assert all("inte är angiven ännu" in none[x] for x in ("Radering", "Invändning", "Flytta uppgifter"))
    assert "Ta tillbaka samtycke" not in none


def test_archived_documents_limit_erasure_and_explicit_consent_can_be_withdrawn() -> None:
    kept = financial_assistance().retention_rules
    assert "allmänt arkiv" in rights_of(LegalBasis.CONSENT, retention_rules=kept)["Radering"]
    explicit = (SpecialCategoryBasis(condition=SpecialCategoryCondition.EXPLICIT_CONSENT),)
    told = rights_of(LegalBasis.PUBLIC_INTEREST, special_category_bases=explicit)
    assert NO not in told["Ta tillbaka samtycke"]
