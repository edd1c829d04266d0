"""What a heading, a header or a sheet's name is, where it is no label: title, unit, hint, nothing."""

import re

from ...search.words import words
from .label_table import table
from .normal import normal, without_numbering

_BOARD = re.compile(r"nämnd|styrelse|udvalg|utvalg", re.I)
_FACT = re.compile(r"(?:\d[-. ]?){5,}|@")
_CODE = re.compile(r"(?:[A-ZÅÄÖÆØ]{1,6}[-/. ]?)?\d[\d./-]*[a-z]?")
_PARTS = re.compile(r"\s[–—-]\s|[:,|]")


def is_title(heading: str) -> bool:
    """Return whether a heading is a document's title, and names no unit and no activity."""
    said = " ".join(words(heading))
    return any(p.fits_text(said) for p in table().titles)


def is_municipality(heading: str) -> bool:
    """Return whether a heading names the organisation as a whole and no part of it."""
    said = words(heading)
    return len(said) < 4 and any(p.fits(said[-1:]) for p in table().whole)


def is_unit(heading: str) -> bool:
    """Return whether a line is the name of a unit, by its last word or its first."""
    said = words(heading)
    ends = [*said[:1], *said[-1:]]
    return 0 < len(said) < 8 and not set(heading) & set(",:;.@0123456789") and any(p.fits(ends) for p in table().units)


def is_code(text: str) -> bool:
    """Return whether a text is a number in a register, "TN-07", and no name."""
    return bool(_CODE.fullmatch(text.strip()))


def is_part(heading: str, among_others: bool) -> bool:
    """Return whether a heading is that of a form's part: "Allmänna uppgifter", and among others "1. Bakgrund"."""
    said = words(without_numbering(heading))
    numbered = among_others and heading != without_numbering(heading)
    return bool(said) and (numbered or any(p.fits(said[:1]) for p in table().parts))


def tells(heading: str) -> bool:
    """Return whether a heading that names nothing says something all the same: a board, a number, an address."""
    return bool(
        _BOARD.search(heading) or (_FACT.search(heading) and not is_title(heading) and not is_municipality(heading))
    )


def unit_in(title: str) -> str:
    """Return the unit that a title names beside what it is: "Kansliets behandlingar"; empty where it names none."""
    parts = [part.strip() for part in _PARTS.split(title)]
    owner = (
        title.split(maxsplit=1)[0].removesuffix("s") if title.split(maxsplit=1)[1:] and parts[0].count(" ") == 1 else ""
    )
    return next((part for part in (*parts, owner) if part and is_unit(part) and not is_title(part)), "")


def name_in(title: str) -> str:
    """Return what a notice is about, where its title names that beside what it is: "Båtplatser: frågor och svar"."""
    parts = [part.strip() for part in _PARTS.split(title)]
    named = [part for part in parts if part and not is_title(part) and not is_municipality(part)]
    return named[0] if len(named) == 1 < len(parts) and named[0][:1].isupper() and not is_unit(named[0]) else ""


def is_head(left: str, right: str) -> bool:
    """Return whether two cells say that labels stand left and values right."""
    return normal(left) in table().left and normal(right) in table().right


def is_guidance(heading: str) -> bool:
    """Return whether a column tells how to fill in the form."""
    return normal(heading) in table().guidance


def instructs(cell: str) -> bool:
    """Return whether a cell begins as one that tells how to fill in a form."""
    return bool(set(words(cell)[:1]) & table().instructs)


def says_nothing(sheet: str) -> bool:
    """Return whether a sheet's name is no name of a unit or an activity."""
    said = [w for w in words(sheet) if not w.isdigit()]
    return all(any(p.fits([w]) for p in table().sheets) for w in said) or is_title(sheet)


def is_aside(sheet: str) -> bool:
    """Return whether a sheet of that name holds no activities: instructions, lists of choices."""
    said = words(sheet)
    return bool(said) and any(p.fits(said[:1]) for p in table().aside)
