"""The register seen from other sides than its units: whom it is about, which data, who gets them, by which law.

Pure: a record that is cut to its audience in, the terms it names out. What is listed, searched and counted by.
"""

from collections.abc import Iterable, Mapping

from .record import ProcessingActivity, Said, Term, Text, Value
from .vocabulary import Occurrence, country_name

LANGUAGES = ("sv", "en")


class Facet(Value):
    """One thing an activity can be found by."""

    code: str
    """Code of the term; of a transfer, the country's or the organisation's name."""
    labels: Mapping[str, str] = {}
    """Language code -> label, as they read when it was published."""
    kind: str = ""
    """What sort it is: a recipient's kind, a level of data, a medium, an act's number; empty where none is stated."""
    never: bool = False
    """Whether the record says that it does NOT occur: "never disclosed to …"."""

    def said(self, language: str) -> Said:
        """Return the label in `language`, else in Swedish."""
        return Term(code=self.code, labels=self.labels).said(language)


class Facets(Value):
    """All that one activity can be found by, each thing once."""

    people: tuple[Facet, ...] = ()
    """Whom the data are about."""
    data: tuple[Facet, ...] = ()
    """Kinds of data; `kind` is their `DataLevel`."""
    sources: tuple[Facet, ...] = ()
    """Where the data come from."""
    recipients: tuple[Facet, ...] = ()
    """Who gets the data; `kind` is a `RecipientKind`."""
    processors: tuple[Facet, ...] = ()
    """Who handles the data on the controller's behalf, sub-processors included."""
    systems: tuple[Facet, ...] = ()
    """What holds the data; `kind` is a `Medium`."""
    laws: tuple[Facet, ...] = ()
    """Acts that are cited; `kind` is the number in the Swedish Code of Statutes."""
    bases: tuple[str, ...] = ()
    """`LegalBasis` codes (Art. 6)."""
    conditions: tuple[str, ...] = ()
    """`SpecialCategoryCondition` codes (Art. 9(2))."""
    transfers: tuple[Facet, ...] = ()
    """Countries and organisations outside the EU/EEA."""
    third_country: str = ""
    """The `Statement` about transfers; empty where nothing is said."""


def facets(activity: ProcessingActivity) -> Facets:
    """Return what an activity can be found by. The record must be cut to its audience already."""
    processors = [*activity.processors, *activity.sub_processors]
    return Facets(
        people=_named(activity.data_subjects, "category"),
        data=_named(activity.personal_data, "category", "level"),
        sources=_named(activity.sources, "category"),
        recipients=_named(activity.recipients, "category", "kind"),
        processors=_named(processors, "supplier"),
        systems=_named(activity.carriers, "system", "medium"),
        laws=_named(activity.provisions, "law", "sfs"),
        bases=_codes(row.basis for row in activity.legal_bases),
        conditions=_codes(row.condition for row in activity.special_category_bases),
        transfers=tuple(_each_once(_transfers(activity))),
        third_country=str(activity.third_country or ""),
    )


def _named(rows: Iterable[Value], name: str, kind: str = "") -> tuple[Facet, ...]:
    """Return the terms that stand in the field `name` of rows, `kind` being the term's own field."""
    return tuple(_each_once(_facet(row, getattr(row, name), kind) for row in rows if getattr(row, name)))


def _facet(row: Value, term: Term, kind: str) -> Facet:
    never = getattr(row, "occurrence", None) is Occurrence.NEVER
    sort = getattr(term, kind) if kind else ""
    return Facet(code=term.code, labels=term.labels, kind=str(sort or ""), never=never)


def _each_once(found: Iterable[Facet]) -> list[Facet]:
    """Return each code once; what occurs somewhere is not "never"."""
    kept: dict[str, Facet] = {}
    for facet in found:
        if facet.code not in kept or (kept[facet.code].never and not facet.never):
            kept[facet.code] = facet
    return list(kept.values())


def _codes(found: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(code) for code in found if code))


def _transfers(activity: ProcessingActivity) -> Iterable[Facet]:
    for row in activity.transfers:
        if row.country:
            yield Facet(code=row.country, labels={x: country_name(row.country, x) for x in LANGUAGES}, kind="country")
        elif row.international_organisation:
            name = row.international_organisation
            yield Facet(code=name, labels={"sv": name}, kind="organisation")


class Place(Value):
    """Where an activity stands in the register, and what it is called."""

    slug: str
    reference: str = ""
    name: Text = Text()
    summary: Text = Text()
    controller: Text = Text()
    controller_key: str = ""
    units: tuple[tuple[str, Text], ...] = ()
    """(slug, name) of the units it stands under, outermost first, its own last."""


def place_of(activity: ProcessingActivity) -> Place:
    """Return where an activity stands. The record must be cut to its audience already."""
    unit, controller = activity.unit, activity.controller
    return Place(
        slug=activity.slug,
        reference=activity.reference,
        name=activity.name,
        summary=activity.summary,
        controller=controller.name if controller else Text(),
        controller_key=str(controller.key) if controller else "",
        units=(*unit.path, (unit.slug, unit.name)) if unit else (),
    )
