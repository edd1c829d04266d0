"""Sensitive data, offences, identity numbers and secrecy, and what allows them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa.inputs.understanding.special import TOPICS, identity_number, offences, secrecy, special_categories
from tests.inputs.told import Reads, kept, told

LABEL = "Känsliga personuppgifter"


def data(read: Reads, text: str, label: str = LABEL) -> list[tuple[str, str]]:
    activity, _ = told(read, text, label)
    return [(x.category.code, x.occurrence or "") for x in activity.personal_data if x.category]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uppgifter om hälsa, religiös övertygelse", [("pd-halsa", ""), ("pd-religion", "")]),
        ("Ja: politiska åsikter och etniskt ursprung", [("pd-politik", ""), ("pd-etnicitet", "")]),
        ("Eventuellt uppgift om funktionsnedsättning", [("pd-funktion", "may-occur")]),
        ("Hälsa (om vårdnadshavaren berättar om det)", [("pd-halsa", "conditional")]),
        ("Inga uppgifter om sexuell läggning behandlas", [("pd-sexualliv", "never")]),
        ("Genetiska uppgifter: nej; hälsa: ja", [("pd-genetik", "never"), ("pd-halsa", "")]),
        ("Helbredsoplysninger", [("pd-halsa", "")]),
        ("☐ Hälsa\n☒ Politiska åsikter", [("pd-politik", "")]),
        ("Hälsa, aldrig religion", [("pd-halsa", ""), ("pd-religion", "never")]),
        ("9.2 b för rehabilitering av personal", []),
        ("Nej, men fritext kan röra hälsa", []),
        ("Trade union membership", [("pd-fack", "")]),
    ],
)
def test_kinds_that_are_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert data(special_categories, text) == expected


@pytest.mark.parametrize(
    "text", ["Ja", "Nej", "Inga", "Förekommer inte", "Nei", "None", "Kan finnas i fritext", "Behandlas hälsa?"]
)
def test_what_names_no_kind_is_left(text: str) -> None:
    activity, left = told(special_categories, text, LABEL)
    assert (activity.personal_data, activity.special_category_bases, left) == ((), (), [text])


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("9.2 g", LABEL, ["9.2.g"]),
        ("artikel 9.2.h och art. 9(2)(j)", LABEL, ["9.2.h", "9.2.j"]),
        ("Viktigt allmänt intresse", LABEL, ["9.2.g"]),
        ("Uttryckligt samtycke från eleven", LABEL, ["9.2.a"]),
        ("Arbetsrätt", "Undantag enligt artikel 9", ["9.2.b"]),
        ("Social omsorg", "Stöd för känsliga uppgifter", ["9.2.h"]),
        ("Legal claims", "Exception in Article 9(2)", ["9.2.f"]),
        ("Uppgifter från social omsorg", LABEL, []),
        ("Inte med stöd av artikel 9.2 g", LABEL, []),
    ],
)
def test_what_allows_them(text: str, label: str, expected: list[str]) -> None:
    activity, _ = told(special_categories, text, label)
    assert [x.condition.value for x in activity.special_category_bases if x.condition] == expected


def test_an_exception_covers_the_kinds_named_with_it_and_has_its_law() -> None:
    activity, left = told(special_categories, "Hälsa – 9.2 h, 3 kap. 5 § dataskyddslagen\nReligion", LABEL)
    (basis,) = activity.special_category_bases
    codes = {x.key: x.category.code for x in activity.personal_data if x.category}
    assert [codes[key] for key in basis.personal_data] == ["pd-halsa"]
    assert [(x.pinpoint, x.about) for x in activity.provisions] == [("3 kap. 5 §", basis.key)]
    assert sorted(codes.values()) == ["pd-halsa", "pd-religion"]
    assert left == []


def test_one_text_does_not_overrule_itself() -> None:
    activity, left = told(special_categories, "Hälsa\nInga uppgifter om hälsa", LABEL)
    assert [x.occurrence for x in activity.personal_data] == [None]
    assert left == ["Inga uppgifter om hälsa"]


@pytest.mark.parametrize(
    ("text", "label", "rows", "support"),
    [
        ("Nej", "Uppgifter om lagöverträdelser", [("pd-brott", "never")], ""),
        ("Ja", "Förekommer uppgifter om brott?", [("pd-brott", "")], ""),
        ("Ja", "Stöd för uppgifter om brott", [], ""),
        ("Ja, utdrag ur belastningsregistret visas upp", "Artikel 10", [("pd-utdrag", "")], ""),
        ("Fällande domar", "Artikel 10", [("pd-brott", "")], ""),
        ("Inga uppgifter om brott", "Artikel 10", [("pd-brott", "never")], ""),
        ("Tillåtet enligt 3 kap. 8 § dataskyddslagen", "Artikel 10", [], "Tillåtet enligt 3 kap. 8 § dataskyddslagen"),
        ("Kolla med juristen", "Artikel 10", [], ""),
    ],
)
def test_offences(text: str, label: str, rows: list[tuple[str, str]], support: str) -> None:
    activity, left = told(offences, text, label)
    assert data(offences, text, label) == rows
    assert activity.offence_support.sv == support
    assert bool(left) == (not rows and not support)


@pytest.mark.parametrize(
    ("text", "label", "rows", "why"),
    [
        ("För att skilja på låntagare", "Varför personnummer?", [], "För att skilja på låntagare"),
        ("Ja, säker identifiering", "Personnummer", [("pd-personnummer", "")], "säker identifiering"),
        ("Nej", "Behandlas personnummer?", [("pd-personnummer", "never")], ""),
        ("Ja", "Motivering till personnummer", [], ""),
        ("Personnummer registreras", "Identitetsuppgifter", [("pd-personnummer", "")], ""),
        ("Behandlas inte", "Personnummer", [("pd-personnummer", "never")], ""),
    ],
)
def test_identity_numbers(text: str, label: str, rows: list[tuple[str, str]], why: str) -> None:
    activity, _ = told(identity_number, text, label)
    assert data(identity_number, text, label) == rows
    assert activity.identity_number_justification.sv == why


@pytest.mark.parametrize(
    ("text", "label", "strength", "places"),
    [
        ("OSL 26 kap. 1 §", "Sekretess", None, ["26 kap. 1 §"]),
        ("26 kap. 1 §", "Sekretess enligt OSL", None, ["26 kap. 1 §"]),
        ("Absolut sekretess", "Sekretess", "absolute", []),
        ("Omvänt skaderekvisit enligt 25 kap. 1 § OSL", "Sekretess", "presumed", ["25 kap. 1 §"]),
        ("Presumption of openness, OSL 39:2", "Secrecy", "public-presumed", ["39 kap. 2 §"]),
        ("Medarbejdere har tavshedspligt", "Fortrolighed", None, []),
        ("Ja", "Sekretess", None, []),
    ],
)
def test_secrecy(text: str, label: str, strength: str | None, places: list[str]) -> None:
    activity, left = told(secrecy, text, label)
    (row,) = activity.secrecy
    assert (row.strength, left) == (strength, [])
    assert [x.pinpoint for x in activity.provisions_of(row.key)] == places


@pytest.mark.parametrize("text", ["Nej", "Ingen sekretess", "Sekretess gäller inte", "26 kap. 1 §", "Oklart"])
def test_no_secrecy_is_set_where_none_is_said(text: str) -> None:
    activity, left = told(secrecy, text, "Sekretess")
    assert (activity.secrecy, activity.provisions, left) == ((), (), [text])


WORDS = "hälsa Ja Nej inte inga 9.2 h religion : , ; . ? sekretess OSL 26 kap. domar om brott uppgifter"


@given(
    st.sampled_from(sorted(TOPICS, key=str)),
    st.lists(st.sampled_from([*WORDS.split(" "), "\n"]), max_size=20).map(" ".join),
)
def test_every_word_is_kept(topic, text: str) -> None:
    activity, left = told(TOPICS[topic], text, LABEL)
    assert sorted(set(re.findall(r"\w+", text)) - set(re.findall(r"\w+", kept(activity, left)))) == []


def test_what_data_reveal_indirectly_is_a_position_and_no_kind_of_data() -> None:
    activity, left = told(special_categories, "Modersmål kan avslöja etniskt ursprung", LABEL)
    assert (activity.indirect_special_position.sv, activity.personal_data, left) == (
        "Modersmål kan avslöja etniskt ursprung",
        (),
        [],
    )
