"""The notice: every fact of seed 001, every statement the law asks for, and no mixed languages."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa.notice import PrivacyNotice, compose
from ropa.readability import read, texts_of
from ropa.record import (
    Audience,
    LegalProvision,
    NoticeText,
    ProcessingActivity,
    Purpose,
    PurposeBasis,
    SpecialCategoryBasis,
    Withheld,
    view,
)
from ropa.vocabulary import (
    DataLevel,
    LegalBasis,
    NoticeLevel,
    NoticeSection,
    SpecialCategoryCondition,
    Statement,
)
from tests.notices import codes, data, lines, section, text, whole
from tests.strategies import LISTS, activities
from tests.worlds import (
    OLD_SOCIAL_SERVICES_ACT,
    bare_activity,
    both,
    financial_assistance,
    labour_market,
)

SEED_001 = {
    "controller": (
        ("Socialnämnden i Järfälla kommun", "The Social Services Board of Järfälla municipality"),
        ("212000-0043", "212000-0043"),
        ("dataskydd@jarfalla.se", "dataskydd@jarfalla.se"),
        ("Järfälla kommuns dataskyddsombud", "Data protection officer of Järfälla municipality"),
        ("www.jarfalla.se/personuppgifter", "www.jarfalla.se/personuppgifter"),
        ("Riddarplatsen 5, Jakobsberg", "Riddarplatsen 5, Jakobsberg"),
    ),
    "purposes": (
        ("Handlägga ärenden, ge förhandsbedömningar", "Handle cases, give preliminary assessments"),
        ("hushållet får rätt stöd", "the household gets the right help"),
        ("kan också användas till", "may also be used for"),
        ("Utvärdera insatser", "Evaluate support"),
    ),
    "legal-basis": (
        ("Myndighetsutövning (artikel 6.1 e)", "Official authority (Article 6(1)(e))"),
        ("handlägga ärenden", "handle cases"),
    ),
    "handling": (
        ("Procapita", "Procapita"),
        ("den digitala akten", "the digital file"),
        ("Fysisk akt", "Physical file"),
        ("en spegling av den digitala akten", "a mirror of the digital file"),
        ("Platina", "Platina"),
        ("handlingar som diarieförs", "documents that are registered"),
        ("bara om de arbetar med ärendet", "only if they work on the case"),
    ),
    "data": (
        ("Alla i hushållet", "All members of the household"),
        ("Namn", "Name"),
        ("Adressuppgifter", "Address"),
        ("Telefonnummer", "Telephone number"),
        ("E-postadresser", "E-mail addresses"),
        ("Personnummer", "Personal identity number"),
        ("Arbetsförhållanden", "Employment"),
        ("Civilstånd", "Marital status"),
        ("Kontonummer", "Bank account number"),
        ("Bostadsförhållande", "Housing"),
        (
            "Hälsotillstånd: bara om det är relevant och nödvändigt för ärendet",
            "Health: only if it is relevant and necessary for the case",
        ),
        ("Vad som tillåter det är inte angivet ännu.", "What allows this is not stated yet."),
    ),
    "recipients": (
        ("om det finns stöd i lag eller förordning", "if an act or ordinance allows it"),
        ("till exempel", "for example"),
        ("Försäkringskassan", "Swedish Social Insurance Agency"),
        ("Skatteverket", "Swedish Tax Agency"),
        ("Kronofogdemyndigheten", "Swedish Enforcement Authority"),
        ("Polismyndigheten", "Swedish Police Authority"),
        ("Pensionsmyndigheten", "Swedish Pensions Agency"),
        ("Transportstyrelsen", "Swedish Transport Agency"),
        ("Socialstyrelsen", "National Board of Health and Welfare"),
        ("Inspektionen för vård och omsorg", "Health and Social Care Inspectorate"),
        ("Andra förvaltningar inom Järfälla kommun", "Other departments of Järfälla municipality"),
        ("personuppgiftsbiträden", "processors"),
        ("Företag som levererar datasystem", "Companies that supply computer systems"),
        ("allmänna handlingar", "public documents"),
    ),
    "transfers": (("aldrig ut ur EU/EES", "never taken outside the EU/EEA"),),
    "retention": (
        ("den 5, 15 eller 25 i månaden bevaras som regel för alltid", "on day 5, 15 or 25 of the month"),
        ("forskare", "researchers"),
        ("12 kap. 1–2 §§", "12 kap. 1–2 §§"),
        ("fem år efter att den sista anteckningen", "five years after the last entry"),
        ("när uppgifterna inte längre behövs", "when the data are no longer needed"),
        ("Diarieförda handlingar bevaras", "Registered documents will as a rule be kept"),
        ("på papper", "on paper"),
        ("Handlingar i digital form förstörs", "Documents in digital form will be destroyed"),
        ("Hanteringsanvisning för Socialnämnden", "Records guide of the Social Services Board"),
    ),
    "rights": (("Invändning: rätten gäller inte i socialtjänsten", "Objection: this right does not apply"),),
    "complaint": (("https://www.imy.se/", "https://www.imy.se/"),),
    "contact": (("Järfälla kommun", "Järfälla municipality"),),
}


@pytest.mark.parametrize(("code", "sv", "en"), [(code, sv, en) for code, facts in SEED_001.items() for sv, en in facts])
def test_seed_001_keeps_every_fact_in_its_section(code: str, sv: str, en: str) -> None:
    activity = view(financial_assistance(), Audience.PUBLIC)
    assert sv in text(activity, code, "sv")
    assert en in text(activity, code, "en")


def test_a_translated_record_makes_a_notice_in_one_language() -> None:
    for language in ("sv", "en"):
        notice = compose(financial_assistance(), language)
        said = [
            notice.title,
            *(x for s in notice.sections for b in s.blocks for x in (b.text, *(i.text for i in b.items))),
        ]
        assert {x.lang for x in said if x} == {language}
        assert notice.language == language


def test_headings_are_questions() -> None:
    for language in ("sv", "en"):
        assert all(x.heading.endswith("?") for x in compose(financial_assistance(), language).sections)
    assert section(financial_assistance(), "purposes").heading == "Varför behandlar vi dina personuppgifter?"


@given(activities(), st.sampled_from(["sv", "en", "fi"]))
def test_a_frozen_notice_is_read_back_as_it_was(activity: ProcessingActivity, language: str) -> None:
    notice = compose(view(activity, Audience.PUBLIC), language)
    assert PrivacyNotice.model_validate(notice.model_dump(mode="json")) == notice
    assert PrivacyNotice.model_validate_json(notice.model_dump_json()) == notice
    assert all(x.blocks for x in notice.sections)


# --- what the law asks for is never dropped --------------------------------------------------------------------------


def test_what_is_not_stated_is_said() -> None:
    bare = bare_activity()
    assert codes(bare) == [
        "controller", "purposes", "legal-basis", "data", "recipients", "transfers", "retention", "rights", "complaint",
        "contact",
    ]  # fmt: skip
    for code, words in {
        "controller": ("Vilken nämnd eller styrelse som ansvarar är inte angivet", "dataskyddsombud är inte angivet"),
        "purposes": ("Inte angivet ännu.",),
        "legal-basis": ("Inte angivet ännu.",),
        "data": ("Vem uppgifterna handlar om är inte angivet", "Vilka uppgifter vi behandlar är inte angivet"),
        "recipients": ("Vem vi lämnar ut uppgifter till är inte angivet",),
        "transfers": ("Det är inte angivet om uppgifter förs ut",),
        "retention": ("Inte angivet ännu.",),
        "contact": ("Kontaktuppgifter är inte angivna ännu.",),
    }.items():
        for word in words:
            assert word in text(bare, code)


def test_a_named_party_without_contact_details_says_so() -> None:
    activity = financial_assistance(organisation=None)
    assert "Kontaktuppgifter är inte angivna ännu." in text(activity, "controller")


def test_statements_that_something_never_happens_are_kept() -> None:
    never = bare_activity(disclosure=Statement.NEVER, third_country=Statement.NEVER, automation=Statement.NEVER)
    assert "Vi lämnar inte ut uppgifterna" in text(never, "recipients")
    assert "förs aldrig ut ur EU/EES" in text(never, "transfers")
    assert "inga automatiska beslut" in text(never, "automation")


def test_statements_without_details_do_not_pass_for_details() -> None:
    vague = bare_activity(disclosure=Statement.OCCURS, third_country=Statement.OCCURS, automation=Statement.OCCURS)
    assert "till vem är inte angivet" in text(vague, "recipients")
    assert "vart är inte angivet" in text(vague, "transfers")
    assert "Hur det går till är inte angivet" in text(vague, "automation")


# --- authored texts, withheld values, languages -----------------------------------------------------------------------


def test_authored_texts_stand_first_widest_level_first_children_apart() -> None:
    def written(sv: str, level: NoticeLevel, for_children: bool = False) -> NoticeText:
        return NoticeText(section=NoticeSection.RETENTION, text=sv, level=level, for_children=for_children)

    texts = (
        written("Från enheten", NoticeLevel.UNIT),
        written("För barn", NoticeLevel.ORGANISATION, True),
        written("Från kommunen.\n\nAndra stycket.", NoticeLevel.ORGANISATION),
        written("Från behandlingen", NoticeLevel.ACTIVITY),
        written("Från nämnden", NoticeLevel.CONTROLLER),
    )
    told = text(bare_activity(notice_texts=texts), "retention").splitlines()
    assert told == [
        "Från kommunen.", "Andra stycket.", "Från nämnden", "Från enheten", "Från behandlingen",
        "Till dig som är barn:", "För barn", "Inte angivet ännu.",
    ]  # fmt: skip


@pytest.mark.parametrize("code", NoticeSection)
def test_every_section_takes_authored_texts(code: NoticeSection) -> None:
    activity = bare_activity(notice_texts=(NoticeText(section=code, text="Skrivet för hand"),))
    assert text(activity, code).startswith("Skrivet för hand")


FIELDS = [x for x in ProcessingActivity.model_fields if x not in {"key", "slug", "withheld"}]


@pytest.mark.parametrize("field", FIELDS)
def test_a_withheld_field_is_said_with_its_reason_and_provision(field: str) -> None:
    marker = Withheld(field=field, reason=both("sekretess gäller", "secrecy applies"))
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="18 kap. 8 §", about=marker.key)
    activity = financial_assistance(withheld=(marker,), provisions=(act,))
    told = whole(compose(view(activity, Audience.PUBLIC), "sv")).splitlines()
    assert told.count("Uppgiften visas inte: sekretess gäller.") == 1
    if field != "provisions":
        assert "Socialtjänstlagen (2001:453), 18 kap. 8 § (gäller inte längre)" in told


INTERNAL = {"withheld", "security_measures", "original_wording", "unplaced"}


@pytest.mark.parametrize("name", sorted(set(LISTS) - INTERNAL))
def test_a_withheld_cell_is_said_where_its_row_stands(name: str) -> None:
    row = LISTS[name]()
    marker = Withheld(about=row.key, field="note", reason=both("sekretess gäller", "secrecy applies"))
    activity = view(bare_activity(**{name: (row,)}, withheld=(marker,)), Audience.PUBLIC)
    assert "Uppgiften visas inte: sekretess gäller" in whole(compose(activity, "sv"))


def test_a_withheld_cell_named_like_a_list_is_said_once() -> None:
    row = financial_assistance().recipients[0]
    marker = Withheld(about=row.key, field="personal_data", reason=both("sekretess gäller", "secrecy applies"))
    activity = view(financial_assistance(withheld=(marker,)), Audience.PUBLIC)
    told = whole(compose(activity, "sv"))
    assert told.count("Uppgiften visas inte") == 1
    assert (
        "Försäkringskassan: om det finns stöd i lag eller förordning. Uppgiften visas inte: sekretess gäller." in told
    )


def test_withholding_a_fact_does_not_call_it_unstated() -> None:
    for field, code in {"recipients": "recipients", "personal_data": "data", "controller": "controller"}.items():
        marker = Withheld(field=field, reason=both("sekretess gäller", "secrecy applies"))
        activity = view(financial_assistance(withheld=(marker,)), Audience.PUBLIC)
        told = text(activity, code)
        assert "är inte angivet" not in told.replace("Vad som tillåter det är inte angivet ännu.", "")


def test_swedish_words_in_an_english_notice_keep_their_language() -> None:
    rows = (data(DataLevel.ORDINARY, "Namn"),)
    activity = bare_activity(
        personal_data=(rows[0].model_copy(update={"note": both("bara förnamn", "")}),),
        purposes=(Purpose(text="Ge råd"),),
    )
    (item,) = section(activity, "purposes", "en").blocks[0].items
    assert (item.text.text, item.text.lang) == ("Ge råd", "sv")
    said = [x.text for x in section(activity, "data", "en").blocks[1].items]
    assert [(x.text, x.lang) for x in said] == [("Namn", "en"), ("Namn: bara förnamn", "sv")]


# --- readability ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [financial_assistance, labour_market])
def test_the_notice_is_easy_to_read(make: Any) -> None:
    assert read(texts_of(compose(make(), "sv"))).lix < 45


def test_the_explanations_of_the_law_are_easy_to_read() -> None:
    bases = tuple(PurposeBasis(basis=basis) for basis in LegalBasis)
    conditions = tuple(SpecialCategoryBasis(condition=condition) for condition in SpecialCategoryCondition)
    activity = bare_activity(legal_bases=bases, special_category_bases=conditions)
    for code in ("legal-basis", "data", "rights", "recipients"):
        assert read(lines(section(activity, code).blocks)).lix < 45
