"""How templates say the record's words: safely, and in the language they are in."""

from datetime import UTC, datetime

import pytest
from django.template import engines
from django.utils.translation import override

from ropa.notice import Block, Item
from ropa.record import Said, Text
from ropa.templatetags import words


def render(source: str, **values: object) -> str:
    return engines["django"].from_string("{% load words %}" + source).render(values)


@pytest.mark.parametrize("value", [Text(sv="<b>Å</b>"), Said(text="<b>Å</b>", lang="sv"), "<b>Å</b>"])
def test_words_are_escaped(value: object) -> None:
    for language in ("sv", "en"):
        with override(language):
            assert "&lt;b&gt;Å&lt;/b&gt;" in render("{{ value|said }}", value=value)
            assert "<b>" not in render("{{ value|said }}{{ value|plain }}", value=value)


def test_another_language_is_marked() -> None:
    text = Text.model_validate({"sv": "Ja", "en": "Yes"})
    with override("en"):
        assert (words.said(text), words.said(Text(sv="Ja"))) == ("Yes", '<span lang="sv">Ja</span>')
    with override("sv"):
        assert (words.said(text), words.said(None)) == ("Ja", "")


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//evil.example", "", " https:"]
)
def test_a_link_that_could_run_something_is_no_link(href: str) -> None:
    blocks = [
        Block(text=Said(text="ord", lang="sv"), href=href, items=(Item(text=Said(text="rad", lang="sv"), href=href),))
    ]
    with override("sv"):
        page = engines["django"].get_template("pages/_blocks.html").render({"blocks": blocks})
    assert "<a" not in page
    assert "ord" in page
    assert "rad" in page


@pytest.mark.parametrize("href", ["https://example.se/", "http://example.se/", "mailto:a@example.se", "tel:+46800"])
def test_ordinary_links_are_links(href: str) -> None:
    assert words.linkable(href) == href


def test_a_day_is_the_day_in_stockholm() -> None:
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert words.day(late) == '<time datetime="2026-07-01">2026-07-01</time>'


def test_an_empty_line_parts_paragraphs() -> None:
    with override("sv"):
        assert [p.text for p in words.paragraphs(Text(sv="Ett\r\n\r\nTvå\nrader\n\n\n"))] == ["Ett", "Två\nrader"]
