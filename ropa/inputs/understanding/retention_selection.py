"""Whose documents a part of a sentence is about: persons born on certain days of the month, a sample."""

import re

from ...vocabulary import Selection
from .retention_draft import Draft
from .retention_scan import Scan

_DAYS = r"\d{1,2}(?:\s*:?\s*(?:e|a|te|de))?\b"
_BIRTH_DAYS = re.compile(
    rf"""(?P<lead>(?:\b(?:om|ifall|if|hvis|dersom)\s+(?:du|barnet|eleven|personen|klienten|you|den\s+\w+)\s+(?:själv\s+)?(?:är\s+|er\s+|are\s+)?(?=född|fødd|født|born))?(?:\b(?:för|om|av|på|rörande|avseende|gällande|angående)\s+)?(?:\b(?:de|alla|sådana)\s+)?(?:\b(?:personer|person|barn|elever|individer|brukare|klienter|den|dem)\s+)?
    (?:\b(?:som\s+)?(?:är\s+|har\s+)?)?)?
    (?:\b(?P<born>född\w*|fødd\w*|født|born)\b[\s:]*(?:(?:den|dag|dagen|dagarna|datum|på|on|the|d\.)\s*)*
      (?P<except>(?:alla|övriga|andra)\s+(?:andra\s+)?(?:dagar|datum)\s+(?:utom|än|förutom|except)\s+(?:den\s+|dag\w*\s+)?)?
    |(?P<except2>\b(?:alla|övriga|andra)\s+(?:andra\s+)?(?:dagar|datum)\s+(?:utom|än|förutom)\s+(?:den\s+|dag\w*\s+)?)
    |\b(?:dag|dagar|dagarna|födelsedag\w*|födelsedatum)\s+(?:den\s+)?)
    (?P<days>{_DAYS}(?:\s*(?:,|och|samt|eller|resp\.?|respektive|og|and|/|&)\s*(?:den\s+|dag\s+)?{_DAYS})*)
    (?:\s*(?:i\s+)?(?:varje|någon|var|resp\w*|en)?\s*månad\w*|\s+i\s+månaden)?""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHER_DAYS = re.compile(
    r"(?:\b(?:för|om|av|på|rörande|avseende|gällande|angående)\s+)?(?:\b(?:de|personer|barn|den|klienter|brukare)\s+)?(?:som\s+är\s+)?"
    r"(?:\bfödd\w*\s+(?:på\s+|under\s+)?(?:de\s+)?(?:övriga|andra|resterande|någon annan)\s+(?:dag\w*|datum)"
    r"|\bövriga\s+(?:dagar|födelsedagar|datum|födelsedatum))(?:\s+i\s+månaden)?",
    re.IGNORECASE,
)
_SAMPLE = re.compile(
    r"(?<!\w)(?:i urval|ett (?:litet |mindre )?urval|i ett urval|som urval|urvalsbevara\w*)(?!\w)", re.IGNORECASE
)
_OUT = re.compile(
    r"(?:utom|förutom|med undantag av|med undantag för|undantaget|except)(?:\s+(?:för|de|dem|av|personer))*\s*$",
    re.IGNORECASE,
)
"""What makes days that follow the ones a rule is not about."""


def take_selection(scan: Scan, draft: Draft) -> None:
    """Find whose documents are meant; "i urval" alone says only that some are."""
    if scan.take(_OTHER_DAYS):
        draft.selection = Selection.OTHER_BIRTH_DAYS
        return
    if match := _birth_days(scan):
        draft.birth_days = tuple(sorted({int(x) for x in re.findall(r"\d+", match["days"]) if 1 <= int(x) <= 31}))
        other = match["except"] or match["except2"] or _OUT.search(scan.said[: match.start()])
        draft.selection = Selection.OTHER_BIRTH_DAYS if other else Selection.BIRTH_DAYS
        scan.take(_SAMPLE)
    elif match := scan.take(_SAMPLE):
        draft.selection, draft.selection_note = Selection.OTHER, match[0]


def _birth_days(scan: Scan) -> re.Match[str] | None:
    """Return where days of the month are named: several, or one that is called a day; "född den 5 mars" is a date."""
    match = _BIRTH_DAYS.search(scan.text)
    if match is None or not (len(re.findall(r"\d+", match["days"])) > 1 or re.search(r"dag\w*\s+\d", match[0])):
        return None
    if not _OUT.search(scan.said[: match.start()]):
        scan.mask(match.start(), match.end())
    return match
