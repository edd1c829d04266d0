"""Values are taken apart as a reader does it, and no word of theirs goes missing on the way."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa import record
from ropa.inputs import terms
from ropa.inputs.understanding.items import is_prose, items, sentences
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.vocabulary import Occurrence

KNOWLEDGE = Knowledge(terms.shipped())


def known(words):
    return any(
        KNOWLEDGE.term(kind, words)
        for kind in (record.PersonalDataCategory, record.DataSubjectCategory, record.RecipientCategory)
    )


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("Namn, adress; telefonnummer och e-post", ["Namn", "adress", "telefonnummer", "e-post"]),
        ("• Namn\n• Adress\n– Klass", ["Namn", "Adress", "Klass"]),
        ("1. Betyg\n2) Frånvaro\na) Schema", ["Betyg", "Frånvaro", "Schema"]),
        ("o Namn\no Adress", ["Namn", "Adress"]),
        ("Namn • Adress • Foto", ["Namn", "Adress", "Foto"]),
        ("Ärendestöd. Avgifter. Statistik.", ["Ärendestöd", "Avgifter", "Statistik"]),
        ("Klient/brukare, vikarie/konsult", ["Klient/brukare", "vikarie", "konsult"]),
        ("för- och efternamn", ["förnamn", "efternamn"]),
        ("adress- och telefonuppgifter", ["adressuppgifter", "telefonuppgifter"]),
        ("hälso- och sjukvård, vård- och omsorgsnämnden", ["hälso- och sjukvård", "vård- och omsorgsnämnden"]),
        ("god man och förvaltare, elever och lärare", ["god man och förvaltare", "elever", "lärare"]),
        ("namn på barn och kusiner, ålder", ["namn på barn och kusiner", "ålder"]),
        ("Namn och adress till anhöriga m.m.", ["Namn", "adress till anhöriga"]),
        ("Vi behandlar namn, ålder och foto.", ["namn", "ålder", "foto"]),
        ("Vid ansökan om plats registreras namn, ålder och önskemål.", ["namn", "ålder", "önskemål"]),
        ("Uppgifterna hämtas från dig själv och Skatteverket.", ["dig själv", "Skatteverket"]),
        ("Namn, ålder och betyg behandlas.", ["Namn", "ålder", "betyg"]),
        ("født dag 5, 15 och 25", ["født dag 5, 15 och 25"]),
        ("Names, addresses and photos", ["Names", "addresses", "photos"]),
        ("", []),
        (" \n • \n", []),
    ],
)
def test_what_a_value_lists(value, texts):
    assert [item.text for item in items(value, known)] == texts


@pytest.mark.parametrize(
    ("value", "text", "occurrence", "condition"),
    [
        ("Namn, eventuellt telefonnummer", "telefonnummer", Occurrence.MAY_OCCUR, ""),
        ("Ev. personnummer", "personnummer", Occurrence.MAY_OCCUR, ""),
        ("Foto (frivilligt)", "Foto", Occurrence.OPTIONAL, ""),
        ("Namn (alltid)", "Namn", Occurrence.ALWAYS, ""),
        ("Betyg (endast om eleven byter skola)", "Betyg", Occurrence.CONDITIONAL, "endast om eleven byter skola"),
        ("diagnos om det behövs för placeringen", "diagnos", Occurrence.CONDITIONAL, "om det behövs för placeringen"),
        ("facklig tillhörighet (vid avdrag)", "facklig tillhörighet", Occurrence.CONDITIONAL, "vid avdrag"),
        ("Polisen, hvis der er mistanke", "Polisen", Occurrence.CONDITIONAL, "hvis der er mistanke"),
        ("BUP efter medgivande", "BUP", Occurrence.CONDITIONAL, "efter medgivande"),
        ("vid behov läkarintyg", "läkarintyg", Occurrence.CONDITIONAL, "vid behov"),
        ("Inga uppgifter om hälsa", "uppgifter om hälsa", Occurrence.NEVER, ""),
        ("Personnummer lämnas aldrig ut.", "Personnummer", Occurrence.NEVER, ""),
        ("eventuelle helbredsoplysninger", "helbredsoplysninger", Occurrence.MAY_OCCUR, ""),
        ("dersom det er nødvendig: diagnose", "diagnose", Occurrence.CONDITIONAL, "dersom det er nødvendig"),
        ("photo (optional)", "photo", Occurrence.OPTIONAL, ""),
        ("tackkort om kravet skärps", "tackkort", Occurrence.CONDITIONAL, "om kravet skärps"),
        ("allergi, men endast om barnet äter här", "allergi", Occurrence.CONDITIONAL, "endast om barnet äter här"),
        ("evt. ægtefælle", "ægtefælle", Occurrence.MAY_OCCUR, ""),
        ("Foto (ej obligatoriskt)", "Foto", Occurrence.OPTIONAL, ""),
        ("uppgift om du cyklar", "uppgift om du cyklar", None, ""),
        ("misstanke om brott mot djur", "misstanke om brott mot djur", None, ""),
        ("uppgifter om barn som har insatser", "uppgifter om barn som har insatser", None, ""),
        ("Uppgifter om det sociala nätverket", "Uppgifter om det sociala nätverket", None, ""),
    ],
)
def test_how_often_and_when(value, text, occurrence, condition):
    last = items(value, known)[-1]
    assert (last.text, last.occurrence, last.condition) == (text, occurrence, condition)


@pytest.mark.parametrize(
    ("value", "occurrences"),
    [
        ("Följande kan förekomma: betyg, foto och namn", [Occurrence.MAY_OCCUR] * 3),
        ("I vissa fall behandlas betyg, foto och namn.", [Occurrence.MAY_OCCUR] * 3),
        ("Betyg, foto och namn kan förekomma.", [Occurrence.MAY_OCCUR] * 3),
        ("Uppgifter kan delas med polisen, IVO och domstol om lagen kräver det.", [Occurrence.CONDITIONAL] * 3),
        ("Om du överklagar lämnas uppgifter till länsstyrelsen och domstol.", [Occurrence.CONDITIONAL] * 2),
        ("Polisen och domstol vid misstanke om brott", [Occurrence.CONDITIONAL] * 2),
        ("Tingsrätten, polisen och domstol vid misstanke om brott", [None, None, Occurrence.CONDITIONAL]),
        ("Namn och ort om de anges, betyg", [Occurrence.CONDITIONAL, Occurrence.CONDITIONAL, None]),
        ("Foto och ålder (frivilligt), betyg", [Occurrence.OPTIONAL, Occurrence.OPTIONAL, None]),
        ("Betyg, foto och ålder (frivilligt)", [None, None, Occurrence.OPTIONAL]),
        ("Film men inte ljud", [None, Occurrence.NEVER]),
        ("Klagar du skickas akten till kammarrätten.", [Occurrence.CONDITIONAL]),
        ("Polisen, på begäran, och länsstyrelsen", [Occurrence.CONDITIONAL, None]),
        ("Handläggare vid enheten och chefer", [None, None]),
        ("We process your name and, if you apply for a place, your income.", [None, Occurrence.CONDITIONAL]),
        ("Namn och adress (om du inte är anonym)", [Occurrence.CONDITIONAL] * 2),
        ("Namn, ålder och eventuellt betyg om det krävs", [None, None, Occurrence.CONDITIONAL]),
        (
            "Uppgifter kan lämnas till myndigheter. Till exempel polisen eller IVO. Namn sparas.",
            [Occurrence.MAY_OCCUR, Occurrence.MAY_OCCUR, Occurrence.MAY_OCCUR, None],
        ),
    ],
)
def test_words_that_hold_for_a_whole_list(value, occurrences):
    found = items(value, known)
    assert [item.occurrence for item in found] == occurrences
    assert {item.condition in value for item in found} == {True}


def test_what_stands_before_a_colon_and_in_brackets_stays_with_its_items():
    found = items("Elev: namn, klass. Vårdnadshavare:\nnamn (för- och efternamn), telefon", known)
    assert [(i.group, i.text, i.note) for i in found] == [
        ("Elev", "namn", ""),
        ("Elev", "klass", ""),
        ("Vårdnadshavare", "namn", "för- och efternamn"),
        ("Vårdnadshavare", "telefon", ""),
    ]
    assert found[2].wording == "Vårdnadshavare:\nnamn (för- och efternamn)"


def test_examples_that_are_no_names_tell_more_of_what_they_exemplify():
    found = items("Fritidsintressen, t.ex. segling samt foto", known)
    assert [(i.text, i.note, i.example) for i in found] == [("Fritidsintressen", "segling", False), ("foto", "", True)]


def test_sentences_end_where_they_do():
    text = (
        "Se 12 kap. 1 § SoL. Enligt SFS 2010:800 gäller det, t.ex. för Barn m.m. Nytt. Akten sparas i\n\nen pärm. Slut"
    )
    assert sentences(text) == [
        "Se 12 kap. 1 § SoL.",
        "Enligt SFS 2010:800 gäller det, t.ex. för Barn m.m.",
        "Nytt.",
        "Akten sparas i\n\nen pärm.",
        "Slut",
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Namn, adress, telefon", False),
        ("Följande uppgifter behandlas: namn, adress", False),
        ("Namn, ålder och hälsa om det är nödvändigt", False),
        ("Handlägga ansökningar och fatta beslut", False),
        ("Uppgifterna lämnas ut till polisen när det finns skäl.", True),
        ("Vi använder namn för att kunna kontakta dig.", True),
    ],
)
def test_prose_tells_and_a_list_lists(text, prose):
    assert is_prose(text) is prose


WORDS = st.lists(
    st.sampled_from(
        "namn Adress; , . : ( ) och eller t.ex. m.m. eventuellt om det är behövs elev: vid behov för- uppgifter "
        "inga behandlas • - / \n 5 1. kap. § Vi aldrig endast såsom FK [ ]".split(" ")
    ),
    max_size=25,
).map(" ".join)
JOINING = set("och eller t ex m såsom a b c d e f g h".split())


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_every_word_of_a_value_stands_in_a_wording_that_quotes_it(value):
    found = items(value, known)
    assert all(item.wording in value for item in found)
    said = {w for item in found for w in re.findall(r"[^\W\d_]+", item.wording)}
    assert set(re.findall(r"[^\W\d_]+", value)) - said <= JOINING


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_taken_apart(value):
    for item in items(value, known):
        assert item.wording in value
        assert item.text
    assert all(sentence in value for sentence in sentences(value))
