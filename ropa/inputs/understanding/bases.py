"""Legal bases and the laws that stand with them (GDPR Art. 6(1), 6(3), 9(2)), as a text states them and no further.

Point (e) is two bases in Swedish registers. Where a text says "6.1 e" and no more, a row stands without basis and
the words are left for somebody to choose.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from ...record import LegalProvision, PersonalDataCategory, PurposeBasis, SpecialCategoryBasis, Text
from ...vocabulary import LegalBasis
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .bases_articles import bare_articles
from .bases_cues import Cue, cues
from .bases_explained import begins, columns_of, party_in
from .bases_explicit import explicit
from .bases_portions import Portion, needs_law, portions, tied_to
from .knowledge import Knowledge
from .law import Reference, references
from .law_clauses import Reads, Span, Statement, bounded, explained, gaps, has_content, phrases, statements, words_of
from .law_denied import denied
from .law_mentions import gdpr
from .risk_answers import is_yes
from .synonyms import setting

_HALVES = (LegalBasis.PUBLIC_INTEREST, LegalBasis.OFFICIAL_AUTHORITY)
_SECRECY_ACT = "2009:400"


@bounded
def legal_bases(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read legal bases, exceptions of Art. 9 and laws; what is denied or asked is set nowhere and returned."""
    return Bases(passage, making, knowledge).read()


@bounded
def special_bases(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read the exceptions of Art. 9(2), by article or in words, and the laws that stand with them."""
    return Bases(passage, making, knowledge, special=True).read()


@dataclass
class Bases:
    """A passage on its way into `legal_bases`, `special_category_bases` and `provisions`."""

    passage: Passage
    making: Making
    knowledge: Knowledge
    special: bool = False
    """Whether the passage is about special categories: then "social omsorg" is an exception."""
    left: list[str] = field(default_factory=list)
    carry: UUID | None = None
    """The one basis of the statement before."""
    carried: Cue | None = None
    line: int = -1
    """The line that the carried basis stands on."""
    halves: list[str] = field(default_factory=list)
    """"6.1 e" on lines of their own, where another line says which half of it."""
    told: bool = False
    """Whether the statement before told something and was left."""

    def __post_init__(self) -> None:
        """Find what the text names."""
        self.text = self.passage.text
        self.laws = references(self.text, self.knowledge, self.passage.label)
        self.law_spans = [span for law in self.laws for span in law.spans]
        named = [m.span() for m in gdpr().finditer(self.text)]
        found = cues(self.text, [*self.law_spans, *named], special=self.special, label=self.passage.label)
        self.claims = explicit(self._without_secrecy(found), self.text, self.knowledge)
        self.quiet = [*self.law_spans, *named, *bare_articles(self.text)]

    def read(self) -> list[str]:
        """Put the passage into the record and return what was not understood."""
        if is_yes(self.text):
            return self._answered()
        spans = [*self.quiet, *((c.start, c.end) for c in self.claims)]
        for statement in statements(self.text, spans):
            there = len(self.left)
            self._state(statement)
            self.told = len(self.left) == there + 1 and statement.of(self.text) == self.left[-1]
        self._place_halves()
        return self.left

    def _place_halves(self) -> None:
        """Let "6.1 e" on a line of its own be words of the half that another line names."""
        row = next((r for half in _HALVES if (r := self.making.row("legal_bases", basis=half))), None)
        for words in self.halves:
            if row:
                self.making.word(row.key, "basis", self.passage, words)
            else:
                self.left.append(words)

    def _answered(self) -> list[str]:
        """Read "Ja" under a label that is itself the claim: "Samtycke?"."""
        asked = {c.value for c in cues(self.passage.label, [])}
        if len(asked) != 1 or None in asked:
            return [self.text]
        self.row(asked.pop(), self.text)
        return []

    def _state(self, statement: Statement) -> None:
        claims, laws = self.holding(statement)
        stated, quiet = self._settled(claims)
        if claims and not stated and not laws and not self._tells(statement.span, quiet):
            self.halves.append(statement.of(self.text))
        elif stated:
            self._claim(statement, portions(self.text, statement, stated, quiet), laws)
        elif laws:
            self._cite(statement, laws)
        else:
            self._follow(statement)

    def _settled(self, claims: list[Cue]) -> tuple[list[Cue], list[Span]]:
        """Return the claims with "6.1 e" read as the half of it that stands beside it, and what is then silent."""
        halves = list(dict.fromkeys(c.value for c in claims if c.value in _HALVES))
        if len(halves) == 1:
            return [replace(c, value=c.value or halves[0]) for c in claims], self.quiet
        if not halves and not any(c.value in _HALVES for c in self.claims):
            return claims, self.quiet
        silent = [(c.start, c.end) for c in claims if c.value is None]
        return [c for c in claims if c.value is not None], [*self.quiet, *silent]

    def holding(self, statement: Statement) -> tuple[list[Cue], list[Reference]]:
        """Return the claims and laws of a statement that it does not deny."""
        inside = [c for c in self.claims if statement.start <= c.start < statement.end]
        no = {c.value for c in inside if c.value and denied(self.text, statement, (c.start, c.end))}
        claims = [c for c in inside if c.value not in no]
        laws = [r for r in self.laws if statement.start <= r.start < statement.end]
        return claims, [r for r in laws if not self._is_denied(statement, r)]

    def _is_denied(self, statement: Statement, law: Reference) -> bool:
        """Return whether a "not" stands right before a law: "inte enligt …"; farther off it is about something else."""
        before = self.text[statement.start : law.start]
        found = list(phrases(setting("basis_texts")["not"]).finditer(before))
        return bool(found) and not has_content(before[found[-1].end() :])

    def _claim(self, statement: Statement, found: list[Portion], laws: Sequence[Reference]) -> None:
        keys = [self._place(portion) for portion in found]
        if len(keys) == 1 and self.told and begins("back", statement.of(self.text)):
            self._explain(keys[0], found[0].cue, self.left.pop())
        for i, law in enumerate(laws):
            tied = tied_to(self.text, law, laws[i - 1] if i else None, found)
            self._provision(law, keys[found.index(tied)] if tied else None)
        single = len({p.cue.value for p in found}) == 1
        self.carry, self.carried = (keys[-1], found[-1].cue) if single else (None, None)
        self.line = statement.line

    def _place(self, portion: Portion) -> UUID:
        """Put a basis and what explains it into the record."""
        wording = self.text[slice(*portion.wording)].strip(" \t\n,;")
        key = self.row(portion.cue.value, wording)
        if portion.cue.value is None and self.making.row("legal_bases", key=key).basis is None:
            self.left.append(self.text[portion.cue.article : portion.cue.end])
        if portion.explanation:
            self._explain(key, portion.cue, self.text[slice(*portion.explanation)])
            self._party(key, portion.cue, portion.explanation[1])
        return key

    def _party(self, key: UUID, cue: Cue, end: int) -> None:
        """Keep who is party to the contract, where the words after it say so."""
        if cue.value is LegalBasis.CONTRACT and (party := party_in(self.text[cue.start : end])):
            self._add_text("legal_bases", key, "contract_party", party)

    def row(self, value: Any, wording: str) -> UUID:
        """Return the key of the row of a basis, made where it is not there."""
        name = "legal_bases" if value is None or isinstance(value, LegalBasis) else "special_category_bases"
        column = "basis" if name == "legal_bases" else "condition"
        if there := self._there(name, column, value):
            self.making.word(there, column, self.passage, wording)
            return there
        kind = PurposeBasis if name == "legal_bases" else SpecialCategoryBasis
        row: UUID = self.making.add(name, kind.model_validate({column: value}), self.passage, wording).key
        return row

    def _there(self, name: str, column: str, value: Any) -> UUID | None:
        """Return the key of the row that says this already; one half of point (e) settles a row that left it open."""
        if row := self.making.row(name, **{column: value}):
            return row.key
        if value in _HALVES and (row := self.making.row(name, basis=None)):
            self.making.change(name, row.key, basis=value)
            return row.key
        halves = (self.making.row("legal_bases", basis=half) for half in _HALVES)
        row = next((half for half in halves if half), None) if value is None else None
        return row.key if row else None

    def _explain(self, key: UUID, cue: Cue, said: str) -> None:
        words = explained(said)
        if cue.special:
            column = "" if self.special and self._names_only(words) else "motivation"
            self._add_text("special_category_bases", key, column, words)
            return
        for column in columns_of(cue.value, words):
            self._add_text("legal_bases", key, column, words)

    def _add_text(self, name: str, key: UUID, column: str, words: str, wording: str = "") -> None:
        """Put words into a text of a row, behind those that are there; without a column they are its wording only."""
        there = getattr(self.making.row(name, key=key), column).sv if column else words
        if words not in there:
            self.making.change(name, key, **{column: Text(sv=f"{there} {words}".strip())})
        self.making.word(key, column, self.passage, wording or words)

    def _cite(self, statement: Statement, laws: Sequence[Reference]) -> None:
        """Read a statement of laws: beside a basis on the same line they support it, and its words explain."""
        tells = self._tells(statement.span)
        beside = self.carry if statement.line == self.line and self.carried and needs_law(self.carried) else None
        rows = [self._provision(law, beside) for law in laws]
        words = statement.of(self.text)
        if tells and beside and self.carried:
            self._explain(beside, self.carried, words)
        elif tells and len({r.law.code for r in laws}) == 1:
            self._add_text("provisions", rows[0], "note", self._note(statement, laws[0]), words)
        elif tells:
            self.left.append(words)
        else:
            self.making.word(rows[0], "", self.passage, words)
        if not beside:
            self.carry = self.carried = None

    def _tells(self, span: Span, quiet: Sequence[Span] = ()) -> bool:
        """Return whether a part says something beside laws and articles."""
        inside = [(start, end) for start, end in quiet or self.quiet if start < span[1] and span[0] < end]
        return any(has_content(self.text[slice(*g)]) for g in gaps(span, inside))

    def _note(self, statement: Statement, law: Reference) -> str:
        """Return what a statement tells of a law: what follows its name, or all where something leads up to it."""
        tells = self._tells((statement.start, law.start))
        return (
            statement.of(self.text)
            if tells
            else explained(self.text[law.end : statement.end]) or statement.of(self.text)
        )

    def _provision(self, law: Reference, about: UUID | None) -> UUID:
        wording = " ".join(self.text[slice(*span)] for span in sorted(law.spans))
        said = {"law": law.law, "pinpoint": law.pinpoint, "about": about}
        if there := self.making.row("provisions", **said):
            self.making.word(there.key, "", self.passage, wording)
            return there.key
        row: UUID = self.making.add("provisions", LegalProvision.model_validate(said), self.passage, wording).key
        return row

    def _follow(self, statement: Statement) -> None:
        """Read a statement without basis or law: it explains the basis before it, where that is one."""
        words = statement.of(self.text)
        if not has_content(words) and self.carry:
            self.making.word(self.carry, "", self.passage, words)
        elif self.carry and self.carried and self._explains(statement):
            self._explain(self.carry, self.carried, words)
            self.line = statement.line
        else:
            self.left.append(words)

    def _names_only(self, words: str) -> bool:
        """Return whether words name kinds of data and what allows them, and explain nothing."""
        kinds = [(f.start, f.end) for f in self.knowledge.find(PersonalDataCategory, words)]
        claims = [(c.start, c.end) for c in cues(words, kinds, special=True, label="9.2")]
        return not any(has_content(words[slice(*g)]) for g in gaps((0, len(words)), [*kinds, *claims]))

    def _explains(self, statement: Statement) -> bool:
        words = statement.of(self.text)
        if self.special and self.knowledge.find(PersonalDataCategory, words):
            return False
        inside = [c for c in self.claims if statement.start <= c.start < statement.end]
        carried = {self.carried.value} if self.carried else set()
        same = {c.value for c in inside} == carried and begins("conditions", words)
        claims = bool(inside) and not same
        told = statement.line == self.line or len(words_of(words)) > 4
        return told and not claims and not words.rstrip().endswith("?")

    def _without_secrecy(self, found: list[Cue]) -> list[Cue]:
        """Return the claims without consent under the Secrecy Act: that lifts secrecy and is no basis."""
        acts = [r for r in self.laws if r.law.is_act(_SECRECY_ACT)]
        return [c for c in found if c.value is not LegalBasis.CONSENT or not any(self._under(c, r) for r in acts)]

    def _under(self, cue: Cue, law: Reference) -> bool:
        between = self.text[cue.end : law.start] if law.start > cue.end else ""
        return bool(words_of(between)) and not has_content(between)


TOPICS: dict[Topic, Reads] = {
    Topic.LEGAL_BASES: legal_bases,
    Topic.PROVISIONS: legal_bases,
}
