"""Saved web pages: what they say, without what they are furnished with."""

from typing import Any

import pytest

from ropa.inputs.documents import Table
from ropa.inputs.readers import read
from tests.inputs.files import lines

P, E, H = "paragraph", "item", "heading"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def shown(body: str) -> list[Any]:
    return lines(read(page(body), "x.html"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Bygg &amp; miljö</h1><p>Vi  prövar\n lov.</p>", [(H, 1, "Bygg & miljö"), (P, 0, "Vi prövar lov.")]),
        ("<div>ett<div>två</div>tre</div>", [(P, 0, "ett"), (P, 0, "två"), (P, 0, "tre")]),
        ("<p>ett<br>två<br><br>tre</p>", [(P, 0, "ett\ntvå\ntre")]),
        ("<p><strong>Syfte</strong></p>", [(P, 0, "Syfte", "bold")]),
        ("<p><b>Syfte</b><br>Att avgöra</p>", [(P, 0, "Syfte", "bold"), (P, 0, "Att avgöra")]),
        ("<p><b>Syfte:</b> att avgöra</p>", [(P, 0, "Syfte: att avgöra")]),
        ("<p>a <i>b</i><span> c</span></p>", [(P, 0, "a b c")]),
        (
            "<ul><li>ett<ul><li>inre</li></ul></li><li><p>två</p><p>mer</p></li></ul>",
            [(E, 0, "ett"), (E, 1, "inre"), (E, 0, "två\nmer")],
        ),
        ("<ol><li><a href='x'>ett</a></li></ol>", [(E, 0, "ett")]),
        ("<p>• ett<br>• två</p>", [(E, 0, "ett"), (E, 0, "två")]),
        (
            "<h2>Skola</h2><details><summary>Gallring</summary><p>Två år</p></details>",
            [(H, 2, "Skola"), (H, 3, "Gallring"), (P, 0, "Två år")],
        ),
        (
            "<h3><button aria-expanded='false'>Syfte</button></h3><div hidden>Dolt</div>",
            [(H, 3, "Syfte"), (P, 0, "Dolt")],
        ),
        ("<button aria-expanded='true'>Syfte</button>text", [(H, 1, "Syfte"), (P, 0, "text")]),
        ("<div role='heading' aria-level='4'>Syfte</div>", [(H, 4, "Syfte")]),
        ("<h2>Två<br>rader</h2>", [(H, 2, "Två rader")]),
        (
            "<dl><dt>Syfte</dt><dd>a</dd><dd>b</dd><div><dt>Grund</dt><dd>c</dd></div></dl>",
            [[["Syfte", "a\nb"], ["Grund", "c"]]],
        ),
        (
            "<p><a href='mailto:dso@kommun.example?subject=x'>Skriv till ombudet</a></p>",
            [(P, 0, "Skriv till ombudet (dso@kommun.example)")],
        ),
        ("<p><a href='mailto:A@b.example'>a@b.example</a></p>", [(P, 0, "a@b.example")]),
        ("<pre>rad ett\nrad två</pre>", [(P, 0, "rad ett\nrad två")]),
    ],
)
def test_what_a_page_says(body: str, expected: list[Any]) -> None:
    assert shown(body) == expected


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<nav>x</nav>",
        "<header>x</header>",
        "<footer>x</footer>",
        "<aside>x</aside>",
        "<div role='navigation'>x</div>",
        "<form role='search'>x<input value='x'></form>",
        "<div id='CybotCookiebotDialog'><h2>x</h2></div>",
        "<section class='cookie-banner open'><p>x</p></section>",
        "<a class='skip-link' href='#main'>x</a>",
        "<ol class='breadcrumbs'><li>x</li></ol>",
        "<button>x</button>",
        "<select><option>x</select>",
        "<svg><text>x</text></svg>",
        "<!-- x -->",
        "<noscript>x</noscript>",
    ],
)
def test_furniture_is_left_out(furniture: str) -> None:
    assert shown(f"{furniture}<main><p>kvar</p></main>") == [(P, 0, "kvar")]


@pytest.mark.parametrize(
    "text",
    [
        "<main><header><p>x</p></header></main>",
        "<article><aside>x</aside></article>",
        "<article><footer>x</footer></article>",
        "<div class='samtycke consent-text'>x</div>",
        "<div style='display:none'>x</div>",
        "<p>Kakor (cookies): x</p>",
    ],
)
def test_what_only_resembles_furniture_is_read(text: str) -> None:
    assert "x" in shown(text)[0][2]


def test_a_header_with_the_only_heading_is_read() -> None:
    assert shown("<header><h1>Skola</h1></header><p>a</p>") == [(H, 1, "Skola"), (P, 0, "a")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<table><tr><th colspan='2'>a</th><th>b</th></tr><tr><td rowspan='2'>c</td><td>d</td><td>e</td></tr>"
            "<tr><td>f</td><td>g</td></tr></table>",
            [["a", "(a)", "b"], ["c", "d", "e"], ["(c)", "f", "g"]],
        ),
        (
            "<table><tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>",
            [["a", "b"], ["(a)", "c"], ["(a)", "d"]],
        ),
        ("<table><tr><td>a<td>b<tr><td>c</table>", [["a", "b"], ["c", ""]]),
        ("<table><tr><td><p>a</p><ul><li>b<li>c</ul></td><td>d<br>e</td></tr></table>", [["a\nb\nc", "d\ne"]]),
        ("<table><tr><th>a</th><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>", [["a", "b\tc"]]),
    ],
)
def test_tables(body: str, expected: Any) -> None:
    assert shown(body) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<dl>ord<dt>a</dt><dd>b</dd></dl>", [(P, 0, "ord"), [["a", "b"]]]),
        ("<table><dt>ord</dt></table>", [(P, 0, "ord")]),
        ("<table><tr>ord<td>a</td><td>b</td></tr></table>", [(P, 0, "ord"), [["a", "b"]]]),
        ("<table><td>a</td><td>b</td></table>", [[["a", "b"]]]),
        ("<table><caption>ord</caption></table>", [(P, 0, "ord")]),
        ("<dl><caption>ord</caption></dl>", [(P, 0, "ord")]),
        ("<dl><div>ord</div><dd>b</dd></dl>", [(P, 0, "ord"), [["", "b"]]]),
    ],
)
def test_words_that_stand_where_no_page_should_have_them(body: str, expected: Any) -> None:
    """Found by fuzzing: a reader of cells alone loses them."""
    assert shown(body) == expected


def test_caption_and_bold_cells() -> None:
    table = read(
        page("<table><caption>Tabell 1</caption><tr><th>a</th><td><b>b</b></td><td>c</td></tr></table>"), "x.html"
    ).blocks[0]
    assert isinstance(table, Table)
    assert (table.caption, [cell.bold for cell in table.rows[0]]) == ("Tabell 1", [True, True, False])
    assert table.rows[0][1].place == "tabell 1, rad 1, kolumn 2"


def test_a_table_that_only_lays_out_the_page_is_read_through() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    assert shown(f"<table><tr><td><h2>Skola</h2>{inner}</td></tr></table>") == [(H, 2, "Skola"), [["a", "b"]]]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<html><meta charset=iso-8859-1><p>“Åäö”".encode("cp1252"), "“Åäö”"),
        (
            '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Рус'.encode("cp1251"),
            "Рус",
        ),
        ("<html><meta charset=iso-8859-1><p>Åäö".encode(), "Åäö"),
        ("<html><p>Åäö".encode("cp1252"), "Åäö"),
        ("<html><p>Åäö".encode("utf-16"), "Åäö"),
        ("<html><meta charset=big5><p>Åäö".encode("cp1252"), "Åäö"),
        (b"<html><meta charset=zip><p>\xc5\xe4", "Åä"),
        (
            "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><p>Åäö</p></html>".encode(),
            "Åäö",
        ),
    ],
)
def test_encodings(content: bytes, text: str) -> None:
    assert lines(read(content, "x.htm")) == [(P, 0, text)]


def test_the_title_of_a_page() -> None:
    assert read(page("<p>x", "<title>Register &ndash; kommunen</title>"), "x.html").title == "Register – kommunen"
