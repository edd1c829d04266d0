"""The box in short and the picture say nothing that the notice does not, whatever the record holds."""

import re

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from ropa import retention
from ropa.drawing import narrow, wide
from ropa.flow import Flow, flow
from ropa.glance import Glance, glance
from ropa.notice import PrivacyNotice, Section, compose
from ropa.record import Audience, ProcessingActivity, view
from ropa.vocabulary import Occurrence, RetentionAction, Statement
from tests.strategies import activities

LANGUAGES = pytest.mark.parametrize("language", ["sv", "en"])
SECTION = {"inside": "handling", "processors": "recipients"}
"""Box of the picture -> section of the notice, where these have not the same code."""

FRAMES = [
    re.compile(r"(.+) \((?:ibland|at times)\)", re.S),
    re.compile(r"(?:Inte namngiven|Not named): (.+)", re.S),
    re.compile(r"(.+), (?:för en del|for some of it)"),
]
OURS = re.compile(
    r"Inte (?:angivet|namngiven)|Not (?:stated|named|shown)|Visas inte|En del visas inte|Some of it is not shown"
    r"|Du själv|You yourself|Ja, till:|Yes, to:|Till exempel:|For example:|Aldrig, står|Never, it|\d+ (?:till|more)$"
    r"|Ingen utanför vår|Nobody outside our|Vi lämnar ut|We do disclose"
)
GAPS = re.compile(r"Visas inte|visas inte|[Nn]ot shown")


def words(section: Section) -> str:
    texts = [said.text for block in section.blocks for said in (block.text, *(x.text for x in block.items)) if said]
    return re.sub(r"\s+", " ", " | ".join(texts)).casefold()


def whole(notice: PrivacyNotice) -> dict[str, str]:
    return {section.code: words(section) for section in notice.sections}


def core(text: str) -> str:
    """Return the name alone, or "" where the words are the program's own."""
    if OURS.match(text) and not FRAMES[1].fullmatch(text):
        return ""
    for frame in FRAMES:
        if found := frame.fullmatch(text):
            text = found.group(1)
    return re.sub(r"\s+", " ", text).casefold().rstrip(".")


def seen(activity: ProcessingActivity, language: str) -> tuple[dict[str, str], dict[str, Glance], Flow]:
    return (
        whole(compose(activity, language)),
        {x.code: x for x in glance(activity, language)},
        flow(activity, language),
    )


@LANGUAGES
@settings(max_examples=25)
@given(made=activities())
def test_who_is_named_stands_in_the_notice(made: ProcessingActivity, language: str) -> None:
    activity = view(made, Audience.PUBLIC)
    notice, box, picture = seen(activity, language)
    for code in ("recipients", "transfers"):
        for block in box[code].blocks:
            assert block.text
            assert core(block.text.text) in notice[code]
    for station in picture.stations:
        for stop in station.stops:
            assert core(stop.name.text) in notice.get(SECTION.get(station.code, station.code), "")


@LANGUAGES
@settings(max_examples=25)
@given(made=activities())
def test_a_period_is_one_after_which_data_are_gone(made: ProcessingActivity, language: str) -> None:
    activity = view(made, Audience.PUBLIC)
    notice, box, _picture = seen(activity, language)
    said = " ".join(block.text.text for block in box["retention"].blocks if block.text).casefold()
    gone = (RetentionAction.DISPOSE, RetentionAction.ANONYMISE)
    ended = {x.period for x in activity.retention_rules if x.action in gone and x.period}
    for period in ("P5Y", "P18M", "P2W", "P90D", "P1Y6M"):
        spoken = spoken_in(period)
        if any(x in said for x in spoken):
            assert period in ended or (period == "P18M" and "P1Y6M" in ended)
            assert any(x in notice["retention"] for x in spoken)
    if any(x.action is None for x in activity.retention_rules):
        assert "inte angivet vad" in said or "är inte angivet" in said or "is not stated" in said


def spoken_in(period: str) -> set[str]:
    found = set()
    for language in ("sv", "en"):
        with override(language):
            found.add(retention.spoken_period(period))
    return found


@LANGUAGES
@settings(max_examples=25)
@given(made=activities())
def test_what_is_withheld_or_not_stated_is_said_to_be(made: ProcessingActivity, language: str) -> None:
    activity = view(made, Audience.PUBLIC)
    notice, box, picture = seen(activity, language)
    fields = {
        "recipients": ("recipients", "disclosure"),
        "transfers": ("transfers", "third_country"),
        "processors": ("processors", "sub_processors"),
        "sources": ("sources",),
        "inside": ("carriers",),
        "retention": ("retention_rules", "no_retention_reason"),
        "purposes": ("purposes",),
    }
    stations = {x.code: " ".join(stop.name.text for stop in x.stops) for x in picture.stations}
    said = {code: " ".join(x.text.text for x in line.blocks if x.text) for code, line in box.items()}
    for code, names in fields.items():
        rows = {row.key for name in names if isinstance(found := getattr(activity, name), tuple) for row in found}
        gone = any(x.about in rows for x in activity.withheld) or activity.withheld_in(*names)
        places = [text for texts in (stations, said) if (text := texts.get(code)) is not None]
        assert all(bool(GAPS.search(text)) is bool(gone) for text in places), (code, places)
        assert places or not gone
    if not (activity.transfers or activity.third_country or activity.withheld_in("transfers", "third_country")):
        assert picture.outside
        assert picture.outside.text.casefold() in notice["transfers"]
        assert not box["transfers"].stated


@settings(max_examples=25)
@given(made=activities())
def test_no_arrow_leads_where_it_is_stated_that_nothing_goes(made: ProcessingActivity) -> None:
    activity = view(made, Audience.PUBLIC)
    picture = flow(activity, "sv")
    never = {"recipients": activity.disclosure, "transfers": activity.third_country}
    refused = [x.code for x in picture.outward if never.get(x.code) is Statement.NEVER]
    for drawn in (wide(picture), narrow(picture)):
        assert len(drawn.arrows) == len(picture.outward) + 1 - len(refused)
    for rows, code in ((activity.sources, "sources"), (activity.recipients, "recipients")):
        if rows and all(x.occurrence is Occurrence.NEVER for x in rows):
            (station,) = (x for x in picture.stations if x.code == code)
            assert station.way != "sure"
