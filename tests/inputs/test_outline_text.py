"""Text under headings and labels, taken apart; and that no word is lost, whatever the document."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa.inputs import readers
from ropa.inputs.documents import Document, Line, LineKind, Table
from ropa.inputs.outline import outline
from ropa.inputs.outline.labels import normal
from ropa.inputs.topics import Topic
from tests.corpus.documents import stated
from tests.inputs.outlines import lines, read, shown, table

BYGGLOV = """
# Personuppgifter i samhällsbyggnad
## Bygglovsenheten
### Bygglov
#### Varför behandlar vi uppgifter?
Vi prövar ansökningar.
#### Med vilken rättslig grund?
Myndighetsutövning
#### Hur länge sparas de?
- Beslut bevaras
- Utkast gallras
### Tillsyn
#### Varför behandlar vi uppgifter?
Vi utövar tillsyn.
#### Med vilken rättslig grund?
Allmänt intresse
## Dina rättigheter
Du kan begära registerutdrag.
"""


def test_headings_are_units_activities_and_labels() -> None:
    made = read(*lines(BYGGLOV))
    assert [(n, u) for n, u, _ in shown(made)] == [("Bygglov", ("Bygglovsenheten",)), ("Tillsyn", ("Bygglovsenheten",))]
    assert shown(made)[0][2]["Hur länge sparas de?"] == "Beslut bevaras\nUtkast gallras"
    assert [p.label for p in made.shared] == ["Dina rättigheter"]


def test_one_level_of_headings_for_activities_and_their_labels() -> None:
    text = (
        "## Bygglov\n## Ändamål\nPröva\n## Laglig grund\nLag\n## Särskilt att tänka på\nRitningar\n## Gallring\n1 år\n"
    )
    made = read(*lines(text + "## Tillsyn\n## Ändamål\nSe efter\n## Laglig grund\nLag"))
    assert [(n, list(said)) for n, _, said in shown(made)] == [
        ("Bygglov", ["Ändamål", "Laglig grund", "Särskilt att tänka på", "Gallring"]),
        ("Tillsyn", ["Ändamål", "Laglig grund"]),
    ]


def test_entries_that_stand_alone_above_their_text_are_labels() -> None:
    said = "- Registrets namn\nBåtplatser\n- Ändamål\nHyra ut\n- Laglig grund\nAvtal\n- Övrigt att veta\nIntet"
    assert shown(read(*lines(said))) == [
        ("Båtplatser", (), {"Ändamål": "Hyra ut", "Laglig grund": "Avtal", "Övrigt att veta": "Intet"})
    ]


def test_a_heading_that_nobody_knows_and_that_has_a_text_is_a_label_after_others() -> None:
    text = "# Båtplatser\n## Ändamål\nHyra ut\n## {}\nIntet\n## Vilka uppgifter\nNamn\n## Gallras\nEfter ett år"
    for heading in ("Särskilt att tänka på", "Vad som är annorlunda här"):
        assert [(n, list(said)) for n, _, said in shown(read(*lines(text.format(heading))))] == [
            ("Båtplatser", ["Ändamål", heading, "Vilka uppgifter", "Gallras"])
        ]


def test_a_line_that_names_an_activity_begins_one_wherever_another_does() -> None:
    one = "Personuppgiftsbehandling: {}\n**Syfte\nHyra ut\n**Laglig grund\nAvtal\n**Vilka uppgifter\nNamn"
    assert [n for n, _, _ in shown(read(*lines(f"{one.format('Båt')}\n{one.format('Brygga')}")))] == ["Båt", "Brygga"]


def test_first_lines_name_the_unit_and_what_a_notice_is_about() -> None:
    text = "Ekby kommun\nFritidsförvaltningen\nBåtplatser: frågor och svar om dina uppgifter\n**Ändamål\nHyra ut\n"
    made = read(*lines(text + "**Laglig grund\nAvtal\n**Vilka uppgifter\nNamn"))
    assert [(n, u) for n, u, _ in shown(made)] == [("Båtplatser", ("Fritidsförvaltningen",))]


def test_heads_of_pages_name_nothing() -> None:
    text = "# EKBY KOMMUN     Sida 1 (2)\n## Båtplatser\n**Ändamål\nHyra ut\nEkby kommun     Sida 2 (2)\n**Laglig grund\nAvtal"
    made = read(*lines(text + "\n**Vilka uppgifter\nNamn"))
    assert [(n, u) for n, u, _ in shown(made)] == [("Båtplatser", ())]
    assert shown(made)[0][2]["Ändamål"] == "Hyra ut"


def test_labels_under_a_title_are_the_one_activity_of_the_document() -> None:
    made = read(
        *lines("Så behandlar vi uppgifter om bygglov\nNämnden ansvarar.\n**Ändamål\nPröva lov\n**Rättslig grund\nLag")
    )
    assert shown(made) == [
        (
            "Så behandlar vi uppgifter om bygglov",
            (),
            {"": "Nämnden ansvarar.", "Ändamål": "Pröva lov", "Rättslig grund": "Lag"},
        )
    ]


def test_lines_of_labels_and_values_and_bullets_below_a_label() -> None:
    text = "**Bygglov\nÄndamål: Pröva\nGrund i lag: PBL\nPersonuppgifter:\n- namn\n- adress\nEgen rubrik: något\nGallring: 1 år"
    made = read(*lines(f"{text}\n**Tillsyn\nÄndamål: Se efter\nRättslig grund: Lag"))
    assert [n for n, _, _ in shown(made)] == ["Bygglov", "Tillsyn"]
    said = shown(made)[0][2]
    assert (said["Personuppgifter"], said["Egen rubrik"]) == ("namn\nadress", "något")


def test_a_label_with_the_name_begins_each_activity() -> None:
    text = "Nr: {0}\nBenämning: {1}\nÄndamål: {1}a\nLaglig grund: Lag"
    made = read(*lines("\n".join(["Register", text.format(1, "Pröv"), text.format(2, "Granska")])))
    assert [(n, said["Nr"]) for n, _, said in shown(made)] == [("Pröv", "1"), ("Granska", "2")]


def test_what_is_content_below_a_label_stays_there() -> None:
    text = "## Bygglov\n### Ändamål\nPröva\n### Personuppgifter\nElever: namn\nKontaktuppgifter: adress\n### Kontakt\nE-post: a@b.example"
    said = shown(read(*lines(text)))[0][2]
    assert said["Personuppgifter"] == "Elever: namn\nKontaktuppgifter: adress"
    assert said["Kontakt"] == "E-post: a@b.example"


def test_a_short_text_below_a_label_is_no_name() -> None:
    made = read(*lines("# Bygglov\n**Ändamål\nPröva lov\n**Laglig grund\nAllmänt intresse\n**Gallring\nEtt år"))
    assert shown(made) == [
        ("Bygglov", (), {"Ändamål": "Pröva lov", "Laglig grund": "Allmänt intresse", "Gallring": "Ett år"})
    ]


def test_labels_broken_over_two_lines_of_a_column() -> None:
    made = read(*lines("# Bygglov\nÄndamål:     Pröva\nRättslig     Allmänt intresse\ngrund:"))
    assert shown(made) == [("Bygglov", (), {"Ändamål": "Pröva", "Rättslig grund": "Allmänt intresse"})]


def test_a_corrected_label_is_one_from_then_on() -> None:
    text = lines("# Bygglov\n**Ändamål\nPröva\n**Vårt läskort\nByggR\n**Laglig grund\nLag")
    corrections = {normal("Vårt läskort"): Topic.CARRIERS}
    assert "Vårt läskort" not in shown(read(*text))[0][2]
    assert shown(read(*text, corrections=corrections))[0][2]["Vårt läskort"] == "ByggR"


def test_no_activity_is_found_where_none_is_told() -> None:
    made = read(*lines("# Protokoll\nNämnden beslutade att godkänna budgeten.\n## Närvarande\nTre ledamöter"))
    assert made.sections == ()
    assert "Tre ledamöter" in "".join(p.text for p in made.shared)


# --- no word is lost --------------------------------------------------------------------------------------------------

WORDS = (
    "Ändamål",
    "Ändamål:",
    "Rättslig grund",
    "Gallras: 2 år",
    "Namn",
    "Behandling",
    "Enhet",
    "Skolskjuts",
    "Bygglov",
)
MORE = (
    "Hur länge sparas de?",
    "Kansliet",
    "Område",
    "Kommentar",
    "Tabell 1",
    "1. Val",
    "Personuppgifter",
    "☐ Avtal",
    "",
)
TEXT = st.sampled_from(WORDS + MORE) | st.from_regex(r"[a-zåäö]{1,7}( [a-zåäö]{1,7}){0,3}[.:]?", fullmatch=True)
LINE = st.builds(Line, TEXT, st.just("rad"), st.sampled_from(LineKind), st.integers(0, 4), st.booleans())
CELL = TEXT | st.sampled_from(["<", "^"])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 5))
    rows = draw(st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=6))
    free = [
        [("" if (t == "<" and c == 0) or (t == "^" and r == 0) else t) for c, t in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    return table(
        *free,
        sheet=draw(st.sampled_from(["", "Blad1", "Listor"])),
        caption=draw(st.sampled_from(["", "Tabell 2. Val"])),
    )


def words_of(document: Document) -> set[str]:
    texts = [block.text if isinstance(block, Line) else block.caption for block in document.blocks]
    texts += [cell.text for b in document.blocks if isinstance(b, Table) for row in b.rows for cell in row]
    return set(re.findall(r"\w+", " ".join(texts)))


def words_in(document: Document) -> set[str]:
    made = outline(document)
    passages = [*made.shared, *made.furniture, *(p for s in made.sections for p in s.passages)]
    texts = [text for p in passages for text in (p.label, p.text)]
    return set(re.findall(r"\w+", " ".join([*texts, *(t for s in made.sections for t in (s.name, *s.units))])))


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE | tables(), max_size=12))
def test_no_word_of_a_document_is_lost(blocks: list[Line | Table]) -> None:
    document = Document("fil", tuple(blocks))
    assert words_of(document) - words_in(document) == set()


@pytest.mark.parametrize("one", stated(), ids=lambda one: one.document.name)
def test_no_word_of_the_corpus_is_lost(one) -> None:
    document = readers.read(one.document.read_bytes(), one.document.name)
    assert words_of(document) - words_in(document) == set()


def test_a_name_that_reads_like_a_label_is_one_when_the_first_label_follows_again() -> None:
    text = "## Bygglov\n## Ändamål\nPröva\n## Laglig grund\nLag\n## Arkivering\n## Ändamål\nBevara\n## Laglig grund\nArkivlagen"
    assert [name for name, _, _ in shown(read(*lines(text)))] == ["Bygglov", "Arkivering"]


def test_a_number_called_a_designation_is_no_name_and_a_unit_before_a_slash_is_one() -> None:
    said = "Beteckning: FR-12\nÄndamål: Planera\nLaglig grund: Avtal"
    made = read(*lines(f"## Fritidsenheten/Läger, resor\n{said}\n## Simskola\n{said.replace('12', '13')}"))
    assert [(s.name, s.units) for s in made.sections] == [
        ("Fritidsenheten/Läger, resor", ("Fritidsenheten",)),
        ("Simskola", ()),
    ]
