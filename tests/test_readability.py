"""How hard notices are to read: what is counted, and that the program's own words stay easy."""

import ast
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.translation import gettext, override
from django.utils.translation.template import templatize

from ropa.notice import compose
from ropa.readability import NO_WORD, Reading, read, texts_of, unauthored
from ropa.record import Audience, view
from tests.demo_fixture import ACTIVITIES, LAST, record
from tests.pages.town import publish, save
from tests.worlds import financial_assistance

ROPA = Path(__file__).resolve().parents[1] / "ropa"
QUOTED = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], Reading(0, 0, 0, 0)),
        (["", NO_WORD, "2026-01-01", "§ 4"], Reading(0, 0, 0, 0)),
        (["Vi sparar."], Reading(2, 0, 1, 2)),
        (["Vi sparar uppgifterna. Sedan förstörs de!"], Reading(6, 2, 2, 3)),
        (["Detta gäller:", "Namn", "Adress och telefon"], Reading(6, 1, 3, 3)),
        (["Enligt artikel 6.1 e och 2 kap. 4 § lagen (2018:218)."], Reading(6, 1, 1, 6)),
        (["Grund: lagen"], Reading(2, 0, 2, 1)),
    ],
)
def test_what_is_counted(texts: list[str], expected: Reading) -> None:
    assert read(texts) == expected


def test_the_index_is_that_of_the_definition() -> None:
    assert Reading(words=100, long_words=25, sentences=10, longest=20).lix == 35
    assert read([]).lix == 0


def test_nothing_that_people_wrote_is_left() -> None:
    activity = view(financial_assistance(), Audience.PUBLIC)
    told = "\n".join(texts_of(compose(unauthored(activity), "sv")))
    assert NO_WORD in told
    for authored in ("Järfälla", "Procapita", "Försäkringskassan", "Socialtjänstlagen"):
        assert authored in "\n".join(texts_of(compose(activity, "sv")))
        assert authored not in told
    assert "Vem ansvarar för dina personuppgifter?" in told


@pytest.mark.parametrize("slug", sorted(ACTIVITIES))
def test_each_notice_of_the_demo_is_easy_to_read(slug: str) -> None:
    activity = view(record(LAST[slug]), Audience.PUBLIC)
    assert read(texts_of(compose(unauthored(activity), "sv"))).lix < 45
    assert read(texts_of(compose(activity, "sv"))).lix < 45


def of_pages() -> Iterator[str]:
    """Yield what the public pages and fragments say, as their templates have it."""
    for file in (path for folder in ("pages", "embed") for path in (ROPA.parent / "templates" / folder).glob("*.html")):
        for said in re.findall(rf"gettext\(({QUOTED}(?:, {QUOTED})*)", templatize(file.read_text("utf-8"))):
            yield from ast.literal_eval(f"({said},)")


def of_notices() -> Iterator[str]:
    """Yield the sentences that notices are made of, as the code has them."""
    for file in (
        *(ROPA / "notice").glob("*.py"),
        *(ROPA / "retention").glob("*.py"),
        ROPA / "glance.py",
        ROPA / "wording.py",
    ):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"_", "gettext", "ngettext"}
            ):
                yield from (x.value for x in node.args if isinstance(x, ast.Constant) and isinstance(x.value, str))


@pytest.mark.parametrize(("sentences", "many"), [(of_notices, 150), (of_pages, 250)])
def test_no_sentence_is_long(sentences: Callable[[], Iterator[str]], many: int) -> None:
    with override("sv"):
        spoken = [gettext(sentence) for sentence in sentences()]
    assert len(spoken) > many
    assert [text for text in spoken if read([re.sub(r"\{\w+\}|%\(\w+\)s", NO_WORD, text)]).longest > 25] == []


@pytest.mark.django_db
@pytest.mark.sqlite_is_enough
def test_the_command_tells_each_public_notice_the_hardest_first() -> None:
    publish("latt", "Lätt", summary="Vi gör det. Du ser det.")
    publish(
        "svar", "Svår", summary="Personuppgiftsbehandlingens registerförteckningar offentliggörs kontinuerligt " * 9
    )
    save("utkast", "Utkast")
    out = io.StringIO()
    call_command("measure_readability", stdout=out)
    lines = out.getvalue().splitlines()[1:]
    assert [line.split()[3] for line in lines] == ["svar", "latt"]
    hard, easy = ([float(x) for x in line.split()[:2]] for line in lines)
    assert hard[0] > easy[0]
    assert hard[1] == easy[1] < 45
