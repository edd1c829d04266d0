"""Endings, parts of words, slips of the keys: what counts as the same word, and what does not."""

from itertools import permutations

import pytest

from ropa.search import matching, spelling
from ropa.search.matching import BEGINS, CUT, ENDS, STEM, WHOLE, WITHIN, bare_grade, form, grade
from ropa.search.words import stem, words

SV_FAMILIES = (
    "barn barnet barnen barnets barnens",
    "gallring gallringen gallringar gallringarna gallras gallra gallrade gallrat",
    "skola skolan skolor skolorna skolans skolornas",
    "förskola förskolan förskolor förskolorna",
    "bistånd biståndet biståndets",
    "elev eleven elever eleverna elevens elevernas",
    "ansökan ansökningar ansökningarna",
    "anmälan anmälningar anmälningarna",
    "handläggning handläggningen handläggs handlägga handläggare handläggaren",
    "uppgift uppgiften uppgifter uppgifterna uppgifternas",
    "ekonomisk ekonomiskt ekonomiska",
    "nämnd nämnden nämnder nämndens",
    "register registret registren registrets",
    "nummer numret",
    "medborgare medborgaren medborgarna",
    "lån lånet lånen låna lånar",
    "faktura fakturan fakturor fakturorna",
    "bok böcker böckerna",
    "stad städer städerna",
    "regel regler reglerna regeln",
    "anställd anställda anställdas anställning",
    "ärende ärendet ärenden ärendena",
    "rum rummet rummen",
    "plats platsen platser platserna",
    "tillstånd tillståndet tillstånden",
    "avgift avgiften avgifter",
    "klagomål klagomålet",
    "hälsa hälsan",
)
EN_FAMILIES = (
    "permit permits",
    "library libraries",
    "applies applied applying apply",
    "supervise supervised supervising",
    "assess assesses",
    "payment payments",
    "pupil pupils",
    "building buildings",
)


def _meet(one: str, other: str, language: str) -> float:
    return grade(form(one, language), form(other, language), language)


@pytest.mark.parametrize("family", SV_FAMILIES, ids=lambda x: x.split()[0])
def test_swedish_forms_find_each_other(family: str) -> None:
    missed = [pair for pair in permutations(family.split(), 2) if not _meet(*pair, "sv")]
    assert missed == []


@pytest.mark.parametrize("family", EN_FAMILIES, ids=lambda x: x.split()[0])
def test_english_forms_find_each_other(family: str) -> None:
    missed = [pair for pair in permutations(family.split(), 2) if not _meet(*pair, "en")]
    assert missed == []


@pytest.mark.parametrize(
    ("asked", "found", "how"),
    [
        ("skola", "skola", WHOLE),
        ("skolan", "skola", STEM),
        ("skola", "skolskjuts", CUT),
        ("pappa", "papper", CUT),
        ("förskole", "förskoleklass", BEGINS),
        ("stöd", "försörjningsstöd", ENDS),
        ("stödet", "försörjningsstöd", ENDS),
        ("omsorg", "barnomsorgsplats", WITHIN),
        ("elev", "relevant", 0),  # too little before it
        ("barn", "skolbarnsomsorg", 0),  # too short to be looked for inside
        ("id", "idrott", 0),
        ("kö", "köplats", 0),
        ("cykel", "cykelgarage", BEGINS),
        ("bokning", "böcker", 0),
        ("2025", "2025", WHOLE),
        ("400", "2400", 0),
        ("stöld", "stöd", 0),
    ],
)
def test_a_whole_word_is_better_than_a_part(asked: str, found: str, how: float) -> None:
    assert _meet(asked, found, "sv") == how


def test_english_words_have_no_last_parts() -> None:
    assert _meet("aid", "prepaid", "en") == 0


@pytest.mark.parametrize(
    ("asked", "found", "how"),
    [
        ("forsorjningsstod", "försörjningsstöd", WHOLE),
        ("forskolan", "förskola", STEM),
        ("alder", "åldersgräns", BEGINS),
        ("omsorg", "äldreomsorg", ENDS),
        ("stol", "stöd", 0),
        ("åldring", "aldrig", 0),  # who types a ring means it
        ("försorjningsstöd", "försörjningsstöd", 0),
    ],
)
def test_dots_and_rings_may_be_left_out(asked: str, found: str, how: float) -> None:
    assert bare_grade(form(asked, "sv"), form(found, "sv"), "sv") == how


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E-tjänst, ÄRENDE!", ["e", "tjänst", "ärende"]),
        ("a\u0308rende", ["ärende"]),  # the dots as a character of their own, as some systems type it
        ("Café Müller", ["cafe", "muller"]),
        ("SFS 2025:400", ["sfs", "2025", "400"]),
        ("_-'\"%\x00", []),
    ],
)
def test_words_are_folded(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("word", ["hus", "kris", "process", "plan", "2025"])
def test_short_words_and_numbers_keep_what_only_looks_like_an_ending(word: str) -> None:
    assert stem(word, "sv") == word


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("bibliotek", "bibliotek", 0),
        ("biblotek", "bibliotek", 1),
        ("bibliotke", "bibliotek", 1),
        ("bibloteke", "bibliotek", 2),
        ("abc", "xyz", 3),
        ("", "abcd", 3),
        ("lån", "lan", 1),
    ],
)
def test_slips_are_counted_up_to_a_limit(one: str, other: str, slips: int) -> None:
    assert spelling.distance(one, other, 2) == slips
    assert spelling.distance(other, one, 2) == slips


def test_dots_left_out_are_no_slip_and_dots_typed_are() -> None:
    known = [form("äldreomsorg", "sv"), form("aldrig", "sv")]
    assert [x.word for x in spelling.nearest(form("aldreomsrog", "sv"), known)] == ["äldreomsorg"]
    assert spelling.nearest(form("åldring", "sv"), known) == []
    assert [x.word for x in spelling.nearest(form("aldirg", "sv"), known)] == ["aldrig"]


KNOWN = [form(word, "sv") for word in ("bibliotek", "biblioteket", "ekonomiskt", "ekonomisk", "kassan")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("biblotek", ["bibliotek", "biblioteket"]),
        ("ekonomist", ["ekonomisk", "ekonomiskt"]),
        ("kasan", ["kassan"]),
        ("kasn", []),  # near to too many
        ("vibliotej", []),  # two slips, the first letter among them
        ("zebra", []),
    ],
)
def test_the_nearest_word_is_found_with_its_other_forms(typed: str, found: list[str]) -> None:
    assert [x.word for x in spelling.nearest(form(typed, "sv"), KNOWN)] == found


@pytest.mark.parametrize(
    ("asked", "part", "first", "last"),
    [
        ("hemtjänstbeslut", "hemtjänst", True, False),
        ("hälsouppgifter", "hälsa", True, False),
        ("hälsouppgifter", "uppgifter", False, True),
        ("körkort", "kort", False, False),
        ("barnet", "barn", False, False),
    ],
)
def test_parts_of_what_was_asked_for(asked: str, part: str, first: bool, last: bool) -> None:
    pair = form(asked, "sv"), form(part, "sv")
    assert (matching.is_first_part(*pair), matching.is_last_part(*pair)) == (first, last)
