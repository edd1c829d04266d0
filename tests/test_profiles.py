"""The table: eight rows, every published fact in one of them, in one language each."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from ropa.notice import compose
from ropa.profiles import ActivityTable, TableRow, table
from ropa.record import (
    Audience,
    LegalProvision,
    NoticeText,
    PersonalData,
    ProcessingActivity,
    RetentionTrigger,
    Term,
    Text,
    Value,
    Withheld,
    view,
)
from ropa.vocabulary import LegalBasis, Occurrence, Statement, SystemRole
from tests.filled import full_activity
from tests.strategies import activities
from tests.worlds import (
    OLD_SOCIAL_SERVICES_ACT,
    advice_only,
    bare_activity,
    both,
    financial_assistance,
    labour_market,
)


def row(activity: ProcessingActivity, code: str, language: str = "sv") -> TableRow:
    return next(x for x in table(activity, language).rows if x.code == code)


def lines(found: TableRow) -> list[str]:
    return [said.text for block in found.blocks for said in (block.text, *(x.text for x in block.items)) if said]


def text(activity: ProcessingActivity, code: str, language: str = "sv") -> str:
    return "\n".join(lines(row(activity, code, language)))


SEED_001 = {
    "legal-basis": (("Som myndighet behöver vi uppgifterna", "As an authority we need the data"),),
    "purposes": (
        ("Handlägga ärenden, ge förhandsbedömningar", "Handle cases, give preliminary assessments"),
        ("Utvärdera insatser", "Evaluate support"),
    ),
    "data-subjects": (("Alla i hushållet", "All members of the household"),),
    "personal-data": (
        ("Namn", "Name"),
        ("Adressuppgifter", "Address"),
        ("Telefonnummer", "Telephone number"),
        ("E-postadresser", "E-mail addresses"),
        ("Personnummer", "Personal identity number"),
        ("Arbetsförhållanden", "Employment"),
        ("Civilstånd", "Marital status"),
        ("Kontonummer", "Bank account number"),
        ("Bostadsförhållande", "Housing"),
        ("Hälsotillstånd: bara om det är relevant", "Health: only if it is relevant"),
    ),
    "recipients": (
        (
            "Försäkringskassan: kan förekomma; om det finns stöd i lag",
            "Swedish Social Insurance Agency: may occur; if an act",
        ),
        ("Skatteverket", "Swedish Tax Agency"),
        ("Kronofogdemyndigheten", "Swedish Enforcement Authority"),
        ("Polismyndigheten", "Swedish Police Authority"),
        ("Pensionsmyndigheten", "Swedish Pensions Agency"),
        ("Transportstyrelsen", "Swedish Transport Agency"),
        ("Socialstyrelsen", "National Board of Health and Welfare"),
        ("Inspektionen för vård och omsorg", "Health and Social Care Inspectorate"),
        ("Andra förvaltningar", "Other departments"),
        ("Företag som levererar datasystem", "Companies that supply computer systems"),
        ("Personal i just ditt ärende: bara om de arbetar med ärendet", "Staff working on your case: only if"),
        ("aldrig ut ur EU/EES", "never taken outside the EU/EEA"),
        ("Till exempel:", "For example:"),
    ),
    "retention": (
        ("den 5, 15 eller 25 i månaden bevaras", "on day 5, 15 or 25 of the month"),
        ("fem år efter att den sista anteckningen", "five years after the last entry"),
        ("12 kap. 1–2 §§", "12 kap. 1–2 §§"),
        ("när uppgifterna inte längre behövs", "when the data are no longer needed"),
        ("Diarieförda handlingar bevaras", "Registered documents will as a rule be kept"),
        ("på papper", "on paper"),
        ("Handlingar i digital form förstörs", "Documents in digital form will be destroyed"),
        ("Hanteringsanvisning för Socialnämnden", "Records guide of the Social Services Board"),
    ),
    "carriers": (
        ("Procapita", "Procapita"),
        ("Fysisk akt", "Physical file"),
        ("en spegling av den digitala akten", "a mirror of the digital file"),
        ("Platina", "Platina"),
        ("handlingar som diarieförs", "documents that are registered"),
    ),
}


@pytest.mark.parametrize(("code", "sv", "en"), [(code, sv, en) for code, facts in SEED_001.items() for sv, en in facts])
def test_seed_001_keeps_every_fact_in_its_row(code: str, sv: str, en: str) -> None:
    activity = view(financial_assistance(), Audience.PUBLIC)
    assert sv in text(activity, code, "sv")
    assert en in text(activity, code, "en")


def test_the_eight_headings_of_seed_000() -> None:
    assert [(x.code, x.heading) for x in table(labour_market(), "sv").rows] == [
        ("legal-basis", "Laglighet"),
        ("purposes", "Ändamål"),
        ("data-subjects", "Kategori registrerad"),
        ("personal-data", "Personuppgifter"),
        ("sources", "Hämtas från"),
        ("recipients", "Skickas till"),
        ("retention", "Gallras"),
        ("carriers", "Informationsbärare"),
    ]
    assert [x.heading for x in table(labour_market(), "en").rows] == [
        "Lawfulness", "Purposes", "Data subjects", "Personal data", "Collected from", "Sent to", "Disposal",
        "Information carriers",
    ]  # fmt: skip


def test_seed_000_in_eight_rows() -> None:
    activity = labour_market()
    with override("sv"):
        assert text(activity, "legal-basis").splitlines() == [
            LegalBasis.CONSENT.text, LegalBasis.OFFICIAL_AUTHORITY.text,
        ]  # fmt: skip
    assert text(activity, "purposes") == "Handlägga arbetsmarknadsåtgärder"
    assert text(activity, "sources") == "Den enskilde"
    assert text(activity, "recipients") == "Remitterande myndighet"
    assert text(activity, "retention") == "Handlingar förstörs (gallras) två år efter att insatsen avslutades."
    assert text(activity, "carriers") == "Invid"
    assert "bara till Gallringsråd 5" in text(advice_only(), "retention")
    result = table(activity, "sv")
    assert (result.key, result.slug, result.name.text) == (activity.key, "arbetsmarknad", activity.name.sv)


def test_rows_that_say_nothing_say_so() -> None:
    for language, words in (("sv", "Inte angivet"), ("en", "Not stated")):
        rows = table(bare_activity(), language).rows
        assert [(x.stated, lines(x)) for x in rows] == [(False, [words])] * 8


def test_a_statement_beside_does_not_make_a_row_stated() -> None:
    found = row(bare_activity(third_country=Statement.NEVER), "recipients")
    assert not found.stated
    assert lines(found) == ["Inte angivet", "Dina uppgifter förs aldrig ut ur EU/EES."]
    assert row(bare_activity(disclosure=Statement.NEVER), "recipients").stated


def test_that_data_are_disclosed_is_said_only_where_no_recipient_says_it() -> None:
    """The words "Lämnas ut." below a list of recipients is a fragment that tells nothing."""
    listed = financial_assistance().recipients
    assert listed
    said = {}
    for statement in Statement.NEVER, Statement.OCCURS:
        for rows in (), listed:
            shown = text(bare_activity(disclosure=statement, recipients=rows), "recipients")
            said[statement, bool(rows)] = [w for w in ("Lämnas ut.", "Lämnas inte ut.") if w in shown]
    assert said == {
        (Statement.NEVER, False): ["Lämnas inte ut."],
        (Statement.NEVER, True): ["Lämnas inte ut."],
        (Statement.OCCURS, False): ["Lämnas ut."],
        (Statement.OCCURS, True): [],
    }


def test_a_withheld_row_is_not_unstated() -> None:
    marker = Withheld(field="recipients", reason=both("sekretess gäller", "secrecy applies"))
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="26 kap. 1 §", about=marker.key)
    activity = view(financial_assistance(withheld=(marker,), provisions=(act,)), Audience.PUBLIC)
    found = row(activity, "recipients")
    assert found.stated
    assert lines(found)[:2] == [
        "Uppgiften visas inte: sekretess gäller.",
        "Socialtjänstlagen (2001:453), 26 kap. 1 § (gäller inte längre)",
    ]
    assert "Försäkringskassan" not in "\n".join(lines(found))


def test_carriers_tell_role_and_medium() -> None:
    with override("sv"):
        role = SystemRole.CASE_SYSTEM.text
    assert (
        lines(row(financial_assistance(), "carriers"))[1]
        .casefold()
        .startswith(f"procapita: {role}; digital".casefold())
    )


def test_what_never_occurs_is_marked() -> None:
    health = financial_assistance().personal_data[-1]
    never = PersonalData(category=health.category, occurrence=Occurrence.NEVER)
    assert "Hälsotillstånd: aldrig" in text(bare_activity(personal_data=(never,)), "personal-data")


def test_links_lead_to_the_acts() -> None:
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="1 §")
    (block,) = row(bare_activity(provisions=(act,)), "legal-basis").blocks
    assert [x.href for x in block.items] == ["https://rkrattsbaser.gov.se/sfst?bet=2001:453"]


def test_acts_of_rows_that_no_table_shows_are_kept() -> None:
    text_ = NoticeText(text="Läs mer")
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="2 §", about=text_.key)
    assert "Socialtjänstlagen (2001:453), 2 §" in text(
        bare_activity(notice_texts=(text_,), provisions=(act,)), "legal-basis"
    )


@given(activities(), st.sampled_from(["sv", "en", "fi"]))
def test_a_frozen_table_is_read_back_as_it_was(activity: ProcessingActivity, language: str) -> None:
    made = table(view(activity, Audience.PUBLIC), language)
    assert ActivityTable.model_validate(made.model_dump(mode="json")) == made
    assert len(made.rows) == 8
    assert all(x.blocks for x in made.rows)


# --- every published fact, whatever it is -----------------------------------------------------------------------------

ELSEWHERE = {
    *("key", "slug", "reference", "name", "summary", "sector", "tags", "reviewed_on", "responsible_role"),
    *("organisation", "controller", "dpo", "unit", "contact", "notice_texts", "withheld"),
}
"""What stands around a table: its name, who answers, and texts written for the notice."""

NO_WORDS = {"code", "iri", "sfs", "after", "when", "url", "period", "country"}
"""Fields of rows that are told in other words, or are no words."""


def facts(value: Any) -> Iterator[str | tuple[str, ...]]:
    """Yield every word of a record in Swedish, the places where it stands skipped.

    A trigger is told by its label, or by the phrase that suits the sentence: they come together.
    """
    if isinstance(value, Text):
        yield value.sv
    elif isinstance(value, RetentionTrigger):
        yield (value.said("sv").text, *(words["sv"] for words in (value.after, value.when) if "sv" in words))
    elif isinstance(value, Term):
        yield value.said("sv").text
    elif isinstance(value, Value):
        for name in set(type(value).model_fields) - NO_WORDS:
            yield from facts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from facts(item)
    elif type(value) is str:
        yield value


def plain(words: str) -> str:
    return " ".join(words.casefold().replace(".", " ").split())


def missing(public: ProcessingActivity, told: str) -> list[str]:
    """Return the words of the record that are not told, with the field they stand in."""
    words = plain(told)
    names = sorted(set(type(public).model_fields) - ELSEWHERE)
    return [f"{name}: {fact}" for name in names for fact in facts(getattr(public, name)) if not told_in(words, fact)]


def told_in(words: str, fact: str | tuple[str, ...]) -> bool:
    return any(plain(said) in words for said in ((fact,) if isinstance(fact, str) else fact))


def test_every_published_word_stands_in_a_row() -> None:
    public = view(full_activity(), Audience.PUBLIC)
    told = "\n".join(line for x in table(public, "sv").rows for line in lines(x))
    assert missing(public, told) == []


def test_every_published_word_stands_in_the_notice() -> None:
    public = view(full_activity(), Audience.PUBLIC)
    blocks = [block for x in compose(public, "sv").sections for block in x.blocks]
    told = "\n".join(said.text for b in blocks for said in (b.text, *(i.text for i in b.items)) if said)
    assert missing(public, told) == []
    assert plain(public.responsible_role.sv) in plain(told)
    assert all(plain(x.text.sv) in plain(told) for x in public.notice_texts)


@given(activities())
def test_no_published_word_is_lost_whatever_stands_beside_it(activity: ProcessingActivity) -> None:
    public = view(activity, Audience.PUBLIC)
    assert missing(public, "\n".join(line for x in table(public, "sv").rows for line in lines(x))) == []
