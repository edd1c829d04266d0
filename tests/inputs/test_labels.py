"""Labels of registers, in several languages and ways of writing, and what they ask for."""

import tomllib

import pytest

from ropa.inputs.outline.labels import is_weak, normal, topics_of
from ropa.inputs.outline.normal import FILE
from ropa.inputs.topics import Topic

ASKS = [
    ("Laglighet", Topic.LEGAL_BASES),
    ("RÄTTSLIG GRUND:", Topic.LEGAL_BASES),
    ("3. Laglig grund för behandlingen *", Topic.LEGAL_BASES),
    ("b) Laglig grund (art. 6.1)", Topic.LEGAL_BASES),
    ("Vilket lagligt stöd har vi för det här?", Topic.LEGAL_BASES),
    ("Med stöd av vilka regler behandlar vi uppgifterna?", Topic.LEGAL_BASES),
    ("Behandlingsgrunnlag", Topic.LEGAL_BASES),
    ("Lawful basis (Article 6)", Topic.LEGAL_BASES),
    ("Grund enligt artikel 9", Topic.SPECIAL_CATEGORIES),
    ("Känsliga personuppg.", Topic.SPECIAL_CATEGORIES),
    ("Tidsfrister för radering (art. 30.1 f)", Topic.RETENTION),
    ("Hur länge har ni kvar mina papper?", Topic.RETENTION),
    ("När slängs uppgifterna?", Topic.RETENTION),
    ("Slettefrist", Topic.RETENTION),
    ("How long will we keep the data?", Topic.RETENTION),
    ("Kat. av registrerade", Topic.DATA_SUBJECTS),
    ("Vems personuppgifter finns i systemet?", Topic.DATA_SUBJECTS),
    ("Hvem behandler vi opplysninger om?", Topic.DATA_SUBJECTS),
    ("Vilka kategorier av personuppgifter handlar det om?", Topic.PERSONAL_DATA),
    ("Registrets datainnehåll", Topic.PERSONAL_DATA),
    ("Personupgifter", Topic.PERSONAL_DATA),  # a letter is missing
    ("Varifrån har vi fått uppgifterna?", Topic.SOURCES),
    ("Regelmässiga uppgiftskällor", Topic.SOURCES),
    ("Överföring: Externa", Topic.RECIPIENTS),
    ("Till vilka lämnas uppgifterna ut?", Topic.RECIPIENTS),
    ("Kategorier af modtagere", Topic.RECIPIENTS),
    ("Mottagare – interna", Topic.INTERNAL_ACCESS),
    ("Flyttas uppgifter utanför EU?", Topic.TRANSFERS),
    ("PuB-avtal", Topic.PROCESSORS),
    ("Anlitas något personuppgiftsbiträde?", Topic.PROCESSORS),
    ("Vem bär ansvaret?", Topic.CONTROLLER),
    ("Behandlingsansvarleg", Topic.CONTROLLER),
    ("Hur behandlas personuppgifterna, och av vem?", Topic.HANDLING),
    ("Tekniska och organisatoriska åtgärder (art 32)", Topic.SECURITY),
    ("Måste jag uppge mina uppgifter?", Topic.DUTY),
    ("Fattas beslut automatiskt?", Topic.AUTOMATION),
    ("Behandlingens namn", Topic.NAME),
    ("Löpnr", Topic.REFERENCE),
    ("Uppgifterna lämnas till", Topic.RECIPIENTS),
    ("Uppgifterna lämnas av", Topic.SOURCES),
    ("Uppgifterna finns i", Topic.CARRIERS),
    ("Hur länge är uppgifterna kvar?", Topic.RETENTION),
    ("Om vem har vi uppgifter?", Topic.DATA_SUBJECTS),
    ("Vad antecknar ni?", Topic.PERSONAL_DATA),
    ("Till vem", Topic.RECIPIENTS),
    ("Vem tar emot uppgifterna?", Topic.RECIPIENTS),
    ("Vem har sagt det?", Topic.SOURCES),
    ("Vilka är ni som finns med?", Topic.DATA_SUBJECTS),
    ("Lagar och förordningar", Topic.PROVISIONS),
    ("Leverantör som behandlar åt oss", Topic.PROCESSORS),
    ("Which details?", Topic.PERSONAL_DATA),
    ("Must we give you the data?", Topic.DUTY),
    ("Does a computer decide?", Topic.AUTOMATION),
    ("How do we keep them safe?", Topic.SECURITY),
    ("Hvornår fjernes de?", Topic.RETENTION),
    ("Roll enl. GDPR", Topic.ROLE),
    ("andamal", Topic.PURPOSES),
    ("rattslig_grund", Topic.LEGAL_BASES),
    ("aendamaal_med_behandlingen", Topic.PURPOSES),
]


@pytest.mark.parametrize(("label", "topic"), ASKS, ids=[label for label, _ in ASKS])
def test_a_label_asks_for_its_topic(label: str, topic: Topic) -> None:
    assert topics_of(label) == (topic,)


SEVERAL = [
    ("Ändamål och rättslig grund", (Topic.PURPOSES, Topic.LEGAL_BASES)),
    ("Kategorier av registrerade & personuppgifter", (Topic.DATA_SUBJECTS, Topic.PERSONAL_DATA)),
    ("Mottagare/Personuppgiftsbiträden", (Topic.RECIPIENTS, Topic.PROCESSORS)),
    ("Överföring", (Topic.RECIPIENTS, Topic.TRANSFERS)),
    ("Vilka delar vi med och hur länge sparas uppgifterna?", (Topic.RECIPIENTS, Topic.RETENTION)),
    ("Vem kan få del av mina uppgifter?", (Topic.RECIPIENTS, Topic.INTERNAL_ACCESS)),
]


@pytest.mark.parametrize(("label", "topics"), SEVERAL, ids=[label for label, _ in SEVERAL])
def test_a_combined_label_asks_for_all_its_parts(label: str, topics: tuple[Topic, ...]) -> None:
    assert topics_of(label) == topics


@pytest.mark.parametrize(
    "name",
    [
        *("Rekrytering", "Försörjningsstöd och ekonomiskt bistånd", "Mottagning av nyanlända", "Mottagning"),
        *("Diarieföring och arkiv", "Kamerabevakning i idrottshallen", "Behandling av ansökan om bygglov"),
        *("Utlåning", "Kontaktfamilj", "Systemförvaltning", "Lönehantering", "Parkeringstillstånd", "Val"),
    ],
)
def test_what_activities_are_called_is_no_label(name: str) -> None:
    assert topics_of(name) == ()


def test_a_correction_holds_for_all_labels_alike_and_goes_first() -> None:
    corrections = {normal("Läskort"): Topic.CARRIERS, normal("Gallring"): Topic.NOTES}
    assert topics_of("4. LÄSKORT:", corrections) == (Topic.CARRIERS,)
    assert topics_of("Gallringen", corrections) == (Topic.NOTES,)
    assert topics_of("Läskort") == ()


def test_every_list_is_of_a_topic_and_each_of_its_labels_asks_for_it() -> None:
    lists = tomllib.loads(FILE.read_text("utf-8"))["forms"]
    missed = [(n, label) for n, labels in lists.items() for label in labels if Topic(n) not in topics_of(label)]
    assert missed == []
    assert {t.value for t in Topic} - set(lists) == set()


@pytest.mark.parametrize(("label", "weak"), [("E-post", True), ("Adress, telefon", True), ("Ändamål", False)])
def test_what_is_content_as_often_needs_other_labels_beside_it(label: str, weak: bool) -> None:
    assert is_weak(label) is weak
