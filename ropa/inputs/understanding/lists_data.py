"""Whom the data are about, and which data (GDPR Art. 30(1)(c))."""

import re
from dataclasses import dataclass, replace
from typing import Any

from ...record import DataSubject, DataSubjectCategory, PersonalData, PersonalDataCategory, Text
from ...vocabulary import DataLevel
from ..making import Making
from ..passages import Passage
from .items import Item, items
from .knowledge import Knowledge
from .lists_rows import Listing, beyond, is_answer, joined, sentence
from .telling import has_verb

_ANY_DATA = re.compile(
    r"(?:alla|samtliga|de|sådana|all)\s+(?:övriga\s+)?(?:person)?(?:uppgifter|data|information)\b", re.I
)
"""Words that name no kind of data: "alla uppgifter som behövs"."""
_JUST_DATA = re.compile(r"(?:person)?uppgifter(?:na)?|information|data|personal data|person(?:opp|op)lysninger", re.I)
_ROLE = r"(?:styrelse|styrelsen|styrelser|styrelseledamöter|ordförande|kassör|kassörer|sekreterare|firmatecknare|företrädare|representanter|kontaktpersoner?)"
_OF_CLUB = re.compile(
    rf"\w*förening(?:en|ar|arna)?s\s{_ROLE}|{_ROLE}\s(?:i|för|hos|från)\s\w*förening(?:en|ar|arna)?", re.IGNORECASE
)
"""Those who speak for an association."""


@dataclass(frozen=True)
class _About:
    """A row of data, and whom it is about by the words."""

    data: Any
    subjects: tuple[Any, ...]
    passage: Passage
    wording: str
    note: str
    """What the row's note says where these are no rows of their own."""
    leads: bool
    """Whether they stand before the data, with a colon: then they are data subjects by that."""


def data_subjects(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read whom the data are about."""
    listing = Listing(passage, making, knowledge, "data_subjects", DataSubjectCategory, DataSubject, False)
    for item in listing.items():
        club = _OF_CLUB.fullmatch(item.text)
        term = knowledge.term(DataSubjectCategory, "föreningsföreträdare") if club else listing.term(item)
        if term:
            listing.put(item, term, beyond(term, item))
        else:
            listing.unknown(item, noted=False)
    return listing.left


def personal_data(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read which data, and about whom where the words say it."""
    return _PersonalData(passage, making, knowledge).read()


class _PersonalData:
    def __init__(self, passage: Passage, making: Making, knowledge: Knowledge) -> None:
        self.listing = Listing(passage, making, knowledge, "personal_data", PersonalDataCategory, PersonalData, False)
        self.knowledge = knowledge

    def read(self) -> list[str]:
        """Add what the passage says, and return what was not understood."""
        for item in self.listing.items():
            self._read(item)
        return self.listing.left

    def _read(self, item: Item) -> None:
        if (is_answer(item.text) and not item.note) or _ANY_DATA.match(item.text):
            self.listing.leave(item)
        elif inside := self._inside(item):
            for sub in inside:
                self._read(replace(sub, wording=item.wording, group=item.group or sub.group))
        else:
            self._place(item)

    def _place(self, item: Item) -> None:
        term = self._exemplified(item)
        term = (
            term
            or self.knowledge.term(PersonalDataCategory, item.text)
            or self._of_group(item)
            or self.listing.term(item)
        )
        row = self.listing.unknown(item) if term is None else self._put(item, term)
        if row is not None:
            self._about(item, row)

    def _exemplified(self, item: Item) -> Any:
        """Return the special category that an example is of, where it stands right after it: "hälsa, t.ex. prov"."""
        before = self.listing.making.rows.get("personal_data", ())[-1:]
        term = before[0].category if before and item.example else None
        own = self.listing.term(item)
        special = term is not None and term.level is DataLevel.SPECIAL_CATEGORY
        return term if special and not (own and own.level in {DataLevel.SPECIAL_CATEGORY, DataLevel.OFFENCES}) else None

    def _put(self, item: Item, term: Any) -> Any:
        subjects = self._subjects(item.note)
        named = replace(item, note="") if subjects else item
        return self._own_row(item, subjects, named, term)

    def _own_row(self, item: Item, subjects: tuple[Any, ...], named: Item, term: Any) -> Any:
        """Data that are said to be about some make a row of their own, others of the same kind join."""
        whom = subjects or self._led(item)
        if not whom:
            return self.listing.put(named, term, beyond(term, named))
        about = tuple(s.code for s in whom)
        there = next((a for a in self._waiting() if a.data.category.code == term.code and _codes(a) == about), None)
        if there is None or there.data.occurrence != item.occurrence or there.data.condition.sv != item.condition:
            row = PersonalData(category=term, occurrence=item.occurrence, condition=Text(sv=item.condition))
            row = row.model_copy(update={"note": Text(sv=beyond(term, named))})
            return self.listing.making.add("personal_data", row, self.listing.passage, item.wording)
        old = self.listing.making.row("personal_data", key=there.data.key)
        if note := beyond(term, named):
            self.listing.making.change("personal_data", old.key, note=Text(sv=joined(old.note.sv, note, item)))
        self.listing.making.word(old.key, "", self.listing.passage, item.wording)
        return old

    def _waiting(self) -> list[_About]:
        return [a for a in self.listing.making.about if isinstance(a, _About) and a.data.category]

    def _about(self, item: Item, row: Any) -> None:
        """Keep whom a row is about until all data subjects are read."""
        leads = self._subjects(item.group)
        subjects = self._subjects(item.note) or self._led(item) or self._named_after(item)
        if subjects:
            note = item.note if self._subjects(item.note) else ""
            kept = _About(row, subjects, self.listing.passage, item.wording, note, bool(leads))
            self.listing.making.about.append(kept)

    def _led(self, item: Item) -> tuple[Any, ...]:
        """Return the groups before the colon. A name that no term bears may be one, if such a row is there."""
        if known := self._subjects(item.group):
            return known
        words = re.sub(r"^om\s+", "", item.group, flags=re.I).strip()
        data = self.knowledge.about(PersonalDataCategory, words) is not None
        named = 0 < len(words.split()) <= 3 and not data and not has_verb(words) and not words.isnumeric()
        return (self.knowledge.own(DataSubjectCategory, words),) if named else ()

    def _subjects(self, words: str) -> tuple[Any, ...]:
        """Return the groups that words list, or none where they say anything else too."""
        if not words or _told(words):
            return ()
        words = re.sub(r"^om\s+", "", words, flags=re.I)
        bare = re.sub(
            r"^(?:(?:person)?uppgifter|information|data)\s+(?:om|för|på|avseende|about)\s+", "", words, flags=re.I
        )
        bare = re.sub(
            r"^(?:för|om|på|gäller|avser|avseende|for|about|endast|bara|enbart|only)\s+", "", bare, flags=re.I
        )
        named = [self.knowledge.term(DataSubjectCategory, i.text) for i in items(bare, self._is_subject)]
        return tuple(named) if named and all(named) else ()

    def _is_subject(self, words: str) -> bool:
        return self.knowledge.term(DataSubjectCategory, words) is not None

    def _named_after(self, item: Item) -> tuple[Any, ...]:
        """Return the groups that stand after the data: "namn på vårdnadshavare"."""
        found = re.search(r"\s(?:på|till|för|om|hos|of|for)\s(.+)$", item.text)
        owner = re.match(r"([\w-]{2,}?):?s\s(?=[\w-]+$)", item.text)
        return self._subjects(found[1]) if found else self._subjects(owner[1]) if owner else ()

    def _of_group(self, item: Item) -> Any:
        """Return the kind that stands before the colon where the item itself is none: "Ekonomi: hyra, el"."""
        if not item.group or self.listing.term(item) or self._subjects(item.group):
            return None
        return self.knowledge.about(PersonalDataCategory, item.group)

    def _inside(self, item: Item) -> list[Item]:
        """Return what the brackets list where the words before them say but "personal data"."""
        listed = items(item.note) if item.note and not self.listing.term(item) else []
        data = bool(listed) and all(self.listing.term(i) for i in listed)
        if not listed or not (data or _JUST_DATA.fullmatch(item.text.strip())):
            return []
        more = {"occurrence": item.occurrence, "condition": item.condition}
        return [replace(i, **more) if item.occurrence else i for i in listed]  # type: ignore[arg-type]


def _codes(about: _About) -> tuple[str, ...]:
    return tuple(subject.code for subject in about.subjects)


def _told(words: str) -> bool:
    return has_verb(words) and len(words.split()) > 4


def finish_data(making: Making) -> None:
    """Let rows of data name the groups they are about, once all groups are known.

    A group that only stands before a colon is a data subject by that. What stands in brackets and is no row
    goes into the note.
    """
    for about in (a for a in making.about if isinstance(a, _About)):
        if about.leads:
            _add_missing(making, about)
        keys = tuple(row.key for subject in about.subjects if (row := _subject_row(making, subject)))
        row = making.row("personal_data", key=about.data.key)
        if len(keys) == len(about.subjects):
            making.change("personal_data", row.key, data_subjects=tuple(dict.fromkeys((*row.data_subjects, *keys))))
        elif about.note:
            note = f"{row.note.sv} ({about.note})" if row.note else sentence(about.note)
            making.change("personal_data", row.key, note=Text(sv=note))
    making.about = [a for a in making.about if not isinstance(a, _About)]


def _subject_row(making: Making, subject: Any) -> Any:
    rows = making.rows.get("data_subjects", ())
    return next((row for row in rows if row.category and row.category.code == subject.code), None)


def _add_missing(making: Making, about: _About) -> None:
    for subject in about.subjects:
        if _subject_row(making, subject) is None:
            making.add("data_subjects", DataSubject(category=subject), about.passage, about.wording)
