"""Which rights apply, how, and by what article: decided here, worded in `rights`.

Read from GDPR Art. 7(3), 15-18 and 20-22, and from three acts that change them:
(2001:454) 6 § in social services, (2008:355) 2 kap. 2 § in health care, and
(2018:1177), which applies instead of the GDPR in law enforcement.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ..record import ProcessingActivity
from ..vocabulary import (
    AutomationKind,
    LegalBasis,
    Medium,
    OrganisationRole,
    RetentionAction,
    Sector,
    SpecialCategoryCondition,
    Statement,
)
from ..vocabulary import DataSubjectRight as R
from ..vocabulary import RightReason as Why
from ..vocabulary import RightStanding as How


class Right(NamedTuple):
    """A right, and how it stands in an activity."""

    right: R
    standing: How
    reasons: tuple[Why, ...]
    """The articles that decide it."""


class Cell(NamedTuple):
    """How a right stands for what rests on one legal basis."""

    standing: How
    reason: Why


_YES, _LESS, _NO = How.APPLIES, How.LIMITED, How.DOES_NOT_APPLY
_ERASED, _KEPT = Cell(_YES, Why.ERASURE), Cell(_LESS, Why.TASK_IN_LAW)
_HEARD, _DEAF = Cell(_YES, Why.OBJECTION), Cell(_NO, Why.OBJECTION)
_MOVED, _STAYS, _TASK = (
    Cell(_YES, Why.CONSENT_OR_CONTRACT),
    Cell(_NO, Why.CONSENT_OR_CONTRACT),
    Cell(_NO, Why.PUBLIC_TASK),
)
_TAKEN, _NEVER_GIVEN = Cell(_YES, Why.WITHDRAWAL), Cell(_NO, Why.WITHDRAWAL)
_LOOKED, _LAW = Cell(_YES, Why.HUMAN_REVIEW), Cell(_LESS, Why.DECISION_IN_LAW)

# fmt: off
_ROWS = {
    #                consent  contract      obligation    vital         public interest  authority     legitimate
    R.ERASURE:      (_ERASED, _ERASED,      _KEPT,        _ERASED,      _KEPT,           _KEPT,        _ERASED),
    R.OBJECTION:    (_DEAF,   _DEAF,        _DEAF,        _DEAF,        _HEARD,          _HEARD,       _HEARD),
    R.PORTABILITY:  (_MOVED,  _MOVED,       _STAYS,       _STAYS,       _TASK,           _TASK,        _STAYS),
    R.WITHDRAWAL:   (_TAKEN,  _NEVER_GIVEN, _NEVER_GIVEN, _NEVER_GIVEN, _NEVER_GIVEN,    _NEVER_GIVEN, _NEVER_GIVEN),
    R.HUMAN_REVIEW: (_LOOKED, _LOOKED,      _LAW,         _LAW,         _LAW,            _LAW,         _LAW),
}
# fmt: on
BY_BASIS = {right: dict(zip(LegalBasis, cells, strict=True)) for right, cells in _ROWS.items()}
"""Right -> point of Art. 6(1) -> how it stands for what rests on that point alone."""

ALWAYS = {R.ACCESS: Why.ACCESS, R.RECTIFICATION: Why.RECTIFICATION, R.RESTRICTION: Why.RESTRICTION}
"""Rights that no legal basis takes away."""

LAW_ENFORCEMENT = (
    Right(R.ACCESS, How.APPLIES, (Why.CRIME_ACCESS,)),
    Right(R.RECTIFICATION, How.APPLIES, (Why.CRIME_RECTIFICATION,)),
    Right(R.ERASURE, How.LIMITED, (Why.CRIME_ERASURE,)),
    Right(R.RESTRICTION, How.APPLIES, (Why.CRIME_RECTIFICATION, Why.CRIME_ERASURE)),
    Right(R.OBJECTION, How.DOES_NOT_APPLY, (Why.OUTSIDE_GDPR,)),
    Right(R.PORTABILITY, How.DOES_NOT_APPLY, (Why.OUTSIDE_GDPR,)),
    Right(R.WITHDRAWAL, How.DOES_NOT_APPLY, (Why.OUTSIDE_GDPR,)),
)
"""What holds where the GDPR does not; a right to human review comes with an automated decision."""

_SOCIAL, _CARE = Cell(_NO, Why.SOCIAL_SERVICES), Cell(_LESS, Why.PATIENT_DATA)
_OBJECTION_IN_SECTOR = {
    Sector.SOCIAL_SERVICES: _SOCIAL,
    Sector.DISABILITY_SERVICES: _SOCIAL,
    Sector.HEALTH_CARE: _CARE,
    Sector.SCHOOL_HEALTH: _CARE,
}
_SOCIAL_SERVICES_DATA_ACT = "2001:454"


def rights_of(activity: ProcessingActivity) -> tuple[Right, ...]:
    """Return each right and how it stands, in the order of `DataSubjectRight`.

    Empty where the organisation is processor: the controller answers for the rights.
    """
    if activity.role is OrganisationRole.PROCESSOR:
        return ()
    if activity.sector is Sector.LAW_ENFORCEMENT:
        return (*LAW_ENFORCEMENT, _decided(activity, [Cell(_YES, Why.CRIME_REVIEW)]))
    stated = {x.basis for x in activity.legal_bases}
    bases = [basis for basis in LegalBasis if basis in stated]
    return tuple(_right(activity, right, bases) for right in R)


def _right(activity: ProcessingActivity, right: R, bases: list[LegalBasis]) -> Right:
    if right in ALWAYS:
        return Right(right, How.APPLIES, (ALWAYS[right],))
    return _ADJUSTED[right](activity, [BY_BASIS[right][basis] for basis in bases])


def _joined(right: R, cells: Iterable[Cell]) -> Right:
    """Return how a right stands where each cell holds for a part of the activity."""
    reasons = tuple(dict.fromkeys(cell.reason for cell in cells)) or (Why.NOT_STATED,)
    standings = {cell.standing for cell in cells}
    if len(standings) < 2:
        return Right(right, standings.pop() if standings else How.NOT_KNOWN, reasons)
    return Right(right, How.IN_PART if How.APPLIES in standings else How.LIMITED, reasons)


def _erased(activity: ProcessingActivity, cells: list[Cell]) -> Right:
    found = _joined(R.ERASURE, cells)
    archived = any(x.action in {RetentionAction.PRESERVE, RetentionAction.DELIVER} for x in activity.retention_rules)
    if found.standing is How.APPLIES and archived:
        return Right(R.ERASURE, How.IN_PART, (*found.reasons, Why.ARCHIVE))
    return found


def _objected(activity: ProcessingActivity, cells: list[Cell]) -> Right:
    """The act takes the right away from what itself rests on it, not from all that mentions it at a recipient."""
    rows = (*activity.legal_bases, *activity.special_category_bases, *activity.purposes)
    supported = {None, *(x.key for x in rows)}
    cited = any(x.is_in(_SOCIAL_SERVICES_DATA_ACT) and x.about in supported for x in activity.provisions)
    rule = _SOCIAL if cited else _OBJECTION_IN_SECTOR.get(activity.sector) if activity.sector else None
    return _joined(R.OBJECTION, [rule if rule and cell == _HEARD else cell for cell in cells])


def _moved(activity: ProcessingActivity, cells: list[Cell]) -> Right:
    """Explicit consent counts as consent, except beside a public task; data on paper alone cannot be moved."""
    if _has_explicit_consent(activity) and any(cell != _TASK for cell in cells):
        cells = [*cells, _MOVED]
    media = {x.medium or (x.system.medium if x.system else None) for x in activity.carriers}
    on_paper = Cell(_NO, Why.AUTOMATED_MEANS)
    return _joined(R.PORTABILITY, [on_paper if media == {Medium.PAPER} and x == _MOVED else x for x in cells])


def _withdrawn(activity: ProcessingActivity, cells: list[Cell]) -> Right:
    """Explicit consent to special categories can be taken back as well (Art. 9(2)(a)); it is about those data only."""
    if _has_explicit_consent(activity):
        cells = [*(cells or [_NEVER_GIVEN]), _TAKEN]
    return _joined(R.WITHDRAWAL, cells)


def _decided(activity: ProcessingActivity, cells: list[Cell]) -> Right:
    kinds = {x.kind for x in activity.automated_decisions}
    if AutomationKind.DECISION in kinds:
        return _joined(R.HUMAN_REVIEW, cells)
    if activity.automation is Statement.NEVER or kinds == {AutomationKind.PROFILING}:
        return Right(R.HUMAN_REVIEW, How.DOES_NOT_APPLY, (Why.AUTOMATED_DECISION,))
    return Right(R.HUMAN_REVIEW, How.NOT_KNOWN, (Why.AUTOMATED_DECISION,))


def _has_explicit_consent(activity: ProcessingActivity) -> bool:
    return any(x.condition is SpecialCategoryCondition.EXPLICIT_CONSENT for x in activity.special_category_bases)


_ADJUSTED = {
    R.ERASURE: _erased,
    R.OBJECTION: _objected,
    R.PORTABILITY: _moved,
    R.WITHDRAWAL: _withdrawn,
    R.HUMAN_REVIEW: _decided,
}
