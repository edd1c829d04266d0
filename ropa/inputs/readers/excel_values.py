"""What the cells of a workbook show: shared texts, dates, numbers."""

import math
import re
from dataclasses import dataclass
from datetime import datetime, time

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from .trees import child, local, streamed, value
from .word_styles import is_on

Text = tuple[str, bool | None]
"""A text and whether all of it is bold; None where the cell's own font decides."""

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How Excel writes a character that XML does not take: `_x000D_`."""

DIGITS = re.compile(r"[0 \-]*0[0 \-]*")
"""A number format of nothing but digits, blanks and hyphens: "000000-0000"."""

LONGEST_FORMAT = 255
"""Characters: Excel's own limit. It is looked at for each cell."""

EXACT = 1e15
"""Above this a float has no unit left; Excel keeps fifteen digits."""


def text_of(element: etree._Element) -> Text:
    """Return the text of an `si`, `is` or comment's `text`: its pieces, without the reading aids of Japanese."""
    pieces, bold = [], []
    for part in element:
        if local(part) == "t":
            pieces.append(part.text or "")
        elif local(part) == "r":
            text = getattr(child(part, "t"), "text", None) or ""
            pieces.append(text)
            bold += [is_on(child(part, "rPr"), "b")] if text.strip() else []
    text = ESCAPED.sub(lambda m: chr(int(m[1], 16)), "".join(pieces))
    return text, all(bold) if bold and None not in bold else None


def shared_texts(content: bytes, part: str) -> list[Text]:
    """Return the texts that cells refer to by their number."""
    return [text_of(element) for element in streamed(content, part, "si")]


@dataclass(frozen=True)
class Look:
    """How a cell is shown."""

    format: str = "General"
    bold: bool = False


class Looks:
    """The formats of a workbook's cells by their number."""

    def __init__(self, root: etree._Element | None) -> None:
        formats = {value(e, "numFmtId"): value(e, "formatCode") for e in _under(root, "numFmts")}
        fonts = [is_on(e, "b") is True for e in _under(root, "fonts")]
        self._looks = [_look(e, formats, fonts) for e in _under(root, "cellXfs")]

    def __getitem__(self, number: str) -> Look:
        index = int(number) if number.isdecimal() and len(number) < 9 else 0
        return self._looks[index] if index < len(self._looks) else Look()


def _under(root: etree._Element | None, name: str) -> list[etree._Element]:
    found = child(root, name)
    return list(found) if found is not None else []


def _look(element: etree._Element, formats: dict[str, str], fonts: list[bool]) -> Look:
    number, font = value(element, "numFmtId", default="0"), value(element, "fontId", default="0")
    builtin = BUILTIN_FORMATS.get(int(number), "General") if number.isdecimal() and len(number) < 9 else "General"
    bold = font.isdecimal() and len(font) < 9 and int(font) < len(fonts) and fonts[int(font)]
    shown = formats.get(number, builtin)
    return Look(shown if len(shown) <= LONGEST_FORMAT else "General", bold)


def number_text(raw: str, shown: str, from_1904: bool) -> str:
    """Return a number as text: dates as 2026-11-21, whole numbers without decimals, others with a point.

    `shown` is its format. What is no number, or no day of the calendar, is returned as it stands.
    """
    try:
        number = float(raw)
    except ValueError:
        return raw
    if not math.isfinite(number):
        return raw
    if is_date_format(shown):
        return _date_text(number, from_1904) or _plain(number)
    return _formatted(number, shown) or _plain(number)


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < EXACT else f"{number:.15g}"


def _date_text(number: float, from_1904: bool) -> str:
    if number <= 0:
        return ""
    try:
        found = from_excel(number, MAC_EPOCH if from_1904 else WINDOWS_EPOCH)
    except (OverflowError, ValueError):
        return ""
    if isinstance(found, time):
        return f"{found:%H:%M}"
    if not isinstance(found, datetime):
        return ""
    return found.date().isoformat() if found.time() == time() else f"{found:%Y-%m-%d %H:%M}"


def _formatted(number: float, shown: str) -> str:
    """Return percentages, and numbers whose format adds zeros and hyphens: organisation and telephone numbers."""
    if "%" in shown:
        return f"{number * 100:.15g} %"
    mask = re.sub(r'[\\"]', "", shown)
    if len(mask) < 2 or not DIGITS.fullmatch(mask) or not number.is_integer() or not 0 <= number < EXACT:
        return ""
    return _filled(str(int(number)), mask)


def _filled(digits: str, mask: str) -> str:
    """Put digits in a mask of zeros, from the right."""
    left, filled = list(digits), ""
    for sign in reversed(mask):
        filled = (left.pop() if left else "0") + filled if sign == "0" else sign + filled
    return "".join(left) + filled
