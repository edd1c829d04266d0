"""Hard words: found in every form, once in a stretch, and never where they must not be."""

import re

import pytest
from django.utils.translation import override

from ropa.glossary import WORDS, Marked, Use, explained
from ropa.notice import Block, Item
from ropa.record import Said


def uses(text: str, lang: str = "sv") -> list[tuple[str, str]]:
    """Return code and form of what is marked in a text."""
    ((block,),), _ = explained([[Block(text=Said(text=text, lang=lang))]])
    parts = block.text.parts if isinstance(block.text, Marked) else ()
    return [(part.word.code, part.shown) for part in parts if isinstance(part, Use)]


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        ("Akterna gallras efter fem år.", "disposal", "gallras"),
        ("Gallring sker varje år.", "disposal", "Gallring"),
        ("Den bevaras för alltid.", "preservation", "bevaras"),
        ("De personuppgiftsansvariga är två.", "controller", "personuppgiftsansvariga"),
        ("gemensamt personuppgiftsansvariga", "joint_controller", "gemensamt personuppgiftsansvariga"),
        ("(personuppgiftsbiträden)", "processor", "personuppgiftsbiträden"),
        ("Våra underbiträden.", "sub_processor", "underbiträden"),
        ("Den rättsliga grunden är", "legal_basis", "rättsliga grunden"),
        ("Det är myndighetsutövning.", "official_authority", "myndighetsutövning"),
        ("Uppgift av allmänt intresse (artikel", "public_interest", "Uppgift av allmänt intresse"),
        ("efter en menprövning", "harm", "menprövning"),
        ("någon nära dig lider men.", "harm", "lider men"),
        ("känsliga personuppgifter", "special_category", "känsliga personuppgifter"),
        ("till tredje land", "third_country", "tredje land"),
        ("Dataskyddsombudet kontrollerar", "data_protection_officer", "Dataskyddsombudet"),
        ("gör ingen profilering.", "profiling", "profilering"),
        ("ett registerutdrag", "access", "registerutdrag"),
        ("en konsekvensbedömning", "impact_assessment", "konsekvensbedömning"),
        ("Handlingen diarieförs.", "register_of_documents", "diarieförs"),
        ("Den registrerade själv: alltid", "data_subject", "Den registrerade"),
        ("Integritetsskyddsmyndigheten (IMY).", "imy", "Integritetsskyddsmyndigheten (IMY)"),
    ],
)
def test_every_form_is_known(text: str, code: str, form: str) -> None:
    assert uses(text) == [(code, form)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The controllers", "controller"),
        ("is disposed of", "disposal"),
        ("legal bases", "legal_basis"),
        ("EU/EEA", "eea"),
    ],
)
def test_english_forms(text: str, code: str) -> None:
    assert [found for found, _ in uses(text, "en")] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "galler och bevakning",
        "Vi vill, men kan inte.",
        "Den registrerade handlingen",
        "omyndighetsutövningar",
        "en allmän fråga",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert uses(text) == []


def test_a_swedish_text_on_an_english_page_is_read_as_swedish() -> None:
    assert uses("gallras", "en") == []


def test_once_in_a_stretch_again_in_the_next_and_listed_once() -> None:
    block = Block(
        text=Said(text="Samtycke och samtycke.", lang="sv"), items=(Item(text=Said(text="samtycke", lang="sv")),)
    )
    stretches, words = explained([[block, block], [block]])
    marked = [
        x
        for stretch in stretches
        for b in stretch
        for x in (b.text, *(i.text for i in b.items))
        if isinstance(x, Marked)
    ]
    found = [part for x in marked for part in x.parts if isinstance(part, Use)]
    assert [use.shown for use in found] == ["Samtycke", "Samtycke"]
    assert len({use.id for use in found}) == 2
    assert [word.code for word in words] == ["consent"]


def test_links_are_left_alone() -> None:
    said = Said(text="samtycke", lang="sv")
    block = Block(text=said, href="https://example.se", items=(Item(text=said, href="https://example.se"),))
    assert explained([[block]]) == ([(block,)], [])


def test_the_text_is_the_same_with_its_blanks() -> None:
    text = "Förs ut ur EU/EES, om du ger samtycke (fritt) till det."
    ((block,),), _ = explained([[Block(text=Said(text=text, lang="sv"))]])
    assert isinstance(block.text, Marked)
    assert block.text.text == text
    glued = (x if isinstance(x, str) else x.before + x.shown + x.after for x in block.text.parts)
    assert "".join(glued) == text


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.code)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_word_is_explained_shortly_and_finds_itself(word, language: str) -> None:
    with override(language):
        name, meaning = str(word.name), str(word.meaning)
    assert 5 <= len(meaning.split()) <= 30
    assert meaning[0].isupper()
    assert meaning.endswith(".")
    assert all(len(sentence.split()) <= 20 for sentence in re.split(r"[.:]\s", meaning))
    if word.forms[language] and word.code not in {"data_subject", "extra_worthy", "harm"}:
        assert word.code in [code for code, _ in uses(name, language)]
