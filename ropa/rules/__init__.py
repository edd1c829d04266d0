"""What the law asks of a record: one list of rules, and `check`.

Pure: a rule reads a `Case` (the record, those it is compared with, a day) and
yields the places where it is broken. Words are made only when asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from ..record import ProcessingActivity
from ..vocabulary import Severity
from . import (
    data,
    keeping,
    lawfulness,
    notice,
    outdated,
    parties,
    promises,
    publicity,
    purposes,
    retention,
    sector,
    security,
    sharing,
    transfers,
)
from .base import Case, Finding, Place, Rule
from .peers import Peer, Peers, peer

RULES: tuple[Rule, ...] = (
    # who answers, Art. 30(1)(a), 26
    parties.role_is_open,
    parties.controller_is_no_board,
    parties.kind_of_controller_is_open,
    parties.nobody_to_reach,
    parties.joint_without_arrangement,
    # why, Art. 30(1)(b), 5(1)(b)
    purposes.no_purpose,
    purposes.purpose_is_a_system,
    # what makes it lawful, Art. 6
    lawfulness.no_basis,
    lawfulness.interests_of_an_authority,
    lawfulness.task_without_law,
    lawfulness.consent_to_an_authority,
    lawfulness.consent_beside_task,
    lawfulness.consent_not_described,
    lawfulness.contract_without_party,
    sector.data_act_missing,
    # about whom and what, Art. 30(1)(c), 9, 10, 87
    data.no_data_subjects,
    data.no_personal_data,
    data.special_category_without_condition,
    data.condition_without_law,
    data.condition_without_special_category,
    data.indirect_without_position,
    data.offences_without_support,
    data.identity_number_without_reason,
    sector.technology_without_consent,
    # who gets it, Art. 30(1)(d), 28
    sharing.no_recipients,
    sharing.processor_without_agreement,
    sharing.agreement_between_boards,
    # where to, Art. 30(1)(e), 44-49
    transfers.third_country_is_open,
    transfers.transfer_not_described,
    transfers.transfer_barred_for_authorities,
    transfers.never_yet_outside,
    transfers.transfer_within_the_eea,
    # how long, Art. 30(1)(f)
    retention.nothing_on_time,
    retention.period_without_start,
    retention.rules_contradict,
    retention.rules_are_incomplete,
    retention.disposal_without_support,
    retention.personal_files,
    # how it is protected, Art. 30(1)(g), 32, 35
    security.no_security_measures,
    security.no_impact_assessment,
    # what people are told, Art. 13, 14, 22
    notice.source_not_stated,
    notice.duty_not_explained,
    notice.automation_not_explained,
    promises.promises_too_much,
    publicity.public_text_says_too_much,
    # that it stays true, Art. 5(2)
    outdated.refers_to_what_is_gone,
    keeping.review_is_due,
    keeping.others_state_otherwise,
)
"""Every rule, in the order of Art. 30(1)."""

BY_CODE = {rule.code: rule for rule in RULES}
COMPARING: tuple[Rule, ...] = (keeping.others_state_otherwise,)
"""Those that read `Case.peers`: what they find may change with another activity."""


def check(
    activity: ProcessingActivity, on: date, *, peers: Peers | None = None, changed_on: date | None = None
) -> tuple[Finding, ...]:
    """Return what is found in one activity on a day, in the order of `RULES`."""
    found = foresee(activity, on, peers=peers, changed_on=changed_on)
    return tuple(x for x in found if x.place.since is None or x.place.since <= on)


def foresee(
    activity: ProcessingActivity,
    on: date,
    *,
    peers: Peers | None = None,
    changed_on: date | None = None,
    asked: Iterable[Rule] = RULES,
) -> tuple[Finding, ...]:
    """Return what `check` returns and what it will return on a later day, see `Place.since`, by the rules `asked`."""
    case = Case(activity, on, peers or Peers(), changed_on)
    rules = [rule for rule in asked if rule.applies(activity)]
    return tuple(Finding(rule, activity, place) for rule in rules for place in rule.find(case))


def check_all(
    activities: Iterable[ProcessingActivity],
    on: date,
    *,
    among: Iterable[ProcessingActivity] | None = None,
    changed: Mapping[UUID, date] | None = None,
) -> Iterator[Finding]:
    """Yield what is found in activities, one after the other, each compared with `among`; None = with each other.

    `changed` is key -> day of the last change after the review was entered, as far as it is known.
    """
    every, days = list(activities), changed or {}
    peers = Peers(peer(activity) for activity in (every if among is None else among))
    for activity in every:
        yield from check(activity, on, peers=peers, changed_on=days.get(activity.key))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stop publishing until somebody gives a reason."""
    return tuple(x for x in findings if x.severity is Severity.ERROR)


__all__ = [
    "BY_CODE",
    "COMPARING",
    "RULES",
    "Case",
    "Finding",
    "Peer",
    "Peers",
    "Place",
    "Rule",
    "check",
    "check_all",
    "errors",
    "foresee",
    "peer",
]
