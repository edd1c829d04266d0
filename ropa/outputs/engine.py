"""HTML -> tagged PDF that is both PDF/UA-1 and PDF/A-3a. Imports WeasyPrint, and so Pango.

Nothing is ever fetched: the fetcher knows a few names, whose content lies in this module.
"""

import logging
from collections.abc import Mapping
from typing import Any

from weasyprint import CSS, HTML, Attachment
from weasyprint.urls import URLFetcher, URLFetcherResponse

log = logging.getLogger(__name__)
logging.getLogger("weasyprint").setLevel(logging.ERROR)  # else a line a CSS property that PDF does not know

VARIANT = "pdf/a-3a"

DRAFT = "ropa:draft.svg"
"""What register.css calls the word across the pages of a draft."""

_UA = b"""<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file conforms to</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""Says "PDF/UA-1" in the metadata, and describes that property as PDF/A asks (ISO 19005-3, 6.6.2.3.3)."""


class Nothing(URLFetcher):
    """Refuses every address but the names in `known`: no file, no network, by construction."""

    def __init__(self, known: Mapping[str, tuple[str, str]]) -> None:
        """`known` is exact address -> (content type, text)."""
        super().__init__()
        self.known = known

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Return what a known name stands for. Raises `ValueError` for anything else."""
        if url not in self.known:
            log.warning("a document asked for %.200s and did not get it", url)
            raise ValueError("only built-in resources can be used in a document")
        content_type, text = self.known[url]
        return URLFetcherResponse(url, text, {"Content-Type": content_type})

    def open(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse: the inherited opener would reach the network."""
        raise ValueError("only built-in resources can be used in a document")


def write(html: str, css: str, attached: Any, watermark: str = "") -> bytes:
    """Return the document as PDF, with one file attached as its source; `watermark` is the SVG of a draft."""
    nothing = Nothing({DRAFT: ("image/svg+xml", watermark)})
    attachment = Attachment(
        string=attached.content,
        name=attached.name,
        description=attached.description,
        created=attached.at,
        modified=attached.at,
        relationship="Source",
        url_fetcher=nothing,
    )
    page = HTML(string=html, url_fetcher=nothing)
    return page.write_pdf(
        stylesheets=[CSS(string=css, url_fetcher=nothing)],
        attachments=[attachment],
        pdf_variant=VARIANT,
        finisher=_finish,
    )


def _finish(document: Any, pdf: Any) -> None:
    """Add what WeasyPrint leaves out: the scope of header cells, and PDF/UA-1 beside PDF/A-3a in the metadata."""
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            element["A"]["Scope"] = "/Column" if _group(pdf, element) == "/THead" else "/Row"
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    stream.stream = [part.replace(b"</rdf:RDF>", _UA + b"</rdf:RDF>") for part in stream.stream]


def _group(pdf: Any, cell: Any) -> str:
    """Return the tag two levels above a cell: that of its row's group."""
    row = pdf.objects[int(cell["P"].split()[0])]
    return str(pdf.objects[int(row["P"].split()[0])]["S"])
