"""The record itself: short forms, translations, and what each audience sees."""

import pytest
from django.utils.text import slugify
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ropa import record
from ropa.record import Audience, PersonalData, ProcessingActivity, Recipient, Text, Withheld, view
from ropa.record.audience import PUBLIC


def test_text_reads_short_forms() -> None:
    assert Text.model_validate("Hej") == Text(sv="Hej")
    both = Text.model_validate({"sv": "Hej", "en": "Hello"})
    assert both.said("en").text == "Hello"
    assert both.said("en").lang == "en"
    assert both.said("fi") == both.said("sv")


def test_a_translation_of_an_older_text_is_stale() -> None:
    text = Text.model_validate({"sv": "Hej", "en": "Hello"})
    assert not text.is_stale("en")
    assert Text(sv="Hejdå", other=text.other).is_stale("en")
    assert not text.is_stale("fi")


@pytest.mark.parametrize("period", ["P5Y", "P18M", "P90D", "P1Y6M", "P2W", ""])
def test_periods(period: str) -> None:
    assert record.RetentionRule(period=period).period == period


@pytest.mark.parametrize("period", ["5 år", "P", "PT5H", "5Y", "P-1Y", "P5YY", "P٥Y"])
def test_no_periods(period: str) -> None:
    with pytest.raises(ValidationError):
        record.RetentionRule(period=period)


def test_values_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        ProcessingActivity(name="x").name = Text(sv="y")  # type: ignore[misc]


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        ProcessingActivity.model_validate({"naem": "x"})


def test_public_names_only_fields_that_exist() -> None:
    for kind, fields in PUBLIC.items():
        assert fields <= set(kind.model_fields), kind


INTERNAL = {
    "security_measures", "original_wording", "unplaced", "notes", "review_owner", "dpia_reference", "dpia_status",
    "dpia_justification", "confidentiality", "integrity", "availability", "traceability", "process_code",
    "notice_exception_reason", "indirect_special_position",
}  # fmt: skip


def test_internal_fields_are_not_public() -> None:
    assert PUBLIC[ProcessingActivity] & INTERNAL == set()
    assert not any(
        "reference" in f for kind, fields in PUBLIC.items() if kind is not ProcessingActivity for f in fields
    )


def test_a_withheld_row_goes_and_its_marker_names_the_list() -> None:
    kept, hidden = Recipient(category="r-fk"), Recipient(category="r-polis")
    about = record.LegalProvision(pinpoint="18 kap. 1 §", about=hidden.key)
    marker = Withheld(about=hidden.key, reason="Sekretess hos polisen")
    seen = view(ProcessingActivity(recipients=(kept, hidden), provisions=(about,), withheld=(marker,)), Audience.PUBLIC)
    assert [r.category.code for r in seen.recipients if r.category] == ["r-fk"]
    assert seen.provisions == ()
    assert [w.reason.sv for w in seen.withheld_in("recipients")] == ["Sekretess hos polisen"]
    assert seen.withheld_in("purposes") == ()
    assert view(seen, Audience.PUBLIC) == seen


def test_a_provision_about_an_internal_row_is_internal() -> None:
    measure = record.SecurityMeasure(note="larm")
    loose, general = record.LegalProvision(about=measure.key), record.LegalProvision(pinpoint="1 §")
    seen = view(ProcessingActivity(security_measures=(measure,), provisions=(loose, general)), Audience.PUBLIC)
    assert [p.pinpoint for p in seen.provisions] == ["1 §"]


def test_a_withheld_field_of_a_row_is_emptied() -> None:
    row = PersonalData(category="pd-halsa", note="diagnoser")
    marker = Withheld(about=row.key, field="note", reason="Sekretess")
    seen = view(ProcessingActivity(personal_data=(row,), withheld=(marker,)), Audience.PUBLIC)
    assert seen.personal_data[0].note == Text()
    assert seen.personal_data[0].key == row.key
    assert seen.withheld_in("note", "personal_data") == ()


def test_a_withheld_list_is_emptied_for_the_public_only() -> None:
    activity = ProcessingActivity(
        recipients=(Recipient(category="r-fk"),), withheld=(Withheld(field="recipients", reason="Sekretess"),)
    )
    assert view(activity, Audience.PUBLIC).recipients == ()
    assert view(activity, Audience.AUTHORITY) == activity


def test_the_schema_explains_every_field() -> None:
    schema = record.json_schema()
    activity = schema["$defs"]["ProcessingActivity"]["properties"]
    assert set(activity) == set(ProcessingActivity.model_fields)
    assert activity["slug"]["description"].startswith("Last part of its public address")
    assert schema["$defs"]["RetentionRule"]["properties"]["period"]["description"].startswith("ISO 8601")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bygg- och miljönämnden på Öland", "bygg-och-miljonamnden-pa-oland"),
        ("Ærøskøbing Børnehave", "aeroskobing-bornehave"),
        ("Þróttur og íþróttaráð", "throttur-og-ithrottarad"),
        ("Straßen & Łódź, Œuvre", "strassen-lodz-oeuvre"),
        ("é" * 90, "e" * 70),
        ("日本", ""),
    ],
)
def test_no_letter_of_a_name_is_lost_in_its_slug(name: str, slug: str) -> None:
    assert record.slug_from(name) == slug


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=80))
def test_a_slug_is_what_it_was(name: str) -> None:
    assert record.slug_from(name) == slugify(name.casefold())[:70]
