"""Words and their language: one language a sentence, links that lead where they say, no text untranslated."""

import ast
import string
from pathlib import Path

import pytest
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy, override, pgettext

from ropa import notice, profiles, retention, wording
from ropa.record import LegalProvision, Said, Text, Withheld
from ropa.wording import clause, join, lower_first, mail, not_shown, ours, phone, provision, told, web
from tests.worlds import OLD_SOCIAL_SERVICES_ACT, both


def test_a_sentence_takes_the_language_that_all_its_words_have() -> None:
    template = gettext_lazy("Reason: {text}.")
    with override("en"):
        assert told(template, text=both("Ordning", "Order")) == Said(text="Reason: Order.", lang="en")
        assert told(template, text=Text(sv="Ordning")) == Said(text="Skäl: Ordning.", lang="sv")
        assert told(template, text=(Text(sv="a"), both("b", "c"))) == Said(text="Skäl: a och b.", lang="sv")
        assert told(template, text="Procapita").lang == "en"
    with override("sv"):
        assert told(template, text=both("Ordning", "Order")).text == "Skäl: Ordning."


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Om du vill.", "condition", "om du vill"),
        ("bara om det går", "condition", "bara om det går"),
        ("Omsorg ges", "condition", ""),
        ("Utom kopior", "exception", "utom kopior"),
        ("Kopior", "exception", ""),
        ("för att hjälpa", "reason", "för att hjälpa"),
        ("Förvaring", "reason", ""),
        ("", "reason", ""),
    ],
)
def test_a_text_goes_on_with_the_sentence_when_it_can(text: str, kind: str, expected: str) -> None:
    with override("sv"):
        assert clause(Text(sv=text), kind) == expected


def test_lists_and_capitals() -> None:
    with override("sv"):
        assert [join([]), join(["a"]), join(["a", "b"]), join(["a", "b", "c"])] == ["", "a", "a och b", "a, b och c"]
    assert [lower_first(x) for x in ("Namn", "LMA-nummer", "E-post", "")] == ["namn", "LMA-nummer", "e-post", ""]


def test_empty_words_and_full_stops_leave_no_trace() -> None:
    with override("en"):
        assert ours("{a} will {b} stay {c}.", a="It", b="", c="").text == "It will stay."
        assert ours("Why: {a}.", a="It is so.").text == "Why: It is so."


def test_links() -> None:
    assert mail("a@example.se") == "mailto:a@example.se"
    assert mail("a@example.se?bcc=x@y.se") == ""
    assert mail("ingen") == ""
    assert phone("+46 (0)8-123 45 67") == "tel:+4681234567"
    assert phone("växeln") == ""
    assert web("www.example.se/a") == "https://www.example.se/a"
    assert web("http://example.se") == "http://example.se"
    assert [web(x) for x in ("javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "en sida", "", "//x")] == [
        ""
    ] * 6


def test_provisions_and_what_is_withheld() -> None:
    act = OLD_SOCIAL_SERVICES_ACT
    with override("sv"):
        assert (
            provision(LegalProvision(law=act, pinpoint="1 §")).text
            == "Socialtjänstlagen (2001:453), 1 § (gäller inte längre)"
        )
        assert provision(LegalProvision(pinpoint="1 §")).text == "1 §"
        assert provision(LegalProvision()).text == "Lag inte angiven"
        assert not_shown(Withheld(reason="hemligt")).text == "Uppgiften visas inte: hemligt."
        assert not_shown(Withheld()).text == "Uppgiften visas inte. Skälet är inte angivet."


SOURCES = [
    Path(wording.__file__),
    Path(profiles.__file__),
    *Path(notice.__file__).parent.glob("*.py"),
    *Path(retention.__file__).parent.glob("*.py"),
]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_text_is_translated_to_swedish_with_the_same_names(path: Path) -> None:
    calls = [x for x in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(x, ast.Call)]
    named = {x: getattr(x.func, "id", "") for x in calls}
    plain = [ast.literal_eval(x.args[0]) for x, name in named.items() if name == "_"]
    placed = [tuple(map(ast.literal_eval, x.args)) for x, name in named.items() if name == "pgettext_lazy"]
    with override("sv"):
        pairs = [(x, translated(x)) for x in plain] + [(text, pgettext(context, text)) for context, text in placed]
    for english, swedish in pairs:
        assert english != swedish or english in {"{period} after {event}", "digital"}, english
        assert sorted(names(english)) == sorted(names(swedish)), english


def names(template: str) -> list[str]:
    return [name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name]
