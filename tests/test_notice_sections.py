"""The sections of the notice, one by one: what each field of the record becomes there."""

import pytest

from ropa.record import (
    Contact,
    JointController,
    LegalProvision,
    OnBehalfOf,
    Purpose,
    PurposeBasis,
    Source,
    SourceCategory,
    SpecialCategoryBasis,
)
from ropa.vocabulary import (
    DataLevel,
    DutyToProvide,
    LegalBasis,
    NoticeException,
    Occurrence,
    OrganisationRole,
    PurposeRank,
    SpecialCategoryCondition,
)
from tests.notices import data, section, text
from tests.worlds import (
    OLD_SOCIAL_SERVICES_ACT,
    bare_activity,
    financial_assistance,
    key,
    term,
)

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


def test_each_place_to_turn_to_is_named_once() -> None:
    same = Contact(email="a@example.se")
    activity = financial_assistance(contact=same)
    controller = activity.controller
    assert controller
    activity = financial_assistance(contact=same, controller=controller.model_copy(update={"contact": same}))
    assert text(activity, "contact").count("a@example.se") == 1
    assert "Järfälla kommun:" in text(activity, "contact")


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
    row = data(DataLevel.ORDINARY, "Namn", note="Bara förnamn.", condition="Ärendet kräver det.")
    told = text(bare_activity(personal_data=(row,)), "data").splitlines()
    assert told[-1] == "Namn: villkor: Ärendet kräver det. Bara förnamn."


def test_sources_tell_you_from_others_and_what_is_public() -> None:
    you = term(SourceCategory, "s-1", "Du själv", from_data_subject=True)
    register = term(SourceCategory, "s-2", "Befolkningsregistret", publicly_accessible=False)
    rows = (Source(category=you), Source(category=register, frequency="varje natt", condition="Vid behov"))
    activity = bare_activity(sources=rows, notice_exception=NoticeException.LAID_DOWN_BY_LAW)
    assert text(activity, "sources").splitlines() == [
        "Vi får uppgifter av dig själv:",
        "Du själv",
        "Vi får uppgifter från andra:",
        "Befolkningsregistret: vid behov; hur ofta: varje natt; inte öppet för alla",
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
