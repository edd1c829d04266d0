"""The notice: every fact of seed 001, every statement the law asks for, and no mixed languages."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa.notice import Block, PrivacyNotice, Section, compose
from ropa.record import (
    Audience,
    AutomatedDecision,
    Contact,
    JointController,
    LegalProvision,
    NoticeText,
    OnBehalfOf,
    PersonalData,
    PersonalDataCategory,
    ProcessingActivity,
    Processor,
    Purpose,
    PurposeBasis,
    Recipient,
    RecipientCategory,
    Secrecy,
    Source,
    SourceCategory,
    SpecialCategoryBasis,
    SubProcessor,
    Supplier,
    Transfer,
    Withheld,
    view,
)
from ropa.vocabulary import (
    AutomationKind,
    DataLevel,
    DutyToProvide,
    LegalBasis,
    NoticeException,
    NoticeLevel,
    NoticeSection,
    Occurrence,
    OrganisationRole,
    PurposeRank,
    SecrecyStrength,
    Sector,
    SpecialCategoryCondition,
    Statement,
    TransferMechanism,
)
from tests.strategies import LISTS, activities
from tests.worlds import (
    OLD_SOCIAL_SERVICES_ACT,
    bare_activity,
    both,
    financial_assistance,
    key,
    labour_market,
    term,
)


def section(activity: ProcessingActivity, code: str, language: str = "sv") -> Section:
    return next(x for x in compose(activity, language).sections if x.code == code)


def codes(activity: ProcessingActivity) -> list[str]:
    return [x.code for x in compose(activity, "sv").sections]


def lines(blocks: tuple[Block, ...]) -> list[str]:
    return [said.text for block in blocks for said in (block.text, *(x.text for x in block.items)) if said]


def text(activity: ProcessingActivity, code: str, language: str = "sv") -> str:
    return "\n".join(lines(section(activity, code, language).blocks))


def whole(notice: PrivacyNotice) -> str:
    parts = [str(notice.title), str(notice.summary or ""), *(line for x in notice.sections for line in lines(x.blocks))]
    return "\n".join(parts)


SEED_001 = {
    "controller": (
        ("Socialnämnden i Järfälla kommun", "The Social Services Board of Järfälla municipality"),
        ("212000-0043", "212000-0043"),
        ("dataskydd@jarfalla.se", "dataskydd@jarfalla.se"),
        ("Järfälla kommuns dataskyddsombud", "Data protection officer of Järfälla municipality"),
        ("www.jarfalla.se/personuppgifter", "www.jarfalla.se/personuppgifter"),
        ("Riddarplatsen 5, Jakobsberg", "Riddarplatsen 5, Jakobsberg"),
    ),
    "purposes": (
        ("Handlägga ärenden, ge förhandsbedömningar", "Handle cases, give preliminary assessments"),
        ("hushållet får rätt stöd", "the household gets the right help"),
        ("kan också användas till", "may also be used for"),
        ("Utvärdera insatser", "Evaluate support"),
    ),
    "legal-basis": (
        ("Myndighetsutövning (artikel 6.1 e)", "Official authority (Article 6(1)(e))"),
        ("handlägga ärenden", "handle cases"),
    ),
    "handling": (
        ("Procapita", "Procapita"),
        ("den digitala akten", "the digital file"),
        ("Fysisk akt", "Physical file"),
        ("en spegling av den digitala akten", "a mirror of the digital file"),
        ("Platina", "Platina"),
        ("handlingar som diarieförs", "documents that are registered"),
        ("bara om de arbetar med ärendet", "only if they work on the case"),
    ),
    "data": (
        ("Alla i hushållet", "All members of the household"),
        ("Namn", "Name"),
        ("Adressuppgifter", "Address"),
        ("Telefonnummer", "Telephone number"),
        ("E-postadresser", "E-mail addresses"),
        ("Personnummer", "Personal identity number"),
        ("Arbetsförhållanden", "Employment"),
        ("Civilstånd", "Marital status"),
        ("Kontonummer", "Bank account number"),
        ("Bostadsförhållande", "Housing"),
        (
            "Hälsotillstånd: bara om det är relevant och nödvändigt för ärendet",
            "Health: only if it is relevant and necessary for the case",
        ),
        ("Vad som tillåter det är inte angivet ännu.", "What allows this is not stated yet."),
    ),
    "recipients": (
        ("om det finns stöd i lag eller förordning", "if an act or ordinance allows it"),
        ("till exempel", "for example"),
        ("Försäkringskassan", "Swedish Social Insurance Agency"),
        ("Skatteverket", "Swedish Tax Agency"),
        ("Kronofogdemyndigheten", "Swedish Enforcement Authority"),
        ("Polismyndigheten", "Swedish Police Authority"),
        ("Pensionsmyndigheten", "Swedish Pensions Agency"),
        ("Transportstyrelsen", "Swedish Transport Agency"),
        ("Socialstyrelsen", "National Board of Health and Welfare"),
        ("Inspektionen för vård och omsorg", "Health and Social Care Inspectorate"),
        ("Andra förvaltningar inom Järfälla kommun", "Other departments of Järfälla municipality"),
        ("personuppgiftsbiträden", "processors"),
        ("Företag som levererar datasystem", "Companies that supply computer systems"),
        ("allmänna handlingar", "public documents"),
    ),
    "transfers": (("aldrig ut ur EU/EES", "never taken outside the EU/EEA"),),
    "retention": (
        ("den 5, 15 eller 25 i månaden bevaras som regel för alltid", "on day 5, 15 or 25 of the month"),
        ("forskare", "researchers"),
        ("12 kap. 1–2 §§", "12 kap. 1–2 §§"),
        ("fem år efter att den sista anteckningen", "five years after the last entry"),
        ("när uppgifterna inte längre behövs", "when the data are no longer needed"),
        ("Diarieförda handlingar bevaras", "Registered documents will as a rule be kept"),
        ("på papper", "on paper"),
        ("Handlingar i digital form förstörs", "Documents in digital form will be destroyed"),
        ("Hanteringsanvisning för Socialnämnden", "Records guide of the Social Services Board"),
    ),
    "rights": (("Invändning: rätten gäller inte i socialtjänsten", "Objection: this right does not apply"),),
    "complaint": (("https://www.imy.se/", "https://www.imy.se/"),),
    "contact": (("Järfälla kommun", "Järfälla municipality"),),
}


@pytest.mark.parametrize(("code", "sv", "en"), [(code, sv, en) for code, facts in SEED_001.items() for sv, en in facts])
def test_seed_001_keeps_every_fact_in_its_section(code: str, sv: str, en: str) -> None:
    activity = view(financial_assistance(), Audience.PUBLIC)
    assert sv in text(activity, code, "sv")
    assert en in text(activity, code, "en")


def test_a_translated_record_makes_a_notice_in_one_language() -> None:
    for language in ("sv", "en"):
        notice = compose(financial_assistance(), language)
        said = [
            notice.title,
            *(x for s in notice.sections for b in s.blocks for x in (b.text, *(i.text for i in b.items))),
        ]
        assert {x.lang for x in said if x} == {language}
        assert notice.language == language


def test_headings_are_questions() -> None:
    for language in ("sv", "en"):
        assert all(x.heading.endswith("?") for x in compose(financial_assistance(), language).sections)
    assert section(financial_assistance(), "purposes").heading == "Varför behandlar vi dina personuppgifter?"


@given(activities(), st.sampled_from(["sv", "en", "fi"]))
def test_a_frozen_notice_is_read_back_as_it_was(activity: ProcessingActivity, language: str) -> None:
    notice = compose(view(activity, Audience.PUBLIC), language)
    assert PrivacyNotice.model_validate(notice.model_dump(mode="json")) == notice
    assert PrivacyNotice.model_validate_json(notice.model_dump_json()) == notice
    assert all(x.blocks for x in notice.sections)


# --- what the law asks for is never dropped --------------------------------------------------------------------------


def test_what_is_not_stated_is_said() -> None:
    bare = bare_activity()
    assert codes(bare) == [
        "controller", "purposes", "legal-basis", "data", "recipients", "transfers", "retention", "rights", "complaint",
        "contact",
    ]  # fmt: skip
    for code, words in {
        "controller": ("Vilken nämnd eller styrelse som ansvarar är inte angivet", "dataskyddsombud är inte angivet"),
        "purposes": ("Inte angivet ännu.",),
        "legal-basis": ("Inte angivet ännu.",),
        "data": ("Vem uppgifterna handlar om är inte angivet", "Vilka uppgifter vi behandlar är inte angivet"),
        "recipients": ("Vem vi lämnar ut uppgifter till är inte angivet",),
        "transfers": ("Det är inte angivet om uppgifter förs ut",),
        "retention": ("Inte angivet ännu.",),
        "contact": ("Kontaktuppgifter är inte angivna ännu.",),
    }.items():
        for word in words:
            assert word in text(bare, code)


def test_a_named_party_without_contact_details_says_so() -> None:
    activity = financial_assistance(organisation=None)
    assert "Kontaktuppgifter är inte angivna ännu." in text(activity, "controller")


def test_statements_that_something_never_happens_are_kept() -> None:
    never = bare_activity(disclosure=Statement.NEVER, third_country=Statement.NEVER, automation=Statement.NEVER)
    assert "Vi lämnar inte ut uppgifterna" in text(never, "recipients")
    assert "förs aldrig ut ur EU/EES" in text(never, "transfers")
    assert "inga automatiska beslut" in text(never, "automation")


def test_statements_without_details_do_not_pass_for_details() -> None:
    vague = bare_activity(disclosure=Statement.OCCURS, third_country=Statement.OCCURS, automation=Statement.OCCURS)
    assert "till vem är inte angivet" in text(vague, "recipients")
    assert "vart är inte angivet" in text(vague, "transfers")
    assert "Hur det går till är inte angivet" in text(vague, "automation")


# --- parties ----------------------------------------------------------------------------------------------------------


def test_a_processor_tells_for_whom() -> None:
    row = OnBehalfOf(
        name="Vårdnämnden", organisation_number="212000-0142", task="Sköta journaler", email="vard@example.se"
    )
    activity = financial_assistance(role=OrganisationRole.PROCESSOR, on_behalf_of=(row,))
    told = text(activity, "controller")
    assert "Vi är personuppgiftsbiträde åt:" in told
    assert "Vårdnämnden: uppdrag: Sköta journaler; organisationsnummer: 212000-0142; e-post: vard@example.se" in told
    assert "Socialnämnden i Järfälla kommun gör arbetet." in told
    assert "är personuppgiftsansvarig" not in told


def test_joint_controllers_tell_what_they_agreed() -> None:
    row = JointController(name="Regionen", responsibility="Journalen", essence="Du kan vända dig till båda.")
    activity = financial_assistance(role=OrganisationRole.JOINT_CONTROLLER, joint_controllers=(row,))
    assert "Regionen: svarar för: Journalen; vad vi har kommit överens om: Du kan vända dig till båda" in text(
        activity, "controller"
    )


def test_contact_details_are_linked_and_nothing_else_is() -> None:
    contact = Contact(
        email="a@example.se",
        phone="08-580 285 00",
        url="javascript:alert(1)",
        visiting_address="Torget 1",
        postal_address="Box 1",
    )
    block = section(bare_activity(contact=contact), "contact").blocks[1]
    assert [(x.text.text, x.href) for x in block.items] == [
        ("E-post: a@example.se", "mailto:a@example.se"),
        ("Telefon: 08-580 285 00", "tel:0858028500"),
        ("Besöksadress: Torget 1", ""),
        ("Postadress: Box 1", ""),
        ("Webbsida: javascript:alert(1)", ""),
    ]


# --- lawfulness -------------------------------------------------------------------------------------------------------


def test_each_basis_names_its_purposes_motive_and_acts() -> None:
    basis = PurposeBasis(
        basis=LegalBasis.CONSENT, purposes=(key("p"),), motivation="Det är frivilligt", consent_given="På blanketten",
        consent_withdrawn="Ring oss", contract_party="Föräldern", legitimate_interest="Ordning",
    )  # fmt: skip
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="3 kap. 1 §", about=basis.key, note="Se även 4 §")
    activity = bare_activity(
        purposes=(Purpose(key=key("p"), text="Ge råd"), Purpose(text="Följa upp", rank=PurposeRank.SECONDARY)),
        legal_bases=(basis,),
        provisions=(act, LegalProvision(law=OLD_SOCIAL_SERVICES_ACT)),
    )
    told = text(activity, "legal-basis").splitlines()
    assert told == [
        "Samtycke (artikel 6.1 a): du har sagt ja. Du får ändra dig när du vill.",
        "För ändamålet: Ge råd",
        "Det är frivilligt",
        "Så lämnar du ditt samtycke: På blanketten",
        "Så tar du tillbaka ditt samtycke: Ring oss",
        "Part i avtalet: Föräldern",
        "Vårt intresse: Ordning",
        "Socialtjänstlagen (2001:453), 3 kap. 1 § (gäller inte längre)",
        "Se även 4 §",
        "Arbetet bygger på de här lagarna och reglerna:",
        "Socialtjänstlagen (2001:453) (gäller inte längre)",
    ]
    linked = [x.href for b in section(activity, "legal-basis").blocks for x in b.items if x.href]
    assert linked == ["https://rkrattsbaser.gov.se/sfst?bet=2001:453"] * 2


@pytest.mark.parametrize("basis", LegalBasis)
def test_every_basis_is_explained_in_plain_words(basis: LegalBasis) -> None:
    told = text(bare_activity(legal_bases=(PurposeBasis(basis=basis),)), "legal-basis")
    assert f"artikel 6.1 {basis.value[4]}" in told
    assert ": " in told


# --- data -------------------------------------------------------------------------------------------------------------


def data(level: DataLevel, name: str = "Hälsa", **fields: Any) -> PersonalData:
    return PersonalData(category=term(PersonalDataCategory, f"x-{name}", name, level=level), **fields)


@pytest.mark.parametrize("condition", SpecialCategoryCondition)
def test_every_condition_for_sensitive_data_is_explained(condition: SpecialCategoryCondition) -> None:
    row = SpecialCategoryBasis(condition=condition, motivation="Vi ger omsorg")
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="7 §", about=row.key)
    activity = bare_activity(
        personal_data=(data(DataLevel.SPECIAL_CATEGORY),), special_category_bases=(row,), provisions=(act,)
    )
    told = text(activity, "data")
    assert "Vi får ha känsliga uppgifter. Skälet: " in told
    assert f"(artikel 9.2 {condition.value[-1]})" in told
    assert "Vi ger omsorg" in told
    assert "Socialtjänstlagen (2001:453), 7 §" in told
    assert "Vad som tillåter det är inte angivet" not in told


def test_kinds_of_data_stand_under_what_they_are() -> None:
    rows = (
        data(DataLevel.ORDINARY, "Namn", occurrence=Occurrence.OPTIONAL),
        data(DataLevel.SPECIAL_CATEGORY, "Hälsa", occurrence=Occurrence.CONDITIONAL),
        data(DataLevel.OFFENCES, "Domar"),
        data(DataLevel.SPECIAL_CATEGORY, "Fackmedlemskap", occurrence=Occurrence.NEVER),
    )
    activity = bare_activity(
        personal_data=rows,
        offence_support="3 kap. 8 § dataskyddslagen",
        identity_number_justification="Säker identifiering",
    )
    told = text(activity, "data").splitlines()
    assert told[1:3] == ["Vi behandlar de här uppgifterna:", "Namn: frivilligt"]
    assert told[4] == "Hälsa: bara under vissa villkor"
    assert told[6:8] == ["Vi behandlar uppgifter om brott och domar:", "Domar"]
    assert "Det här tillåter oss att behandla uppgifter om brott: 3 kap. 8 § dataskyddslagen." in told
    assert "Därför behöver vi personnummer: Säker identifiering." in told
    assert told[-2:] == ["Vi behandlar aldrig:", "Fackmedlemskap"]


def test_whom_all_the_data_are_about_is_said_once() -> None:
    household = financial_assistance().data_subjects
    names = ("Namn", "Adress")
    alike = tuple(data(DataLevel.ORDINARY, x, data_subjects=(household[0].key,)) for x in names)
    told = text(bare_activity(data_subjects=household, personal_data=alike), "data").splitlines()
    assert told[2:] == ["Vi behandlar de här uppgifterna om alla i hushållet:", "Namn", "Adress"]
    mixed = (alike[0], data(DataLevel.ORDINARY, "Adress"))
    told = text(bare_activity(data_subjects=household, personal_data=mixed), "data").splitlines()
    assert told[2:] == ["Vi behandlar de här uppgifterna:", "Namn: om: alla i hushållet", "Adress"]


def test_a_detail_that_is_a_sentence_is_written_as_one() -> None:
    row = data(DataLevel.ORDINARY, "Namn", note="Bara förnamn.", condition="Vid behov.")
    told = text(bare_activity(personal_data=(row,)), "data").splitlines()
    assert told[-1] == "Namn: villkor: Vid behov. Bara förnamn."


def test_sources_tell_you_from_others_and_what_is_public() -> None:
    you = term(SourceCategory, "s-1", "Du själv", from_data_subject=True)
    register = term(SourceCategory, "s-2", "Befolkningsregistret", publicly_accessible=False)
    rows = (Source(category=you), Source(category=register, frequency="varje natt", condition="Vid behov"))
    activity = bare_activity(sources=rows, notice_exception=NoticeException.LAID_DOWN_BY_LAW)
    assert text(activity, "sources").splitlines() == [
        "Vi får uppgifter av dig själv:",
        "Du själv",
        "Vi får uppgifter från andra:",
        "Befolkningsregistret: villkor: Vid behov; hur ofta: varje natt; inte öppet för alla",
        "Vi meddelar dig inte varje gång, eftersom lagen säger att vi ska hämta eller lämna ut uppgifterna.",
    ]


def test_the_row_overrides_what_the_category_says_about_openness() -> None:
    register = term(SourceCategory, "s-2", "Register", publicly_accessible=False)
    told = text(bare_activity(sources=(Source(category=register, publicly_accessible=True),)), "sources")
    assert "Register: öppet för alla" in told


@pytest.mark.parametrize("duty", DutyToProvide)
def test_the_duty_to_provide_and_what_follows(duty: DutyToProvide) -> None:
    told = text(bare_activity(duty_to_provide=duty, duty_consequences="får du inget beslut"), "duty")
    assert told.endswith("Om du inte lämnar uppgifterna: får du inget beslut.")
    assert told.startswith(("Ja", "Nej", "Du måste inte"))


# --- others -----------------------------------------------------------------------------------------------------------


def recipient(name: str, **fields: Any) -> Recipient:
    return Recipient(category=term(RecipientCategory, f"r-{name}", name), **fields)


def test_recipients_with_their_own_terms_and_with_the_same() -> None:
    rows = (
        recipient("SCB", purpose="Statistik", occurrence=Occurrence.ALWAYS),
        recipient("A", condition="om lagen säger det", occurrence=Occurrence.MAY_OCCUR),
        recipient("B", condition="om lagen säger det", occurrence=Occurrence.MAY_OCCUR),
        recipient("C", condition="om du vill", occurrence=Occurrence.MAY_OCCUR),
        recipient("D", occurrence=Occurrence.NEVER),
    )
    assert text(bare_activity(recipients=rows), "recipients").splitlines()[:-1] == [
        "Vi lämnar uppgifter till:",
        "SCB: ändamål: Statistik",
        "Vi kan lämna uppgifter till:",
        "C: om du vill",
        "Vi kan lämna uppgifter till dem i listan (om lagen säger det).",
        "A",
        "B",
        "Vi lämnar aldrig uppgifter till:",
        "D",
    ]


def test_processors_transfers_and_secrecy() -> None:
    processor = Processor(supplier=term(Supplier, "x", "Molnet AB"), task="Drift", country="US")
    helper = SubProcessor(processor=processor.key, supplier=term(Supplier, "y", "Hallen AB"), country="SE")
    transfer = Transfer(
        country="US",
        importer="Molnet Inc",
        mechanism=TransferMechanism.ADEQUACY,
        safeguards="Kryptering",
        copy_from="Fråga oss",
    )
    secret = Secrecy(strength=SecrecyStrength.PRESUMED, note="Gäller i 70 år")
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="26 kap. 1 §", about=secret.key)
    activity = bare_activity(
        processors=(processor,), sub_processors=(helper,), transfers=(transfer,), secrecy=(secret,), provisions=(act,)
    )
    told = text(activity, "recipients")
    assert "Molnet AB: uppdrag: Drift; land: USA" in told
    assert "Hallen AB: anlitas av Molnet AB; land: Sverige" in told
    assert "sekretess är huvudregel" in told
    assert "Gäller i 70 år" in told
    assert "26 kap. 1 §" in told
    sent = text(activity, "transfers")
    assert sent.startswith("Uppgifter förs över hit utanför EU/EES:\nUSA: tas emot av Molnet Inc; tillåts genom: ")
    assert sent.endswith("skydd: Kryptering; så får du en kopia: Fråga oss")


def test_automated_decisions_tell_how_and_what_it_means() -> None:
    row = AutomatedDecision(
        kind=AutomationKind.DECISION, what="Bidrag", logic="Inkomsten räknas", consequences="Avslag", review="Ring"
    )
    activity = bare_activity(automated_decisions=(row,))
    assert text(activity, "automation").splitlines() == [
        "En dator fattar beslut utan att någon människa är med.",
        "Vad det gäller: Bidrag",
        "Så går det till: Inkomsten räknas",
        "Vad det betyder för dig: Avslag",
        "Så får du en människa att titta på det: Ring",
    ]
    assert "Automatiska beslut: du får be en människa" in text(activity, "rights")
    assert "Automatiska beslut" not in text(financial_assistance(), "rights")


# --- rights -----------------------------------------------------------------------------------------------------------


def rights_of(*bases: LegalBasis, **fields: Any) -> dict[str, str]:
    activity = bare_activity(legal_bases=tuple(PurposeBasis(basis=x) for x in bases), **fields)
    told = lines(section(activity, "rights").blocks)[1:]
    return dict(line.split(": ", 1) for line in told)


NO = "gäller inte"


@pytest.mark.parametrize(
    ("basis", "portable", "objectable", "erasable", "withdrawable"),
    [
        (LegalBasis.CONSENT, True, False, True, True),
        (LegalBasis.CONTRACT, True, False, True, False),
        (LegalBasis.LEGAL_OBLIGATION, False, False, False, False),
        (LegalBasis.VITAL_INTERESTS, False, False, True, False),
        (LegalBasis.PUBLIC_INTEREST, False, True, False, False),
        (LegalBasis.OFFICIAL_AUTHORITY, False, True, False, False),
        (LegalBasis.LEGITIMATE_INTERESTS, False, True, True, False),
    ],
)
def test_rights_follow_the_basis(
    basis: LegalBasis, portable: bool, objectable: bool, erasable: bool, withdrawable: bool
) -> None:
    told = rights_of(basis)
    assert {"Tillgång", "Rättelse", "Begränsning"} <= set(told)
    assert (NO not in told["Flytta uppgifter"]) is portable
    assert (NO not in told["Invändning"]) is objectable
    assert ("begränsad" not in told["Radering"]) is erasable
    assert (NO not in told["Ta tillbaka samtycke"]) is withdrawable
    assert all("eftersom" in x for x in told.values() if NO in x)


def test_social_services_have_no_right_to_object() -> None:
    told = rights_of(LegalBasis.OFFICIAL_AUTHORITY, sector=Sector.SOCIAL_SERVICES)["Invändning"]
    assert told.startswith("rätten gäller inte")
    assert "6 § lagen (2001:454)" in told
    assert "6 §" not in rights_of(LegalBasis.OFFICIAL_AUTHORITY, sector=Sector.SCHOOL)["Invändning"]


def test_rights_with_mixed_and_with_no_bases() -> None:
    mixed = rights_of(LegalBasis.CONSENT, LegalBasis.OFFICIAL_AUTHORITY)
    assert "när grunden är samtycke eller avtal" in mixed["Flytta uppgifter"]
    assert "när grunden är en uppgift åt samhället" in mixed["Invändning"]
    assert "Vi får behålla det som lagen" in mixed["Radering"]
    none = rights_of()
    assert all("inte är angiven ännu" in none[x] for x in ("Radering", "Invändning", "Flytta uppgifter"))
    assert "Ta tillbaka samtycke" not in none


def test_archived_documents_limit_erasure_and_explicit_consent_can_be_withdrawn() -> None:
    kept = financial_assistance().retention_rules
    assert "allmänt arkiv" in rights_of(LegalBasis.CONSENT, retention_rules=kept)["Radering"]
    explicit = (SpecialCategoryBasis(condition=SpecialCategoryCondition.EXPLICIT_CONSENT),)
    told = rights_of(LegalBasis.PUBLIC_INTEREST, special_category_bases=explicit)
    assert NO not in told["Ta tillbaka samtycke"]


# --- authored texts, withheld values, languages -----------------------------------------------------------------------


def test_authored_texts_stand_first_widest_level_first_children_apart() -> None:
    def written(sv: str, level: NoticeLevel, for_children: bool = False) -> NoticeText:
        return NoticeText(section=NoticeSection.RETENTION, text=sv, level=level, for_children=for_children)

    texts = (
        written("Från enheten", NoticeLevel.UNIT),
        written("För barn", NoticeLevel.ORGANISATION, True),
        written("Från kommunen.\n\nAndra stycket.", NoticeLevel.ORGANISATION),
        written("Från behandlingen", NoticeLevel.ACTIVITY),
        written("Från nämnden", NoticeLevel.CONTROLLER),
    )
    told = text(bare_activity(notice_texts=texts), "retention").splitlines()
    assert told == [
        "Från kommunen.", "Andra stycket.", "Från nämnden", "Från enheten", "Från behandlingen",
        "Till dig som är barn:", "För barn", "Inte angivet ännu.",
    ]  # fmt: skip


@pytest.mark.parametrize("code", NoticeSection)
def test_every_section_takes_authored_texts(code: NoticeSection) -> None:
    activity = bare_activity(notice_texts=(NoticeText(section=code, text="Skrivet för hand"),))
    assert text(activity, code).startswith("Skrivet för hand")


FIELDS = [x for x in ProcessingActivity.model_fields if x not in {"key", "slug", "withheld"}]


@pytest.mark.parametrize("field", FIELDS)
def test_a_withheld_field_is_said_with_its_reason_and_provision(field: str) -> None:
    marker = Withheld(field=field, reason=both("sekretess gäller", "secrecy applies"))
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="18 kap. 8 §", about=marker.key)
    activity = financial_assistance(withheld=(marker,), provisions=(act,))
    told = whole(compose(view(activity, Audience.PUBLIC), "sv")).splitlines()
    assert told.count("Uppgiften visas inte: sekretess gäller.") == 1
    if field != "provisions":
        assert "Socialtjänstlagen (2001:453), 18 kap. 8 § (gäller inte längre)" in told


INTERNAL = {"withheld", "security_measures", "original_wording", "unplaced"}


@pytest.mark.parametrize("name", sorted(set(LISTS) - INTERNAL))
def test_a_withheld_cell_is_said_where_its_row_stands(name: str) -> None:
    row = LISTS[name]()
    marker = Withheld(about=row.key, field="note", reason=both("sekretess gäller", "secrecy applies"))
    activity = view(bare_activity(**{name: (row,)}, withheld=(marker,)), Audience.PUBLIC)
    assert "Uppgiften visas inte: sekretess gäller" in whole(compose(activity, "sv"))


def test_withholding_a_fact_does_not_call_it_unstated() -> None:
    for field, code in {"recipients": "recipients", "personal_data": "data", "controller": "controller"}.items():
        marker = Withheld(field=field, reason=both("sekretess gäller", "secrecy applies"))
        activity = view(financial_assistance(withheld=(marker,)), Audience.PUBLIC)
        told = text(activity, code)
        assert "är inte angivet" not in told.replace("Vad som tillåter det är inte angivet ännu.", "")


def test_swedish_words_in_an_english_notice_keep_their_language() -> None:
    rows = (data(DataLevel.ORDINARY, "Namn"),)
    activity = bare_activity(
        personal_data=(rows[0].model_copy(update={"note": both("bara förnamn", "")}),),
        purposes=(Purpose(text="Ge råd"),),
    )
    (item,) = section(activity, "purposes", "en").blocks[0].items
    assert (item.text.text, item.text.lang) == ("Ge råd", "sv")
    said = [x.text for x in section(activity, "data", "en").blocks[1].items]
    assert [(x.text, x.lang) for x in said] == [("Namn", "en"), ("Namn: bara förnamn", "sv")]


# --- readability ------------------------------------------------------------------------------------------------------


def lix(parts: Iterator[str] | list[str]) -> float:
    """Return the Swedish readability index: words a sentence plus the share of words longer than six letters."""
    sentences = [s for part in parts for s in re.split(r"[.:!?]\s+|[.:!?]$", part) if s.strip()]
    words = [w for s in sentences for w in re.findall(r"[^\W\d_]+", s)]
    return len(words) / len(sentences) + 100 * sum(len(w) > 6 for w in words) / len(words)


@pytest.mark.parametrize("make", [financial_assistance, labour_market])
def test_the_notice_is_easy_to_read(make: Any) -> None:
    assert lix(whole(compose(make(), "sv")).splitlines()) < 45


def test_the_explanations_of_the_law_are_easy_to_read() -> None:
    bases = tuple(PurposeBasis(basis=basis) for basis in LegalBasis)
    conditions = tuple(SpecialCategoryBasis(condition=condition) for condition in SpecialCategoryCondition)
    activity = bare_activity(legal_bases=bases, special_category_bases=conditions)
    for code in ("legal-basis", "data", "rights", "recipients"):
        assert lix(lines(section(activity, code).blocks)) < 45
