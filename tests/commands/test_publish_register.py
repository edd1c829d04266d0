"""publish_register and verify_publications."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError

from ropa import drafts, ledger_guard, models, publishing
from ropa.record import Audience, replace
from tests.demo_fixture import LAST, record

Run = Callable[..., str]


@pytest.fixture
def dpo(three: Any) -> Any:
    user = get_user_model().objects.create(username="dpo")
    models.Membership.objects.create(user=user, organisation=three[0].organisation, role="dpo")
    return user


def test_changed_drafts_are_published_and_counted(run: Run, dpo: Any, three: Any) -> None:
    assert run("publish_register", "--by", "dpo", "--reason", "Första") == "3 published, 0 unchanged, 0 refused\n"
    drafts.save(replace(drafts.load(three[0]), name="Nytt namn"))
    assert run("publish_register", "--by", "dpo", "--reason", "Nytt") == "1 published, 2 unchanged, 0 refused\n"
    newest = models.Publication.objects.order_by("-sequence").first()
    assert newest
    assert (newest.by, newest.version) == ("dpo", 2)
    assert set(models.Publication.objects.filter(version=1).values_list("note", flat=True)) == {"Första"}


def test_a_unit_takes_in_the_units_below(run: Run, dpo: Any, three: Any) -> None:
    above = models.Unit.objects.create(organisation=three[0].organisation, slug="ovan", name="Ovan")
    models.Unit.objects.filter(slug="gen-7-enhet-1").update(parent=above)
    other = models.Unit.objects.create(organisation=three[0].organisation, slug="annan", name="Annan")
    three[2].unit = other
    three[2].save()
    said = run("publish_register", "--unit", "ovan", "--by", "dpo", "--reason", "Prov")
    assert said == "2 published, 0 unchanged, 0 refused\n"


def test_what_errors_stand_in_is_refused_by_name_and_published_with_a_reason(
    dpo: Any, three: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    for row in three:
        drafts.save(replace(drafts.load(row), role=None))
    sound = drafts.save(record(LAST["bygglov"]))
    models.Membership.objects.create(user=dpo, organisation=sound.organisation, role="dpo")
    with pytest.raises(CommandError, match="3 activities were refused"):
        call_command("publish_register", "--by", "dpo")
    told = capsys.readouterr()
    assert told.out == "1 published, 0 unchanged, 3 refused\n"
    for row in three:
        assert f"{row.slug}: " in told.err
    assert "R43" in told.err
    assert models.Publication.objects.get().slug == "bygglov"
    call_command("publish_register", "--by", "dpo", "--reason", "Känt, rättas i mars")
    rows = models.Publication.objects.exclude(slug="bygglov")
    assert {row.note for row in rows} == {"Känt, rättas i mars"}
    assert all("R43" in publishing.find(row.slug, Audience.DRAFT).findings for row in rows)  # type: ignore[union-attr]


def test_the_two_person_rule_holds_here_too(dpo: Any, three: Any, capsys: pytest.CaptureFixture[str]) -> None:
    models.Organisation.objects.update(two_person_rule=True)
    publishing.review.submit(three[0], by=dpo)
    publishing.review.submit(three[1], by="eva")
    with pytest.raises(CommandError, match="2 activities were refused"):
        call_command("publish_register", "--by", "dpo", "--reason", "Prov")
    told = capsys.readouterr()
    assert told.out == "1 published, 0 unchanged, 2 refused\n"
    assert f"{three[0].slug}: " in told.err
    assert models.Publication.objects.get().slug == three[1].slug


def test_who_may_not_is_refused_and_told(run: Run, three: Any) -> None:
    reader = get_user_model().objects.create(username="reader")
    with pytest.raises(CommandError, match="reader may not publish anything"):
        run("publish_register", "--by", "reader")
    elsewhere = models.Organisation.objects.create(slug="annan-kommun", name="Annan kommun")
    models.Membership.objects.create(user=reader, organisation=elsewhere, role="dpo")
    with pytest.raises(CommandError, match="3 activities were refused"):
        run("publish_register", "--by", "reader")
    assert models.Publication.objects.count() == 0


@pytest.mark.parametrize(
    ("arguments", "said"), [(["--by", "nix"], "no user nix"), (["--by", "dpo", "--unit", "nix"], "no unit nix")]
)
def test_bad_input_is_refused(run: Run, dpo: Any, arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        run("publish_register", *arguments)


def test_a_whole_ledger_verifies_and_its_head_is_found(run: Run, three: Any) -> None:
    row = publishing.publish(three[0], by="dpo", reason="Prov")
    assert run("verify_publications", "--head", row.hash) == "1 rad i registret över publiceringar, som den skrevs\n"


def test_a_cut_tail_is_found_by_the_printed_head(run: Run, three: Any) -> None:
    with pytest.raises(CommandError, match="1 fel"):
        run("verify_publications", "--head", "ab" * 32)


@pytest.mark.django_db(transaction=True)
def test_an_altered_payload_is_found(run: Run, three: Any) -> None:
    publishing.publish(three[0], by="dpo", reason="Prov")
    ledger_guard.lift()
    try:
        models.Payload.objects.update(text="{}")
        with pytest.raises(CommandError, match="1 fel"):
            run("verify_publications")
    finally:
        ledger_guard.install()
