"""What a retention rule rests on: the plan and its section, the decision, published advice, laws."""

import re
from datetime import date

from .retention_draft import Draft
from .retention_scan import Scan
from .retention_words import words
from .texts_dates import DAY, day_of

_LEAD = (
    r"(?:(?<!\w)(?:(?:sker|görs|följer|regleras|framgår|anges|finns|beskrivs)\s+)?"
    r"(?:enligt|se|i enlighet med|utifrån|följer|av|i|jf\.?|iht\.?|ifølge|according to|see|per|jämför|vår)\s+)*"
)
_BODY = r"(?:(?:[\wåäöÅÄÖ]+-,?\s+(?:och\s+)?){0,2}[\wåäöÅÄÖ]*(?:nämnden|styrelsen|fullmäktige|utskottet|förbundet|direktionen)s?)"
_SECTION = r"(?:,?\s*\(?(?:avsnitt|kapitel|punkt|pkt\.?|kap\.?|process|processnummer|nr|section|under|rubrik)?\s*(?P<section>\d+(?:\.\d+)+|(?<=\s)\d{1,3}(?![\d.:-]|\s*(?:år|mån|§|kap))))?\)?"
_FOR = r"(?:\s+(?:för|for|hos|i)\s+(?:[^\s,;.()\x00]+(?:\s+(?=(?:och|i|kommun\w*|förvaltning\w*|nämnd\w*|verksamhet\w*|region\w*|stad\w*|[A-ZÅÄÖ])))?)+)?"


def take_supports(scan: Scan, draft: Draft) -> None:
    """Find plan, decision and advice in a text."""
    _take_advice(scan, draft)
    _take_decision(scan, draft)
    _take_plan(scan, draft)


def _take_advice(scan: Scan, draft: Draft) -> None:
    owner = r"(?:(?:SKR|SKL|Riksarkivet|Samrådsgruppen|Sveriges Kommuner och Regioner|skr|skl)(?::?s)?(?:\s*(?:/|,|och)\s*(?:Riksarkivets?|SKR:?s?))?:?s?\s+)?"
    pattern = re.compile(
        rf"{_LEAD}(?P<said>{owner}(?:råd\w*\s+)?[”\"»]?(?:{words().supports['advice'].pattern})[”\"»]?(?:\s*(?:nr\.?|nummer|no\.?)?\s*\d{{1,2}}(?![\d-]|\s*år))?)",
        re.IGNORECASE,
    )
    if match := scan.take(pattern):
        draft.advice = match["said"].strip(' ”"»“«')


def _take_decision(scan: Scan, draft: Draft) -> None:
    reference = r"(?:[,\s(]*(?P<reference>(?:dnr|diarienr|diarienummer|d:nr)?\.?:?\s*[A-ZÅÄÖ]{1,5}[\s-]?\d{2,4}[/:.-]\d+|§\s*\d+(?:/\d+)?))?(?:[,\s]*(?P<paragraph>§\s*\d+(?:/\d+)?))?"
    named = words().supports["decision"].pattern
    pattern = re.compile(
        rf"{_LEAD}(?:(?P<body>{_BODY})\s+)?(?:{named}|beslut\w*|fastställ\w*|antag\w*)(?:\s+(?:av|från|i)\s+(?P<by>{_BODY}))?"
        rf"(?:\s+om gallring)?(?:[,\s]*(?:den|från|av den|daterat|per)?\s*(?P<day>{DAY}))?{reference}\)?",
        re.IGNORECASE,
    )
    for match in pattern.finditer(scan.text):
        body = match["by"] or match["body"]
        stated = match["day"] or match["reference"] or match["paragraph"]
        if (body or re.search(named, match[0], re.IGNORECASE)) and (
            stated or re.search(named, match[0], re.IGNORECASE)
        ):
            _decide(draft, body or "", match)
            scan.mask(match.start(), match.end())
            return


def _decide(draft: Draft, body: str, match: re.Match[str]) -> None:
    nominative = re.sub(r"(?<=n|e|t)s$", "", body)
    draft.decision_body = (
        nominative[:1].upper() + nominative[1:]
        if nominative.casefold() not in {"nämnden", "styrelsen"}
        else nominative.capitalize()
    )
    day: date | None = day_of(match["day"]) if match["day"] else None
    draft.decision_date = day
    draft.decision_reference = " ".join(x.strip(" ,(") for x in (match["reference"], match["paragraph"]) if x)
    if match["day"] and day is None:
        draft.decision_reference = f"{match['day']} {draft.decision_reference}".strip()
    if not (draft.decision_body or day or draft.decision_reference):
        draft.rest.append(match[0].strip(" ,;().")) if match[0].strip() else None


def _take_plan(scan: Scan, draft: Draft) -> None:
    plan = words().supports["plan"].pattern
    quoted = re.compile(rf"{_LEAD}[”\"“»](?P<said>[^”\"“»«]*(?:{plan})[^”\"“»«]*)[”\"“»«]{_SECTION}", re.IGNORECASE)
    before = re.compile(
        rf"{_LEAD}(?:avsnitt|kapitel|punkt|kap\.?)\s+(?P<section>\d+(?:\.\d+)*)\s+i\s+(?:vår\s+|kommunens\s+|nämndens\s+)?(?P<said>(?:\w+s\s+)?(?:{plan}){_FOR})",
        re.IGNORECASE,
    )
    plain = re.compile(
        rf"{_LEAD}(?:(?:kommunens|nämndens|förvaltningens|verksamhetens|myndighetens|stadens|bolagets)\s+)?(?P<said>(?:{_BODY}\s+)?(?:{plan})(?:\s*\([A-ZÅÄÖ]{{2,6}}\))?{_FOR}){_SECTION}",
        re.IGNORECASE,
    )
    for pattern in (quoted, before, plain):
        if match := scan.take(pattern):
            draft.plan = draft.plan or match["said"].strip()
            draft.plan_section = draft.plan_section or match["section"] or ""
