"""Terms are found by what people call them, and only where they are meant."""

import pytest

from ropa import models, record
from ropa.inputs import terms
from ropa.inputs.understanding.knowledge import Knowledge, own_code
from ropa.inputs.understanding.synonyms import named, synonyms
from ropa.record import DataSubjectCategory, PersonalDataCategory, RecipientCategory, SourceCategory, System

KNOWN = Knowledge(terms.shipped())


@pytest.mark.parametrize(
    ("kind", "words", "code"),
    [
        (PersonalDataCategory, "Namn", "pd-namn"),
        (PersonalDataCategory, "TELEFONNUMRET", "pd-kontakt"),
        (PersonalDataCategory, "epost", "pd-kontakt"),
        (PersonalDataCategory, "Fødselsnummer", "pd-personnummer"),
        (PersonalDataCategory, "health data", "pd-halsa"),
        (PersonalDataCategory, "anställd", None),
        (PersonalDataCategory, "aktuell information", None),
        (DataSubjectCategory, "elever", "ds-elev"),
        (DataSubjectCategory, "gode män", "ds-godman"),
        (DataSubjectCategory, "förvaltning", None),
        (DataSubjectCategory, "anmälarna", "ds-anmalare"),
        (DataSubjectCategory, "anmälan", None),
        (DataSubjectCategory, "uppdragstagare", "ds-uppdragstagare"),
        (DataSubjectCategory, "vuxna barn", None),
        (SourceCategory, "folkbokföringsregistret", "s-folkbok"),
        (SourceCategory, "Befolkningsregistret", None),
        (RecipientCategory, "ivo", "r-ivo"),
        (RecipientCategory, "Försäkringskassan (FK)", "r-fk"),
        (RecipientCategory, "FK (Försäkringskassan)", "r-fk"),
        (RecipientCategory, "Nämnden (elev)", None),
        (System, "Pappersakter", "sys-papper"),
    ],
)
def test_a_term_is_known_by_its_names_and_nothing_else_is(kind, words, code):
    term = KNOWN.term(kind, words)
    assert (term and term.code) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("namn på vårdnadshavare", "pd-namn"),
        ("Uppgifter om allergier", "pd-halsa"),
        ("uppgifter om skulder hos inkassobolag", "pd-ekonomi"),
        ("den sökandes privata telefonnummer", "pd-kontakt"),
        ("aktuell information", None),
        ("foton som namnges aldrig så", "pd-bild"),
        ("handläggarens namnteckning", None),
    ],
)
def test_a_phrase_is_about_its_head(words, code):
    term = KNOWN.about(PersonalDataCategory, words)
    assert (term and term.code) == code


def test_running_text_names_terms_once_each_and_abbreviations_in_their_own_capitals():
    text = "Uppgifterna sparas. De lämnas till FK, af hänsyn till polisens och IVO:s arbete."
    assert [text[f.start : f.end] for f in KNOWN.find(RecipientCategory, text)] == ["FK", "polisens", "IVO"]
    assert KNOWN.find(SourceCategory, "Uppgifterna sparas alltid.") == []


def test_words_that_may_be_either_of_two_terms_are_neither():
    towers = tuple(System(code=f"own-{name}", labels={"sv": name}) for name in ("Tornet", "Torn"))
    known = Knowledge({System: towers})
    assert [known.term(System, word).code for word in ("tornet", "TORN")] == ["own-Tornet", "own-Torn"]
    assert known.term(System, "tornen") is None


def test_every_synonym_in_the_files_means_the_term_it_stands_under():
    wrong = [
        (code, name)
        for kind, entries in synonyms().items()
        for code, names in entries.items()
        for name in names
        if getattr(KNOWN.term(getattr(record, kind), name), "code", None) != code
    ]
    assert wrong == []


def test_every_thing_known_by_name_becomes_an_own_term_that_bears_it():
    for kind, entries in named().items():
        for label, names in entries.items():
            found = {KNOWN.term(getattr(record, kind), name).labels["sv"] for name in (label, *names)}
            assert found == {label}


def test_an_own_term_keeps_its_words_and_its_code_says_them():
    term = KNOWN.own(PersonalDataCategory, "juridisk  information")
    assert (term.code, term.labels) == ("own-juridisk-information", {"sv": "Juridisk information"})
    long = [own_code("Uppgifter som behövs för att pröva frågan om " + end) for end in ("avgift", "avgifter")]
    assert len(set(long)) == 2
    assert all(len(code) <= 80 for code in long)
    assert own_code("秘密") != own_code("公開")


@pytest.mark.django_db
def test_an_organisation_finds_its_own_terms_and_the_newer_of_merged_ones():
    here = models.Organisation.objects.create(slug="vik", name="Vik")
    other = models.Organisation.objects.create(slug="nas", name="Näs")
    newer = models.DataSubjectCategory.objects.create(organisation=here, code="own-akare", label="Långfärdsåkare")
    models.DataSubjectCategory.objects.create(
        organisation=here, code="own-badare", label="Badgäster", replaced_by=newer
    )
    models.DataSubjectCategory.objects.create(organisation=other, code="own-dykare", label="Dykare")
    known = Knowledge(terms.of(here))
    assert known.term(DataSubjectCategory, "badgäst").code == "own-akare"
    assert known.term(DataSubjectCategory, "långfärdsåkarna").labels == {"sv": "Långfärdsåkare"}
    assert known.term(DataSubjectCategory, "dykare") is None
