"""Sentences from retention rules: what seed documents say, and what a rule leaves open."""

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from ropa.record import LegalProvision, RetentionRule, RetentionTrigger, Said, Withheld
from ropa.retention import Duration, parse_period, sentence, sentences, spoken_period
from ropa.vocabulary import Medium, PeriodEnd, RetentionAction, RetentionStage, Selection
from tests.worlds import (
    INTERVENTION_ENDED,
    LAST_ENTRY,
    OLD_SOCIAL_SERVICES_ACT,
    PLAN,
    advice_only,
    bare_activity,
    both,
    financial_assistance,
    key,
    labour_market,
    term,
)


def said(language: str = "sv", **fields: Any) -> str:
    rule = RetentionRule(key=key("rule"), **fields)
    return sentence(rule, bare_activity(retention_rules=(rule,)), language).text


SEED_001 = {
    "sv": (
        "Handlingar om personer som är födda den 5, 15 eller 25 i månaden bevaras som regel för alltid, för att forskare "
        "ska kunna använda dem. Stöd i lag: Socialtjänstlagen (2001:453), 12 kap. 1–2 §§ (gäller inte längre).",
        "Handlingar om personer som är födda andra dagar förstörs (gallras) som regel fem år efter att den sista "
        "anteckningen gjordes i akten.",
        "Vissa handlingar förstörs när uppgifterna inte längre behövs.",
        "Diarieförda handlingar bevaras som regel för alltid.",
        "Handlingar som ska bevaras (på papper) bevaras för alltid. Regeln finns i ”Hanteringsanvisning för Socialnämnden "
        "i Järfälla kommun”.",
        "Handlingar i digital form förstörs. Det är inte angivet när det sker. Regeln finns i ”Hanteringsanvisning för "
        "Socialnämnden i Järfälla kommun”.",
    ),
    "en": (
        "Documents about persons who were born on day 5, 15 or 25 of the month will as a rule be kept for ever, so that "
        "researchers can use them. Legal support: Social Services Act (2001:453), 12 kap. 1–2 §§ (no longer in force).",
        "Documents about persons who were born on other days will as a rule be destroyed (disposed of) five years after "
        "the last entry was made in the file.",
        "Some documents will be destroyed when the data are no longer needed.",
        "Registered documents will as a rule be kept for ever.",
        "Documents that are to be preserved (on paper) will be kept for ever. The rule is found in “Records guide of the "
        "Social Services Board”.",
        "Documents in digital form will be destroyed. It is not stated when this happens. The rule is found in “Records "
        "guide of the Social Services Board”.",
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_seed_001_reads_as_plain_sentences(language: str) -> None:
    assert tuple(x.text for x in sentences(financial_assistance(), language)) == SEED_001[language]
    assert {x.lang for x in sentences(financial_assistance(), language)} == {language}


def test_two_years_after_the_end_of_the_measure() -> None:
    (text,) = sentences(labour_market(), "sv")
    assert text.text == "Handlingar förstörs (gallras) två år efter att insatsen avslutades."


def test_advice_alone_gives_no_period() -> None:
    (text,) = sentences(advice_only(), "sv")
    assert (
        text.text == "Handlingar förstörs (gallras). Registret hänvisar bara till Gallringsråd 5 och anger ingen tid."
    )


@pytest.mark.parametrize(
    ("period", "sv", "en"),
    [
        ("P1Y", "ett år", "one year"),
        ("P5Y", "fem år", "five years"),
        ("P12M", "tolv månader", "twelve months"),
        ("P13M", "13 månader", "13 months"),
        ("P18M", "18 månader", "18 months"),
        ("P90D", "90 dagar", "90 days"),
        ("P1W", "en vecka", "one week"),
        ("P1Y6M", "ett år och sex månader", "one year and six months"),
        ("P2Y1M1W1D", "två år, en månad, en vecka och en dag", "two years, one month, one week and one day"),
        ("P0Y3D", "tre dagar", "three days"),
    ],
)
def test_periods_are_said_in_words(period: str, sv: str, en: str) -> None:
    for language, words in (("sv", sv), ("en", en)):
        with override(language):
            assert spoken_period(period) == words
        after = {"sv": f"{sv} efter att den sista", "en": f"{en} after the last"}[language]
        assert after in said(language, action=RetentionAction.DISPOSE, period=period, trigger=LAST_ENTRY)


def test_a_period_is_taken_apart_for_dates() -> None:
    assert parse_period("P1Y2M3W4D") == Duration(1, 2, 3, 4)
    assert parse_period("") == Duration()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Handlingar: det är inte angivet vad som händer eller när det sker."),
        ({"action": RetentionAction.DISPOSE}, "Handlingar förstörs (gallras). Det är inte angivet när det sker."),
        (
            {"period": "P3Y", "action": RetentionAction.DISPOSE},
            "Handlingar förstörs (gallras) efter tre år. Det är inte angivet vad tiden räknas från.",
        ),
        (
            {"period": "P3Y", "trigger": INTERVENTION_ENDED},
            "Handlingar: det är inte angivet vad som händer tre år efter att insatsen avslutades.",
        ),
        (
            {"period": "P0D", "trigger": INTERVENTION_ENDED, "action": RetentionAction.DISPOSE},
            "Handlingar förstörs (gallras) när insatsen har avslutats.",
        ),
        (
            {"period": "P0D", "action": RetentionAction.DISPOSE},
            "Handlingar förstörs (gallras) genast. Det är inte angivet vad tiden räknas från.",
        ),
        (
            {"period": "P10Y", "action": RetentionAction.PRESERVE, "trigger": INTERVENTION_ENDED},
            "Handlingar bevaras för alltid. Det gäller tio år efter att insatsen avslutades.",
        ),
        (
            {"period": "P1Y", "action": RetentionAction.DELIVER, "trigger": INTERVENTION_ENDED, "as_a_rule": True},
            "Handlingar lämnas som regel till kommunarkivet ett år efter att insatsen avslutades.",
        ),
        (
            {"action": RetentionAction.HAND_OVER, "trigger": INTERVENTION_ENDED},
            "Handlingar lämnas till den nämnd som beslutar när insatsen har avslutats.",
        ),
        (
            {"action": RetentionAction.ANONYMISE, "trigger": INTERVENTION_ENDED},
            "Handlingar avidentifieras när insatsen har avslutats, så att ingen kan se vem de handlar om.",
        ),
        (
            {"action": RetentionAction.ASSESS, "period_end": PeriodEnd.CALENDAR_YEAR},
            "Handlingar bedöms från fall till fall, vid slutet av det kalenderåret. "
            "Det är inte angivet vad tiden räknas från.",
        ),
        (
            {
                "action": RetentionAction.DISPOSE,
                "period": "P5Y",
                "trigger": LAST_ENTRY,
                "period_end": PeriodEnd.NEXT_CALENDAR_YEAR,
            },
            "Handlingar förstörs (gallras) fem år efter att den sista anteckningen gjordes i akten, senast under "
            "kalenderåret därefter.",
        ),
        (
            {"action": RetentionAction.DISPOSE, "selection": Selection.OTHER, "trigger": LAST_ENTRY},
            "Handlingar om personer i ett urval som inte är beskrivet förstörs (gallras) när den sista anteckningen har "
            "gjorts i akten.",
        ),
        (
            {"action": RetentionAction.PRESERVE, "selection": Selection.ALL},
            "Handlingar om alla personer bevaras för alltid.",
        ),
        (
            {"action": RetentionAction.PRESERVE, "selection": Selection.OTHER_BIRTH_DAYS, "birth_days": (5, 15, 25)},
            "Handlingar om personer som är födda andra dagar än den 5, 15 och 25 i månaden bevaras för alltid.",
        ),
        (
            {"action": RetentionAction.PRESERVE, "medium": Medium.PAPER, "stage": RetentionStage.ARCHIVE_AUTHORITY},
            "Handlingar på papper bevaras för alltid. Det gäller medan de finns hos arkivmyndigheten.",
        ),
        (
            {
                "action": RetentionAction.PRESERVE,
                "plan": "Plan för arkiv",
                "plan_section": "6.1",
                "decision_body": "Socialnämnden",
                "decision_date": date(2024, 3, 1),
                "advice": "Gallringsråd 5",
            },
            "Handlingar bevaras för alltid. Regeln finns i ”Plan för arkiv”, avsnitt 6.1. Socialnämnden beslutade detta "
            "den 2024-03-01. Registret hänvisar till Gallringsråd 5.",
        ),
        (
            {"action": RetentionAction.PRESERVE, "condition": "Om ärendet gäller barn.", "exception": "utom kopior"},
            "Handlingar bevaras för alltid, om ärendet gäller barn, utom kopior.",
        ),
        (
            {"action": RetentionAction.PRESERVE, "condition": "Ärendet gäller barn", "exception": "Kopior."},
            "Handlingar bevaras för alltid. Villkor: Ärendet gäller barn. Undantag: Kopior.",
        ),
        (
            {"action": RetentionAction.PRESERVE, "condition": "om det går", "reason": "eftersom lagen kräver det"},
            "Handlingar bevaras för alltid, om det går. Skäl: eftersom lagen kräver det.",
        ),
    ],
)
def test_what_a_rule_says_and_leaves_open(fields: dict[str, Any], expected: str) -> None:
    assert said(**fields) == expected


def test_an_own_trigger_without_phrases_is_named() -> None:
    own = term(RetentionTrigger, "own-1", "Slutbesiktning", "Final inspection")
    rule = {"action": RetentionAction.DISPOSE, "trigger": own}
    assert said(**rule) == "Handlingar förstörs (gallras) vid slutbesiktning."
    assert said(**rule, period="P1Y") == "Handlingar förstörs (gallras) ett år räknat från slutbesiktning."


def test_rows_that_a_rule_names_are_said() -> None:
    activity = financial_assistance()
    rule = RetentionRule(
        documents="Akter",
        personal_data=(key("namn"), key("personnummer")),
        data_subjects=(key("household"),),
        carriers=(key("procapita"),),
        action=RetentionAction.PRESERVE,
    )
    expected = "Akter (i Procapita) med personuppgifter (namn, personnummer) om personer (alla i hushållet) bevaras för alltid."
    assert sentence(rule, activity, "sv").text == expected


def test_a_missing_translation_makes_only_its_own_sentence_swedish() -> None:
    rule = RetentionRule(key=key("rule"), action=RetentionAction.PRESERVE, reason="för att forskare ska kunna läsa dem")
    activity = bare_activity(retention_rules=(rule,))
    assert sentences(activity, "en") == (
        Said(text="Documents will be kept for ever.", lang="en"),
        Said(text="Skäl: för att forskare ska kunna läsa dem.", lang="sv"),
    )
    whole = Said(text="Handlingar bevaras för alltid, för att forskare ska kunna läsa dem.", lang="sv")
    assert sentence(rule, activity, "en") == whole


def test_no_sentence_mixes_languages() -> None:
    rule = RetentionRule(documents="Ansökningar", action=RetentionAction.DISPOSE, period="P2Y", trigger=LAST_ENTRY)
    (text,) = sentences(bare_activity(retention_rules=(rule,)), "en")
    assert text.lang == "sv"
    assert text.text == "Ansökningar förstörs (gallras) två år efter att den sista anteckningen gjordes i akten."


def test_the_archives_own_words_are_explained_once() -> None:
    rules = tuple(RetentionRule(action=RetentionAction.DISPOSE, trigger=LAST_ENTRY) for _ in range(3))
    texts = sentences(bare_activity(retention_rules=rules), "sv")
    assert ["gallras" in x.text for x in texts] == [True, False, False]


def test_what_all_rules_rest_on_is_said_once() -> None:
    support = {"plan": PLAN, "plan_section": "3", "decision_body": "Socialnämnden", "decision_date": date(2024, 3, 1)}
    rules = tuple(RetentionRule(action=x, **support) for x in (RetentionAction.PRESERVE, RetentionAction.ASSESS))
    plan = "”Hanteringsanvisning för Socialnämnden i Järfälla kommun”, avsnitt 3."
    assert [x.text for x in sentences(bare_activity(retention_rules=rules), "sv")] == [
        "Handlingar bevaras för alltid.",
        "Handlingar bedöms från fall till fall. Det är inte angivet när det sker.",
        f"Alla de här reglerna finns i {plan} Socialnämnden beslutade alla de här reglerna den 2024-03-01.",
    ]
    other = RetentionRule(action=RetentionAction.DISPOSE)
    apart = [x.text for x in sentences(bare_activity(retention_rules=(*rules, other)), "sv")]
    assert sum("Regeln finns i" in x for x in apart) == 2
    assert sum("Socialnämnden beslutade detta" in x for x in apart) == 2
    assert "Alla de här" not in "".join(apart)


def test_a_form_that_the_documents_name_is_not_repeated() -> None:
    assert said(documents="Digitala kopior", medium=Medium.DIGITAL, action=RetentionAction.PRESERVE) == (
        "Digitala kopior bevaras för alltid."
    )


def test_support_and_withheld_parts_are_said() -> None:
    rule = RetentionRule(key=key("rule"), action=RetentionAction.PRESERVE)
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="12 kap. 1 §", about=rule.key)
    hidden = Withheld(about=rule.key, field="plan", reason=both("planen är hemlig", "the plan is secret"))
    activity = bare_activity(retention_rules=(rule,), provisions=(act,), withheld=(hidden,))
    text = sentence(rule, activity, "sv").text
    assert "Socialtjänstlagen (2001:453), 12 kap. 1 §" in text
    assert "Uppgiften visas inte: planen är hemlig." in text
