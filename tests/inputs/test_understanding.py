"""Outlines become records: keys that stay, shared texts, and nothing lost, whatever a topic's function forgets."""

import pytest

from ropa.inputs.making import Making
from ropa.inputs.outline.labels import normal
from ropa.inputs.passages import Outline, Passage, Section
from ropa.inputs.terms import shipped
from ropa.inputs.topics import Topic
from ropa.inputs.understanding import TOPICS, assembly, understand
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.record import Audience, ProcessingActivity
from ropa.vocabulary import LegalBasis

KNOWN = Knowledge(shipped())


def outline(
    *names: str, shared: tuple[Passage, ...] = (), file: str = "fil.docx", units: tuple[str, ...] = ()
) -> Outline:
    said = (Passage("Ändamål", "Pröva ansökningar", "rad 2"), Passage("Laglig grund", "Myndighetsutövning", "rad 3"))
    return Outline(file, tuple(Section(name, "rad 1", units, said) for name in names), shared)


def test_an_activity_has_its_name_unit_and_what_its_texts_state() -> None:
    (made,) = understand(outline("1. Bygglov", units=("Förvaltningen", "Enheten")), KNOWN).activities
    assert (made.name.sv, made.unit.name.sv) == ("Bygglov", "Enheten")
    assert [name.sv for _slug, name in made.unit.path] == ["Förvaltningen"]
    assert [b.basis for b in made.legal_bases] == [LegalBasis.OFFICIAL_AUTHORITY]
    assert {(w.field, w.text) for w in made.original_wording} >= {
        ("name", "1. Bygglov"),
        ("unit", "Förvaltningen\nEnheten"),
    }
    assert made.unplaced == ()


def test_a_document_is_for_staff_and_names_no_organisation() -> None:
    found = understand(outline("Bygglov"), KNOWN)
    assert found.audience is Audience.DRAFT
    assert found.activities[0].organisation is None


def test_keys_follow_from_unit_and_name_and_not_from_file_or_order() -> None:
    first = {a.name.sv: a.key for a in understand(outline("Bygglov", "Tillsyn"), KNOWN).activities}
    again = {a.name.sv: a.key for a in understand(outline("Tillsyn", "BYGGLOV ", file="ny.docx"), KNOWN).activities}
    assert list(first.values()) == [again["BYGGLOV"], again["Tillsyn"]]
    assert understand(outline("Bygglov", units=("Enheten",)), KNOWN).activities[0].key not in first.values()


def test_two_of_one_name_have_keys_of_their_own() -> None:
    keys = [a.key for a in understand(outline("Bygglov", "Bygglov"), KNOWN).activities]
    assert len(set(keys)) == 2
    assert keys == [a.key for a in understand(outline("Bygglov", "Bygglov"), KNOWN).activities]


def test_what_is_said_of_all_is_read_for_each_and_its_rest_kept_once() -> None:
    shared = (Passage("Dataskyddsombud", "dso@kommun.example", "rad 9"), Passage("", "Xyzzy plugh.", "rad 10"))
    made = understand(outline("Bygglov", "Tillsyn", shared=shared), KNOWN).activities
    assert [a.dpo.contact.email for a in made] == ["dso@kommun.example"] * 2
    assert [[u.text for u in a.unplaced] for a in made] == [["Xyzzy plugh."], []]


ABOVE = [
    ("Register över behandlingar – Kulturnämnden", "", "Kulturnämnden"),
    ("TEKNISKA NÄMNDEN I EKBY", "", "TEKNISKA NÄMNDEN I EKBY"),
    ("Kulturnämnden", "Skolnämnden", "Skolnämnden"),
    ("Kulturnämnden beslutade om registret", "", None),
    ("Kulturnämnden – Skolnämnden", "", None),
]


@pytest.mark.parametrize(("title", "stated", "answers"), ABOVE, ids=[title for title, _, _ in ABOVE])
def test_a_board_alone_in_a_title_answers_where_nothing_else_says_who(title: str, stated: str, answers: str) -> None:
    shared = (Passage("", title, "rad 1"), Passage("Ansvarig nämnd", stated, "rad 2"))
    made = understand(outline("Bygglov", "Tillsyn", shared=shared), KNOWN).activities
    assert [a.controller and a.controller.name.sv for a in made] == [answers, answers]
    assert [u.text for u in made[0].unplaced] == ([] if title == answers else [title])


def test_an_introduction_that_says_who_answers_is_kept_and_read() -> None:
    said = "Här står hur vi gör. Kulturnämnden i Ekby kommun är personuppgiftsansvarig."
    made = understand(outline("Bygglov", shared=(Passage("Inledning", said, "rad 1"),)), KNOWN).activities[0]
    assert made.controller.name.sv == "Kulturnämnden i Ekby kommun"
    assert [s.text.sv for s in made.notice_texts] == [said]
    assert made.unplaced == ()


def test_a_document_without_activities_keeps_its_texts() -> None:
    found = understand(outline(shared=(Passage("Kontakt", "Ring oss", "rad 1"),)), KNOWN)
    assert found.activities == ()
    assert [(u.label, u.text, u.place) for u in found.unplaced] == [("Kontakt", "Ring oss", "rad 1")]


def test_what_a_topic_function_forgets_is_unplaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assembly, "TOPICS", {Topic.PURPOSES: _forgets})
    (made,) = understand(outline("Bygglov"), KNOWN).activities
    assert [(u.label, u.text) for u in made.unplaced] == [
        ("Laglig grund", "Myndighetsutövning"),
        ("Ändamål", "Pröva ansökningar"),
    ]


def _forgets(passage: Passage, making: Making, known: Knowledge) -> list[str]:
    making.word(None, "notes", passage, "Pröva")
    return []


def test_a_corrected_label_is_read_as_what_it_was_said_to_be() -> None:
    section = Section("Bygglov", "rad 1", (), (Passage("Vårt lagrum:", "Myndighetsutövning", "rad 2"),))
    known = Knowledge(shipped(), {normal("Vårt lagrum"): Topic.LEGAL_BASES})
    made = [understand(Outline("fil", (section,)), k).activities[0] for k in (KNOWN, known)]
    assert [len(a.legal_bases) for a in made] == [0, 1] or made[0].unplaced == ()
    assert made[1].legal_bases[0].basis is LegalBasis.OFFICIAL_AUTHORITY


def test_every_topic_but_structure_is_read_by_a_function() -> None:
    assert set(Topic) - set(TOPICS) == {Topic.FURNITURE}


def test_a_number_that_is_only_a_place_in_a_list_is_no_identity() -> None:
    def key(number: str, name: str) -> object:
        said = (Passage("Nr", number, "rad 1"), Passage("Ändamål", "Pröva", "rad 2"))
        return understand(Outline("fil", (Section(name, "rad 1", (), said),)), KNOWN).activities[0].key

    assert key("1", "Bygglov") == key("2", "Bygglov") != key("1", "Tillsyn")
    assert key("BN-1", "Bygglov") == key("BN-1", "Bygglov och rivning")


def test_a_short_purpose_names_what_has_no_name() -> None:
    said = (Passage("Syfte", "Betala lön", "B2"), Passage("Laglig grund", "Avtal", "C2"))
    (made,) = understand(Outline("fil", (Section("", "B2", (), said),)), KNOWN).activities
    assert (made.name.sv, [p.text.sv for p in made.purposes]) == ("Betala lön", ["Betala lön"])


def test_a_text_without_labels_that_tells_why_and_on_what_ground_is_an_activity() -> None:
    told = "Syftet är att pröva ansökningar. Den rättsliga grunden är myndighetsutövning. Uppgifterna gallras efter två år."
    shared = (Passage("Bygglov", told, "stycke 2"), Passage("Öppettider", "Vi har öppet alla dagar.", "stycke 3"))
    (made,) = understand(outline(shared=shared), KNOWN).activities
    assert (made.name.sv, [r.period for r in made.retention_rules]) == ("Bygglov", ["P2Y"])
    assert [u.text for u in made.unplaced] == ["Vi har öppet alla dagar."]


@pytest.mark.parametrize("said", ["Inte angivet", "ej angivet.", "Not stated", "– Inte angiven –"])
def test_a_cell_that_says_that_nothing_is_stated_is_an_empty_one(said: str) -> None:
    labels = (
        "Registrerade",
        "Personuppgifter",
        "Mottagare",
        "Gallring",
        "Laglig grund",
        "Anteckningar",
        "Ansvarig",
        "Enhet",
    )
    cells = (Passage("Ändamål", "Pröva ansökningar", "rad 1"), *(Passage(label, said, label) for label in labels))
    (made,) = understand(Outline("fil.docx", (Section("Bygglov", "rad 1", (said,), cells),)), KNOWN).activities
    assert {name for name in type(made).model_fields if getattr(made, name)} == {
        name for name in type(made).model_fields if getattr(ProcessingActivity(key=made.key, name="x"), name)
    } | {"purposes", "original_wording"}
    assert (made.unplaced, {w.text for w in made.original_wording}) == ((), {"Bygglov", "Pröva ansökningar"})


def test_what_a_topic_function_stumbles_over_is_unplaced_and_told_without_its_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(assembly, "TOPICS", {**TOPICS, Topic.PURPOSES: _stumbles})
    (made,) = understand(outline("Bygglov"), KNOWN).activities
    assert [(u.label, u.text) for u in made.unplaced] == [("Ändamål", "Pröva ansökningar")]
    assert not made.notes
    assert [b.basis for b in made.legal_bases] == [LegalBasis.OFFICIAL_AUTHORITY]
    assert "PURPOSES in rad 2" in caplog.text
    assert "ValueError" in caplog.text
    assert "ansökningar" not in caplog.text


def _stumbles(passage: Passage, making: Making, known: Knowledge) -> list[str]:
    making.set("notes", "Halvvägs", passage, "Pröva")
    raise ValueError(passage.text)
