"""Transfers to third countries, and that there are none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa.inputs.understanding.synonyms import setting
from ropa.inputs.understanding.transfers import transfers
from ropa.vocabulary import TransferMechanism
from tests.inputs.told import kept, told

LABEL = "Överförs uppgifter till tredje land?"


@pytest.mark.parametrize(
    "text",
    [
        "Nej",
        "nei.",
        "Sker ej",
        "Uppgifterna lämnar aldrig EU/EES",
        "Vi överför inga uppgifter utanför EU",
        "Nej, servrarna står i Norrland",
        "Uppgifterna stannar inom EU/EES",
        "Behandlas enbart i Sverige",
        "Der sker ingen overførsel til tredjelande",
        "Opplysninger overføres ikke til land utenfor EU/EØS",
        "Personal data are never transferred outside the EEA",
        "Överföring till tredjeland: nej",
        "Ingenting lämnar EU eller EES",
        "No photos leave the EU",
    ],
)
def test_it_is_said_that_nothing_leaves(text: str) -> None:
    activity, _ = told(transfers, text, LABEL)
    assert (activity.third_country, activity.transfers) == ("never", ())


@pytest.mark.parametrize(
    "text",
    [
        "Kan förekomma",
        "Som regel överförs inget utanför EU",
        "Överförs inte till tredje land utom vid support",
        "Det kan inte uteslutas att uppgifter når USA",
        "Uppgifterna ligger i Tyskland och Danmark",
        "Inom EU",
        "Leverantörens moderbolag finns i USA",
        "Inte till Kina",
        "Eventuellt USA",
        "Vet ej",
        "Ingen känd överföring",
        "Överföring till tredje land innebär att uppgifter skickas utanför EU/EES",
        "Nej, men leverantören kan nå dem från Indien",
        "May be transferred to the United States",
        "I övrigt lämnar ingenting EU",
    ],
)
def test_what_is_not_certain_or_no_transfer_sets_nothing_and_is_kept(text: str) -> None:
    activity, left = told(transfers, text, LABEL)
    assert (activity.third_country, activity.transfers, left) == (None, (), [text])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("USA", [("US", "", None)]),
        ("Ja, Storbritannien", [("GB", "", None)]),
        ("Uppgifter sänds till Kanada enligt adekvansbeslut", [("CA", "", "45")]),
        ("Acme Ltd (Indien), standardavtalsklausuler", [("IN", "Acme Ltd", "46.2.c")]),
        ("Lagring hos Nimbus Inc i USA enligt EU-US Data Privacy Framework", [("US", "Nimbus Inc", "45")]),
        ("Japan: adekvansbeslut; Brasilien: art. 46.2 b", [("JP", "", "45"), ("BR", "", "46.2.b")]),
        ("Overføres til Sveits", [("CH", "", None)]),
        ("Oplysninger overføres til Tyrkiet, art. 49.1.a", [("TR", "", "49.1.a")]),
        ("Data are sent to Australia under SCCs", [("AU", "", "46.2.c")]),
        ("Tyskland och USA", [("US", "", None)]),
        ("Indien och Japan (adekvansbeslut)", [("IN", "", None), ("JP", "", "45")]),
    ],
)
def test_where_to_and_on_what_rule(text: str, rows: list[tuple[str, str, str | None]]) -> None:
    activity, _ = told(transfers, text, LABEL)
    assert [(x.country, x.importer.sv, x.mechanism) for x in activity.transfers] == rows
    assert activity.third_country == "occurs"


def test_yes_with_a_country_is_a_transfer_even_if_it_may_end_up_there() -> None:
    activity, _ = told(transfers, "Ja, uppgifter kan hamna i Indien enligt standardavtalsklausuler", LABEL)
    assert (activity.third_country, [row.country for row in activity.transfers]) == ("occurs", ["IN"])


def test_no_automation_said_in_the_same_sentence() -> None:
    activity, left = told(transfers, "Inget skickas utanför EU/EES, och inget beslutas automatiskt.", LABEL)
    assert (activity.third_country, activity.automation, left) == ("never", "never", [])


def test_what_protects_the_data_there() -> None:
    text = "Ja, till USA. Uppgifterna krypteras före överföringen. En kopia av klausulerna fås av registrator."
    (row,) = told(transfers, text, LABEL)[0].transfers
    assert row.safeguards.sv == "Uppgifterna krypteras före överföringen."
    assert row.copy_from.sv == "En kopia av klausulerna fås av registrator."


def test_several_rules_for_one_country_are_left_to_people() -> None:
    activity, left = told(transfers, "USA, art. 45 och art. 46.2 c", LABEL)
    assert [x.mechanism for x in activity.transfers] == [None]
    assert left == ["USA, art. 45 och art. 46.2 c"]


@pytest.mark.parametrize(
    ("text", "label", "stated"),
    [
        ("Ja", LABEL, "occurs"),
        ("Uppgifter överförs till tredje land", "Överföringar", "occurs"),
        ("Ja", "Behandlas uppgifterna inom EU/EES?", "never"),
        ("Nej", "Behandlas uppgifterna inom EU/EES?", "occurs"),
    ],
)
def test_an_answer_means_what_its_label_asks(text: str, label: str, stated: str) -> None:
    assert told(transfers, text, label)[0].third_country == stated


def test_what_is_only_possible_keeps_its_words_with_the_country_and_the_rule() -> None:
    activity, _ = told(transfers, "Support kan ges från Indien (standardavtalsklausuler)", LABEL)
    assert [(x.country, x.mechanism, bool(x.note)) for x in activity.transfers] == [("IN", "46.2.c", True)]
    assert activity.third_country is None


def test_a_text_that_contradicts_itself_keeps_the_first_and_leaves_the_rest() -> None:
    activity, left = told(transfers, "Uppgifter överförs till USA.\nIngen överföring till tredje land.", LABEL)
    assert (activity.third_country, left) == ("occurs", ["Ingen överföring till tredje land."])


WORDS = "USA Ja Nej inte överförs till utanför EU SCC art. 46.2 c Indien , . ; ( ) kan skydd kopia Tyskland ?"


@given(st.lists(st.sampled_from([*WORDS.split(" "), "\n"]), max_size=20).map(" ".join))
def test_every_word_is_kept(text: str) -> None:
    activity, left = told(transfers, text, LABEL)
    assert sorted(set(re.findall(r"\w+", text)) - set(re.findall(r"\w+", kept(activity, left)))) == []
    assert {x.country for x in activity.transfers} <= {"US", "IN", ""}


def test_the_rules_of_the_data_are_rules_of_chapter_v() -> None:
    assert {*setting("mechanisms")} <= {m.value for m in TransferMechanism}
