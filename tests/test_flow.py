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
from ropa.vocabulary import Medium, Occurrence, Statement
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


@pytest.mark.parametrize(
    ("field", "code"),
    [
        *(("sources", "sources"), ("carriers", "inside"), ("recipients", "recipients"), ("transfers", "transfers")),
        *(("processors", "processors"), ("sub_processors", "processors"), ("third_country", "transfers")),
    ],
)
def test_what_is_withheld_in_part_is_said_to_be_so(field: str, code: str) -> None:
    activity = full().model_copy(update={"withheld": (Withheld(field=field),)})
    assert names(activity, code)[1:] == ["En del visas inte"]
    for picture in pictures(flow(activity, "sv")):
        (box,) = (x for x in picture.boxes if x.code == code)
        assert (box.lines[-1].text, box.lines[-1].kind) == ("En del visas inte", "quiet")


def test_what_is_not_shown_is_told_even_where_names_are_counted() -> None:
    activity = full(20).model_copy(update={"withheld": (Withheld(field="sources"),)})
    for picture in pictures(flow(activity, "sv")):
        assert [x.text for x in picture.boxes[0].lines[-2:]] == ["och 13 till", "En del visas inte"]


@pytest.mark.parametrize(
    ("fields", "code", "said"),
    [
        ({"sources": (Source(note="Grannen"),)}, "sources", "Inte namngiven: Grannen"),
        ({"carriers": (CarrierSystem(medium=Medium.PAPER),)}, "inside", "Inte namngiven: Papper"),
        ({"carriers": (CarrierSystem(medium=Medium.PAPER, note="Pärm"),)}, "inside", "Inte namngiven: Pärm"),
        ({"processors": (Processor(task="Skannar"),)}, "processors", "Inte namngiven: Skannar"),
        ({"processors": (Processor(),)}, "processors", "Inte namngiven"),
        ({"transfers": (Transfer(importer="Acme"),)}, "transfers", "Inte namngiven: Acme"),
    ],
)
def test_a_row_without_a_name_is_there(fields: dict[str, object], code: str, said: str) -> None:
    activity = ProcessingActivity.model_validate(fields)
    assert names(activity, code) == [said]
    assert {x.code: x.way for x in flow(activity, "sv").stations}[code] == "unsure"


def test_examples_are_said_to_be_examples() -> None:
    activity = full().model_copy(update={"examples_only": True})
    leads = {x.code: str(x.lead) for x in flow(activity, "sv").stations}
    assert leads["recipients"] == leads["sources"] == "Till exempel:"
    for picture in pictures(flow(activity, "sv")):
        assert [x.text for x in picture.boxes[0].lines] == ["Från", "Till exempel:", "Källa 0"]


@pytest.mark.parametrize(
    ("fields", "ways"),
    [
        ({}, ["sure", "sure", "sure", "sure"]),
        ({"disclosure": Statement.NEVER}, ["sure", "sure", "sure"]),
        ({"third_country": Statement.NEVER}, ["sure", "sure", "sure"]),
        ({"disclosure": Statement.NEVER, "third_country": Statement.NEVER}, ["sure", "sure"]),
        ({"recipients": ()}, ["sure", "unsure", "sure", "sure"]),
        ({"sources": ()}, ["unsure", "sure", "sure", "sure"]),
        ({"transfers": (), "third_country": Statement.OCCURS}, ["sure", "sure", "sure", "unsure"]),
        ({"transfers": (), "third_country": Statement.NEVER}, ["sure", "sure", "sure"]),
    ],
)
def test_an_arrow_is_as_sure_as_the_record(fields: dict[str, object], ways: list[str]) -> None:
    for picture in pictures(flow(full().model_copy(update=fields), "sv")):
        assert [arrow.way for arrow in picture.arrows] == ways


def test_a_contradiction_is_told_not_hidden() -> None:
    activity = full().model_copy(update={"disclosure": Statement.NEVER, "third_country": Statement.NEVER})
    leads = {x.code: str(x.lead) for x in flow(activity, "sv").stations if x.never}
    assert all("Ändå finns dessa i listan" in lead for lead in leads.values())
    assert set(leads) == {"recipients", "transfers"}


def test_that_nothing_is_stated_of_places_outside_is_told() -> None:
    assert str(flow(ProcessingActivity(), "sv").outside) == "Det är inte angivet om uppgifter förs ut ur EU/EES."
    assert flow(full(), "sv").outside is None


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
