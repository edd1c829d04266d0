"""What one part of a sentence says of keeping and disposal, before it becomes a rule."""

from dataclasses import dataclass, field
from datetime import date

from ...record import Law
from ...vocabulary import Medium, PeriodEnd, RetentionAction, RetentionStage, Selection


@dataclass
class Occasion:
    """An event as a text names it."""

    text: str
    """The event, as it follows "efter" or "när"."""
    code: str = ""
    """The shipped trigger it is; empty for any other event."""
    way: str = "after"
    """"after", "when" or "until": how the text leads to it."""
    opener: str = ""
    """The words that lead to it."""


@dataclass
class Draft:
    """A rule on its way, from one part of a sentence."""

    documents: str = ""
    medium: Medium | None = None
    selection: Selection | None = None
    birth_days: tuple[int, ...] = ()
    selection_note: str = ""
    action: RetentionAction | None = None
    keeps: bool = False
    """Whether it says that something stays, without saying what happens then."""
    for_ever: bool = False
    open: bool = False
    """Whether it leaves open what happens: "bevaras" for a time, "gallras eller anonymiseras", another verb."""
    as_a_rule: bool | None = None
    period: str = ""
    at_most: bool = False
    """Whether the period is the longest: "senast efter 2 år"."""
    period_end: PeriodEnd | None = None
    occasion: Occasion | None = None
    condition: list[str] = field(default_factory=list)
    exception: str = ""
    reason: str = ""
    stage: RetentionStage | None = None
    plan: str = ""
    plan_section: str = ""
    decision_body: str = ""
    decision_date: date | None = None
    decision_reference: str = ""
    advice: str = ""
    laws: list[tuple[Law, str, str]] = field(default_factory=list)
    """Acts it rests on: the act, the place in it, the words."""
    lasting: bool = False
    """Whether it says that something stays as long as, or until, something is so: that is its condition."""
    counts: bool = False
    """Whether it only says what the period before it is counted from: "räknas från …"."""
    unknown: bool = False
    """Whether a verb says what happens that nobody knows: "inaktiveras"."""
    rest: list[str] = field(default_factory=list)
    """What was not understood, as it stands."""
    elaborates: bool = False
    """Whether it says the part before it again, in other words."""
    thereafter: bool = False
    """Whether it follows in time on the part before it."""
    subjectless: bool = False
    """Whether it names nothing, so that it goes on about what the part before it names."""
    others: bool = False
    """Whether it is about "the others"."""

    @property
    def timed(self) -> bool:
        """Whether it says when."""
        return bool(self.period or self.period_end or self.occasion)

    @property
    def states(self) -> bool:
        """Whether it sets anything at all."""
        if self.unknown and not self.period:
            return False
        return bool(self.timed or self.action or self.lasting or (self.keeps and self.condition))

    @property
    def supported(self) -> bool:
        """Whether it names a plan, a decision or advice."""
        return bool(self.plan or self.decision_date or self.decision_reference or self.decision_body or self.advice)
