"""The duty to provide data, automated decisions, impact assessments and classification."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa.inputs.understanding import risk, risk_classification, risk_dpia
from tests.inputs.told import kept, told

TOPICS = risk.TOPICS | risk_dpia.TOPICS | risk_classification.TOPICS


@pytest.mark.parametrize(
    ("text", "duty", "consequences"),
    [
        ("Lagkrav", "statutory", ""),
        ("Du är skyldig att lämna uppgifterna enligt 7 § räntelagen", "statutory", ""),
        ("Ett avtalsenligt krav", "contractual", ""),
        ("Frivilligt.", "voluntary", ""),
        ("Nej, det är frivilligt", "voluntary", ""),
        ("Du behöver lämna uppgifterna för att få ett kort.", "condition", ""),
        ("Lovpålagt. Ellers får du ikke plass.", "statutory", "Ellers får du ikke plass."),
        ("Voluntary. Without the data we cannot answer.", "voluntary", "Without the data we cannot answer."),
        ("Utan uppgifterna kan vi inte betala ut bidraget", None, "Utan uppgifterna kan vi inte betala ut bidraget"),
        ("Ja", None, ""),
        ("Nej", None, ""),
        ("Inte lagstadgat", None, ""),
        ("Du behöver inte lämna dem.", "voluntary", ""),
        (
            "Ingen skyldighet i lag finns, men då kan ansökan avvisas.",
            "condition",
            "Ingen skyldighet i lag finns, men då kan ansökan avvisas.",
        ),
        ("Lagstadgat eller avtalsenligt", None, ""),
        ("Är det frivilligt?", None, ""),
    ],
)
def test_duty(text: str, duty: str | None, consequences: str) -> None:
    activity, left = told(risk.duty, text, "Skyldighet att lämna uppgifter")
    assert (activity.duty_to_provide, activity.duty_consequences.sv) == (duty, consequences)
    assert left == ([] if duty or consequences else [text])


@pytest.mark.parametrize(
    "text",
    [
        "Nej",
        "Ej aktuellt",
        "Inga automatiserade beslut fattas",
        "Beslut fattas inte automatiskt",
        "Profilering: nej",
        "Nej, handläggaren beslutar",
        "No automated decisions are made",
        "Der foretages ikke profilering",
        "Det treffes ingen automatiserte avgjørelser",
    ],
)
def test_nothing_is_automated(text: str) -> None:
    activity, left = told(risk.automation, text, "Automatiserade beslut och profilering")
    assert (activity.automation, activity.automated_decisions, left) == ("never", (), [])


def test_what_is_automated_and_how() -> None:
    text = "Beslut om parkeringstillstånd fattas automatiskt. Det bygger på folkbokföringen. Beslutet innebär att avgiften sänks. Du kan begära att en handläggare prövar det."
    activity, left = told(risk.automation, text, "Automatiserade beslut")
    (row,) = activity.automated_decisions
    assert (activity.automation, row.kind, left) == ("occurs", "decision", [])
    assert row.what.sv == "Beslut om parkeringstillstånd fattas automatiskt."
    assert row.logic.sv == "Det bygger på folkbokföringen."
    assert row.consequences.sv == "Beslutet innebär att avgiften sänks."
    assert row.review.sv == "Du kan begära att en handläggare prövar det."


def test_one_kind_may_be_denied_and_the_other_not() -> None:
    activity, _ = told(risk.automation, "Inga automatiserade beslut fattas men profilering sker", "")
    assert (activity.automation, [x.kind for x in activity.automated_decisions]) == ("occurs", ["profiling"])


@pytest.mark.parametrize("text", ["Kan bli aktuellt", "Automatiserade beslut planeras", "Sker profilering?", "Utreds"])
def test_what_may_come_is_left(text: str) -> None:
    activity, left = told(risk.automation, text, "Automatiserade beslut")
    assert (activity.automation, activity.automated_decisions, left) == (None, (), [text])


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        ("Ja", "Är konsekvensbedömningen genomförd?", "done"),
        ("2022-05-30", "Konsekvensbedömning gjord", "done"),
        ("Klar", "DPIA", "done"),
        ("Ja, dnr KS 2021/3", "DPIA", "done"),
        ("Inte gjord men krävs", "DPIA", "not-started"),
        ("Utført", "DPIA", "done"),
        ("Pågår", "DPIA", "started"),
        ("Ska göras innan systemet införs", "DPIA", "not-started"),
        ("Not required", "DPIA", "not-needed"),
        ("Nej", "Krävs konsekvensbedömning?", "not-needed"),
        ("Behövs ej", "DPIA", "not-needed"),
        ("Nej", "Är konsekvensbedömningen genomförd?", None),
        ("Ja", "Krävs konsekvensbedömning?", None),
        ("Inte gjord", "DPIA", None),
        ("Nej", "DPIA", None),
        ("Är den klar?", "DPIA", None),
    ],
)
def test_how_far_the_assessment_has_come(text: str, label: str, status: str | None) -> None:
    activity, left = told(risk_dpia.dpia, text, label)
    assert (activity.dpia_status, left) == (status, [] if status else [text])


def test_what_is_told_of_the_assessment() -> None:
    activity, left = told(risk_dpia.dpia, "Genomförd 3 maj 2023, dnr BUN 2023/77", "DPIA")
    assert (activity.dpia_date, activity.dpia_reference, left) == (date(2023, 5, 3), "BUN 2023/77", [])
    activity, _ = told(risk_dpia.dpia, "Behövs inte: få personer berörs", "DPIA")
    assert activity.dpia_justification.sv == "få personer berörs"
    activity, _ = told(risk_dpia.dpia, "Stor skala, sårbara personer", "Kriterier som är uppfyllda")
    assert activity.dpia_criteria == ("k5", "k7")
    activity, left = told(risk_dpia.dpia, "Stor skala", "DPIA")
    assert (activity.dpia_criteria, left) == ((), ["Stor skala"])


@pytest.mark.parametrize(
    ("text", "label", "levels", "left"),
    [
        ("K3 R2 T1", "Klassning", "321-", []),
        ("K:2, R:2, T:1, S:0", "", "2210", []),
        ("Konfidentialitet 4; riktighet: nivå 3", "", "43--", []),
        ("2-3-1", "K/R/T", "231-", []),
        ("3", "Tillgänglighet", "--3-", []),
        ("2", "Klassning: R", "-2--", []),
        ("1", "T-värde", "--1-", []),
        ("1", "Klassning", "----", ["1"]),
        ("C2 I3 A1", "", "231-", []),
        ("Fortrolighed 1, tilgængelighed 2", "", "1-2-", []),
        ("3-2-1", "Klassning", "----", ["3-2-1"]),
        ("Hög", "Konfidentialitet", "----", ["Hög"]),
        ("K7 R2", "", "-2--", ["K7"]),
        ("K2 K3", "", "2---", ["K3"]),
    ],
)
def test_classification(text: str, label: str, levels: str, left: list[str]) -> None:
    activity, rest = told(risk_classification.classification, text, label)
    found = (activity.confidentiality, activity.integrity, activity.availability, activity.traceability)
    assert ("".join(x.value if x else "-" for x in found), rest) == (levels, left)


WORDS = "Ja Nej inte lagstadgat frivilligt automatiserade beslut profilering genomförd behövs 2023-01-02 K2 R3 . , ? kan annars"


@given(
    st.sampled_from(sorted(TOPICS, key=str)),
    st.lists(st.sampled_from([*WORDS.split(" "), "\n"]), max_size=16).map(" ".join),
)
def test_every_word_is_kept(topic, text: str) -> None:
    activity, left = told(TOPICS[topic], text, "Bedömning")
    assert sorted(set(re.findall(r"\w+", text)) - set(re.findall(r"\w+", kept(activity, left)))) == []
