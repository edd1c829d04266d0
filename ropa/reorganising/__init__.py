"""Reorganisation: what moves to another unit or controller, is merged, named or addressed anew, handed over, copied.

Each verb is one transaction and one change, with a reason, in the history of drafts and in the
ledger. Nothing moves from one organisation to another: each has a register and a chain of its own.
"""

from .activities import ChangeActivityAddress, MoveActivities
from .copying import copy
from .handing_over import Estate, estate, hand_over
from .plans import CannotReorganise, Done, Foreseen, Plan, RenewNames, carry_out, foresee, hold
from .units import ChangeUnitAddress, MergeUnits, MoveUnit

__all__ = [
    "CannotReorganise",
    "ChangeActivityAddress",
    "ChangeUnitAddress",
    "Done",
    "Estate",
    "Foreseen",
    "MergeUnits",
    "MoveActivities",
    "MoveUnit",
    "Plan",
    "RenewNames",
    "carry_out",
    "copy",
    "estate",
    "foresee",
    "hand_over",
    "hold",
]
