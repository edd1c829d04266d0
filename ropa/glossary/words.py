"""The hard words of data protection and of Swedish administration, each in one or two plain sentences.

`forms` is a pattern for each language: the word and its inflected forms, in the order that the
longer of two is tried first. A word without forms is in the list only: it is too common to be marked.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from pydantic import ConfigDict

from ..record import Value
from ..wording import Template


class Word(Value):
    """A hard word."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    code: str
    name: Any
    """The word as it is listed, lazily translated."""
    meaning: Any
    """What it means, lazily translated."""
    forms: Mapping[str, str] = {}
    """Language -> pattern of its forms."""


def _word(code: str, name: Template, meaning: Template, sv: str = "", en: str = "") -> Word:
    return Word(code=code, name=name, meaning=meaning, forms={"sv": sv, "en": en})


WORDS: tuple[Word, ...] = (
    _word(
        "personal_data",
        pgettext_lazy("hard word", "Personal data"),
        _("All information that can be tied to a living person: name, picture, personal identity number, a case."),
    ),
    _word(
        "processing",
        pgettext_lazy("hard word", "Processing"),
        _("All that is done with personal data: collect, read, store, send on, destroy."),
    ),
    _word(
        "joint_controller",
        pgettext_lazy("hard word", "Joint controllers"),
        _("Two or more bodies that decide together why and how personal data are used. They share the responsibility."),
        r"gemensamt personuppgiftsansvar\w*",
        r"joint controllers?",
    ),
    _word(
        "controller",
        pgettext_lazy("hard word", "Controller"),
        _("The one who decides why and how personal data are used, and answers for it. Here it is mostly a board."),
        r"personuppgiftsansvar\w*",
        r"controllers?",
    ),
    _word(
        "sub_processor",
        pgettext_lazy("hard word", "Sub-processor"),
        _("A company that a processor takes help from. The same rules bind it."),
        r"underbiträde(?:t|n|na|s)?",
        r"sub-processors?",
    ),
    _word(
        "processor",
        pgettext_lazy("hard word", "Processor"),
        _(
            "Somebody who handles personal data for another, as told by that other. It may be a company that runs a system."
        ),
        r"personuppgiftsbiträde(?:t|n|na|s)?|biträdena",
        r"processors?",
    ),
    _word(
        "data_protection_officer",
        pgettext_lazy("hard word", "Data protection officer"),
        _("The function that checks that the rules are followed. You can ask it and complain to it."),
        r"dataskyddsombud(?:et|en|s|ets)?",
        r"data protection officers?",
    ),
    _word(
        "data_subject",
        pgettext_lazy("hard word", "Data subject"),
        _("The person that the data are about: you, for example."),
        r"den registrerade(?:s|(?= själv|[.,;:)]|$))|registrerad person",
        r"data subjects?",
    ),
    _word(
        "legal_basis",
        pgettext_lazy("hard word", "Legal basis"),
        _("What makes it lawful to use personal data. There are six, and at least one must hold."),
        r"rättslig(?:a|t)? grund(?:en|er|erna)?",
        r"legal bas(?:is|es)",
    ),
    _word(
        "official_authority",
        pgettext_lazy("hard word", "Official authority"),
        _("When a public body decides about somebody with support in law. Examples: a permit, a grade or a grant."),
        r"myndighetsutövning(?:en)?",
        r"official authority",
    ),
    _word(
        "public_interest",
        pgettext_lazy("hard word", "Public interest"),
        _("A task that is good for society as a whole, such as schools, libraries or care. It must follow from law."),
        r"(?:uppgift(?:er)? av )?allmänt intresse",
        r"(?:task in the )?(?<!substantial )public interest",
    ),
    _word(
        "legal_obligation",
        pgettext_lazy("hard word", "Legal obligation"),
        _("A law or other rule says that it must be done."),
        r"rättslig(?:a)? (?:förpliktelse|skyldighet)(?:r|n|rna|er|en)?",
        r"legal obligations?",
    ),
    _word(
        "legitimate_interests",
        pgettext_lazy("hard word", "Legitimate interests"),
        _("A need that has been weighed against your right to be left alone, and weighs more."),
        r"berättiga(?:t|de) intresse(?:n|t)?|intresseavvägning(?:en)?",
        r"legitimate interests?",
    ),
    _word(
        "consent",
        pgettext_lazy("hard word", "Consent"),
        _("That you say yes of your own free will, and know to what. You may take it back at any time."),
        r"samtyck(?:e|et|en|er|ena|a)",
        r"consents?",
    ),
    _word(
        "special_category",
        pgettext_lazy("hard word", "Sensitive personal data"),
        _(
            "Data about health, faith, political opinion, trade union, ethnic origin, sex life, genes or biometrics. "
            "The law protects them more."
        ),
        r"känsliga (?:person)?uppgifter(?:na)?|särskilda kategorier av (?:person)?uppgifter",
        r"special categor(?:y|ies)(?: of (?:personal )?data)?|sensitive (?:personal )?data",
    ),
    _word(
        "extra_worthy",
        pgettext_lazy("hard word", "Data that deserve extra protection"),
        _("Data that can do harm if they come into the wrong hands, such as finances. They are not sensitive in law."),
        r"extra skyddsvär(?:t|d|da)(?: uppgifter)?|integritetskänslig(?:a|t)?",
        r"deserves? extra protection",
    ),
    _word(
        "protected_identity",
        pgettext_lazy("hard word", "Protected identity"),
        _("For somebody under threat the Tax Agency hides name and address. Then we take extra care."),
        r"skydda(?:d|de) (?:identitet|personuppgifter|folkbokföring)|sekretessmarkering(?:ar)?",
        r"protected identit(?:y|ies)",
    ),
    _word(
        "coordination_number",
        pgettext_lazy("hard word", "Coordination number"),
        _("A number for somebody who does not live in Sweden and has no personal identity number."),
        r"samordningsnummer",
        r"coordination numbers?",
    ),
    _word(
        "disposal",
        pgettext_lazy("hard word", "Dispose of"),
        _("To destroy documents or data under rules that have been decided, so that they cannot be read again."),
        r"gallr(?:a|as|at|ar|ats|ad|ade|ades|ing|ingen)",
        r"dispos(?:e|es|ed) of|disposal",
    ),
    _word(
        "preservation",
        pgettext_lazy("hard word", "Preserve"),
        _("To keep documents for ever, in the end in an archive."),
        r"bevara(?:s|r|t|ts|d|de|des|nde|ndet)?",
        r"preserv(?:e|es|ed|ation)",
    ),
    _word(
        "retention_plan",
        pgettext_lazy("hard word", "Information management plan"),
        _("The board's list of its documents. It says how long each is kept and where."),
        r"(?:informations|dokument)hanteringsplan(?:en|er)?|gallringsråd(?:et|en)?",
        r"information management plans?",
    ),
    _word(
        "register_of_documents",
        pgettext_lazy("hard word", "Register of documents"),
        _("The list of what a public body has received and written. In Swedish: diarium."),
        r"diari(?:um|et|er|eför(?:s|a|d|da|t|ts|ing)?)",
        r"(?:public )?register of documents",
    ),
    _word(
        "public_document",
        pgettext_lazy("hard word", "Public document"),
        _("A document that a public body keeps. Anyone may ask to read it, but what is secret is not shown."),
        r"allmän(?:na)? handling(?:ar|en|arna)?",
        r"(?:public|official) documents?",
    ),
    _word(
        "secrecy",
        pgettext_lazy("hard word", "Secrecy"),
        _("A ban by law on telling or showing data. It holds for those who work with us too."),
        r"sekretess(?:en|belagd|belagda)?",
        r"secrecy",
    ),
    _word(
        "harm",
        pgettext_lazy("hard word", "Harm"),
        _("That something bad happens to somebody because data are told, for example threats or being shut out."),
        r"lid(?:er|a) men|utan men|menprövning(?:en|ar)?",
        r"(?:suffer|suffers|suffering) harm",
    ),
    _word(
        "professional_secrecy",
        pgettext_lazy("hard word", "Duty of confidentiality"),
        _("That those who work with us must not tell others what they learn."),
        r"tystnadsplikt(?:en)?",
        r"duty of confidentiality|professional secrecy",
    ),
    _word(
        "third_country",
        pgettext_lazy("hard word", "Third country"),
        _("A country outside the EU and EEA. There the protection of data may be weaker."),
        r"tredje ?land(?:et)?|tredje ?länder",
        r"third countr(?:y|ies)",
    ),
    _word(
        "eea",
        pgettext_lazy("hard word", "EU/EEA"),
        _("The countries of the European Union, with Norway, Iceland and Liechtenstein. The same rules hold there."),
        r"EU/EES",
        r"EU/EEA",
    ),
    _word(
        "contract_clauses",
        pgettext_lazy("hard word", "Standard contractual clauses"),
        _("A contract made by the European Commission. It binds a recipient outside the EU to protect the data."),
        r"standardavtalsklausul(?:er|erna)?|standardiserade dataskyddsbestämmelser",
        r"standard (?:contractual|data protection) clauses",
    ),
    _word(
        "adequacy",
        pgettext_lazy("hard word", "Adequate protection"),
        _("The European Commission has decided that a country protects personal data well enough."),
        r"adekvat(?: skyddsnivå| skydd)|beslut om adekvat\w*",
        r"adequa(?:cy decision|te protection)|adequacy",
    ),
    _word(
        "automated_decision",
        pgettext_lazy("hard word", "Automated decision"),
        _("A decision that a computer makes without a person."),
        r"automati(?:skt|ska|serat|serade) beslut(?:en|et|sfattande)?",
        r"automated decisions?",
    ),
    _word(
        "profiling",
        pgettext_lazy("hard word", "Profiling"),
        _("A computer puts data together to judge or predict something about you, such as health or interests."),
        r"profilering(?:en|ar)?",
        r"profiling",
    ),
    _word(
        "access",
        pgettext_lazy("hard word", "Extract of your data"),
        _("A copy of the data we have about you, and why we have them. It is free and you can ask for it."),
        r"registerutdrag(?:et|en)?",
        r"extracts? of your data",
    ),
    _word(
        "impact_assessment",
        pgettext_lazy("hard word", "Impact assessment"),
        _("A study of what risks people run, made before data are used in a new way."),
        r"konsekvensbedömning(?:en|ar|arna)?",
        r"impact assessments?",
    ),
    _word(
        "breach",
        pgettext_lazy("hard word", "Personal data breach"),
        _("Data have been lost, changed or seen by the wrong person."),
        r"personuppgiftsincident(?:en|er|erna)?",
        r"personal data breach(?:es)?",
    ),
    _word(
        "gdpr",
        pgettext_lazy("hard word", "General Data Protection Regulation"),
        _("The law of the EU about personal data, also called GDPR. It holds in Sweden too."),
        r"dataskyddsförordningen|GDPR",
        r"General Data Protection Regulation|GDPR",
    ),
    _word(
        "imy",
        pgettext_lazy("hard word", "Swedish Authority for Privacy Protection"),
        _("The authority, IMY for short, that checks that the rules on personal data are followed."),
        r"Integritetsskyddsmyndigheten(?: \(IMY\))?|IMY",
        r"Swedish Authority for Privacy Protection(?: \(IMY\))?|IMY",
    ),
    _word(
        "case_file",
        pgettext_lazy("hard word", "Personal file"),
        _("All the documents in a person's case, kept together."),
        r"personakt(?:en|er|erna)?",
        r"personal files?",
    ),
    _word(
        "pseudonymised",
        pgettext_lazy("hard word", "Pseudonymised"),
        _("Names are replaced by a code. Who it is about can be known only with a key."),
        r"pseudonymiser(?:a|as|ad|at|ade|ing|ingen)",
        r"pseudonymi[sz](?:e|ed|ation)",
    ),
    _word(
        "anonymised",
        pgettext_lazy("hard word", "Anonymised"),
        _("All that tells who it is about has been taken away. Nobody can find out any more."),
        r"(?:anonym|avidentifi)(?:iser|er)(?:a|as|ad|at|ade|ing|ingen)",
        r"anonymi[sz](?:e|es|ed|ation)",
    ),
)
"""Every word, those that hold another one first."""
