"""Home care: one table for both activities, the activity in a merged cell, lists and a table inside cells."""

from typing import Any

from tests.corpus.making.word import fill, grid, new


def make() -> Any:
    """Return the document."""
    document = new(landscape=True)
    document.add_heading("Hemtjänst och särskilt boende, Älvmyra", 1)
    document.add_paragraph("Omsorgsnämnden ansvarar för behandlingarna.")
    rows = [HEADER]
    for name, answers in (("Hemtjänst", HOME), ("Särskilt boende", HOUSING)):
        rows += [(name if number == 0 else "", *answer) for number, answer in enumerate(answers)]
    table = grid(document, rows)
    table.cell(1, 0).merge(table.cell(len(HOME), 0))
    table.cell(len(HOME) + 1, 0).merge(table.cell(len(HOME) + len(HOUSING), 0))
    _fill_inner(table.cell(4, 2))
    return document


def _fill_inner(cell: Any) -> None:
    """Put the table of who and what into the cell."""
    inner = cell.add_table(rows=0, cols=2)
    for group, data in ABOUT:
        cells = inner.add_row().cells
        fill(cells[0], group)
        fill(cells[1], data)
    cell.add_paragraph()


HEADER = ("Behandling", "Fråga", "Svar")
ABOUT = (
    ("Omsorgstagare", "namn, personnummer, hälsa"),
    ("Anhöriga", "namn, telefon"),
    ("Personal", "namn, arbetsschema"),
)

HOME = (
    ("Vad är syftet?", "- Planera besök\n- Dokumentera omsorgen\n- Räkna ut avgift"),
    ("Laglig grund", "Allmänt intresse. Beslut om avgift: myndighetsutövning"),
    ("Vilka berörs?", "- Omsorgstagare\n- Anhöriga\n- Personal"),
    ("Vilka uppgifter?", ""),
    ("Källor", "Den enskilde, biståndshandläggaren"),
    ("Vem kan se uppgifterna?", "- Hemtjänstpersonal\n- Planerare"),
    ("Biträden", "- Phoniro AB (digitala lås), biträdesavtal finns\n- Tunstall"),
    (
        "Hur länge?",
        "- Genomförandeplaner gallras 5 år efter sista anteckningen\n- Nyckelkvittenser kastas när nyckeln återlämnats",
    ),
)

HOUSING = (
    ("Vad är syftet?", "- Ge vård och omsorg dygnet runt\n- Föra patientjournal"),
    ("Laglig grund", "Rättslig förpliktelse: patientdatalagen 3 kap. Känsliga uppgifter: art. 9(2)(h)"),
    ("Vilka berörs?", "- Boende\n- Anhöriga"),
    ("Vilka uppgifter?", "- Namn och personnummer\n- Hälsa\n- Läkemedel\n- Religion, om den boende berättar det"),
    ("Vem kan se uppgifterna?", "- Legitimerad personal\n- MAS"),
    ("Lämnas till", "- Regionen\n- Apotek\n- Palliativregistret, om den boende inte motsatt sig det"),
    ("Hur länge?", "- Journaler: minst 10 år\n- Signeringslistor gallras efter 3 år"),
)
