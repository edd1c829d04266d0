"""That secrecy applies, where in law, and how strongly (the Public Access to Information and Secrecy Act)."""

import re
from functools import cache

from ...record import LegalProvision, Secrecy, Text
from ...vocabulary import SecrecyStrength
from ..making import Making
from ..passages import Passage
from .knowledge import Knowledge
from .law import Reference, references
from .law_clauses import Statement, bounded, explained, gaps, has_content, phrases, statements
from .law_denied import denied
from .risk_answers import is_no, is_yes
from .synonyms import setting


@bounded
def secrecy(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read secrecy: a row for each statement that says it applies, with its laws and its strength.

    "No" is left: the record has no place for it.
    """
    laws = references(passage.text, knowledge, passage.label)
    left = []
    for statement in statements(passage.text, [span for law in laws for span in law.spans]):
        inside = [law for law in laws if statement.start <= law.start < statement.end]
        if not _read(statement, inside, passage, making):
            left.append(statement.of(passage.text))
    return left


def _read(statement: Statement, laws: list[Reference], passage: Passage, making: Making) -> bool:
    said = statement.of(passage.text)
    strength = _strength(said)
    applies = _words("secrecy").search(said)
    if is_no(said) or not (laws or strength or applies or is_yes(said)):
        return _goes_on(said, passage, making)
    if _is_denied(statement, laws, passage.text):
        return False
    row = Secrecy(strength=strength, note=Text(sv=_note(statement, laws, passage.text)))
    key = making.add("secrecy", row, passage, said).key
    for law in laws:
        words = " ".join(passage.text[slice(*span)] for span in sorted(law.spans))
        provision = LegalProvision(law=law.law, pinpoint=law.pinpoint, about=key)
        making.add("provisions", provision, passage, words)
    return True


def _goes_on(said: str, passage: Passage, making: Making) -> bool:
    """Keep a sentence that tells more of the secrecy just named; a bare answer tells nothing more."""
    rows = making.rows.get("secrecy", [])
    last = rows[-1] if rows else None
    here = last is not None and any(w.about == last.key and w.place == passage.place for w in making.wordings)
    if last is None or not here or is_no(said) or said.rstrip().endswith("?") or not has_content(said):
        return False
    making.change("secrecy", last.key, note=Text(sv=f"{last.note.sv} {said}".strip()))
    making.word(last.key, "note", passage, said)
    return True


def _is_denied(statement: Statement, laws: list[Reference], text: str) -> bool:
    """Return whether a statement says that secrecy does not apply; what must not be disclosed is secret."""
    said = statement.of(text)
    places = [m.span() for m in _words("secrecy").finditer(said)]
    at = statement.start
    if places:
        return all(denied(text, statement, (at + start, at + end)) for start, end in places)
    return said.rstrip().endswith("?")


def _note(statement: Statement, laws: list[Reference], text: str) -> str:
    """Return what a statement says beside the law: all of it where something leads up to it."""
    spans = [span for law in laws for span in law.spans]
    open_parts = list(gaps((statement.start, statement.end), spans))
    telling = [part for part in open_parts if has_content(_SILENT.sub(" ", text[slice(*part)]))]
    if not telling:
        return ""
    only_after = bool(spans) and telling[0][0] >= min(start for start, _ in spans)
    return explained(text[telling[0][0] : statement.end]) if only_after else statement.of(text)


def _strength(said: str) -> SecrecyStrength | None:
    """Return the one strength a statement names."""
    found = [s for s in SecrecyStrength if _words(s.value).search(said)]
    return found[0] if len(found) == 1 else None


@cache
def _words(kind: str) -> re.Pattern[str]:
    return phrases(setting("secrecy_words")[kind])


_SILENT = re.compile(
    r"(?<!\w)(?:sekretess(?:en|belagda|grund|bestämmelser?)?|ja|gäller|omfattas|skyddas|yes|secrecy|tystnadsplikt)(?!\w)",
    re.IGNORECASE,
)
