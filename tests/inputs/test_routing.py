"""Lists follow their label, prose follows its own words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa.inputs import terms
from ropa.inputs.passages import Passage
from ropa.inputs.topics import Topic
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.inputs.understanding.routing import routed

KNOWN = Knowledge(terms.shipped())


def topics_of(text, *topics):
    return [topic for _, topic in routed(Passage("Rubrik", text, "rad 1"), topics, KNOWN)]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Uppgifterna finns i verksamhetssystemet Lyktan.", Topic.CARRIERS),
        ("Ansökan förvaras på papper i en pärm.", Topic.CARRIERS),
        ("Bara behörig personal kan se vad du har skrivit.", Topic.INTERNAL_ACCESS),
        ("Vi lämnar inte ut uppgifterna till någon annan.", Topic.RECIPIENTS),
        ("Uppgifterna kan komma att delas med Skolverket.", Topic.RECIPIENTS),
        ("Den som driver systemet är vårt personuppgiftsbiträde.", Topic.PROCESSORS),
        ("Ingenting lagras utanför EU/EES.", Topic.TRANSFERS),
        ("Din adress hämtas varje natt från folkbokföringen.", Topic.SOURCES),
        ("Handlingarna gallras fem år efter beslutet.", Topic.RETENTION),
        ("Inget automatiserat beslutsfattande sker.", Topic.AUTOMATION),
        ("Uppgifterna omfattas av sekretess enligt 26 kap. OSL.", Topic.SECRECY),
        ("Du har rätt att begära rättelse.", Topic.RIGHTS),
        ("Du kan lämna klagomål till IMY.", Topic.COMPLAINT),
        ("Känsliga personuppgifter behandlas inte.", Topic.SPECIAL_CATEGORIES),
        ("Data may be shared with the Swedish Tax Agency.", Topic.RECIPIENTS),
        ("Vi håller öppet på vardagar.", None),
    ],
)
def test_what_prose_without_a_label_speaks_of(sentence, topic):
    assert topics_of(sentence) == [topic]
    assert topics_of(sentence, Topic.HANDLING) == [topic]


@pytest.mark.parametrize(
    ("text", "own", "topics"),
    [
        ("Namn, adress, lön", [Topic.PERSONAL_DATA], [Topic.PERSONAL_DATA]),
        ("Polisen och IVO. Inget överförs till tredje land.", [Topic.RECIPIENTS], [Topic.RECIPIENTS, Topic.TRANSFERS]),
        ("Akten bevaras. Den sparas i pappersform.", [Topic.RETENTION], [Topic.RETENTION]),
        ("Vi handlägger ansökan. Vi kan lämna uppgifter i sena fall.", [Topic.PURPOSES], [Topic.PURPOSES]),
        ("Du har rätt till rättelse. Vänd dig till dataskyddsombudet.", [Topic.RIGHTS], [Topic.RIGHTS]),
        ("Elever\nNamn, betyg", [Topic.DATA_SUBJECTS, Topic.PERSONAL_DATA], [Topic.DATA_SUBJECTS, Topic.PERSONAL_DATA]),
        (
            "Namn\nInga känsliga personuppgifter\nLoggar",
            [Topic.PERSONAL_DATA],
            [Topic.PERSONAL_DATA, Topic.SPECIAL_CATEGORIES, Topic.PERSONAL_DATA],
        ),
        ("Uppgifter lämnas ut till:\n• FK\n• Skatteverket\nNamn, adress", [], [Topic.RECIPIENTS, Topic.PERSONAL_DATA]),
        (
            "Uppgifter delas med myndigheter. Till exempel polisen. Driften sköts av ett personuppgiftsbiträde.",
            [Topic.HANDLING],
            [Topic.RECIPIENTS, Topic.PROCESSORS],
        ),
    ],
)
def test_what_stands_under_a_label(text, own, topics):
    assert topics_of(text, *own) == topics


def test_a_gap_in_a_cue_reaches_five_words_and_not_beyond_the_sentence():
    assert topics_of("Vi delar ibland dina uppgifter med polisen.") == [Topic.RECIPIENTS]
    assert topics_of("Vi delar. Sedan går vi hem med polisen.") == [None]


WORDS = st.lists(st.sampled_from("Namn. IMY \n lämnas till: • FK gallras, Det gäller EU/EES 1.".split(" "))).map(
    " ".join
)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=150) | WORDS)
def test_the_parts_hold_all_words_of_the_passage(text):
    parts = [part.text for part, _ in routed(Passage("", text, ""), (), KNOWN)]
    assert all(part in text for part in parts)
    assert _long_words(" ".join(parts)) == _long_words(text)


def _long_words(text):
    return re.findall(r"[^\W\d_]{2,}", text)
