"""What a page of an import shows of each activity: what it becomes, what changes, why it is taken for a draft."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ...diff import LABEL_FIELDS, Difference, diff
from ...diff.naming import JOINED
from ...inputs.bringing import Foreseen
from ...inputs.passages import Outline, Passage
from ...inputs.rekeying import normal
from ...labels import FORM_LABELS
from ...record import OriginalWording, Unplaced, is_list
from ...record import ProcessingActivity as Record
from ...vocabulary import NoticeLevel, Severity
from ..findings import Notes, counts
from .items import Item
from .marking import Marked

ELSEWHERE = ("original_wording", "unplaced")
"""Lists that are shown beside the original text, not among what the activity becomes."""


@dataclass(frozen=True)
class Row:
    """A row of a list as it will become: what it is called, and what else it says."""

    name: str
    more: tuple[tuple[str, str], ...]
    """(label, words) of its other fields."""


@dataclass(frozen=True)
class Becoming:
    """A list, or the activity's own fields (`title` empty), as they will become."""

    title: str
    rows: tuple[Row, ...]


@dataclass
class Shown:
    """One activity on the page."""

    item: Item
    foreseen: Foreseen
    chosen: dict[str, Any]
    why_not: str
    """Why it cannot be brought in as it is; empty where it can."""
    texts: list[Marked]
    becomes: list[Becoming]
    differences: list[Difference]
    notes: Notes
    unplaced: list[Unplaced]
    unit: str
    """The unit it will be in, in words."""
    is_theirs: bool = False
    """Whether it is a draft that the user may not edit: what that says is not shown."""
    is_abroad: bool = False
    """Whether it is another organisation's, and left out therefore."""
    known_by: str = ""
    """Why it is taken for the draft that is there: `Plan.known_by`."""
    is_idle: bool = False
    """Whether it comes to nothing: it is shown last, and folded."""

    @property
    def kind(self) -> str:
        """new, changed, unchanged, left, abroad or theirs."""
        if self.is_abroad and not self.chosen.get("leave"):
            return "abroad"
        return "left" if self.chosen.get("leave") else "theirs" if self.is_theirs else self.foreseen.kind

    @property
    def kind_words(self) -> str:
        """The same in words."""
        words = {
            "new": _("New"),
            "changed": _("Updates a draft"),
            "unchanged": _("Changes nothing"),
            "left": _("Left out"),
            "abroad": _("Another organisation's"),
            "theirs": _("Not yours to edit"),
        }
        return words[self.kind]

    @property
    def why_known(self) -> str:
        """Why it is taken for the draft that is there, in words; empty where it is none, or one the user may not see."""
        if not self.foreseen.there:
            return ""
        words = {
            "key": _("the same activity in a file of ropa's own"),
            "reference": _("same reference %(reference)s") % {"reference": self.foreseen.there.reference},
            "name": _("same name in the same unit"),
            "words": _("same words read before"),
        }
        return words[self.known_by]

    @property
    def other_name(self) -> str:
        """What the draft is called, where the file calls it something else; empty where the names agree."""
        there, said = self.foreseen.there, self.item.record.name.sv
        return there.name if there and said and normal(there.name) != normal(said) else ""

    @property
    def found(self) -> str:
        """How many errors and warnings the rules find, in words."""
        return counts({s: sum(n.severity is s for n in self.notes.all) for s in (Severity.ERROR, Severity.WARNING)})

    @property
    def name(self) -> str:
        """What it is called."""
        return self.foreseen.record.name.sv or _("(no name in the file)")


class Called:
    """Names the field that a kept wording of a record tells of: the list of its row, or the activity's own field."""

    def __init__(self, record: Record) -> None:
        self._lists = {row.key: name for name, rows in record if is_list(rows) for row in rows}

    def __call__(self, wording: OriginalWording) -> str:
        """Return the field in words."""
        if wording.about is None:
            return FORM_LABELS.field(Record, wording.field)
        return FORM_LABELS.row(self._lists[wording.about]) if wording.about in self._lists else ""


def differences(foreseen: Foreseen) -> list[Difference]:
    """Return what a draft that is there says otherwise; kept wordings are shown in the text itself."""
    if foreseen.draft is None:
        return []
    found = diff(foreseen.draft, foreseen.record, FORM_LABELS)
    return [d for d in found if d.field != "original_wording"]


def becomes(record: Record) -> Iterator[Becoming]:
    """Yield what an activity will say, list by list."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for difference in diff(Record(key=record.key), _own(record), FORM_LABELS):
        title = FORM_LABELS.field(Record, difference.field) if difference.field else ""
        if difference.field in ELSEWHERE:
            continue
        if title:
            found[title].append(_row(difference))
        else:
            found[title] += [Row(c.label, (("", c.new),)) for c in difference.columns]
    for title, rows in found.items():
        yield Becoming(title, tuple(rows))


def _own(record: Record) -> Record:
    """Return a record without what stands elsewhere: its parties and the texts it inherits."""
    texts = tuple(t for t in record.notice_texts if t.level is NoticeLevel.ACTIVITY)
    nobody: dict[str, Any] = dict.fromkeys(("organisation", "controller", "dpo", "unit"))
    return record.model_copy(update={**nobody, "slug": "", "notice_texts": texts})


def _row(difference: Difference) -> Row:
    """Return a row under its whole name: what names rows elsewhere is cut."""
    named = LABEL_FIELDS[difference.field] if difference.field in JOINED else ()
    others = [c for c in difference.columns if c.new and c.name not in named]
    cut = difference.name.removesuffix("…")
    whole = next((c for c in others if c.new == cut or (cut != difference.name and c.new.startswith(cut))), None)
    name = whole.new if whole else difference.name
    return Row(name, tuple((c.label, c.new) for c in others if c is not whole))


@dataclass(frozen=True)
class Rest:
    """What a document says beside its activities."""

    file: str
    passages: tuple[Passage, ...]
    has_none: bool
    """Whether there is no activity in it at all."""


def rests(outlines: Iterable[Outline]) -> list[Rest]:
    """Return what each document holds that belongs to no activity: titles, page numbers; of one without any, all of it."""
    found = [Rest(o.file, (*(() if o.sections else o.shared), *o.furniture), not o.sections) for o in outlines]
    return [rest for rest in found if rest.passages or rest.has_none]
