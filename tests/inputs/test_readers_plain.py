"""Separated values and plain text: encodings, delimiters, broken lines, headings, lists and tables by their signs."""

from typing import Any

import pytest

from ropa.inputs.documents import Table
from ropa.inputs.readers import Refused, read
from ropa.inputs.readers.encoding import decode
from tests.inputs.files import lines, texts

SAID = "Ändamål: handlägga ärenden åt sökande. Gallras “efter 5 år” – se § 4."
WORDS = "ÅTGÄRDER FÖR ÖGON; kön, ålder och hälsa"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *(
            (SAID, name)
            for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman")
        ),
        *((WORDS, name) for name in ("utf-8", "cp1252", "cp850", "mac_roman", "iso8859-15")),
        ("Utlämnande å tjänstens vägnar", "cp850"),
        ("Ø. Sørensen, Tromsø: ærlig", "cp1252"),
        ("kommunens “egna” regler", "cp1252"),
        ("Anhörig’s", "cp1252"),
        ("å", "cp1252"),
    ],
)
def test_letters_are_told_from_what_they_look_like(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Ålder och hälsa".encode() + "; nämnd".encode("cp1252"), "Ålder och hälsa; nämnd"),
        ("Ålder å".encode("utf-16")[:-1], "Ålder \ufffd"),
        ("Ålder, kön och hälsa å".encode()[:-1], "Ålder, kön och hälsa Ã"),
    ],
)
def test_pieces_of_another_encoding_lose_no_other_letter(content: bytes, text: str) -> None:
    assert decode(content) == text


def rows(content: bytes | str, name: str = "x.csv") -> Any:
    content = content.encode() if isinstance(content, str) else content
    table = read(content, name).blocks[0]
    assert isinstance(table, Table)
    return texts(table)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Namn;Syfte\nSkola;a, b\n", [["Namn", "Syfte"], ["Skola", "a, b"]]),
        ("Namn,Syfte\nSkola,a; b\nVård,c\n", [["Namn", "Syfte"], ["Skola", "a; b"], ["Vård", "c"]]),
        ("Namn\tSyfte\rSkola\tx\r", [["Namn", "Syfte"], ["Skola", "x"]]),
        ("Namn|Syfte\nSkola|x", [["Namn", "Syfte"], ["Skola", "x"]]),
        ('a;"b\r\nc; ""d"""\ne;f', [["a", 'b\nc; "d"'], ["e", "f"]]),
        ("sep=|\r\na;b|c\r\nd|e", [["a;b", "c"], ["d", "e"]]),
        ("\ufeffsep=,\na,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a;b;c\nd\n\n\ne;f\n;;\n", [["a", "b", "c"], ["d", "", ""], ["", "", ""], ["e", "f", ""]]),
        ('a;b\n"aldrig stängt;c\nd;e', [["a", "b"], ['"aldrig stängt', "c"], ["d", "e"]]),
        ("Namn\nSkola, vård\nKultur", [["Namn"], ["Skola, vård"], ["Kultur"]]),
        ("a;b\n=1+1;@x", [["a", "b"], ["=1+1", "@x"]]),
    ],
)
def test_separated_values(content: str, expected: Any) -> None:
    assert rows(content) == expected


def test_places_count_as_a_spreadsheet_does() -> None:
    table = read(b"\n\na;b\nc;d", "x.csv").blocks[0]
    assert isinstance(table, Table)
    assert (table.place, table.rows[1][1].place) == ("tabell 1", "rad 4, kolumn 2")
    assert rows("a;b\tc;d\ne;f\tg;h", "x.tsv") == [["a;b", "c;d"], ["e;f", "g;h"]]


def shown(text: str, name: str = "x.txt") -> list[Any]:
    return lines(read(text.encode(), name))


P, E, H = "paragraph", "item", "heading"

WRAPPED = """Bygglov
=======

Nämnden behandlar personuppgifter för att kunna pröva ansökningar om lov
enligt plan- och bygglagen. Uppgifterna hämtas från den som söker, hälso-
och miljöskyddskontoret samt fastighetsregistret. Vi lämnar ut handling-
arna till grannar som ska höras.
Laglig grund: myndighetsutövning som följer av den lag som nämns ovan och
av nämndens reglemente.
Gallras: aldrig
"""


COLUMNS = """Ändamål:      Att ge besked om färdtjänst, boka resorna och
              följa upp dem tillsammans med regionen och de
              bolag som kör.

Laglig        Myndighetsutövning enligt lagen om färdtjänst och
grund:        nämndens reglemente.

Uppgifter:    Namn
              Intyg om hälsa

Kommunens register      Sida 1
Diarienummer 7
"""

LED = "".join(
    f"{label}\n{text}\n\n"
    for label, text in [
        ("Registrets namn", "Hundregistret"),
        ("Vem ansvarar", "Nämnden\nEnheten för tillsyn"),
        ("Uppgifter", "Namn\nChipnummer"),
        ("Lagring", "Två år efter hundens död."),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            COLUMNS,
            [
                (
                    P,
                    0,
                    "Ändamål: Att ge besked om färdtjänst, boka resorna och följa upp dem tillsammans med regionen och de bolag som kör.",
                ),
                (P, 0, "Laglig grund: Myndighetsutövning enligt lagen om färdtjänst och nämndens reglemente."),
                (P, 0, "Uppgifter: Namn\nIntyg om hälsa"),
                (P, 0, "Kommunens register      Sida 1"),
                (P, 0, "Diarienummer 7"),
            ],
        ),
        (
            LED,
            [
                (H, 3, "Registrets namn"),
                (P, 0, "Hundregistret"),
                (H, 3, "Vem ansvarar"),
                (P, 0, "Nämnden"),
                (P, 0, "Enheten för tillsyn"),
                (H, 3, "Uppgifter"),
                (P, 0, "Namn"),
                (P, 0, "Chipnummer"),
                (H, 3, "Lagring"),
                (P, 0, "Två år efter hundens död."),
            ],
        ),
        (
            WRAPPED,
            [
                (H, 1, "Bygglov"),
                (
                    P,
                    0,
                    "Nämnden behandlar personuppgifter för att kunna pröva ansökningar om lov enligt plan- och "
                    "bygglagen. Uppgifterna hämtas från den som söker, hälso- och miljöskyddskontoret samt "
                    "fastighetsregistret. Vi lämnar ut handlingarna till grannar som ska höras.",
                ),
                (
                    P,
                    0,
                    "Laglig grund: myndighetsutövning som följer av den lag som nämns ovan och av nämndens reglemente.",
                ),
                (P, 0, "Gallras: aldrig"),
            ],
        ),
        ("namn\nadress\ntelefon", [(P, 0, "namn"), (P, 0, "adress"), (P, 0, "telefon")]),
        (
            "Akten sparas hos nämnden i fem år efter det att\n\närendet har avslutats.",
            [(P, 0, "Akten sparas hos nämnden i fem år efter det att ärendet har avslutats.")],
        ),
        (
            "Akten sparas hos nämnden i fem år efter avslutet.\n\ngallras sedan",
            [(P, 0, "Akten sparas hos nämnden i fem år efter avslutet."), (P, 0, "gallras sedan")],
        ),
        (
            "Skolskjuts\n\nVad används uppgifterna till?\nVi ordnar resor.\n\nTabell 1\n\nKontakt:\n\nSlut",
            [
                (H, 2, "Skolskjuts"),
                (H, 3, "Vad används uppgifterna till?"),
                (P, 0, "Vi ordnar resor."),
                (P, 0, "Tabell 1"),
                (P, 0, "Kontakt:"),
                (P, 0, "Slut"),
            ],
        ),
        ("RÄTTSLIG GRUND\nSamtycke\n\nIVO, SCB", [(H, 1, "RÄTTSLIG GRUND"), (P, 0, "Samtycke"), (P, 0, "IVO, SCB")]),
        (
            "• namn\n  - gata\n  - ort\n* e-post som\n  skolan känner\n– mer\n· sist",
            [
                (E, 0, "namn"),
                (E, 1, "gata"),
                (E, 1, "ort"),
                (E, 0, "e-post som skolan känner"),
                (E, 0, "mer"),
                (E, 0, "sist"),
            ],
        ),
        ("1. namn\n2) ort\n\n3. Syfte\n\ntext", [(E, 0, "namn"), (E, 0, "ort"), (H, 2, "3. Syfte"), (P, 0, "text")]),
        ("6.1 e i förordningen", [(P, 0, "6.1 e i förordningen")]),
        ("Rubrik\tVärde\nA\tb\tc\n\nen\tensam", [[["Rubrik", "Värde", ""], ["A", "b", "c"]], (P, 0, "en\tensam")]),
        ("-----\nText.\n\n\f\nMer.", [(P, 0, "Text."), (P, 0, "Mer.")]),
        (
            "1. Registrets namn\nBåtplatser\n\n2. Varför?\n- hyra ut\n- ta betalt\n\n3. Förvaring\nTvå år",
            [
                *((H, 3, "1. Registrets namn"), (P, 0, "Båtplatser"), (H, 3, "2. Varför?"), (E, 0, "hyra ut")),
                *((E, 0, "ta betalt"), (H, 3, "3. Förvaring"), (P, 0, "Två år")),
            ],
        ),
        (
            "Nämnd: Nämnden för gator, vägar, torg och parker i staden\nPerson: Chefen för hamnen i staden på kontoret\n"
            "Ombud: Kommunernas gemensamma ombud, i stadshuset\nNamn: Båtar",
            [
                (P, 0, "Nämnd: Nämnden för gator, vägar, torg och parker i staden"),
                (P, 0, "Person: Chefen för hamnen i staden på kontoret"),
                (P, 0, "Ombud: Kommunernas gemensamma ombud, i stadshuset"),
                (P, 0, "Namn: Båtar"),
            ],
        ),
        ("1. Båt\n2. Brygga\n\n1. Vinter\n2. Sommar", [(E, 0, t) for t in ("Båt", "Brygga", "Vinter", "Sommar")]),
    ],
)
def test_plain_text(text: str, expected: list[Any]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Register\n### Del\n**Syfte**\nAtt **avgöra**",
            [(H, 1, "Register"), (H, 3, "Del"), (P, 0, "Syfte", "bold"), (P, 0, "Att avgöra")],
        ),
        ("| A | B |\n|:--|--:|\n| c | d\\|e<br>f |", [[["A", "B"], ["c", "d|e\nf"]]]),
        ("Gallring\n--------\nAldrig.", [(H, 2, "Gallring"), (P, 0, "Aldrig.")]),
    ],
)
def test_markdown(text: str, expected: list[Any]) -> None:
    assert shown(text, "x.md") == expected


def test_lines_say_where_they_stand() -> None:
    blocks = read(WRAPPED.encode(), "x.txt").blocks
    assert [block.place for block in blocks] == ["rad 1", "rad 4–7", "rad 8–9", "rad 10"]


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("name", ["x.txt", "x.csv", "x.html", "x.docx", "x.xlsx"])
def test_nothing_in_it(content: bytes, name: str) -> None:
    with pytest.raises(Refused, match="empty"):
        read(content, name)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("e\u0301le\u0301ments a\u030a", "éléments å"),
        ("per\u00adson", "person"),
        ("\u05e9\u05dc\u05d5\u05dd \u200fx\u200d", "\u05e9\u05dc\u05d5\u05dd \u200fx\u200d"),
        ("a\x07b\x1bc", "a\ufffdb\ufffdc"),
        ("\U0001f600 \U00010348", "\U0001f600 \U00010348"),
    ],
)
def test_letters_that_are_kept_and_what_cannot_be(text: str, kept: str) -> None:
    assert [b.text for b in read(text.encode(), "x.txt").blocks] == [kept]
    assert rows(text) == [[kept]]
