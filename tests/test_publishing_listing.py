"""What is listed of the public side: the newest public version of each activity, and nothing that is hidden."""

from typing import Any

import pytest

from ropa import models, publishing
from ropa.models import PublicIndex
from ropa.publishing import listing
from ropa.record import Recipient, RecipientCategory, Withheld
from ropa.vocabulary import Occurrence
from tests.ledgers import HOME, draft, edit, publish
from tests.seed_terms import key, term

pytestmark = pytest.mark.django_db

AGENCY = term(RecipientCategory, "forsakringskassan", "Försäkringskassan")


def sends(**more: Any) -> dict[str, Any]:
    return {"recipients": (Recipient(key=key("r"), category=AGENCY, **more),)}


def names() -> list[str]:
    return [each.name.sv for each in publishing.listed()]


def test_the_newest_version_is_listed_with_what_it_can_be_found_by() -> None:
    row = draft(**sends())
    publish(row)
    publish(edit(row, name="Utlån"))
    (each,) = publishing.listed([HOME.key], words=True)
    assert (each.slug, each.version, each.name.sv) == ("lan", 2, "Utlån")
    assert [(x.code, str(x.said("en"))) for x in each.facets.recipients] == [("forsakringskassan", "Försäkringskassan")]
    assert "utlån" in each.words
    assert PublicIndex.objects.count() == 1


def test_what_never_occurs_is_told_from_what_does() -> None:
    publish(draft(**sends(occurrence=Occurrence.NEVER)))
    (each,) = publishing.listed(words=True)
    assert each.facets.recipients[0].never


def test_what_is_withheld_is_not_listed() -> None:
    publish(draft(**sends(), withheld=(Withheld(key=key("w"), about=key("r")),)))
    (each,) = publishing.listed(words=True)
    assert each.facets.recipients == ()
    assert "kassan" not in each.words + each.kept.facets


def test_what_is_withdrawn_is_listed_again_when_it_is_public_again() -> None:
    row = draft()
    publish(row)
    publishing.withdraw(row, by="a")
    assert names() == []
    publishing.restore(row, by="a")
    assert names() == ["Lån"]


def test_what_is_sealed_or_erased_is_not_listed() -> None:
    sealed, erased = publish(draft()), publish(draft(slug="hyra", name="Hyra"))
    publishing.seal(sealed, by="a", reason="Prov")
    publishing.erase(erased, by="a", reason="Prov")
    assert names() == []
    assert not PublicIndex.objects.filter(publication=erased).exists()


@pytest.mark.parametrize("lost", ["gone", "old"])
def test_what_is_not_kept_is_made_when_it_is_read(lost: str) -> None:
    publish(draft())
    kept = PublicIndex.objects.all()
    kept.delete() if lost == "gone" else kept.update(made_with=0, place="{}", facets="{}")
    assert names() == ["Lån"]
    assert publishing.relist() == 1
    assert PublicIndex.objects.get().made_with == listing.MADE_WITH


def test_it_is_read_in_as_many_queries_whatever_the_size(django_assert_num_queries: Any) -> None:
    for number in range(4):
        publish(draft(slug=f"lan-{number}", name=f"Lån {number}"))
    with django_assert_num_queries(1):
        assert len(publishing.listed()) == 4
    PublicIndex.objects.all().delete()
    with django_assert_num_queries(2):
        found = publishing.listed()
    with django_assert_num_queries(1):
        assert [each.record.name.sv for each in publishing.records(found) if each.record] == [
            f"Lån {n}" for n in range(4)
        ]


def test_only_the_organisations_asked_for() -> None:
    publish(draft())
    assert publishing.listed([key("other")]) == []
    assert models.Organisation.objects.count() == 1
