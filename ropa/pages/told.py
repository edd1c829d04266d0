"""What one activity says of one thing it can be found by: a group of persons, a recipient, a kind of data, a system, a law.

A record that is cut to its audience in, short facts out; the notice tells the rest. Each function returns a list of
facts for every row that names the thing, so that two rows about one recipient stand apart.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from .. import retention
from ..notice import details
from ..notice.blocks import Blocks, entries, listing, or_not_stated, paragraph, supports, withheld
from ..notice.lawfulness import basis
from ..notice.lawfulness import purposes as all_purposes
from ..notice.persons import condition as article_9
from ..notice.values import Item
from ..record import DataSubject, PersonalData, ProcessingActivity, Recipient, RetentionRule, Said, Text
from ..vocabulary import DataLevel, Occurrence, Statement
from ..wording import here, ours, say, told, upper_first

SENTENCES = 3
"""So many sentences on how long; the notice has the rest."""


class Fact(NamedTuple):
    """A heading and what is said."""

    heading: Any
    blocks: Blocks


Facts = list[Fact]
Teller = Callable[[ProcessingActivity, str], list[Facts]]


def person(activity: ProcessingActivity, code: str) -> list[Facts]:
    """Tell what concerns one group of persons: which data about just them, who gets these, how long."""
    rows = _rows(activity.data_subjects, "category", code)
    keys = {row.key for row in rows}
    data = [x for x in activity.personal_data if _occurs(x) and _about(x.data_subjects, keys)]
    mine = {x.key for x in data}
    when = _listed(said for row in rows for said in _when_yours(activity, row))
    return [
        [
            *_fact(_("When it concerns you"), when),
            Fact(_("Data about you"), _data(activity, data)),
            Fact(_("Who gets them"), _who_gets(activity, mine)),
            Fact(_("How long"), _how_long(activity, keys, mine)),
        ]
    ]


def _when_yours(activity: ProcessingActivity, row: DataSubject) -> list[Said]:
    """Return when an activity concerns a group; that it always does goes without saying."""
    told_of = row.model_copy(update={"occurrence": None}) if row.occurrence is Occurrence.ALWAYS else row
    return details.occurrence(activity, told_of)


def recipient(activity: ProcessingActivity, code: str) -> list[Facts]:
    """Tell what a recipient gets, when, what for and on what ground."""
    return [_sent(activity, row) for row in _rows(activity.recipients, "category", code)]


def _sent(activity: ProcessingActivity, row: Recipient) -> Facts:
    ground = ours("{ground}", ground=row.ground.text) if row.ground else None
    return [
        Fact(_("When"), _when(activity, row)),
        *_fact(_("Which data"), _which(activity, row)),
        *_fact(_("What for"), _listed(details.noted(row.purpose))),
        Fact(_("Ground"), or_not_stated((*paragraph(ground), *listing(None, supports(activity, row.key))))),
        *_fact(_("More precisely"), _listed(details.noted(row.note))),
    ]


def _which(activity: ProcessingActivity, row: Recipient) -> Blocks:
    """Return the data that are sent; nothing where which they are is withheld, which stands among the supports."""
    hidden = row.personal_data or any(x.about == row.key and x.field == "personal_data" for x in activity.withheld)
    unstated = () if hidden else paragraph(ours(_("The register does not single out any. It may be all of them.")))
    return _named(x for x in activity.personal_data if x.key in row.personal_data) or unstated


def processor(activity: ProcessingActivity, code: str) -> list[Facts]:
    """Tell what a processor does, and where."""
    found = _rows([*activity.processors, *activity.sub_processors], "supplier", code)
    return [[Fact(_("What it does"), or_not_stated(_listed(details.processor(activity, row))))] for row in found]


def data(activity: ProcessingActivity, code: str) -> list[Facts]:
    """Tell whom a kind of data is about, when it occurs, who gets it, and what allows it where the law forbids."""
    return [_kind(activity, row) for row in _rows(activity.personal_data, "category", code)]


def _kind(activity: ProcessingActivity, row: PersonalData) -> Facts:
    groups = [x for x in activity.data_subjects if _occurs(x) and _about(row.data_subjects, {x.key})]
    return [
        Fact(_("About whom"), or_not_stated(_named(groups) or withheld(activity, "data_subjects"))),
        Fact(_("When"), _when(activity, row)),
        *_fact(_("More precisely"), _listed(details.noted(row.note))),
        Fact(_("Who gets them"), _who_gets(activity, {row.key})),
        *_allowed(activity, row),
    ]


def _allowed(activity: ProcessingActivity, row: PersonalData) -> Facts:
    """Return what lifts the ban on data that the law protects most (Art. 9(2), 10, 87)."""
    level = row.category.level if row.category else None
    if level is DataLevel.SPECIAL_CATEGORY:
        bases = [x for x in activity.special_category_bases if _about(x.personal_data, {row.key})]
        said = tuple(block for x in bases for block in article_9(activity, x))
        return [Fact(_("What allows it"), or_not_stated(said or withheld(activity, "special_category_bases")))]
    if level is DataLevel.OFFENCES:
        said = paragraph(say(activity.offence_support))
        return [Fact(_("What allows it"), or_not_stated(said or withheld(activity, "offence_support")))]
    return []


def identity_number(activity: ProcessingActivity, code: str) -> list[Facts]:
    """Tell of a number that identifies a person what other data tell, and why it is needed."""
    why = paragraph(say(activity.identity_number_justification))
    said = or_not_stated(why or withheld(activity, "identity_number_justification"))
    return [[*facts, Fact(_("Why it is needed"), said)] for facts in data(activity, code)]


def system(activity: ProcessingActivity, code: str) -> list[Facts]:
    """Tell what a system is used for, and what it holds."""
    groups = [x for x in activity.data_subjects if _occurs(x)]
    kinds = [x for x in activity.personal_data if _occurs(x)]
    rows = _rows(activity.carriers, "system", code)
    return [
        [
            *_fact(_("Used as"), _listed(details.carrier(activity, row))),
            Fact(_("Data in the activity"), or_not_stated(_named(kinds) or withheld(activity, "personal_data"))),
            Fact(_("About whom"), or_not_stated(_named(groups) or withheld(activity, "data_subjects"))),
        ]
        for row in rows
    ]


_SUPPORTED = (
    ("legal_bases", _("Legal basis")),
    ("special_category_bases", _("Sensitive data")),
    ("recipients", _("Disclosure")),
    ("secrecy", _("Secrecy")),
    ("retention_rules", _("How long the data are kept")),
    ("transfers", _("Transfer outside the EU/EEA")),
    ("withheld", _("Why something is not shown")),
)
"""List of a record -> what a provision that speaks of one of its rows is about."""


def law(activity: ProcessingActivity, code: str) -> list[Facts]:
    """Tell which places of an act are cited, and what each supports."""
    found: dict[Any, list[Item]] = {}
    for row in _rows(activity.provisions, "law", code):
        place = told("{place}", place=row.pinpoint) if row.pinpoint else ours(_("No section is stated."))
        lines = found.setdefault(_what(activity, row.about), [])
        lines += [Item(text=said) for said in (place, say(row.note)) if said]
    return [[Fact(heading, listing(None, tuple(items))) for heading, items in found.items()]] if found else []


def _what(activity: ProcessingActivity, about: UUID | None) -> Any:
    for name, heading in _SUPPORTED:
        if any(row.key == about for row in getattr(activity, name)):
            return heading
    return _("The activity")


def legal_basis(activity: ProcessingActivity, code: str) -> list[Facts]:
    """Tell what a legal basis is claimed for, and why it holds."""
    return [
        [
            Fact(_("What for"), _purposes(activity, row.purposes)),
            *_fact(_("Why it applies"), _listed((*basis(activity, _bare(row)),), supports(activity, row.key))),
        ]
        for row in activity.legal_bases
        if row.basis == code
    ]


def _bare(row: Any) -> Any:
    """Return a legal basis without its purposes, which are told beside it."""
    return row.model_copy(update={"purposes": ()})


def _purposes(activity: ProcessingActivity, keys: Sequence[UUID]) -> Blocks:
    if not keys:
        return all_purposes(activity)
    return or_not_stated(_listed([say(name) for name in details.purposes(activity, keys)]))


def _listed(lines: Iterable[Said], more: tuple[Item, ...] = ()) -> Blocks:
    return listing(None, (*(Item(text=_first_letter(line)) for line in lines), *more))


def _first_letter(said: Said) -> Said:
    """Return words that a line begins with."""
    return said.model_copy(update={"text": upper_first(said.text)})


# --- what several of them tell ----------------------------------------------------------------------------------------


def _rows(rows: Iterable[Any], name: str, code: str) -> list[Any]:
    """Return the rows that name the thing and do not say "never"."""
    return [x for x in rows if _occurs(x) and getattr(x, name) and getattr(x, name).code == code]


def _occurs(row: Any) -> bool:
    return getattr(row, "occurrence", None) is not Occurrence.NEVER


def _about(named: Sequence[UUID], keys: set[UUID]) -> bool:
    """Return whether a list of keys, where none stands for all, has one of these."""
    return not named or bool(keys.intersection(named))


def _fact(heading: Any, blocks: Blocks) -> Facts:
    return [Fact(heading, blocks)] if blocks else []


def _named(rows: Iterable[Any]) -> Blocks:
    """Return the names of rows as one line, all in one language."""
    names = tuple(row.category for row in rows if row.category)
    return paragraph(_sentence(names)) if names else ()


def _sentence(names: tuple[Any, ...]) -> Said:
    return _first_letter(told("{names}", names=names))


_LEVELS = {DataLevel.SPECIAL_CATEGORY: _("sensitive"), DataLevel.OFFENCES: _("about crimes")}


def _data(activity: ProcessingActivity, rows: Iterable[PersonalData]) -> Blocks:
    """Return the kinds of data with how often they occur; what the law protects most says so."""
    lines = listing(None, entries(activity, rows, "category", _how_protected))
    return or_not_stated((*lines, *withheld(activity, "personal_data")))


def _how_protected(activity: ProcessingActivity, row: PersonalData) -> list[Said]:
    level = row.category.level if row.category else None
    return [*([ours(_LEVELS[level])] if level in _LEVELS else []), *details.occurrence(activity, row)]


def _when(activity: ProcessingActivity, row: Any) -> Blocks:
    said = details.occurrence(activity, row.model_copy(update={"note": Text()}))
    return or_not_stated(_listed(said))


def _who_gets(activity: ProcessingActivity, keys: set[UUID]) -> Blocks:
    """Return those who get some of these data, and who handles them for us."""
    if activity.disclosure is Statement.NEVER:
        told_at_all = paragraph(ours(_("Not disclosed.")))
    else:
        rows = [x for x in activity.recipients if _occurs(x) and _about(x.personal_data, keys)]
        told_at_all = listing(None, entries(activity, rows, "category", _how_often))
    helping = [x for x in activity.processors if _occurs(x)]
    return or_not_stated(
        (
            *told_at_all,
            *withheld(activity, "recipients", "disclosure"),
            *listing(ours(_("Processors:")), entries(activity, helping, "supplier")),
        )
    )


def _how_often(activity: ProcessingActivity, row: Recipient) -> list[Said]:
    return details.with_occurrence(lambda _activity, row: details.condition(row))(activity, row)


def _how_long(activity: ProcessingActivity, keys: set[UUID], data: set[UUID]) -> Blocks:
    """Return the first sentences on how long these data about these persons are kept."""
    rules = [x for x in activity.retention_rules if _about(x.data_subjects, keys) and _about(x.personal_data, data)]
    mine = [x.model_copy(update={"personal_data": tuple(k for k in x.personal_data if k in data)}) for x in rules]
    said = retention.sentences(_without_support(activity, mine), here())
    lines = (*said[:SENTENCES], *([ours(_("There is more about this in the full text."))] if said[SENTENCES:] else []))
    reason = activity.no_retention_reason
    return or_not_stated(
        (
            *_listed(lines),
            *paragraph(told(_("No fixed time: {text}."), text=reason) if reason else None),
            *withheld(activity, "retention_rules", "no_retention_reason"),
        )
    )


def _without_support(activity: ProcessingActivity, rules: Iterable[RetentionRule]) -> ProcessingActivity:
    """Return the activity with these rules alone, without what they rest on: the notice names that."""
    bare = {"plan": Text(), "plan_section": "", "decision_body": "", "decision_date": None}
    kept = tuple(rule.model_copy(update=bare) for rule in rules)
    keys = {rule.key for rule in kept}
    provisions = tuple(x for x in activity.provisions if x.about not in keys)
    return activity.model_copy(update={"retention_rules": kept, "provisions": provisions})
