"""How far the impact assessment has come, when it was made, why none is needed, and which criteria hold (GDPR Art. 35)."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ...record import Text
from ...vocabulary import DpiaCriterion, DpiaStatus
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .knowledge import Knowledge
from .law_clauses import Reads, bounded, phrases, statements
from .law_clauses import Statement as Sentence
from .law_denied import denied
from .risk_answers import after_no, after_yes, is_no, is_yes
from .synonyms import setting
from .texts_dates import DAY, day_of

_REFERENCE = re.compile(
    r"(?:dnr|diarienr|diarienummer|d:nr|ärendenummer|ref\.?|case no\.?)[.:]?\s*(?P<a>[\w/.:-]*\d[\w/.:-]*(?:\s\d{4}[/:-]\d+)?|[A-ZÅÄÖ]{1,6}\s\d{4}[/:-]\d+)"
    r"|(?<!\w)(?P<b>[A-ZÅÄÖ]{2,6}[\s/-]\d{4}[/:]\d+)",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"(?:eftersom|då|för att|på grund av att|därför att|because|since|as|fordi|da|idet)(?!\w)|[:–,;(]|\.\s",
    re.IGNORECASE,
)
_EDGES = " \t\n,;:.–-("


@bounded
def dpia(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read status, day, reference, reason and criteria.

    "Not done" alone is no status: whether an assessment is needed is then not said.
    """
    reading = _Dpia(passage, making)
    for sentence in statements(passage.text):
        reading.read(sentence)
    return reading.left


@dataclass
class _Dpia:
    passage: Passage
    making: Making
    left: list[str] = field(default_factory=list)
    not_needed: bool = False

    def read(self, sentence: Sentence) -> None:
        """Put a statement into the record, or leave it."""
        said = sentence.of(self.passage.text)
        status = self._status(sentence)
        kept = bool(status) and self.making.set("dpia_status", status, self.passage, said)
        if status and not kept:
            self.left.append(said)
            return
        kept = self._filed(said, status) or kept
        kept = self._criteria(said) or kept
        kept = self._reason(said, status) or kept
        if not kept:
            self.left.append(said)

    def _status(self, sentence: Sentence) -> DpiaStatus | None:
        """Return the status that a statement says; the most guarded words come first."""
        text, said = self.passage.text, sentence.of(self.passage.text)
        if said.rstrip().endswith("?"):
            return None
        for status, words in (
            (DpiaStatus.NOT_NEEDED, "not_needed"),
            (DpiaStatus.NOT_STARTED, "not_started"),
            (DpiaStatus.STARTED, "started"),
            (DpiaStatus.DONE, "done"),
        ):
            if places := [m.span() for m in _pattern("dpia_words", words).finditer(said)]:
                at = sentence.start
                whole = words in {"not_needed", "not_started"}
                no = not whole and all(denied(text, sentence, (at + a, at + b)) for a, b in places)
                if no and words == "done" and self._needs(sentence):
                    return DpiaStatus.NOT_STARTED
                return None if no else status
        return self._answered(said)

    def _needs(self, sentence: Sentence) -> bool:
        """Return whether a statement says that an assessment is needed."""
        said, at = sentence.of(self.passage.text), sentence.start
        places = [m.span() for m in _pattern("dpia_words", "asks_need").finditer(said)]
        return any(not denied(self.passage.text, sentence, (at + a, at + b)) for a, b in places)

    def _answered(self, said: str) -> DpiaStatus | None:
        """Return what yes or no means under the label: whether it is done, or whether it is needed."""
        need = _says("dpia_words", "asks_need", self.passage.label)
        if need:
            return DpiaStatus.NOT_NEEDED if is_no(said) or after_no(said) is not None else None
        asks_done = _says("dpia_words", "done", self.passage.label)
        yes = is_yes(said) or after_yes(said) is not None
        filed = yes and bool(day_of(said) or _REFERENCE.search(said))
        return DpiaStatus.DONE if (yes and asks_done) or filed else self._dated(said)

    def _dated(self, said: str) -> DpiaStatus | None:
        """Return "done" for a bare day under a label that asks whether or when it was done."""
        asks_done = any(_says("dpia_words", kind, self.passage.label) for kind in ("done", "asks_day"))
        return (
            DpiaStatus.DONE
            if asks_done and re.fullmatch(DAY, said.strip(" ."), re.IGNORECASE) and day_of(said)
            else None
        )

    def _filed(self, said: str, status: DpiaStatus | None) -> bool:
        """Keep the day of an assessment that is done, and where it is filed."""
        kept = False
        done = status is DpiaStatus.DONE or (
            status is None and self.making.fields.get("dpia_status") is DpiaStatus.DONE
        )
        day = day_of(said)
        if day and done:
            kept = self.making.set("dpia_date", day, self.passage, said)
        if match := _REFERENCE.search(said):
            kept = (
                self.making.set("dpia_reference", (match["a"] or match["b"]).strip(" .,"), self.passage, said) or kept
            )
        return kept

    def _criteria(self, said: str) -> bool:
        """Keep the criteria of WP 248 that a statement names, where it or its label speaks of criteria."""
        if not _says("dpia_words", "asks_criteria", f"{self.passage.label} {said}"):
            return False
        found = [c for c in DpiaCriterion if _says("dpia_criteria", c.value, said)]
        if not found or _pattern("basis_texts", "not").search(said):
            return False
        there = self.making.fields.get("dpia_criteria", ())
        every = {*there, *found}
        self.making.fields["dpia_criteria"] = tuple(c for c in DpiaCriterion if c in every)
        self.making.word(None, "dpia_criteria", self.passage, said)
        return True

    def _reason(self, said: str, status: DpiaStatus | None) -> bool:
        """Keep why none is needed: what follows the words that say so, or the statement after it."""
        if status is DpiaStatus.NOT_NEEDED:
            self.not_needed = True
            words = _after(said)
        elif status is None and self.not_needed:
            words = said
        else:
            return False
        there = self.making.fields.get("dpia_justification", Text()).sv
        if words:
            self.making.fields["dpia_justification"] = Text(sv=f"{there} {words}".strip())
            self.making.word(None, "dpia_justification", self.passage, words)
        return bool(words)


def _after(said: str) -> str:
    """Return what follows "not needed": all of the statement where something leads up to it."""
    found = list(_pattern("dpia_words", "not_needed").finditer(said))
    rest = said[found[-1].end() :] if found else after_no(said) or ""
    if found and not rest.strip(_EDGES) and len(said[: found[0].start()].split()) > 3:
        return said
    return rest.strip(_EDGES + ")") and rest.strip(_EDGES).rstrip(")")


def _says(table: str, kind: str, said: str) -> bool:
    return bool(_pattern(table, kind).search(said))


@cache
def _pattern(table: str, kind: str) -> re.Pattern[str]:
    listed: Any = setting(table)[kind]
    return phrases(listed)


TOPICS: dict[Topic, Reads] = {Topic.DPIA: dpia}
