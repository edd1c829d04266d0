"""Legal bases, and the laws tied to them, from texts in five languages."""

import re
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa.inputs.making import Making
from ropa.inputs.passages import Passage
from ropa.inputs.understanding.bases import legal_bases
from ropa.inputs.understanding.bases_elsewhere import named_elsewhere
from ropa.vocabulary import LegalBasis
from tests.inputs.told import kept, knowledge, told


def bases(text: str, label: str = "Rättslig grund") -> list[str | None]:
    activity, _ = told(legal_bases, text, label)
    return [x.basis.value if x.basis else None for x in activity.legal_bases]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Samtycke", ["6.1.a"]),
        ("Vi ska fullgöra de skyldigheter som följer av jaktlagen", ["6.1.c"]),
        ("Vi ska uppfylla våra förpliktelser enligt avtalet", []),
        ("Jaktlagen Avtal", ["6.1.b"]),
        ("Myndighetsutövning Arrendeavtal", ["6.1.e-mu", "6.1.b"]),
        ("Rättslig förpl., jaktlagen", ["6.1.c"]),
        ("Mynd.utövning", ["6.1.e-mu"]),
        ("Intresseavv.", ["6.1.f"]),
        ("Uttryckligt samtycke", ["6.1.a"]),
        ("Kollektivavtal", []),
        ("Art. 6(1)(c)", ["6.1.c"]),
        ("artikel 6.1.a, b", ["6.1.a", "6.1.b"]),
        ("6 1 d) och f", ["6.1.d", "6.1.f"]),
        ("artikel 6 punkt 1 led c", ["6.1.c"]),
        ("Art 6b", ["6.1.b"]),
        ("6.1 e-mu", ["6.1.e-mu"]),
        ("Kommunen fullgör en rättslig förpliktelse (6.1.c)", ["6.1.c"]),
        ("6.1 e: biblioteket är en uppgift av allmänt intresse", ["6.1.e-ai"]),
        ("Uppgift av allmänt intresse eller led i myndighetsutövning (6.1 e)", ["6.1.e-ai", "6.1.e-mu"]),
        ("Avtal, samtycke", ["6.1.b", "6.1.a"]),
        ("- Intresseavvägning\n- Låneavtal", ["6.1.f", "6.1.b"]),
        ("Fullgörande av avtal med den som hyr", ["6.1.b"]),
        ("Skydda grundläggande intressen", ["6.1.d"]),
        ("Den personuppgiftsansvariges lagstadgade skyldighet", ["6.1.c"]),
        ("Behandlingen sker vid utövning av offentlig makt", ["6.1.e-mu"]),
        ("Opgave i samfundets interesse og myndighedsudøvelse", ["6.1.e-ai", "6.1.e-mu"]),
        ("Retlig forpligtelse, art. 6, stk. 1, litra c", ["6.1.c"]),
        ("Rettslig forpliktelse, artikkel 6 nr. 1 bokstav c; berettiget interesse", ["6.1.c", "6.1.f"]),
        ("Article 6(1)(c) and (f): legal obligation and legitimate interests", ["6.1.c", "6.1.f"]),
        ("Vital interests; performance of a contract", ["6.1.d", "6.1.b"]),
        ("Vi stöder oss inte på samtycke utan på allmänt intresse", ["6.1.e-ai"]),
        ("☒ Samtycke\n☐ Avtal\n☐ Myndighetsutövning", ["6.1.a"]),
        ("[ ] Samtycke [x] Avtal", ["6.1.b"]),
        ("Samtycke ☐ Avtal ☒", ["6.1.b"]),
        ("Samtycke: Nej\nAvtal: Ja", ["6.1.b"]),
        ("Samtycke behövs inte, eftersom det är myndighetsutövning", ["6.1.e-mu"]),
    ],
)
def test_what_a_text_claims(text: str, expected: list[str]) -> None:
    assert bases(text) == expected


@pytest.mark.parametrize("text", ["art. 9.2 a (uttryckligt samtycke)", "uttrykkelig samtykke, jf. art. 9 nr. 2 a"])
def test_explicit_consent_beside_its_article_is_no_second_basis(text: str) -> None:
    assert bases(f"Allmänt intresse, {text}") == ["6.1.e-ai"]


@pytest.mark.parametrize(
    "text", ["Uttryckligt samtycke till att föra in diabetes", "För hälsa krävs uttryckligt samtycke"]
)
def test_explicit_consent_to_special_categories_is_the_exception_of_article_9(text: str) -> None:
    activity, _ = told(legal_bases, f"Samtycke. {text}", "Rättslig grund")
    assert [row.condition for row in activity.special_category_bases] == ["9.2.a"]
    assert [row.basis for row in activity.legal_bases] == ["6.1.a"]


@pytest.mark.parametrize(
    "text",
    [
        "Behandlingen bygger inte på samtycke.",
        "Vi använder varken avtal eller intresseavvägning som grund",
        "Ej myndighetsutövning",
        "Uppgifter lämnas bara med samtycke till att sekretessen hävs",
        "Samtycke enligt 12 kap. 2 § OSL",
        "Är det allmänt intresse?",
        "The processing does not rely on consent",
        "Der er ikke tale om myndighedsudøvelse",
        "Hanteras enligt avtal med leverantören av systemet",
        "Personuppgiftsbiträdesavtal finns",
        "Kollektivavtal",
        "Nej",
        "Se avsnitt 6.1 a i handboken",
        "Utreds",
    ],
)
def test_what_is_denied_asked_or_something_else_sets_nothing_and_is_kept(text: str) -> None:
    activity, left = told(legal_bases, text)
    assert activity.legal_bases == ()
    assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", kept(activity, left)))


def test_point_e_alone_is_left_for_somebody_to_choose() -> None:
    activity, left = told(legal_bases, "6.1 c och e")
    assert [x.basis for x in activity.legal_bases] == [LegalBasis.LEGAL_OBLIGATION, None]
    assert left == ["6.1 c och e"]


@pytest.mark.parametrize("texts", [("Allmänt intresse\n(6.1 e)",), ("Allmänt intresse", "Art. 6.1 e")])
def test_point_e_is_settled_by_the_half_that_is_named_beside_it(texts: tuple[str, ...]) -> None:
    making = Making(UUID(int=1), "register.docx")
    left = [x for text in texts for x in legal_bases(Passage("Rättslig grund", text, "B2"), making, knowledge())]
    assert [x.basis for x in making.record().legal_bases] == [LegalBasis.PUBLIC_INTEREST]
    assert left == []


@pytest.mark.parametrize(
    ("text", "motivation"),
    [
        ("Avtal: bokningen är ett köp.", "bokningen är ett köp."),
        ("Allmänt intresse: vi ska enligt skollagen hålla öppet", "vi ska enligt skollagen hålla öppet"),
        ("Rättslig förpliktelse – fakturor ska sparas", "fakturor ska sparas"),
        ("Allmänt intresse. Kommunen ska erbjuda simskola.", "Kommunen ska erbjuda simskola."),
        (
            "Nämnden prövar ansökan som ett led i myndighetsutövning.",
            "Nämnden prövar ansökan som ett led i myndighetsutövning.",
        ),
        ("Myndighetsutövning, eftersom nämnden beslutar om tillstånd", "eftersom nämnden beslutar om tillstånd"),
        (
            "Skolan tar emot anmälningar om kränkningar. Det är en uppgift av allmänt intresse.",
            "Skolan tar emot anmälningar om kränkningar.",
        ),
        ("Samtycke. Om du inte samtycker kan du ringa i stället.", "Om du inte samtycker kan du ringa i stället."),
        ("Legal obligation because invoices are kept", "because invoices are kept"),
    ],
)
def test_what_explains_a_basis(text: str, motivation: str) -> None:
    activity, left = told(legal_bases, text)
    assert [x.motivation.sv for x in activity.legal_bases] == [motivation]
    assert left == []


def test_each_basis_has_its_own_explanation() -> None:
    activity, _ = told(legal_bases, "Avtal för kursen, samtycke för bilder på webben. För lön: rättslig förpliktelse")
    said = {x.basis: x.motivation.sv for x in activity.legal_bases}
    assert said[LegalBasis.CONTRACT] == "för kursen"
    assert said[LegalBasis.CONSENT] == "för bilder på webben."
    assert said[LegalBasis.LEGAL_OBLIGATION] == "För lön: rättslig förpliktelse"


def test_details_have_their_own_fields() -> None:
    text = "Samtycke. Det lämnas på en blankett. Du kan dra tillbaka det hos skolan. Avtal med hyresgästen. Berättigat intresse: att hindra klotter."
    consent, contract, interest = told(legal_bases, text)[0].legal_bases
    assert (consent.consent_given.sv, consent.consent_withdrawn.sv) == (
        "Det lämnas på en blankett.",
        "Du kan dra tillbaka det hos skolan.",
    )
    assert contract.contract_party.sv == "hyresgästen"
    assert interest.legitimate_interest.sv == "att hindra klotter."


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Rättslig förpliktelse enligt arkivlagen", ["6.1.c"]),
        ("Allmänt intresse (bibliotekslagen 2 §)", ["6.1.e-ai"]),
        ("Enligt alkohollagen är detta myndighetsutövning", ["6.1.e-mu"]),
        ("Avtal, kommunallagen", [None]),
        ("Allmänt intresse och myndighetsutövning enligt skollagen", [None]),
        ("Rättslig förpliktelse enligt arkivlagen och myndighetsutövning enligt PBL", ["6.1.c", "6.1.e-mu"]),
        ("Myndighetsutövning\nalkohollagen", [None]),
        ("9.2 g, 3 kap. 3 § dataskyddslagen", ["9.2.g"]),
        ("Räntelagen Inkassolagen Samtycke", [None, None]),
    ],
)
def test_a_law_supports_what_the_text_ties_it_to(text: str, tied: list[str | None]) -> None:
    activity, _ = told(legal_bases, text)
    rows = {x.key: x.basis.value for x in activity.legal_bases if x.basis}
    rows |= {x.key: x.condition.value for x in activity.special_category_bases if x.condition}
    assert [rows.get(x.about) for x in activity.provisions] == tied


def test_a_law_that_is_denied_is_none() -> None:
    activity, left = told(legal_bases, "Behandlas inte enligt skollagen")
    assert (activity.provisions, left) == ((), ["Behandlas inte enligt skollagen"])


def test_a_law_without_basis_keeps_what_is_said_of_it() -> None:
    activity, _ = told(legal_bases, "Arkivlagen 10 §: gallring av handlingar", "Lagstöd")
    assert [(x.pinpoint, x.note.sv) for x in activity.provisions] == [("10 §", "gallring av handlingar")]


@pytest.mark.parametrize(("label", "expected"), [("Samtycke?", ["6.1.a"]), ("Rättslig grund", [])])
def test_a_bare_yes_means_what_its_label_asks(label: str, expected: list[str]) -> None:
    assert bases("Ja", label) == expected


WORDS = "samtycke inte allmänt intresse skollagen 6.1 e c och , . ; ( ) avtal 9 kap. 2 § OSL Ja Nej ? \n utan myndighetsutövning elever enligt"


@given(st.lists(st.sampled_from([*WORDS.split(" "), "\n"]), max_size=25).map(" ".join))
def test_every_word_is_kept_and_no_basis_comes_from_nowhere(text: str) -> None:
    activity, left = told(legal_bases, text)
    assert sorted(set(re.findall(r"\w+", text)) - set(re.findall(r"\w+", kept(activity, left)))) == []
    cue = {"6.1.a": "samtycke", "6.1.b": "avtal", "6.1.c": "6.1", "6.1.e-ai": "intresse", "6.1.e-mu": "myndighet"}
    for row in activity.legal_bases:
        code = row.basis.value if row.basis else "6.1.c"
        assert cue[code] in text or (code == "6.1.a" and "6.1" in text)
    assert not activity.provisions or "skollagen" in text or "OSL" in text


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    told(legal_bases, text, text[:40])


@pytest.mark.parametrize(
    ("text", "codes", "laws"),
    [
        ("Namn, hälsa (art. 9.2 h), kontonummer", ["9.2.h"], []),
        ("Pröva ansökningar enligt 8 kap. alkohollagen (6.1 e-mu)", ["6.1.e-mu"], ["8 kap."]),
        ("Utföra uppgifter av allmänt intresse med samtycke", [], []),
        ("Gäller inte enligt skollagen", [], []),
    ],
)
def test_articles_and_laws_count_under_other_labels_and_words_alone_do_not(
    text: str, codes: list[str], laws: list[str]
) -> None:
    def read(*known: Any) -> list[str]:
        named_elsewhere(*known)
        return []

    activity, _ = told(read, text, "Ändamål")
    claimed = [x.basis for x in activity.legal_bases] + [x.condition for x in activity.special_category_bases]
    assert [x.value for x in claimed if x] == codes
    assert [x.pinpoint for x in activity.provisions] == laws
