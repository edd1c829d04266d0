"""What a search reads of an activity: its words, each with where in the notice it stands.

Made when the activity is published and kept as one text. Pure; the record must be cut to its audience already.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext, override

from ..record import NoticeText, ProcessingActivity, Term, Text, Value
from ..vocabulary import (
    Code,
    DataLevel,
    LegalBasis,
    Medium,
    NoticeSection,
    Occurrence,
    Profile,
    RetentionAction,
    SpecialCategoryCondition,
    Statement,
    country_name,
)
from .words import words

LANGUAGES = ("sv", "en")

NAME, SUMMARY, TAGS, UNIT, CONTROLLER = "name", "summary", "tags", "unit", "controller"

PLACES: Mapping[str, float] = {
    NAME: 12,
    SUMMARY: 9,
    TAGS: 9,
    UNIT: 8,
    NoticeSection.DATA.value: 4,
    NoticeSection.PURPOSES.value: 2.5,
    NoticeSection.INTRODUCTION.value: 2,
    NoticeSection.RECIPIENTS.value: 2,
    NoticeSection.HANDLING.value: 2,
    NoticeSection.SOURCES.value: 2,
    NoticeSection.LEGAL_BASIS.value: 2,
    NoticeSection.TRANSFERS.value: 2,
    NoticeSection.RETENTION.value: 2,
    NoticeSection.AUTOMATION.value: 2,
    NoticeSection.DUTY.value: 1.5,
    NoticeSection.CONTACT.value: 1.5,
    CONTROLLER: 1.5,
    NoticeSection.RIGHTS.value: 1,
    NoticeSection.COMPLAINT.value: 1,
}
"""Where a word can stand -> what it counts there. The parts of the notice have the codes of its sections."""

_PLACE_OF = {
    "name": NAME,
    "summary": SUMMARY,
    "reference": TAGS,
    "tags": TAGS,
    "unit": UNIT,
    "controller": UNIT,
    "responsible_role": CONTROLLER,
    "joint_controllers": CONTROLLER,
    "on_behalf_of": CONTROLLER,
    "purposes": NoticeSection.PURPOSES,
    "legal_bases": NoticeSection.LEGAL_BASIS,
    "provisions": NoticeSection.LEGAL_BASIS,
    "data_subjects": NoticeSection.DATA,
    "personal_data": NoticeSection.DATA,
    "special_category_bases": NoticeSection.DATA,
    "offence_support": NoticeSection.DATA,
    "identity_number_justification": NoticeSection.DATA,
    "monitoring_consent": NoticeSection.HANDLING,
    "sources": NoticeSection.SOURCES,
    "recipients": NoticeSection.RECIPIENTS,
    "processors": NoticeSection.RECIPIENTS,
    "sub_processors": NoticeSection.RECIPIENTS,
    "secrecy": NoticeSection.RECIPIENTS,
    "internal_access": NoticeSection.HANDLING,
    "carriers": NoticeSection.HANDLING,
    "transfers": NoticeSection.TRANSFERS,
    "retention_rules": NoticeSection.RETENTION,
    "no_retention_reason": NoticeSection.RETENTION,
    "duty_consequences": NoticeSection.DUTY,
    "automated_decisions": NoticeSection.AUTOMATION,
}
"""Field of the record -> where residents read it. What is not here is not searched."""

_NO_WORDS = {"key", "slug", "code", "iri", "url", "email", "contact", "period", "organisation_number", "representative"}
_SPOKEN = (LegalBasis, SpecialCategoryCondition, DataLevel, Medium, RetentionAction)
"""Closed lists whose words people search for."""


class Line(NamedTuple):
    """A text of the activity, with where it stands and its language."""

    place: str
    language: str
    text: str


class Indexed(NamedTuple):
    """What `read` returns."""

    words: Mapping[str, Mapping[str, int]]
    """Language -> word -> the places it stands in, one bit each in the order of `PLACES`."""
    lines: Iterable[Line]
    headings: Mapping[str, Mapping[str, str]]
    """Language -> section of the notice -> the organisation's own heading, where it has one."""


def indexed(activity: ProcessingActivity) -> str:
    """Return the text that is kept of an activity; `read` reads it."""
    lines = list(dict.fromkeys(_lines(activity)))
    kept = Indexed(_places(lines), lines, _headings(activity))
    return json.dumps(kept._asdict(), ensure_ascii=False, separators=(",", ":"))


def read(kept: str) -> Indexed:
    """Return what `indexed` made a text of."""
    data = json.loads(kept)
    return Indexed(data["words"], [Line(*line) for line in data["lines"]], data["headings"])


def weight(bits: int) -> float:
    """Return what a word counts that stands in these places: what it counts in the best of them."""
    return max((value for bit, value in enumerate(PLACES.values()) if bits >> bit & 1), default=0)


def _places(lines: Iterable[Line]) -> dict[str, dict[str, int]]:
    bits = {place: 1 << number for number, place in enumerate(PLACES)}
    found: dict[str, dict[str, int]] = {language: {} for language in LANGUAGES}
    for line in lines:
        known = found[line.language]
        for word in words(line.text):
            known[word] = known.get(word, 0) | bits[line.place]
    return found


def _headings(activity: ProcessingActivity) -> dict[str, dict[str, str]]:
    body = activity.organisation
    own = [x.code for x in body.headings if x.profile is Profile.QUESTIONS] if body else []
    found = {x: {code: body.heading(Profile.QUESTIONS, code, x) for code in own} for x in LANGUAGES} if body else {}
    return {
        x: {code: text for code, text in texts.items() if text} for x, texts in found.items() if any(texts.values())
    }


def _lines(activity: ProcessingActivity) -> Iterator[Line]:
    for name, place in _PLACE_OF.items():
        yield from (Line(str(place), *said) for said in _said(getattr(activity, name)))
    if activity.transfers or activity.third_country is Statement.OCCURS:
        for language in LANGUAGES:
            with override(language):
                yield Line(
                    str(NoticeSection.TRANSFERS),
                    language,
                    gettext("Transfer to a third country, outside the EU and EEA"),
                )
    for row in activity.notice_texts:
        yield from (Line(_section(row), *said) for said in _said(row.text))


def _section(row: NoticeText) -> str:
    return str(row.section or NoticeSection.INTRODUCTION)


def _said(value: Any) -> Iterator[tuple[str, str]]:
    """Yield (language, text) of all that is said in a value. What "never" occurs is not said of the activity."""
    if isinstance(value, Text):
        yield from _translated({"sv": value.sv, **{code: x.text for code, x in value.other.items()}})
    elif isinstance(value, Code):
        yield from _of_code(value)
    elif isinstance(value, str):
        yield from _translated({"sv": value})
    elif isinstance(value, tuple):
        for item in value:
            yield from _said(item)
    elif isinstance(value, Value) and getattr(value, "occurrence", None) is not Occurrence.NEVER:
        yield from _of_value(value)


def _of_value(value: Value) -> Iterator[tuple[str, str]]:
    if isinstance(value, Term):
        yield from _translated(value.labels)
    for name in type(value).model_fields:
        if name == "country":
            yield from _translated({x: country_name(value.country, x) for x in LANGUAGES if value.country})  # type: ignore[attr-defined]
        elif name == "path":
            yield from _said(tuple(above for _slug, above in value.path))  # type: ignore[attr-defined]
        elif name not in _NO_WORDS:
            yield from _said(getattr(value, name))


def _of_code(value: Code) -> Iterator[tuple[str, str]]:
    if isinstance(value, _SPOKEN):
        for language in LANGUAGES:
            with override(language):
                yield language, str(value.label)


def _translated(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((language, texts[language]) for language in LANGUAGES if texts.get(language))
