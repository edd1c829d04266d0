"""Who watches over each organisation: told to who runs the register and is no DPO there."""

from dataclasses import dataclass
from typing import Any

from .. import policy
from ..models import DataProtectionOfficer


@dataclass
class Watched:
    """An organisation and whom to ask in it."""

    organisation: str
    functions: list[DataProtectionOfficer]
    """As residents are told of them."""
    accounts: list[str]
    """Names of those who log in as DPO of the whole organisation."""


def watched(user: Any) -> list[Watched]:
    """Return the organisations whose DPO the operator is not, in Swedish order; to anybody else none: three queries."""
    organisations = list(policy.unwatched(user))
    functions: dict[int, list[DataProtectionOfficer]] = {o.pk: [] for o in organisations}
    for function in DataProtectionOfficer.objects.filter(organisation__in=organisations) if organisations else ():
        functions[function.organisation_id].append(function)
    accounts = policy.officers(organisations) if organisations else {}
    return [
        Watched(str(o), functions[o.pk], [u.get_full_name() or u.get_username() for u in accounts.get(o.pk, [])])
        for o in organisations
    ]
