"""The text of a Word paragraph: what a reader sees when all changes are accepted, hidden text included."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from .building import Run
from .characters import BOXES
from .trees import child, local, value
from .word_styles import Styles, is_on, number

UNREAD = {
    *("del", "moveFrom", "delText", "instrText", "delInstrText"),  # struck out by a tracked change; a field's formula
    *("pPr", "rPr", "sdtPr", "sdtEndPr", "trPr", "tcPr", "tblPr", "tblGrid", "rt"),
}
"""Elements whose text is none of the document's."""

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}

NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes", "commentReference": "comments"}
"""Reference -> kind of the part that its text stands in."""


@dataclass
class Read:
    """What was read so far of a paragraph or a table."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes that are anchored in it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes, endnotes and comments it refers to: kind of part, id."""


def is_placeholder(control: etree._Element) -> bool:
    """Return whether a content control only shows what should be typed into it."""
    return is_on(child(control, "sdtPr"), "showingPlcHdr") is True


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """Return the one of several renderings of the same content that newer programs show."""
    choices = [e for e in alternatives if local(e) == "Choice"]
    with_text = (c for c in choices if c.xpath("boolean(.//*[local-name()='t' or local-name()='txbxContent'])"))
    return next(with_text, child(alternatives, "Fallback"))


class Paragraphs:
    """Reads paragraphs of one document."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._by_name: dict[str, Callable[[etree._Element, bool, Read], None]] = {
            "r": self._run,
            "t": self._text,
            "sdt": self._control,
            "AlternateContent": self._alternatives,
            "txbxContent": lambda e, bold, into: into.boxes.append(e),
            "fldChar": self._form_field,
            "sym": self._symbol,
            **dict.fromkeys(SIGNS, self._sign),
            **dict.fromkeys(NOTES, self._note),
        }

    def read(self, paragraph: etree._Element, into: Read) -> None:
        """Add a paragraph's text to what was read."""
        bold = self.styles.bold(child(paragraph, "pPr"), "pStyle", False)
        self._walk(paragraph, bold, into)

    def _walk(self, element: etree._Element, bold: bool, into: Read) -> None:
        for part in element:
            name = local(part)
            if name not in UNREAD:
                self._by_name.get(name, self._walk)(part, bold, into)

    def _run(self, run: etree._Element, bold: bool, into: Read) -> None:
        self._walk(run, self.styles.bold(child(run, "rPr"), "rStyle", bold), into)

    def _text(self, element: etree._Element, bold: bool, into: Read) -> None:
        # A line break inside `w:t` is formatting of the XML, not of the text.
        into.runs.append(((element.text or "").replace("\r", "").replace("\n", " "), bold))

    def _sign(self, element: etree._Element, bold: bool, into: Read) -> None:
        into.runs.append((SIGNS[local(element)], bold))

    def _note(self, element: etree._Element, bold: bool, into: Read) -> None:
        into.notes.append((NOTES[local(element)], value(element, "id")))

    def _control(self, control: etree._Element, bold: bool, into: Read) -> None:
        content = child(control, "sdtContent")
        if content is not None and not is_placeholder(control):
            self._walk(content, bold, into)

    def _alternatives(self, element: etree._Element, bold: bool, into: Read) -> None:
        if (choice := chosen(element)) is not None:
            self._walk(choice, bold, into)

    def _symbol(self, element: etree._Element, bold: bool, into: Read) -> None:
        code = value(element, "char")
        sign = chr(int(code, 16)) if len(code) == 4 and set(code) <= set("0123456789abcdefABCDEF") else "\ufffd"
        into.runs.append((BOXES.get(sign, sign), bold))

    def _form_field(self, element: etree._Element, bold: bool, into: Read) -> None:
        into.runs += [(text, bold) for text in _answers(child(element, "ffData"))]


def _answers(data: etree._Element | None) -> Iterator[str]:
    """Yield what a check box or a drop-down list of an old form is set to; a text field's answer is in the text."""
    box, choices = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        checked = is_on(box, "checked")
        yield "☒" if (is_on(box, "default") if checked is None else checked) else "☐"
    if choices is not None:
        entries = [value(e) for e in choices if local(e) == "listEntry"]
        chosen_one = number(child(choices, "result"), number(child(choices, "default"), 0)) or 0
        yield from entries[chosen_one : chosen_one + 1]
