"""A document laid over the draft that is there: what people did stays, what the document changes follows."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa.inputs import readers
from ropa.inputs.laying import laid, remembered
from ropa.inputs.making import Making, key_of
from ropa.inputs.outline import outline
from ropa.inputs.own_terms import ByLabel
from ropa.inputs.passages import Passage
from ropa.inputs.rekeying import own_key, rekeyed
from ropa.inputs.terms import shipped
from ropa.inputs.understanding import records
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.record import (
    DataSubject,
    DataSubjectCategory,
    InternalAccess,
    LegalProvision,
    PersonalData,
    PersonalDataCategory,
    ProcessingActivity,
    Purpose,
    PurposeBasis,
    Recipient,
    RecipientCategory,
    replace,
)
from ropa.vocabulary import Occurrence

Said = dict[str, list[str]]
TERMS: dict[str, tuple[Any, Any]] = {
    "recipients": (Recipient, RecipientCategory),
    "data_subjects": (DataSubject, DataSubjectCategory),
    "personal_data": (PersonalData, PersonalDataCategory),
}
YEAR: Said = {"purposes": ["Handlägga", "Följa upp"], "recipients": ["Skatteverket"], "?": ["Kostnadsställe: 410"]}


def read(said: Said, *, name: str = "Bygglov", file: str = "a.docx", key: str = "a") -> ProcessingActivity:
    """Return what is read in a document: texts by list, "?" for what is not understood, a field for what is no list."""
    made = Making(key_of(key), file)
    made.set("name", name, Passage("Namn", name, "line 1"), name)
    for label, texts in said.items():
        for number, text in enumerate(texts):
            _state(made, label, text, Passage(label, text, f"line {number + 2}"))
    return made.record()


def _state(made: Making, label: str, text: str, passage: Passage) -> None:
    if label in TERMS:
        row, term = TERMS[label]
        made.add(label, row(category=term(code=text[:20], labels={"sv": text})), passage, text)
    elif label == "purposes":
        made.add(label, Purpose(text=text), passage, text)
    elif label == "?":
        made.leave(Passage(*text.split(": ", 1), passage.place), text.split(": ", 1)[1])
    else:
        made.set(label, text, passage, text)


def draft(said: Said, **how: Any) -> ProcessingActivity:
    return remembered(read(said, **how))


def words(record: ProcessingActivity, name: str) -> list[str]:
    rows = getattr(record, name)
    return [r.text.sv if name == "purposes" else r.text if name == "unplaced" else r.category.code for r in rows]


# --- the same document ------------------------------------------------------------------------------------------------


def without_purposes(d: ProcessingActivity) -> ProcessingActivity:
    return replace(d, purposes=())


def reworded(d: ProcessingActivity) -> ProcessingActivity:
    return replace(d, purposes=(replace(d.purposes[0], text="Pröva ansökningar"), *d.purposes[1:]))


def dealt_with(d: ProcessingActivity) -> ProcessingActivity:
    return replace(d, unplaced=(), notes="Kostnadsstället står i ekonomisystemet.")


def added_to(d: ProcessingActivity) -> ProcessingActivity:
    return replace(d, purposes=(*d.purposes, Purpose(text="Statistik")), recipients=())


def renamed(d: ProcessingActivity) -> ProcessingActivity:
    return replace(d, name="Bygglov och anmälan", reference="SBN-7")


EDITS = [lambda d: d, without_purposes, reworded, dealt_with, added_to, renamed]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("how", [{}, {"file": "b.docx"}, {"file": "b.docx", "key": "b"}])
def test_the_same_document_changes_nothing_whatever_people_did(edit: Any, how: dict[str, str]) -> None:
    there = edit(draft(YEAR))
    assert laid(there, read(YEAR, **how)) is there


texts = st.text("abcåä -", min_size=1, max_size=8).filter(str.strip)
said = st.dictionaries(st.sampled_from(["purposes", *TERMS]), st.lists(texts, max_size=4), max_size=4)


@given(before=said, now=said, lost=st.sets(st.integers(0, 9)))
def test_twice_is_once(before: Said, now: Said, lost: set[int]) -> None:
    """Whatever was there, a document that has been laid over it changes nothing the second time, also after edits."""
    there = laid(draft(before), read(now))
    assert laid(there, read(now)) is there
    edited = {n: tuple(r for place, r in enumerate(getattr(there, n)) if place not in lost) for n in before}
    edited_draft = replace(there, **edited)
    assert laid(edited_draft, read(now, file="c.xlsx", key="c")) is edited_draft


@given(before=said, now=said)
def test_every_new_word_arrives_and_every_lost_one_goes(before: Said, now: Said) -> None:
    there = laid(draft(before), read(now))
    for name in ("purposes", *TERMS):
        assert sorted(words(there, name)) == sorted(words(read(now), name)), name


# --- a changed document -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "now", "list_name", "expected"),
    [
        # words that are new come in, after those they follow
        (lambda d: d, ["Handlägga", "Besluta", "Följa upp"], "purposes", ["Handlägga", "Besluta", "Följa upp"]),
        (lambda d: d, ["Ta emot", "Handlägga", "Följa upp"], "purposes", ["Ta emot", "Handlägga", "Följa upp"]),
        # words that are gone take with them what the import made
        (lambda d: d, ["Handlägga"], "purposes", ["Handlägga"]),
        (reworded, ["Handlägga"], "purposes", ["Pröva ansökningar"]),
        # what people removed stays removed, what they added stays
        (without_purposes, ["Handlägga", "Besluta", "Följa upp"], "purposes", ["Besluta"]),
        (added_to, ["Handlägga"], "purposes", ["Handlägga", "Statistik"]),
    ],
)
def test_what_a_later_edition_says_otherwise_follows(
    edit: Any, now: list[str], list_name: str, expected: list[str]
) -> None:
    assert words(laid(edit(draft(YEAR)), read({**YEAR, "purposes": now}, file="2027.docx")), list_name) == expected


def test_words_that_come_back_are_new_again() -> None:
    less = laid(draft(YEAR), read({**YEAR, "recipients": [], "?": []}))
    assert (less.recipients, less.unplaced) == ((), ())
    again = laid(less, read(YEAR))
    assert (words(again, "recipients"), words(again, "unplaced")) == (["Skatteverket"], ["410"])


def test_another_document_adds_and_removes_nothing() -> None:
    there = laid(draft(YEAR), read({"data_subjects": ["Sökande"]}, file="system.xlsx", name="Bygglov"))
    assert words(there, "purposes") == YEAR["purposes"]
    assert (words(there, "recipients"), words(there, "unplaced")) == (["Skatteverket"], ["410"])
    assert words(there, "data_subjects") == ["Sökande"]


def test_what_people_wrote_stands_and_the_document_is_heard() -> None:
    there = replace(draft(YEAR), summary="Så här gör vi.")
    now = laid(there, read({**YEAR, "summary": ["Vi prövar lov."]}))
    assert (now.summary.sv, words(now, "unplaced")) == ("Så här gör vi.", ["410", "Vi prövar lov."])
    assert laid(replace(now, unplaced=()), read({**YEAR, "summary": ["Vi prövar lov."]})).unplaced == ()


def test_a_field_follows_its_document() -> None:
    there = draft({**YEAR, "summary": ["Vi prövar lov."]})
    assert laid(there, read({**YEAR, "summary": ["Vi prövar bygglov."]})).summary.sv == "Vi prövar bygglov."
    assert laid(there, read(YEAR)).summary.sv == ""
    assert laid(there, read(YEAR, name="Lov")).name.sv == "Lov"


def test_what_was_placed_is_not_lost_when_a_reader_understands_less() -> None:
    there = draft(YEAR)
    less = laid(there, read({**YEAR, "recipients": [], "?": [*YEAR["?"], "Till: Skatteverket"]}))
    assert words(less, "recipients") == ["Skatteverket"]
    assert words(less, "unplaced") == ["410"]


def test_new_words_about_a_row_tell_more_of_it() -> None:
    made, place = Making(key_of("a"), "a.docx"), Passage("Mottagare", "", "line 2")
    row = made.add("recipients", Recipient(category="r-skv"), place, "Skatteverket")
    there = replace(remembered(made.record()), recipients=(replace(row, note="Bara på begäran."),))
    made.change("recipients", row.key, occurrence=Occurrence.MAY_OCCUR, note="Vid behov.")
    made.word(row.key, "occurrence", place, "ev.")
    more = laid(there, made.record())
    assert more.recipients == (replace(row, note="Bara på begäran.", occurrence=Occurrence.MAY_OCCUR),)
    assert laid(more, made.record()) is more


def merged_row(*notes: str) -> ProcessingActivity:
    """Return what is read where several words say one thing more closely."""
    made, place = Making(key_of("a"), "a.docx"), Passage("Uppgifter", "", "line 2")
    made.add("purposes", Purpose(text="Handlägga"), place, "Handlägga")
    row = made.add("recipients", Recipient(category="r-skv", note=notes[0]), place, notes[0])
    for number, more in enumerate(notes[1:], 2):
        made.change("recipients", row.key, note=", ".join(notes[:number]))
        made.word(row.key, "", place, more)
    return made.record()


@pytest.mark.parametrize("now", [("Längd", "Vikt", "Syn"), ("Längd",), ("Längd", "Syn")], ids=["more", "less", "other"])
def test_a_row_made_of_several_words_follows_all_of_them(now: tuple[str, ...]) -> None:
    given = merged_row(*now)
    there = laid(remembered(merged_row("Längd", "Vikt")), given)
    assert there.recipients == given.recipients
    assert laid(there, given) is there


def test_what_a_document_does_not_say_of_a_row_stays_when_it_says_more() -> None:
    there = remembered(merged_row("Längd", "Vikt"))
    there = replace(there, recipients=(replace(there.recipients[0], occurrence=Occurrence.MAY_OCCUR),))
    row = laid(there, merged_row("Längd", "Vikt", "Syn")).recipients[0]
    assert (row.note.sv, row.occurrence) == ("Längd, Vikt, Syn", Occurrence.MAY_OCCUR)


# --- rows that name each other ----------------------------------------------------------------------------------------


def with_basis(file: str = "a.docx", key: str = "a") -> ProcessingActivity:
    made, place = Making(key_of(key), file), Passage("Rättslig grund", "", "line 1")
    purpose = made.add("purposes", Purpose(text="Handlägga"), place, "Handlägga")
    made.add("legal_bases", PurposeBasis(basis="6.1.e-mu", purposes=(purpose.key,)), place, "myndighetsutövning")
    return made.record()


def supported(*bases: str) -> ProcessingActivity:
    """Return an act, about the last of some bases."""
    made, place = Making(key_of("a"), "a.docx"), Passage("Rättslig grund", "", "line 1")
    made.add("purposes", Purpose(text="Handlägga"), place, "Handlägga")
    made.add("recipients", Recipient(category="r-skv"), place, "Skatteverket")
    rows = [made.add("legal_bases", PurposeBasis(basis="6.1.c"), place, words) for words in bases]
    about = rows[-1].key if rows else None
    made.add("provisions", LegalProvision(law="law-2010-800", pinpoint="3 §", about=about), place, "skollagen 3 §")
    return made.record()


@pytest.mark.parametrize("before", [("förpliktelse",), ()], ids=["another", "none"])
def test_a_row_names_the_row_that_a_later_edition_says_it_is_about(before: tuple[str, ...]) -> None:
    now = supported("rättslig förpliktelse och avtal")
    there = laid(remembered(supported(*before)), now)
    assert there.provisions == now.provisions
    assert there.provisions[0].about == there.legal_bases[0].key
    assert laid(there, now) is there


def test_no_row_names_one_that_somebody_removed() -> None:
    made = Making(key_of("a"), "a.docx")
    made.add("purposes", Purpose(text="Handlägga"), Passage("", "", "1"), "Handlägga")
    there = without_purposes(remembered(made.record()))
    now = laid(there, with_basis())
    assert (now.purposes, [b.purposes for b in now.legal_bases]) == ((), [()])


def test_under_another_key_rows_name_each_other_still() -> None:
    one, other = with_basis(), with_basis(key="b")
    assert rekeyed(other, one.key) == one
    theirs = rekeyed(one, own_key(key_of("grannby"), str(one.key)))
    assert not theirs.row_keys() & one.row_keys()
    assert theirs.legal_bases[0].purposes == (theirs.purposes[0].key,)
    assert theirs.original_wording[0].about == theirs.purposes[0].key


def test_who_sees_it_only_inside_is_kept_like_any_row() -> None:
    made = Making(key_of("a"), "a.docx")
    made.add("internal_access", InternalAccess(who="Handläggare"), Passage("", "", "1"), "Handläggare")
    there = remembered(made.record())
    assert laid(there, made.record()) is there


# --- what is really read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["text-table-teknik.txt", "text-lines-kansli.txt", "html-avfall.html"])
def test_a_register_that_is_read_again_changes_nothing(name: str) -> None:
    content = (Path(__file__).parents[1] / "corpus" / name).read_bytes()
    known, found = Knowledge(shipped()), readers.read(content, name)
    for _section, record in records(outline(found), known):
        there = remembered(rekeyed(record, own_key(key_of("exempelby"), str(record.key))))
        assert laid(there, record) is there
        cut = replace(there, recipients=(), unplaced=(), legal_bases=there.legal_bases[:1])
        assert laid(cut, rekeyed(record, key_of("b"))) is cut


def test_a_new_word_is_a_term_that_is_called_the_same() -> None:
    there = RecipientCategory(code="own-x1", labels={"sv": "Parkförvaltaren AB"})
    terms = ByLabel({RecipientCategory: (there,)})
    record = read({"recipients": ["parkförvaltaren  ab", "Trädvännerna"]})
    made = [replace(r.category, code=f"own-{n}") for n, r in enumerate(record.recipients)]
    rows = tuple(replace(r, category=term) for r, term in zip(record.recipients, made, strict=True))
    used = terms.used_in(replace(record, recipients=rows))
    assert [r.category for r in used.recipients] == [there, made[1]]
