"""Acts with chapter and section in running text."""

import pytest

from ropa import record
from ropa.inputs.terms import shipped
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.inputs.understanding.law import references
from ropa.inputs.understanding.law_pinpoints import pinpoints
from ropa.inputs.understanding.synonyms import setting
from tests.inputs.told import knowledge

SOL_1, SOL_2 = "law-2001-453", "law-2025-400"


def found(text: str, label: str = "") -> list[tuple[str, str]]:
    return [(r.law.code, r.pinpoint) for r in references(text, knowledge(), label)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bygglov prövas enligt 9 kap. 30 § plan- och bygglagen", [("law-2010-900", "9 kap. 30 §")]),
        ("PBL kap 9 §§ 30-31", [("law-2010-900", "kap 9 §§ 30-31")]),
        ("Plan och bygglagens 9 kap. 2, 4 och 6 §§", [("law-2010-900", "9 kap. 2, 4 och 6 §§")]),
        ("4 kap. 2 a § andra stycket kommunallagen (2017:725)", [("law-2017-725", "4 kap. 2 a § andra stycket")]),
        ("3 kap 3 § 1 st 2 p dataskyddslagen", [("law-2018-218", "3 kap. 3 § 1 st 2 p")]),
        ("SFS 1997:736", [("law-1997-736", "")]),
        ("Lag (1997:736) om färdtjänst, 6 §", [("law-1997-736", "6 §")]),
        ("färdtjänstlagen", [("law-1997-736", "")]),
        ("LVM 4 §, LSS 9 § och AML", [("law-1988-870", "4 §"), ("law-1993-387", "9 §"), ("law-1977-1160", "")]),
        (
            "23 kap. 1 § OSL samt 26 a kap. skollag (2010:800)",
            [("law-2009-400", "23 kap. 1 §"), ("law-2010-800", "26 a kap.")],
        ),
        ("OSL 23:1, 25:1", [("law-2009-400", "23 kap. 1 §"), ("law-2009-400", "25 kap. 1 §")]),
        ("vallagen, 12 § räntelagen", [("law-2005-837", ""), ("law-1975-635", "12 §")]),
        ("Skollagens 3 kap. och 7 kap. 22 §", [("law-2010-800", "3 kap."), ("law-2010-800", "7 kap. 22 §")]),
        ("diskrimineringslagen (2008:567, DiskrL) 3 kap.", [("law-2008-567", "3 kap.")]),
        ("hälso- och sjukvårdslag (HSL)", [("law-2017-30", "")]),
        ("the Library Act, section 6", [("law-2013-801", "6 §")]),
        (
            "Administrative Procedure Act, ch. 2 s. 5, Freedom of the Press Act",
            [("law-2017-900", "2 kap. 5 §"), ("law-1949-105", "")],
        ),
        ("Chapter 9 of the Education Act (2010:800)", [("law-2010-800", "9 kap.")]),
        ("9 kap. 2 § skollagen 3 § bibliotekslagen", [("law-2010-800", "9 kap. 2 §"), ("law-2013-801", "3 §")]),
        ("skollagen 9 kap. 2 § bibliotekslagen 3 §", [("law-2010-800", "9 kap. 2 §"), ("law-2013-801", "3 §")]),
        ("10 § arkivlagen och 3 § samma lag", [("law-1990-782", "10 §"), ("law-1990-782", "3 §")]),
    ],
)
def test_acts_of_the_vocabulary(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "sfs", "label", "pinpoint"),
    [
        ("lagen (1998:620) om belastningsregister", "1998:620", "Lagen (1998:620) om belastningsregister", ""),
        ("förordning (2007:1258) om något, 2 §", "2007:1258", "Förordningen (2007:1258) om något", "2 §"),
        ("Begravningslag (1990:1144) 2 kap.", "1990:1144", "Begravningslag (1990:1144)", "2 kap."),
        ("SFS 1990:1144", "1990:1144", "SFS 1990:1144", ""),
        ("bokföringslagens 7 kap. 2 §", "", "Bokföringslagen", "7 kap. 2 §"),
        ("lagen om elektronisk kommunikation ska följas", "", "Lagen om elektronisk kommunikation", ""),
        ("förordning (EU) 2018/1724", "", "Förordning (EU) 2018/1724", ""),
        ("Socialvårdslagen (1301/2014) 4 §", "", "Socialvårdslagen", "4 §"),
        ("Serviceloven § 50, stk. 2", "", "Serviceloven", "§ 50, stk. 2"),
        ("opplæringslova § 9 A-4", "", "Opplæringslova", "§ 9 A-4"),
        ("SKOLFS 2011:144", "", "SKOLFS 2011:144", ""),
        ("ÄktB 5 kap.", "", "Äktenskapsbalken (ÄktB)", "5 kap."),
        ("LSO 3 kap. 8 §", "", "LSO", "3 kap. 8 §"),
        ("jaktvårdslagen 616/1993", "", "Jaktvårdslagen 616/1993", ""),
        ("EU 2016/429", "", "EU 2016/429", ""),
        ("hamnstadgan", "", "Hamnstadgan", ""),
        ("forskrift om vannforsyning § 4", "", "Forskrift om vannforsyning", "§ 4"),
        ("Alkohol- og tobakksloven § 3", "", "Alkohol- og tobakksloven", "§ 3"),
        ("NIS-lagen", "", "NIS-lagen", ""),
        ("arbeidsmiljøloven kap. 2 A", "", "Arbeidsmiljøloven", "kap. 2 A"),
    ],
)
def test_other_acts_keep_their_name(text: str, sfs: str, label: str, pinpoint: str) -> None:
    (reference,) = references(text, knowledge())
    assert (reference.law.sfs, reference.law.said("sv").text, reference.pinpoint) == (sfs, label, pinpoint)
    assert reference.law.code.startswith("own-")


@pytest.mark.parametrize(
    "text", ["Socialtjänstlagen 11 kap. 1 §", "SoL 11:1", "enligt 11 kap. 1 § i socialtjänstlagen"]
)
def test_a_name_that_two_acts_bear_is_set_to_neither(text: str) -> None:
    (reference,) = references(text, knowledge())
    assert (reference.law.code.startswith("own-"), reference.law.sfs) == (True, "")
    assert reference.law.said("sv").text.casefold() in text.casefold()
    assert reference.pinpoint == "11 kap. 1 §"


def test_a_number_tells_which_of_two_acts_it_is_wherever_the_text_names_it() -> None:
    assert found("SoL (2001:453)") == [(SOL_1, "")]
    assert found("socialtjänstlag (2025:400), nedan kallad så. Se SoL 16 kap.") == [(SOL_2, ""), (SOL_2, "16 kap.")]


def test_an_act_of_the_organisation_is_found_by_its_own_name() -> None:
    own = record.Law(code="own-hamnordningen", labels={"sv": "Lagen om hamnar"})
    laws = {record.Law: (*shipped()[record.Law], own)}
    assert [r.law.code for r in references("3 § lagen om hamnar", Knowledge(laws))] == ["own-hamnordningen"]


def test_an_own_act_with_a_short_name_is_found_in_its_own_capitals_only() -> None:
    own = [record.Law(code=f"own-{name.casefold()}", labels={"sv": name}) for name in ("SoL", "AF", "XYL")]
    known = Knowledge({record.Law: (*shipped()[record.Law], *own)})
    text = "AF och sol i xyl, SoL och XYL 3 §"
    assert [r.law.code for r in references(text, known)] == ["own-sol", "own-xyl"]


def test_what_the_data_name_is_in_the_vocabulary() -> None:
    codes = {law.code for law in shipped()[record.Law]}
    assert set(setting("acts")) <= codes
    abbreviations = [a for act in setting("acts").values() for a in act.get("abbreviations", ())]
    assert {a for a in abbreviations if abbreviations.count(a) > 1} == {"SoL", "SOL", "SoF"}
    assert not set(abbreviations) & set(setting("law_words")["others"])


@pytest.mark.parametrize(
    "text",
    [
        "dataskyddsförordningen (EU) 2016/679, GDPR och EU:s dataskyddsförordning artikel 5",
        "Aktiebolagen lämnar förslag, underlagen och arbetslagen ser över avslag",
        "enligt 4 kap. 2 §",
        "en fil på 5 MB som låg på FB",
        "lagen kräver att loven følges",
        "RB och IL Enighet",
    ],
)
def test_what_is_no_act(text: str) -> None:
    assert found(text) == []


def test_a_section_alone_is_in_the_one_act_that_its_label_names() -> None:
    assert found("25 kap. 1 §", "Sekretess enligt OSL") == [("law-2009-400", "25 kap. 1 §")]
    assert found("25 kap. 1 §", "Sekretess") == []
    assert found("25 kap. 1 §", "OSL eller TF") == []


def test_a_reference_quotes_the_text() -> None:
    text = "Enligt 6 § LVU och skollagen 10 kap."
    quoted = [[text[a:b] for a, b in sorted(r.spans)] for r in references(text, knowledge())]
    assert quoted == [["6 §", "LVU"], ["skollagen", "10 kap."]]


def test_places_are_kept_in_the_order_they_were_written() -> None:
    assert [p.text for p in pinpoints("kap.12  §§1–2; 7kap 4§")] == ["kap.12 §§ 1–2", "7 kap. 4 §"]
