"""No address and no local file is ever read for a PDF, whatever stands in the record."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pypdf
import pytest

from ropa.outputs import engine, register_pdf
from ropa.record import Contact, Law, LegalProvision, ProcessingActivity, Purpose, replace
from tests.outputs.documents import register
from tests.worlds import financial_assistance, term

SECRET = "root:x:0:0"


@pytest.fixture
def hits() -> Iterator[list[str]]:
    """Paths that somebody asked a server on this machine for; its address is the first element."""
    asked: list[str] = []

    class Counts(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Counts)
    asked.append(f"http://127.0.0.1:{server.server_port}/")
    Thread(target=server.serve_forever, daemon=True).start()
    yield asked
    server.shutdown()
    server.server_close()


def bait(address: str) -> list[str]:
    return [
        f'<img src="{address}a.png">',
        '<img src="file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe>',
        f'<link rel="stylesheet" href="{address}b.css"><link rel="attachment" href="file:///etc/passwd">',
        f"</style></td></tr></table><style>@import url({address}c.css); body {{background: url({address}d.png)}}</style>",
        f'" style="background:url({address}e.png)" x="',
        f'<object data="{address}f.svg"></object><svg><image href="{address}g.png"/></svg>',
        '<a rel="attachment" href="file:///etc/passwd">x</a>{% include "/etc/passwd" %}',
    ]


def hostile(address: str) -> ProcessingActivity:
    """Return a record with bait in texts, names, links and terms."""
    baits = bait(address)
    law = term(Law, "law-x", baits[4], sfs=baits[0], url=f"{address}law.html")
    return replace(
        financial_assistance(),
        reference=baits[1],
        name=baits[3],
        summary="".join(baits),
        purposes=tuple(Purpose(text=words) for words in baits),
        provisions=(LegalProvision(law=law, pinpoint=baits[1]),),
        contact=Contact(url="file:///etc/passwd", email=baits[0], postal_address=baits[2]),
    )


def test_a_hostile_record_is_printed_as_words_and_fetches_nothing(hits: list[str]) -> None:
    content = register_pdf.render(register(hostile(hits[0]), title=bait(hits[0])[3]), "sv")
    assert hits[1:] == []
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    assert SECRET not in text
    assert "<img" in text  # the bait is there, as words
    assert list(pypdf.PdfReader(io.BytesIO(content)).attachments) == ["register.json"]


def test_links_lead_to_the_web_only(hits: list[str]) -> None:
    html = register_pdf.document(register(hostile(hits[0])), "sv", "")
    assert 'href="file:' not in html
    assert 'href="javascript:' not in html


@pytest.mark.parametrize(
    "element", ["<img", "<iframe", "<style", "<object", "<svg", "<link", 'rel="attachment"', "url("]
)
def test_no_markup_of_the_record_is_markup_in_the_document(element: str) -> None:
    """The first wall: every text is escaped. (Quotes stand as &quot; in what is escaped.)"""
    html = register_pdf.document(register(hostile("http://127.0.0.1/"), title=bait("http://127.0.0.1/")[3]), "sv", "")
    assert element not in html.replace("url(http", "")
    assert "&lt;img" in html


def test_nothing_is_fetched_even_when_escaping_fails(hits: list[str], caplog: pytest.LogCaptureFixture) -> None:
    """The second wall: the bait as real markup and real CSS, straight into the engine."""
    html = f"<html lang=sv><title>x</title><body>{''.join(bait(hits[0]))}</body></html>"
    css = f"@import url({hits[0]}h.css); body {{ background: url(file:///etc/passwd) }}"
    attached = register_pdf.Attached("a.json", b"{}", "", datetime(2026, 1, 1, tzinfo=UTC))
    content = engine.write(html, css, attached)
    assert hits[1:] == []
    assert SECRET.encode() not in content
    assert list(pypdf.PdfReader(io.BytesIO(content)).attachments) == ["a.json"]
    refused = [r.getMessage() for r in caplog.records if r.name == "ropa.outputs.engine"]
    assert any("a.png" in words for words in refused)
    assert any("/etc/passwd" in words for words in refused)


def test_the_fetcher_knows_names_exactly() -> None:
    fetcher = engine.Nothing({"ropa:draft.svg": ("image/svg+xml", "<svg/>")})
    assert fetcher.fetch("ropa:draft.svg").read() == b"<svg/>"
    for address in ("ropa:draft.svg?x", "ropa:Draft.svg", "file:///etc/passwd", "http://127.0.0.1/", "data:,x"):
        with pytest.raises(ValueError, match="built-in"):
            fetcher.fetch(address)
    with pytest.raises(ValueError, match="built-in"):
        fetcher.open("http://127.0.0.1/")
