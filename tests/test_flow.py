"""The way of the data: what is drawn, in which box, and that words stay in their boxes."""

import re

import pytest

from ropa import drawing
from ropa.flow import Flow, flow
from ropa.record import (
    CarrierSystem,
    ProcessingActivity,
    Processor,
    Recipient,
    RecipientCategory,
    Source,
    SourceCategory,
    Supplier,
    System,
    Transfer,
    Withheld,
)
from ropa.vocabulary import Occurrence, Statement
from tests.worlds import term

COURT = term(RecipientCategory, "rk-domstol", "Domstol")
NEVER, SOMETIMES, ALWAYS = Occurrence.NEVER, Occurrence.MAY_OCCUR, Occurrence.ALWAYS


def names(activity: ProcessingActivity, code: str) -> list[str]:
    return [
        stop.name.text for station in flow(activity, "sv").stations if station.code == code for stop in station.stops
    ]


def full(count: int = 1, name: str = "Källa") -> ProcessingActivity:
    sources = [Source(category=term(SourceCategory, f"k{i}", f"{name} {i}")) for i in range(count)]
    return ProcessingActivity(
        sources=tuple(sources),
        carriers=(CarrierSystem(system=term(System, "s", "Akten")),),
        recipients=(Recipient(category=COURT),),
        processors=(Processor(supplier=term(Supplier, "l", "Driftbolaget")),),
        transfers=(Transfer(country="US"),),
    )


def test_each_box_has_its_rows() -> None:
    activity = full()
    found = {x.code: names(activity, x.code) for x in flow(activity, "sv").stations}
    assert found == {
        "sources": ["Källa 0"],
        "inside": ["Akten"],
        "recipients": ["Domstol"],
        "processors": ["Driftbolaget"],
        "transfers": ["USA"],
    }


def test_the_person_is_addressed() -> None:
    you = Source(category=term(SourceCategory, "k", "Den registrerade själv", from_data_subject=True))
    assert names(ProcessingActivity(sources=(you,)), "sources") == ["Du själv"]


def test_what_never_happens_is_not_drawn() -> None:
    activity = ProcessingActivity(
        sources=(Source(category=term(SourceCategory, "k", "Registret"), occurrence=NEVER),),
        recipients=(Recipient(category=COURT, occurrence=NEVER),),
        processors=(Processor(supplier=term(Supplier, "l", "Bolaget"), occurrence=NEVER),),
    )
    assert names(activity, "sources") == ["Inte angivet ännu."]
    assert names(activity, "recipients") == ["Inte angivet ännu."]
    assert names(activity, "processors") == []


@pytest.mark.parametrize(
    ("occurrences", "sometimes"),
    [
        ([ALWAYS], False),
        ([None], False),
        ([SOMETIMES], True),
        ([SOMETIMES, ALWAYS], False),
        ([SOMETIMES, SOMETIMES], True),
    ],
)
def test_a_name_stands_once_and_is_at_times_only_if_it_always_is(
    occurrences: list[Occurrence | None], sometimes: bool
) -> None:
    rows = tuple(Recipient(category=COURT, occurrence=x) for x in occurrences)
    (stop,) = flow(ProcessingActivity(recipients=rows), "sv").outward[0].stops
    assert stop.sometimes is sometimes


def test_an_answer_that_is_no_is_no_gap() -> None:
    assert names(ProcessingActivity(disclosure=Statement.NEVER), "recipients") == ["Ingen utanför vår egen verksamhet"]
    assert flow(ProcessingActivity(third_country=Statement.NEVER), "sv").outside is not None


@pytest.mark.parametrize("field", ["sources", "carriers", "recipients", "processors", "transfers"])
def test_what_is_withheld_is_said_to_be(field: str) -> None:
    code = "inside" if field == "carriers" else field
    assert names(ProcessingActivity(withheld=(Withheld(field=field),)), code) == ["Visas inte"]


def pictures(found: Flow) -> list[drawing.Drawing]:
    return [drawing.wide(found), drawing.narrow(found)]


@pytest.mark.parametrize("count", [0, 1, 8, 9, 20])
def test_many_names_are_counted_not_drawn(count: int) -> None:
    for picture in pictures(flow(full(count), "sv")):
        shown = [line.text for line in picture.boxes[0].lines[1:]]
        expected = [f"Källa {i}" for i in range(count)] if count < 9 else [f"Källa {i}" for i in range(7)]
        more = [f"och {count - 7} till"] if count > 8 else []
        assert shown == ([*expected, *more] or ["Inte angivet ännu."])


NASTY = [
    "Personuppgiftsbiträdesavtalsregisteransvarig",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "Inspektionen för vård och omsorg, som har tillsyn över all socialtjänst i landet",
    "個人情報保護委員会個人情報保護委員会",
    "<script>&\"'",
]


@pytest.mark.parametrize("name", NASTY)
def test_words_stay_in_their_box_and_nothing_of_them_is_lost(name: str) -> None:
    for picture in pictures(flow(full(3, name), "sv")):
        for box in picture.boxes:
            assert 0 <= box.x <= box.right <= picture.width
            assert 0 <= box.y <= box.bottom <= picture.height
            for line in box.lines:
                assert box.y < line.y < box.bottom
                assert len(line.text) * 0.5 * drawing.SIZE < box.width
        said = "".join(line.text for line in picture.boxes[0].lines)
        assert re.sub(r"[\s-]", "", name) in re.sub(r"[\s-]", "", said)


def test_boxes_do_not_cover_each_other() -> None:
    for picture in pictures(flow(full(20), "sv")):
        for i, one in enumerate(picture.boxes):
            for other in picture.boxes[i + 1 :]:
                apart = one.right < other.x or one.bottom < other.y or other.bottom < one.y
                assert apart, (one.code, other.code)


def test_an_arrow_leads_into_each_box_but_the_first() -> None:
    for picture in pictures(flow(full(), "sv")):
        tips = [tuple(map(int, arrow.head.split()[0].split(","))) for arrow in picture.arrows]
        for box in picture.boxes[1:]:
            assert any(box.x <= x <= box.right and box.y <= y <= box.bottom for x, y in tips), box.code
