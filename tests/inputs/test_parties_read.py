"""Who answers and how they are reached, what an activity is and why: read from labels and prose, no person placed."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa.inputs.making import Making
from ropa.inputs.passages import Passage
from ropa.inputs.terms import shipped
from ropa.inputs.topics import Topic
from ropa.inputs.understanding import identity, parties, texts, texts_purposes
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.inputs.understanding.parties_persons import is_personal_address, persons
from ropa.inputs.understanding.texts_dates import day_of

READ = {**parties.TOPICS, **identity.TOPICS, **texts.TOPICS, **texts_purposes.TOPICS}
KNOWN = Knowledge(shipped())


def read(topic: Topic, text: str, label: str = "") -> tuple[Making, list[str]]:
    """Return what a text became, and what was left of it."""
    making = Making(UUID(int=1), "register.xlsx")
    return making, READ[topic](Passage(label, text, "B4"), making, KNOWN)


CONTROLLERS = (
    ("Omsorgsnämnden", "Omsorgsnämnden", "board", "", []),
    ("Kultur-, fritids- och turismnämnden", "Kultur-, fritids- och turismnämnden", "board", "", []),
    ("Ekby Vatten AB (org.nr 212000-0043)", "Ekby Vatten AB", "company", "212000-0043", []),
    ("Skolnämnden i Ekby kommun, 212000-0043", "Skolnämnden i Ekby kommun", "board", "212000-0043", []),
    ("Ekby kommun, Kommunstyrelsen", "Ekby kommun, Kommunstyrelsen", "board", "", []),
    ("Skolnämnden, org.nr 212000-0044", "Skolnämnden", "board", "", ["org.nr 212000-0044"]),
    ("Personuppgiftsansvarig för registret är Byggnadsnämnden.", "Byggnadsnämnden", "board", "", []),
    ("Valnämnden är personuppgiftsansvarig för valet.", "Valnämnden", "board", "", []),
    ("Kommunalförbundet Räddning Mitt", "Kommunalförbundet Räddning Mitt", "association", "", []),
    (
        "Direktionen för Räddningstjänsten Norr är personuppgiftsansvarig.",
        "Direktionen för Räddningstjänsten Norr",
        "board",
        "",
        [],
    ),
    ("Valnämnden i Ekby. Nämnden nås via val@ekby.example.", "Valnämnden i Ekby", "board", "", []),
    ("Valnämnden i Ekby. Dess dataskyddsombud nås på dso@ekby.example.", "Valnämnden i Ekby", "board", "", []),
    ("Socialförvaltningen", "Socialförvaltningen", "department", "", []),
    ("Det är Hamnnämnden, 212000-0043, som bestämmer hur.", "Hamnnämnden", "board", "212000-0043", []),
    (
        "Enheten för bryggor hör till Hamnnämnden i Ekby, som är personuppgiftsansvarig.",
        "Hamnnämnden i Ekby",
        "board",
        "",
        [],
    ),
    ("Fjordby Kommune, Kajen 4, 9999 Fjordby", "Fjordby Kommune", "municipality", "", []),
    ("Ansvarig nämnd är hamnnämnden, 212000-0043.", "Hamnnämnden", "board", "212000-0043", []),
    ("Ekby kommun", "Ekby kommun", "municipality", "", []),
    ("Ekby kommun, genom Skolnämnden, ansvarar för uppgifterna.", "Ekby kommun, Skolnämnden", "board", "", []),
    ("Behandlingsansvarlig er Fjordby kommune.", "Fjordby kommune", "municipality", "", []),
    ("Dataansvarlig er Teknisk Udvalg", "Teknisk Udvalg", "board", "", []),
    ("The controller is the Leisure Board", "Leisure Board", "board", "", []),
)


@pytest.mark.parametrize(("text", "name", "kind", "number", "left"), CONTROLLERS)
def test_controllers(text: str, name: str, kind: str, number: str, left: list[str]) -> None:
    making, over = read(Topic.CONTROLLER, text)
    found = making.fields["controller"]
    assert (found.name.sv, found.kind, found.organisation_number, over) == (name, kind, number, left)
    assert read(Topic.CONTROLLER, text)[0].fields["controller"].key == found.key


@pytest.mark.parametrize(
    "text",
    [
        "Respektive nämnd",
        "Nämnden är personuppgiftsansvarig.",
        "Se ovan",
        "Skolnämnden och Valnämnden",
        "Skolnämnden/Valnämnden",
        "Vi på kommunen",
        "-",
    ],
)
def test_what_names_no_one_body_is_left(text: str) -> None:
    making, left = read(Topic.CONTROLLER, text)
    assert "controller" not in making.fields
    assert left == [text]


def test_a_controller_is_reached() -> None:
    text = "Skolnämnden\nBesöksadress: Torggatan 2, Ekby\nPostadress: Box 7, 123 45 Ekby\nTel: 0123-456 00\nE-post: skola@ekby.example"
    reached = read(Topic.CONTROLLER, text)[0].fields["controller"].contact
    assert (reached.email, reached.phone) == ("skola@ekby.example", "0123-456 00")
    assert (reached.visiting_address.sv, reached.postal_address) == ("Torggatan 2, Ekby", "Box 7, 123 45 Ekby")


def test_a_controller_is_completed_and_never_replaced() -> None:
    making, _ = read(Topic.CONTROLLER, "Skolnämnden")
    assert READ[Topic.CONTROLLER](Passage("Org.nr", "212000-0043", "B5"), making, KNOWN) == []
    assert READ[Topic.CONTROLLER](Passage("", "Valnämnden", "B6"), making, KNOWN) == ["Valnämnden"]
    assert (making.fields["controller"].name.sv, making.fields["controller"].organisation_number) == (
        "Skolnämnden",
        "212000-0043",
    )


def test_joint_controllers() -> None:
    making, left = read(Topic.CONTROLLER, "Vårdnämnden är gemensamt personuppgiftsansvarig med Region Norr.")
    assert making.fields["controller"].name.sv == "Vårdnämnden"
    assert [x.name.sv for x in making.rows["joint_controllers"]] == ["Region Norr"]
    assert left == []
    listed, _ = read(Topic.JOINT_CONTROLLERS, "Region Norr, 232100-0016\nEkby kommun enligt överenskommelse")
    assert [(x.organisation_number, x.agreement) for x in listed.rows["joint_controllers"]] == [
        ("232100-0016", None),
        ("", "arrangement"),
    ]


def test_on_whose_behalf() -> None:
    making, left = read(Topic.ON_BEHALF_OF, "Ekby kommun (drift av systemet)\nNej")
    (row,) = making.rows["on_behalf_of"]
    assert (row.name.sv, row.task.sv, left) == ("Ekby kommun", "drift av systemet", ["Nej"])


ROLES = (
    ("Personuppgiftsansvarig", "", "controller"),
    ("PUB (biträde)", "", "processor"),
    ("Gemensamt personuppgiftsansvar", "", "joint-controller"),
    ("Ja", "Är nämnden personuppgiftsansvarig?", "controller"),
    ("Nej", "Är nämnden personuppgiftsansvarig?", None),
    ("Ansvarig nämnd är personuppgiftsansvarig och biträde", "", None),
)


@pytest.mark.parametrize(("text", "label", "role"), ROLES)
def test_roles(text: str, label: str, role: str | None) -> None:
    making, left = read(Topic.ROLE, text, label)
    assert making.fields.get("role") == role
    assert left == ([] if role else [text])


# --- persons --------------------------------------------------------------------------------------------------------

PERSONS = (
    ("Enhetschef Eva Ek", ["Eva Ek"]),
    ("Karl-Erik af Strand, rektor", ["Karl-Erik af Strand"]),
    ("Individ och Familjeomsorg", []),
    ("Stadshuset i Nya Ekby", []),
    ("Norra Ekby kommun", []),
    ("Municipal Executive Board", []),
    ("Avdelningschef Vård och Omsorg", []),
)


@pytest.mark.parametrize(("text", "names"), PERSONS)
def test_persons(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in persons(text)] == names


@pytest.mark.parametrize(
    ("address", "personal"),
    [("eva.ek@ekby.example", True), ("barn.utbildning@ekby.example", False), ("hr@ekby.example", False)],
)
def test_personal_addresses(address: str, personal: bool) -> None:
    assert is_personal_address(address) == personal


ANSWERABLE = (
    ("Enhetschef", "Enhetschef", []),
    ("Eva Ek, enhetschef", "Enhetschef", ["Eva Ek"]),
    ("Verksamhetschef IFO (Eva Ek, eva.ek@ekby.example, 0123-45 67 89)", "Verksamhetschef IFO", ["Eva Ek"]),
    ("Eva Ek", None, ["Eva Ek"]),
)


@pytest.mark.parametrize(("text", "role", "left"), ANSWERABLE)
def test_the_function_in_charge(text: str, role: str | None, left: list[str]) -> None:
    making, over = read(Topic.RESPONSIBLE, text)
    assert getattr(making.fields.get("responsible_role"), "sv", None) == role
    assert set(left) <= set(over)
    assert "contact" not in making.fields


def test_the_officer_is_a_function() -> None:
    making, left = read(Topic.DPO, "Eva Ek, dso@ekby.example, 0123-456 01")
    officer = making.fields["dpo"]
    assert (officer.name.sv, officer.contact.email, officer.contact.phone) == (
        "Dataskyddsombud",
        "dso@ekby.example",
        "0123-456 01",
    )
    assert left == ["Eva Ek"]
    assert read(Topic.DPO, "Eva Ek")[1] == ["Eva Ek"]


@pytest.mark.parametrize(
    ("label", "text", "set_"),
    [
        ("", "Senast uppdaterad: 2031-04-02", False),
        ("", "Sidan ändrades den 2 april 2031", False),
        ("Sidan senast uppdaterad", "2031-04-02", False),
        ("Senast uppdaterad", "2031-04-02", True),
    ],
)
def test_the_day_of_a_page_is_no_review(label: str, text: str, set_: bool) -> None:
    making, left = read(Topic.REVIEW, text, label)
    assert ("reviewed_on" in making.fields, bool(left)) == (set_, not set_)


def test_a_body_with_its_number_is_no_function() -> None:
    making, left = read(Topic.RESPONSIBLE, "Hamnnämnden, 212000-0043", "Ansvarig")
    assert (making.fields["controller"].name.sv, "responsible_role" in making.fields, left) == (
        "Hamnnämnden",
        False,
        [],
    )


@pytest.mark.parametrize("topic", [Topic.DPO, Topic.CONTROLLER])
def test_a_body_above_its_officer_is_the_controller(topic: Topic) -> None:
    making, left = read(topic, "Hamnnämnden i Ekby kommun Dataskyddsombud: dso@ekby.example")
    assert making.fields["controller"].name.sv == "Hamnnämnden i Ekby kommun"
    assert (making.fields["dpo"].contact.email, left) == ("dso@ekby.example", [])


def test_what_else_a_sentence_on_the_officer_tells_is_not_the_officers() -> None:
    making, _ = read(
        Topic.CONTROLLER, "Hamnnämnden. Dataskyddsombud: dso@ekby.example; kajkontoret svarar på 016-10 00 00."
    )
    assert (making.fields["dpo"].contact.phone, making.fields["contact"].phone) == ("", "016-10 00 00")


def test_reaching_us_is_reaching_the_controller() -> None:
    making, _ = read(Topic.CONTROLLER, "Hamnnämnden ansvarar. Ring oss på 016-10 00 00.")
    assert (making.fields["controller"].contact.phone, "contact" in making.fields) == ("016-10 00 00", False)


def test_a_function_beside_its_address_is_not_lost() -> None:
    making, left = read(Topic.CONTACT, "Enhetschef hamn och kaj, hamn@ekby.example")
    assert (making.fields["contact"].email, left) == ("hamn@ekby.example", ["Enhetschef hamn och kaj"])


def test_an_introduction_tells_who_is_controller_too() -> None:
    said = "Hamnnämnden i Ekby (212000-0043) är personuppgiftsansvarig. Dataskyddsombudet nås på dso@ekby.example."
    making, left = read(Topic.INTRODUCTION, said)
    assert (making.fields["controller"].organisation_number, left) == ("212000-0043", [])
    assert (making.fields["dpo"].contact.email, making.rows["notice_texts"][0].text.sv) == ("dso@ekby.example", said)


def test_questions_go_to_function_and_officer() -> None:
    making, left = read(
        Topic.CONTACT,
        "Kundtjänst: kund@ekby.example\nDataskyddsombud: dso@ekby.example\nRing gärna före lunch om du undrar.",
    )
    assert making.fields["contact"].email == "kund@ekby.example"
    assert making.fields["dpo"].contact.email == "dso@ekby.example"
    assert [x.text.sv for x in making.rows["notice_texts"]] == ["Ring gärna före lunch om du undrar."]
    assert left == []


def test_a_person_is_no_contact() -> None:
    making, left = read(Topic.CONTACT, "Eva Ek\n0123-45 67 89\neva.ek@ekby.example")
    assert "contact" not in making.fields
    assert left == ["Eva Ek\n0123-45 67 89\neva.ek@ekby.example"]


# --- what it is -----------------------------------------------------------------------------------------------------

FIELDS = (
    (Topic.STATUS, "Pågående", "status", "ongoing"),
    (Topic.STATUS, "Avslutad 2020", "status", "completed"),
    (Topic.STATUS, "Planerad", "status", "planned"),
    (Topic.STATUS, "Vilande", "status", "halted"),
    (Topic.STARTED, "den 3 mars 2021", "started_on", date(2021, 3, 3)),
    (Topic.STARTED, "mars 2021", "started_on", None),
    (Topic.ENDED, "2021-13-03", "ended_on", None),
    (Topic.PROCESS_CODE, "2.7.1", "process_code", "2.7.1"),
    (Topic.REFERENCE, "SN-017", "reference", "SN-017"),
    (Topic.REVIEW, "Granskad 2023-05-01", "reviewed_on", date(2023, 5, 1)),
    (Topic.REVIEW, "Senast granskad: 12 maj 2022", "reviewed_on", date(2022, 5, 12)),
    (Topic.REVIEW, "Ses över vartannat år", "review_interval_months", 24),
    (Topic.REVIEW, "Årligen av enhetschefen", "review_owner", "Enhetschefen"),
    (Topic.REVIEW, "Informationsägaren granskar vart tredje år", "review_owner", "Informationsägaren"),
    (Topic.REVIEW, "Nästa granskning 2031-01-01", "reviewed_on", None),
    (Topic.NOTES, "Frågan är ställd till juristen", "notes", "Frågan är ställd till juristen"),
)


@pytest.mark.parametrize(("topic", "text", "field", "value"), FIELDS)
def test_fields(topic: Topic, text: str, field: str, value: Any) -> None:
    making, left = read(topic, text)
    assert making.fields.get(field) == value
    assert left == ([] if value is not None else [text])


def test_units_stand_under_each_other() -> None:
    unit = read(Topic.UNIT, "Socialförvaltningen / Hemtjänst")[0].fields["unit"]
    assert (unit.name.sv, [name.sv for _, name in unit.path]) == ("Hemtjänst", ["Socialförvaltningen"])


DAYS = (
    *(
        ("2021-03-03", (2021, 3, 3)),
        ("210303", (2021, 3, 3)),
        ("3/3 2021", (2021, 3, 3)),
        ("3. mars 2021", (2021, 3, 3)),
    ),
    *(("March 3, 2021", (2021, 3, 3)), ("3 okt. 2021", (2021, 10, 3)), ("20210303", (2021, 3, 3))),
)


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days(text: str, day: tuple[int, int, int]) -> None:
    assert day_of(text) == date(*day)


@pytest.mark.parametrize("text", ["2021-02-30", "mars 2021", "2021", "212000-0043", "990199-1234"])
def test_no_days(text: str) -> None:
    assert day_of(text) is None


# --- why ------------------------------------------------------------------------------------------------------------

PURPOSES = (
    ("Planera besök. Räkna ut avgift.", ["Planera besök.", "Räkna ut avgift."]),
    ("- hantera lån\n- skicka krav", ["Hantera lån", "Skicka krav"]),
    ("Uppgifterna behövs för att:\n• boka lokal;\n• fakturera.", ["Boka lokal", "Fakturera."]),
    ("Fakturera; påminna", ["Fakturera", "Påminna"]),
    ("Ta emot, fördela och besvara synpunkter", ["Ta emot, fördela och besvara synpunkter"]),
    ("Syftet med behandlingen är att vi ska kunna pröva din ansökan.", ["Pröva din ansökan."]),
    (
        "Betala ut bidrag. Detta gör vi för att du ska få rätt ersättning.",
        ["Betala ut bidrag. Detta gör vi för att du ska få rätt ersättning."],
    ),
    ("Formålet er å behandle søknader", ["Behandle søknader"]),
)


@pytest.mark.parametrize(("text", "told"), PURPOSES)
def test_purposes(text: str, told: list[str]) -> None:
    making, left = read(Topic.PURPOSES, text)
    assert [x.text.sv for x in making.rows["purposes"]] == told
    assert left == []


def test_a_reference_to_elsewhere_is_no_purpose() -> None:
    making, left = read(Topic.PURPOSES, "Se ovan")
    assert (making.rows, left) == ({}, ["Se ovan"])


def test_a_further_use_is_secondary_where_the_text_says_so() -> None:
    making, _ = read(Topic.PURPOSES, "Pröva ansökan. I vissa fall används uppgifterna även för statistik.")
    assert [x.rank for x in making.rows["purposes"]] == [None, "secondary"]


@pytest.mark.parametrize("topic", [Topic.RIGHTS, Topic.COMPLAINT, Topic.INTRODUCTION])
def test_the_notice_keeps_its_words(topic: Topic) -> None:
    making, left = read(topic, "Du kan vända dig till oss.\nVi svarar inom en månad.")
    (kept,) = making.rows["notice_texts"]
    assert (kept.section, kept.text.sv, left) == (
        topic.value,
        "Du kan vända dig till oss.\nVi svarar inom en månad.",
        [],
    )


FRAGMENTS = [
    "Eva Ek",
    "enhetschef",
    "Skolnämnden",
    "212000-0043",
    "dso@ekby.example",
    "0123-45 67 89",
    ",",
    "\n",
    "är",
    "(",
]
said = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=10).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(READ, key=lambda x: x.value)), said)
def test_no_text_makes_a_function_stumble_or_lose_a_name(topic: Topic, text: str) -> None:
    making, left = read(topic, text)
    kept = " ".join([*(x.text for x in making.wordings), *left])
    assert "Eva Ek" not in text or "Eva Ek" in " ".join(kept.split())
    placed = [making.fields.get(name) for name in ("responsible_role", "dpo", "contact", "review_owner")]
    assert "Eva Ek" not in str(placed)


@pytest.mark.parametrize("text", ["x" * 300, "Skolnämnden " * 2000])
def test_what_nobody_wrote_is_left_as_it_stands(text: str) -> None:
    making, left = read(Topic.CONTROLLER, text)
    assert (making.fields, left) == ({}, [text])


def test_the_dpo_below_the_one_in_charge_is_the_dpo() -> None:
    making, left = read(Topic.RESPONSIBLE, "Rektorn för Ekskolan\nDataskyddsombud\ndso@ekby.example")
    assert making.fields["responsible_role"].sv == "Rektorn för Ekskolan"
    assert (making.fields["dpo"].contact.email, "contact" in making.fields, left) == ("dso@ekby.example", False, [])
