"""An import as it is looked at: each activity as it will become, beside the text it was read from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ... import policy, publishing, rules, snapshot
from ...inputs.bringing import Foreseen, Plan
from ...models import Import, ProcessingActivity
from ...rules import Peers
from ..findings import Notes
from .choosing import Choices
from .items import Gathered, Item
from .marking import marked
from .showing import Called, Shown, becomes, differences

PER_PAGE = 20


@dataclass
class Looked:
    """All of an import, and one page of its activities."""

    gathered: Gathered
    choices: Choices
    number: int = 1
    locked: bool = False
    shown: list[Shown] = field(default_factory=list)

    @classmethod
    def at(cls, found: Import, user: Any, number: int = 1, *, locked: bool = False) -> "Looked":
        """Return an import as it stands, open at a page; `locked` keeps its drafts from being saved by others."""
        return cls(Gathered(found), Choices(found, user), number, locked)

    @property
    def items(self) -> list[Item]:
        """All activities of the files."""
        return self.gathered.items

    @cached_property
    def plan(self) -> Plan:
        """What they come to."""
        brought = [self.choices.brought(item) for item in self.items]
        mine = policy.editable(self.choices.user, ProcessingActivity.objects.order_by())
        terms, today = self.gathered.terms, timezone.localdate()
        return Plan(self.gathered.organisation, brought, terms=terms, among=mine, locked=self.locked, today=today)

    # --- whole ---

    @cached_property
    def editable(self) -> set[int]:
        """Ids of those drafts that the activities are which the user may edit."""
        pks = [row.pk for _key, row in self.plan.known if row]
        rows = policy.editable(self.choices.user, ProcessingActivity.objects.filter(pk__in=pks).order_by())
        return set(rows.values_list("pk", flat=True)) if pks else set()

    def why_not(self, place: int) -> str:
        """Return why an activity cannot be brought in; empty where it can."""
        if self.is_theirs(place):
            return _("It is a draft that you may not edit.")
        if self.choices.is_anothers(self.items[place]):
            whose = self.items[place].record.organisation
            return _("It is an activity of %(organisation)s, and left out.") % {"organisation": whose and whose.name.sv}
        return "" if self.plan.known[place][1] else self.choices.place(self.items[place]).why_not

    def is_theirs(self, place: int) -> bool:
        """Return whether an activity is a draft that the user may not edit, and perhaps not see."""
        row = self.plan.known[place][1]
        return row is not None and row.pk not in self.editable

    @cached_property
    def wanted(self) -> list[int]:
        """Places of the activities that are not left out, by choice or by themselves."""
        return [n for n, item in enumerate(self.items) if not (self.choices.is_left_out(item) or self.is_out(n))]

    def is_out(self, place: int) -> bool:
        """Return whether an activity leaves itself out: a draft one may not edit, or another organisation's."""
        return self.is_theirs(place) or self.choices.is_anothers(self.items[place])

    @cached_property
    def blocked(self) -> list[int]:
        """Places of those that are to be brought in and cannot be as they are."""
        return [n for n in self.wanted if self.why_not(n)]

    @property
    def counted(self) -> dict[str, int]:
        """How many there are: new, changed, unchanged, not one's own to edit, another organisation's, left out, blocked."""
        kinds = Counter(map(self.kind, range(len(self.items))))
        return {
            "all": len(self.items),
            **{kind: kinds[kind] for kind in ("new", "changed", "unchanged", "theirs", "abroad", "left")},
            "blocked": len(self.blocked),
        }

    @cached_property
    def there(self) -> dict[int, Foreseen]:
        """What becomes of those that are drafts which the user may edit, by place: a constant number of queries."""
        places = [n for n, (_key, row) in enumerate(self.plan.known) if row and not self.is_theirs(n)]
        return dict(zip(places, self.plan.foreseen(places), strict=True)) if places else {}

    def foreseen(self, places: Iterable[int]) -> list[Foreseen]:
        """Return what becomes of the activities at these places; of a draft that is not the user's, what the file says."""
        chosen = list(places)
        new = [n for n in chosen if n not in self.there and not self.is_theirs(n)]
        found = {**self.there, **dict(zip(new, self.plan.foreseen(new), strict=True))}
        return [found.get(n) or self.plan.alone(n) for n in chosen]

    def kind(self, place: int) -> str:
        """Return new, changed, unchanged, left, abroad or theirs."""
        if self.choices.is_left_out(self.items[place]):
            return "left"
        if self.choices.is_anothers(self.items[place]):
            return "abroad"
        if self.is_theirs(place):
            return "theirs"
        return self.there[place].kind if place in self.there else "new"

    @cached_property
    def idle(self) -> set[int]:
        """Places of those that come to nothing whatever is chosen for the others: shown last, and folded."""
        return {n for n in range(len(self.items)) if self.is_out(n)} | {
            n for n, one in self.there.items() if one.kind == "unchanged"
        }

    @cached_property
    def order(self) -> list[int]:
        """Places in the order in which they are shown; to leave one out moves nothing."""
        return sorted(range(len(self.items)), key=lambda n: n in self.idle)

    @property
    def doubts(self) -> list[str]:
        """What is easily overlooked and cannot be meant for sure: asked about before it is saved."""
        nowhere = sum(self._is_nowhere(n) for n in self.wanted)
        unseen = [
            n for n in self.numbers if n not in self.choices.made["pages"] and not self.idle.issuperset(self.on(n))
        ]
        said = []
        if nowhere and self.choices.options:
            words = ngettext("%(n)d activity belongs to no unit.", "%(n)d activities belong to no unit.", nowhere)
            said.append(words % {"n": nowhere})
        if unseen:
            words = ngettext("Page %(pages)s was not opened.", "Pages %(pages)s were not opened.", len(unseen))
            said.append(words % {"pages": ", ".join(map(str, unseen))})
        return said

    def _is_nowhere(self, place: int) -> bool:
        """Return whether a new activity comes to be in no unit although nobody chose that."""
        one = self.plan.brought[place]
        return not (self.plan.known[place][1] or one.unit or one.new_unit or self.choices.chosen(self.items[place]))

    @cached_property
    def told(self) -> set[str]:
        """What is brought in, each activity as one text: another as soon as it, its draft or its place is another."""
        return {self._told(n) for n in self.wanted}

    def _told(self, place: int) -> str:
        (key, row), one = self.plan.known[place], self.plan.brought[place]
        at = (row.pk, row.revision) if row else (one.unit.pk if one.unit else None, one.new_unit)
        return repr((self.items[place].id, str(key), at, snapshot.fingerprint(one.record)))

    @property
    def mark(self) -> str:
        """A text that is another when what is brought in is: kept in the page, so that nothing else is saved."""
        return sha256("\n".join(sorted(self.told)).encode()).hexdigest()

    # --- one page ---

    @property
    def pages(self) -> int:
        """How many pages of activities there are."""
        return max(1, -(-len(self.items) // PER_PAGE))

    @property
    def page(self) -> int:
        """Number of the page that is open."""
        return min(max(1, self.number), self.pages)

    @property
    def numbers(self) -> range:
        """The numbers of the pages."""
        return range(1, self.pages + 1)

    def on(self, page: int) -> list[int]:
        """Return the places of the activities on a page."""
        return self.order[(page - 1) * PER_PAGE : page * PER_PAGE]

    def open(self) -> "Looked":
        """Read what the page shows: a constant number of queries."""
        peers = publishing.compared([self.gathered.organisation.key])
        places = self.on(self.page)
        found = zip(places, self.foreseen(places), strict=True)
        self.shown = [self._shown(n, foreseen, peers) for n, foreseen in found]
        return self

    @property
    def at_work(self) -> list[Shown]:
        """Those on the page that come to something."""
        return [one for one in self.shown if not one.is_idle]

    @property
    def folded(self) -> list[Shown]:
        """Those on the page that come to nothing."""
        return [one for one in self.shown if one.is_idle]

    def _shown(self, place: int, foreseen: Foreseen, peers: dict[int, Any]) -> Shown:
        item, record = self.items[place], foreseen.record
        row = self.plan.known[place][1]
        pk = row.pk if row else 0
        others = Peers(one for key, one in peers.items() if key != pk)
        notes = Notes(rules.check(record, timezone.localdate(), peers=others))
        return Shown(
            item=item,
            foreseen=foreseen,
            chosen=self.choices.of(item),
            why_not=self.why_not(place),
            texts=marked(item.passages, item.record, Called(item.record)),
            becomes=list(becomes(record)),
            differences=differences(foreseen),
            notes=notes,
            unplaced=list(item.record.unplaced),
            unit=record.unit.name.sv if record.unit else "",
            is_theirs=self.is_theirs(place),
            is_abroad=self.choices.is_anothers(item),
            known_by=self.plan.known_by(place),
            is_idle=place in self.idle,
        )
