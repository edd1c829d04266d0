"""Lists become rows that say what the text says and no more; what was not understood comes back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa.inputs import terms
from ropa.inputs.making import Making, key_of
from ropa.inputs.passages import Passage
from ropa.inputs.topics import Topic
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.inputs.understanding.lists import TOPICS, finish
from ropa.vocabulary import Statement

KNOWN = Knowledge(terms.shipped())
LISTS = {
    Topic.DATA_SUBJECTS: "data_subjects",
    Topic.PERSONAL_DATA: "personal_data",
    Topic.SOURCES: "sources",
    Topic.RECIPIENTS: "recipients",
    Topic.INTERNAL_ACCESS: "internal_access",
    Topic.PROCESSORS: "processors",
    Topic.SUB_PROCESSORS: "sub_processors",
    Topic.CARRIERS: "carriers",
    Topic.SECURITY: "security_measures",
}


def made(*passages, label="Rubrik"):
    """Return the record of these (topic, text), and what was left of each."""
    making = Making(key_of("prov"), "fil.txt")
    left = [TOPICS[topic](Passage(label, text, "rad 1"), making, KNOWN) for topic, text in passages]
    finish(making)
    return making.record(), left


def rows(topic, text, label="Rubrik"):
    """Return the rows of a passage as what is set in them, and what was left."""
    record, (left,) = made((topic, text), label=label)
    return [said(row, record) for row in getattr(record, LISTS[topic])], left


def said(row, record):
    """Return field -> what it says, in plain words."""
    groups = {r.key: r.category.code for r in record.data_subjects if r.category}
    return {name: plain(value, groups) for name, value in row if value and name != "key"}


def plain(value, groups):
    if isinstance(value, tuple):
        return [groups.get(key, key) for key in value]
    return getattr(value, "code", None) or getattr(value, "sv", None) or str(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sökande familjer", [{"category": "ds-sokande", "note": "Sökande familjer"}]),
        (
            "Invånare som hör av sig via brev, fax eller sms",
            [{"category": "ds-allmanhet", "note": "Invånare som hör av sig via brev, fax eller sms"}],
        ),
        (
            "Invånare som får råd via telefon; elever",
            [{"category": "ds-allmanhet", "note": "Invånare som får råd via telefon"}, {"category": "ds-elev"}],
        ),
        ("Anställda kapellmästare", [{"category": "ds-anstalld", "note": "Anställda kapellmästare"}]),
        ("Elever, vårdnadshavare", [{"category": "ds-elev"}, {"category": "ds-vardnadshavare"}]),
        ("Klient/brukare", [{"category": "ds-klient"}]),
        ("uppdragstagare", [{"category": "ds-uppdragstagare"}]),
        ("Förälder", [{"category": "ds-vardnadshavare", "note": "Förälder"}]),
        ("Elever i årskurs 9", [{"category": "ds-elev", "note": "Elever i årskurs 9"}]),
        ("kolonilottsinnehavare", [{"category": "own-kolonilottsinnehavare"}]),
        ("Ev. kusiner", [{"category": "own-kusiner", "occurrence": "may-occur"}]),
        ("hemlösa ungdomar", [{"category": "ds-barn", "note": "Hemlösa ungdomar"}]),
        ("Den som söker plats", [{"category": "ds-sokande", "note": "Den som söker plats"}]),
        (
            "Personer som någon gång under de senaste tio åren har haft ett kort hos oss",
            [{"note": "Personer som någon gång under de senaste tio åren har haft ett kort hos oss"}],
        ),
    ],
)
def test_data_subjects(text, expected):
    assert rows(Topic.DATA_SUBJECTS, text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected", "left"),
    [
        ("Rektors adress", [{"category": "pd-kontakt", "note": "Rektors adress"}], []),
        ("Namn Kön personnummer", [{"category": c} for c in ("pd-namn", "pd-kon", "pd-personnummer")], []),
        ("elevernas", [], ["elevernas"]),
        ("Namn, personnummer", [{"category": "pd-namn"}, {"category": "pd-personnummer"}], []),
        ("Förnamn, efternamn", [{"category": "pd-namn", "note": "Förnamn, efternamn"}], []),
        ("för- och efternamn", [{"category": "pd-namn", "note": "Förnamn, efternamn"}], []),
        ("Telefon, mejl", [{"category": "pd-kontakt", "note": "Telefon, mejl"}], []),
        (
            "Adress, ev. mobilnummer",
            [
                {"category": "pd-kontakt", "note": "Adress"},
                {"category": "pd-kontakt", "note": "Mobilnummer", "occurrence": "may-occur"},
            ],
            [],
        ),
        ("Namn på mormor", [{"category": "pd-namn", "note": "Namn på mormor"}], []),
        ("hyresskuld", [{"category": "pd-ekonomi", "note": "Hyresskuld"}], []),
        ("aktuell information", [{"category": "own-aktuell-information"}], []),
        ("Personuppgifter (namn, ålder)", [{"category": "pd-namn"}, {"category": "pd-fodelse", "note": "Ålder"}], []),
        ("Ekonomi: avier, räntor", [{"category": "pd-ekonomi", "note": "Avier, räntor"}], []),
        ("Hälsa, t.ex. blodgrupp", [{"category": "pd-halsa", "note": "Blodgrupp"}], []),
        ("Inga känsliga personuppgifter", [], ["Inga känsliga personuppgifter"]),
        ("Se ovan", [], ["Se ovan"]),
        ("Vi skickar brev varje vår.", [], ["Vi skickar brev varje vår."]),
        ("Personnummer registreras inte", [{"category": "pd-personnummer", "occurrence": "never"}], []),
        (
            "Navn, fødselsdato",
            [{"category": "pd-namn", "note": "Navn"}, {"category": "pd-fodelse", "note": "Fødselsdato"}],
            [],
        ),
    ],
)
def test_personal_data(text, expected, left):
    assert rows(Topic.PERSONAL_DATA, text) == (expected, left)


@pytest.mark.parametrize(
    "text",
    [
        "Elever: namn, betyg. Vårdnadshavare: namn, telefon",
        "Elever:\nnamn\nbetyg\nVårdnadshavare:\nnamn\ntelefon",
        "Elever\tnamn, betyg\nVårdnadshavare\tnamn, telefon",
        "Om elever:\nnamn, betyg\nOm vårdnadshavare:\nnamn, telefon",
    ],
)
@pytest.mark.parametrize("later", [True, False])
def test_data_are_about_those_they_stand_under_whichever_is_read_first(text, later):
    both = [(Topic.PERSONAL_DATA, text), (Topic.DATA_SUBJECTS, "Vårdnadshavare och elever")]
    record, _ = made(*(both if later else reversed(both)))
    assert [said(row, record) for row in record.personal_data] == [
        {"category": "pd-namn", "data_subjects": ["ds-elev"]},
        {"category": "pd-utbildning", "data_subjects": ["ds-elev"], "note": "Betyg"},
        {"category": "pd-namn", "data_subjects": ["ds-vardnadshavare"]},
        {"category": "pd-kontakt", "data_subjects": ["ds-vardnadshavare"], "note": "Telefon"},
    ]
    assert len(record.data_subjects) == 2


def test_a_group_that_no_term_stands_for_is_found_again_among_the_rows():
    text = "Orienterare: namn, ålder. Grunduppgifter: namn"
    record, _ = made((Topic.DATA_SUBJECTS, "Orienterare, elever"), (Topic.PERSONAL_DATA, text))
    assert [said(row, record) for row in record.personal_data] == [
        {"category": "pd-namn", "data_subjects": ["own-orienterare"]},
        {"category": "pd-fodelse", "data_subjects": ["own-orienterare"], "note": "Ålder"},
        {"category": "pd-namn"},
    ]
    assert len(record.data_subjects) == 2


def test_data_of_two_groups_that_no_term_stands_for_are_about_both():
    text = "Elev: instrument. Granne: instrument"
    record, _ = made((Topic.PERSONAL_DATA, text))
    assert [said(row, record) for row in record.personal_data] == [
        {"category": "own-instrument", "data_subjects": ["ds-elev", "ds-granne"]}
    ]


def test_groups_in_brackets_are_named_where_they_are_rows_and_noted_where_not():
    text = "Namn (elev och vårdnadshavare), foto (endast granne)"
    record, _ = made((Topic.PERSONAL_DATA, text), (Topic.DATA_SUBJECTS, "Elever, vårdnadshavare"))
    assert [said(row, record) for row in record.personal_data] == [
        {"category": "pd-namn", "data_subjects": ["ds-elev", "ds-vardnadshavare"]},
        {"category": "pd-bild", "note": "Foto (endast granne)"},
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den enskilde, Befolkningsregistret", [{"category": "s-sjalv"}, {"category": "own-befolkningsregistret"}]),
        ("Du själv", [{"category": "s-sjalv"}]),
        ("Pristagaren själv", [{"category": "s-sjalv", "note": "Pristagaren själv"}]),
        ("Folkbokföringen (varje natt)", [{"category": "s-folkbok", "frequency": "varje natt"}]),
        ("SPAR dagligen", [{"category": "s-spar", "frequency": "dagligen"}]),
        ("Lön från Skatteverket", [{"category": "s-folkbok", "note": "Lön från Skatteverket"}]),
        ("Uppgifterna hämtas från Lantmäteriet och polisen.", [{"category": "s-lantmateri"}, {"category": "s-polis", "note": "Polisen"}]),
        ("Läkare vid behov", [{"category": "s-region", "note": "Läkare", "occurrence": "conditional", "condition": "vid behov"}]),
    ],
)  # fmt: skip
def test_sources(text, expected):
    assert rows(Topic.SOURCES, text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected", "disclosure"),
    [
        ("Kronofogden, FK, SCB (statistik)", [{"category": "r-kfm"}, {"category": "r-fk"}, {"category": "r-scb", "purpose": "statistik"}], None),
        ("SCB Fakturering", [{"category": "r-scb"}, {"category": "own-fakturering", "purpose": "fakturering"}], None),
        ("Skatteverket Försäkringskassan", [{"category": "r-skv"}, {"category": "r-fk"}], None),
        ("Skatteverket för kontroll av avdrag", [{"category": "r-skv", "purpose": "kontroll av avdrag"}], None),
        ("Region Skåne", [{"category": "r-region", "note": "Region Skåne"}], None),
        ("Färjerederi (namn, ålder)", [{"category": "own-farjerederi", "note": "Namn, ålder"}], None),
        ("Polisen vid misstanke om brott", [{"category": "r-polis", "occurrence": "conditional", "condition": "vid misstanke om brott"}], None),
        ("Uppgifter delas med IVO.", [{"category": "r-ivo"}], "occurs"),
        ("Lämnas ej ut", [], "never"),
        ("Inga", [], "never"),
        ("Vi delar aldrig dina uppgifter.", [], "never"),
        ("Uppgifterna lämnas aldrig ut till polisen.", [{"category": "r-polis", "occurrence": "never"}], None),
    ],
)  # fmt: skip
def test_recipients(text, expected, disclosure):
    record, (left,) = made((Topic.RECIPIENTS, text))
    assert [said(row, record) for row in record.recipients] == expected
    assert record.disclosure == disclosure
    assert left == []


def test_recipients_that_are_inside_or_process_go_where_they_belong():
    text = "Externa: polisen. Interna: löneenheten. Biträden: Molnlagret AB"
    record, _ = made((Topic.RECIPIENTS, text))
    assert [r.category.code for r in record.recipients] == ["r-polis"]
    assert [r.who.sv for r in record.internal_access] == ["Löneenheten"]
    assert [r.supplier.said("sv").text for r in record.processors] == ["Molnlagret AB"]


def test_staff_are_no_recipients_where_the_label_asks_who_sees():
    record, _ = made((Topic.RECIPIENTS, "Kökspersonal, polisen"), label="Vem kan se uppgifterna?")
    assert [r.who.sv for r in record.internal_access] == ["Kökspersonal"]
    assert [r.category.code for r in record.recipients] == ["r-polis"]
    record, _ = made((Topic.RECIPIENTS, "Kökspersonal"), label="Mottagare")
    assert [r.category.code for r in record.recipients] == ["own-kokspersonal"]


def test_nobody_gets_data_that_somebody_gets():
    record, (_, left) = made((Topic.RECIPIENTS, "Polisen"), (Topic.RECIPIENTS, "Lämnas inte ut"))
    assert (record.disclosure, left) == (None, ["Lämnas inte ut"])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Två jurister får titta på filmen.", ["Två jurister"]),
        ("Akten är tillgänglig för vakter.", ["Vakter"]),
        ("Inne på museet är det bara vakterna som har nyckel.", ["Bara vakterna"]),
        ("Handläggare, enhetschef", ["Handläggare", "Enhetschef"]),
        ("Det är bara de som utreder just ditt ärende som kan läsa uppgifterna.", ["Bara de som utreder just ditt ärende"]),
        ("Tillgång till uppgifterna har rektor och kurator.", ["Rektor och kurator"]),
        ("Only staff in the payroll unit have access to the data.", ["Only staff in the payroll unit"]),
    ],
)  # fmt: skip
def test_internal_access(text, who):
    found, left = rows(Topic.INTERNAL_ACCESS, text)
    assert ([row["who"] for row in found], left) == (who, [])


@pytest.mark.parametrize(
    ("text", "expected", "left"),
    [
        ("Molnlagret Oy, Finland", [{"supplier": "own-molnlagret-oy", "country": "FI"}], []),
        ("Molnlagret AB för utskick", [{"supplier": "own-molnlagret-ab", "task": "För utskick"}], []),
        ("Molnlagret AB (avtal 2019)", [{"supplier": "own-molnlagret-ab", "agreement": "contract"}], []),
        ("Molnlagret AB (underbiträde: Skyn AB)", [{"supplier": "own-molnlagret-ab"}], []),
        ("Molnlagret AB", [{"supplier": "own-molnlagret-ab"}], []),
        ("Molnlagret AB (drift av kön)", [{"supplier": "own-molnlagret-ab", "task": "Drift av kön"}], []),
        ("Molnlagret AB – skickar kallelser", [{"supplier": "own-molnlagret-ab", "task": "Skickar kallelser"}], []),
        (
            "Molnlagret AB, servrar i Irland, PUB-avtal tecknat 2022-05-04 (dnr KS 2022/18)",
            [
                {
                    "supplier": "own-molnlagret-ab",
                    "country": "IE",
                    "agreement": "contract",
                    "agreement_date": "2022-05-04",
                    "agreement_reference": "KS 2022/18",
                }
            ],
            [],
        ),
        ("Molnlagret AB, biträdesavtal saknas", [{"supplier": "own-molnlagret-ab", "agreement": "missing"}], []),
        (
            "Tryck & Post AB skickar breven. Personuppgiftsbiträdesavtal finns.",
            [{"supplier": "own-tryck-post-ab", "task": "Skickar breven", "agreement": "contract"}],
            [],
        ),
        (
            "Eventuellt systemleverantören",
            [{"supplier": "own-systemleverantoren", "occurrence": "may-occur"}],
            [],
        ),
        ("Inga biträden anlitas", [], ["Inga biträden anlitas"]),
        ("Nej", [], ["Nej"]),
    ],
)
def test_processors(text, expected, left):
    assert rows(Topic.PROCESSORS, text) == (expected, left)


def test_a_sub_processor_among_the_processors_is_one():
    record, _ = made((Topic.PROCESSORS, "Molnlagret AB. Underbiträde: Serverhallen AB"))
    assert [r.supplier.code for r in record.processors] == ["own-molnlagret-ab"]
    assert [r.supplier.code for r in record.sub_processors] == ["own-serverhallen-ab"]


def test_a_processor_keeps_its_number_and_engages_the_only_sub_processors():
    record, _ = made(
        (Topic.SUB_PROCESSORS, "Serverhallen AB (lagring)"),
        (Topic.PROCESSORS, "Molnlagret AB, org.nr 556000-0001"),
    )
    (processor,), (sub,) = record.processors, record.sub_processors
    assert processor.supplier.organisation_number == "556000-0001"
    assert (sub.processor, sub.task.sv) == (processor.key, "Lagring")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Procapita", [{"system": "sys-procapita"}]),
        ("K:\\Kansliet", [{"system": "sys-fil", "note": "K:\\Kansliet"}]),
        ("Lyktan (Molnlagret AB)", [{"system": "own-lyktan", "supplier": "own-molnlagret-ab"}]),
        ("Verksamhetssystemet Lyktan", [{"system": "own-lyktan", "role": "case-system"}]),
        ("Pappersakt i närarkiv", [{"system": "sys-papper", "medium": "paper", "role": "file", "note": "Pappersakt i närarkiv"}]),
        ("Papperslista", [{"system": "sys-papper", "medium": "paper", "note": "Papperslista"}]),
        ("Lyktan (diarium)", [{"system": "own-lyktan", "role": "records-system", "note": "Diarium"}]),
        ("Handlingarna diarieförs i vårt ärendehanteringssystem Platina.", [{"system": "sys-platina", "role": "records-system"}]),
        ("De ingår i din fysiska akt, alltså i pappersform.", [{"system": "sys-papper", "medium": "paper", "role": "file"}]),
    ],
)  # fmt: skip
def test_carriers(text, expected):
    assert rows(Topic.CARRIERS, text) == (expected, [])


def test_security_measures_are_known_or_described():
    found, left = rows(
        Topic.SECURITY, "Loggning av åtkomst, kryptering vid överföring. Skåpet är låst. Vi övar brandlarm. Ja"
    )
    assert found == [
        {"category": "t-logg"},
        {"category": "t-krypt-transit"},
        {"category": "t-fysisk", "note": "Skåpet är låst"},
        {"note": "Vi övar brandlarm"},
    ]
    assert left == ["Ja"]


def test_tags_are_kept_once():
    record, _ = made((Topic.TAGS, "bygg, lov"), (Topic.TAGS, "lov; karta"))
    assert record.tags == ("bygg", "lov", "karta")


def test_handling_is_read_sentence_by_sentence():
    text = "Ärendet förs i verksamhetssystemet Lyktan. Uppgifter delas med polisen. Vi har öppet till fem."
    record, (left,) = made((Topic.HANDLING, text))
    assert [c.system.code for c in record.carriers] == ["own-lyktan"]
    assert [r.category.code for r in record.recipients] == ["r-polis"]
    assert left == ["Vi har öppet till fem."]


def test_the_same_text_gives_the_same_keys_and_each_row_its_wording():
    text = "Namn, adress, ev. personnummer"
    first, again = (made((Topic.PERSONAL_DATA, text))[0] for _ in range(2))
    assert first == again
    assert {w.about for w in first.original_wording} == {row.key for row in first.personal_data}
    assert [w.text for w in first.original_wording] == ["Namn", "adress", "ev. personnummer"]


WORDS = st.lists(
    st.sampled_from(
        "Namn adress, polisen FK och eller (elev) Elev: t.ex. eventuellt om det behövs. Vi delar med Molnlagret AB PUB-avtal saknas "
        "2021-03-01 556000-0001 systemet Lyktan papper låst inte ut lämnas ; • \n – / Ja Region Skåne varje natt från".split(" ")
    ),
    max_size=20,
).map(" ".join)  # fmt: skip
JOINING = {"och", "eller", "t", "ex"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Bara kanslichefen når brevlådan.", ["t-behorighet"]),
        ("Mobilerna är krypterade", ["t-krypt-vila"]),
        ("krypterad trafik till molnet", ["t-krypt-transit"]),
        ("loggarna följs upp varje höst", ["t-loggkontroll"]),
        ("Städning sker av egen trupp", [None]),
    ],
)
def test_measures_are_told_by_cues(text, codes):
    record, _ = made((Topic.SECURITY, text))
    assert [row.category and row.category.code for row in record.security_measures] == codes


def test_what_names_something_of_another_list_is_left():
    assert rows(Topic.DATA_SUBJECTS, "Personnummer") == ([], ["Personnummer"])


def test_a_sentence_about_a_processor_names_its_known_systems_too():
    record, _ = made((Topic.PROCESSORS, "Molnlagret AB, som driftar Platina, är vårt biträde."))
    assert [row.system.code for row in record.carriers] == ["sys-platina"]
    assert [row.supplier.code for row in record.processors] == ["own-molnlagret-ab"]


@pytest.mark.parametrize("topic", [*LISTS, Topic.TAGS])
@settings(max_examples=25, deadline=None)
@given(WORDS | st.text(max_size=80))
def test_no_word_of_a_passage_is_lost(topic, text):
    record, (left,) = made((topic, text))
    kept = " ".join([*(w.text for w in record.original_wording), *left])
    assert set(re.findall(r"[^\W\d_]{2,}", text)) - set(re.findall(r"[^\W\d_]{2,}", kept)) <= JOINING
    assert all(words in text for words in left)
    assert all(wording.text in text for wording in record.original_wording)


@pytest.mark.parametrize(
    ("subjects", "source", "category"),
    [
        ("Skridskoåkare och tränare", "Skridskoåkaren", "s-sjalv"),
        ("Skridskoåkare och tränare", "Isvakten", "own-isvakten"),
        ("Handläggare", "Skridskoåkaren", "own-skridskoakaren"),
    ],
)
def test_a_source_that_is_the_data_subject_says_so(subjects, source, category):
    record, _left = made((Topic.SOURCES, source), (Topic.DATA_SUBJECTS, subjects))
    assert [row.category.code for row in record.sources] == [category]


@pytest.mark.parametrize(
    ("topic", "text", "said"),
    [
        (Topic.RECIPIENTS, "Lämnas till IVO om fel upptäcks och till CSN när studierna avbryts.",
         [("r-ivo", "conditional", "om fel upptäcks"), ("r-csn", "conditional", "när studierna avbryts")]),
        (Topic.RECIPIENTS, "Skatteverket, vid fel i avdraget", [("r-skv", "conditional", "vid fel i avdraget")]),
        (Topic.PERSONAL_DATA, "Uppgifter om hälsa och om brott kan förekomma om domen nämner det.",
         [("pd-halsa", "conditional", "om domen nämner det"), ("pd-brott", "conditional", "om domen nämner det")]),
        (Topic.PERSONAL_DATA, "Foto, om du vill lämna det, namn", [("pd-bild", "optional", None), ("pd-namn", None, None)]),
        (Topic.PERSONAL_DATA, "I brevet kan det finnas politiska åsikter.", [("pd-politik", "may-occur", None)]),
    ],
)  # fmt: skip
def test_each_has_its_own_condition(topic, text, said):
    found, _left = rows(topic, text)
    assert [(row["category"], row.get("occurrence"), row.get("condition")) for row in found] == said


@pytest.mark.parametrize(
    ("topic", "text", "categories"),
    [
        (Topic.DATA_SUBJECTS, "Barn 3–7 år, seglarföreningens kassör", ["ds-barn", "ds-forening"]),
        (Topic.DATA_SUBJECTS, "den som såg eller filmade olyckan", ["own-den-som-sag-eller-filmade-olyckan"]),
        (Topic.RECIPIENTS, "Kronofogden Skatteverket", ["r-kfm", "r-skv"]),
        (Topic.SOURCES, "Polisens besked", ["s-polis"]),
        (Topic.SOURCES, "Kapellets besked", ["own-kapellets-besked"]),
    ],
)
def test_who_is_meant(topic, text, categories):
    assert [row["category"] for row in rows(topic, text)[0]] == categories


def test_nobody_outside_is_no_recipient():
    record, left = made((Topic.RECIPIENTS, "Ingen utanför simhallen"))
    assert (record.recipients, record.disclosure, left) == ((), Statement.NEVER, [[]])


@pytest.mark.parametrize("topic", LISTS)
@pytest.mark.parametrize("text", ["Se dokumenthanteringsplanen", "se vår rutin för arkivet", "Framgår av bilaga 2"])
def test_what_points_elsewhere_lists_nothing(topic, text):
    assert rows(topic, text) == ([], [text])
