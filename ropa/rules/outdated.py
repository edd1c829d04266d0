"""What is cited but no longer holds (Art. 5(2)): repealed acts, old names, rules that are gone."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ..record import LegalProvision, ProcessingActivity
from ..vocabulary import Sector, Severity
from ..wording import Words
from .base import Case, Place, Places, rule
from .sources import CAMERA_ACT, PERSONAL_DATA_ACT, SOCIAL_SERVICES_ACT
from .texts import Written, written

KEPT_AS_IT_WAS = ("original_wording", "unplaced", "notes", "withheld")
"""Fields that hold what others wrote, or what remains to be done."""

_ANY = re.IGNORECASE
_GONE = re.compile(
    r"(?<![\d:])(?:2001:453|2001:937|1998:204|2013:460)(?!\d)"
    r"|\bpersonuppgiftslag(?:en|ens)?\b|(?-i:\bP[uU]L\b)|\bPersonal Data Act\b"
    r"|\bdatainspektion\w*|\bData Inspection Board\b|\bprivacy[ -]shield\w*|\bkameraövervakningslag\w*",
    _ANY,
)
_PERMIT = re.compile(
    r"\b(?:tillstånd\w*|permits?|permission) (?:till|för|att|for|to) (?:\w+ ){0,2}(?:kamera(?:bevak|övervak)\w*|cameras?\b|cctv)"
    r"|\bkamera(?:bevaknings|övervaknings)?tillstånd\w*|\b(?:camera|cctv)(?: surveillance)? permits?\b",
    _ANY,
)
_OUR_PERMIT = re.compile(r"\b(?:kommunens|nämndens|länsstyrelsens|vårt) tillstånd\b", _ANY)
_OLD_SECTIONS = re.compile(
    r"\b(?:kap(?:\.|itel)? ?12|12 ?kap(?:\.|itel)?),? ?(?:§§? ?)?1 ?(?:[-–]|och|,) ?2(?!\d)(?: ?§§?)?", _ANY
)
_SOCIAL_SERVICES = re.compile(r"socialtjänstlag|(?-i:\bSoL\b)|social services act", _ANY)
_HISTORY = re.compile(
    r"\b(?:tidigare|dåvarande|före detta|förut|upphävd\w*|upphört|upphörde|ersatt\w*|ersätter|inte längre"
    r"|äldre (?:lag|regl|bestämm|ärend|akt|handling|dokument)\w*"
    r"|former\w*|previous\w*|repealed|replace[ds]?|no longer|older (?:act|rule|case|file|document|record)s?)\b",
    _ANY,
)
"""Words of a sentence that speaks of what was, as in "Integritetsskyddsmyndigheten, tidigare Datainspektionen"."""
_DENIED = re.compile(r"\b(?:inte|inget|inga|utan|not?|without)\b", _ANY)
_STEMS = re.compile(
    r"1998:204|2001:|2013:460|personuppgiftslag|pul|personal data act|socialtjänst|sol|social services act"
    r"|datainspektion|data inspection|privacy|kamera|camera|cctv|tillstånd",
    _ANY,
)
"""One of these stands in whatever is looked for: most texts are passed over quickly."""
_ENDS = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÅÄÖ])|\n")


@rule(
    "R30",
    Severity.WARNING,
    title=_("Refers to what no longer holds"),
    article=_("Art. 5(2)"),
    sources=(SOCIAL_SERVICES_ACT, PERSONAL_DATA_ACT, CAMERA_ACT),
    condition=_(
        "A text or a provision refers to what no longer holds: a repealed act or its sections, the Swedish Authority for "
        "Privacy Protection by its old name, Privacy Shield, or a permit for camera surveillance."
    ),
    message=_("This refers to something that seems to hold no longer: {names}."),
    advice=_(
        "Check it, and name the act, the authority or the rule of today. "
        "If you mean what was, say so in the same sentence: “formerly”, or “for older documents”."
    ),
    for_processors=True,
)
def refers_to_what_is_gone(case: Case) -> Places:
    activity = case.activity
    of_the_past = {x.key for x in activity.provisions if _HISTORY.search(x.note.sv)}
    found: dict[Place, dict[str, Words]] = {}
    for one in written(activity, *KEPT_AS_IT_WAS):
        for words in _gone(one, activity) if one.row not in of_the_past else ():
            found.setdefault(one.place(), {}).setdefault(words.casefold(), words)
    for row in activity.provisions:
        if row.law and row.key not in of_the_past:
            found.update(_in_provision(activity, row))
    yield from (place._replace(names=tuple(words.values())) for place, words in found.items())


def _gone(one: Written, activity: ProcessingActivity) -> Iterator[str]:
    """Yield the words of a text that name what is gone, sentence by sentence."""
    if not _STEMS.search(one.text):
        return
    permits = [_PERMIT, *([_OUR_PERMIT] if activity.sector is Sector.SURVEILLANCE else [])]
    for sentence in _ENDS.split(one.text):
        if _HISTORY.search(sentence):
            continue
        yield from _GONE.findall(sentence)
        if _SOCIAL_SERVICES.search(sentence):
            yield from _OLD_SECTIONS.findall(sentence)
        if not _DENIED.search(sentence):
            yield from (words for pattern in permits for words in pattern.findall(sentence))


def _in_provision(activity: ProcessingActivity, row: LegalProvision) -> Iterator[tuple[Place, dict[str, Words]]]:
    """Yield a repealed act by its name, and the old sections on disposal beside the new act's name."""
    law = row.law
    if law and law.repealed:
        yield Place("provisions", row.key, "law"), {"": law}
    elif (
        law and _SOCIAL_SERVICES.search(str(law.said("sv"))) and row.about in {x.key for x in activity.retention_rules}
    ):
        yield from ((Place("provisions", row.key, "pinpoint"), {x: x}) for x in _OLD_SECTIONS.findall(row.pinpoint))
