"""The hard words of data protection and of Swedish administration, each in one or two plain sentences.

`forms` is a pattern for each language: the word and its inflected forms, in the order that the
longer of two is tried first. A word without forms is in the list only: it is too common to be marked.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .basics import BASICS
from .word import Word, hard

WORDS: tuple[Word, ...] = (
    *BASICS,
    hard(
        "special_category",
        pgettext_lazy("hard word", "Sensitive personal data"),
        _(
            "Data about health, faith, political opinion, trade union, ethnic origin, sex life, genes or biometrics. "
            "The law protects them more."
        ),
        r"känsliga (?:person)?uppgifter(?:na)?|särskilda kategorier av (?:person)?uppgifter",
        r"special categor(?:y|ies)(?: of (?:personal )?data)?|sensitive (?:personal )?data",
    ),
    hard(
        "extra_worthy",
        pgettext_lazy("hard word", "Data that deserve extra protection"),
        _("Data that can do harm if they come into the wrong hands, such as finances. They are not sensitive in law."),
        r"extra skyddsvär(?:t|d|da)(?: uppgifter)?|integritetskänslig(?:a|t)?",
        r"deserves? extra protection",
    ),
    hard(
        "protected_identity",
        pgettext_lazy("hard word", "Protected identity"),
        _("For somebody under threat the Tax Agency hides name and address. Then we take extra care."),
        r"skydda(?:d|de) (?:identitet|personuppgifter|folkbokföring)|sekretessmarkering(?:ar)?",
        r"protected identit(?:y|ies)",
    ),
    hard(
        "coordination_number",
        pgettext_lazy("hard word", "Coordination number"),
        _("A number for somebody who does not live in Sweden and has no personal identity number."),
        r"samordningsnummer",
        r"coordination numbers?",
    ),
    hard(
        "disposal",
        pgettext_lazy("hard word", "Dispose of"),
        _("To destroy documents or data under rules that have been decided, so that they cannot be read again."),
        r"gallr(?:a|as|at|ar|ats|ad|ade|ades|ing|ingen)",
        r"dispos(?:e|es|ed) of|disposal",
    ),
    hard(
        "preservation",
        pgettext_lazy("hard word", "Preserve"),
        _("To keep documents for ever, in the end in an archive."),
        r"bevara(?:s|r|t|ts|d|de|des|nde|ndet)?",
        r"preserv(?:e|es|ed|ation)",
    ),
    hard(
        "retention_plan",
        pgettext_lazy("hard word", "Information management plan"),
        _("The board's list of its documents. It says how long each is kept and where."),
        r"(?:informations|dokument)hanteringsplan(?:en|er)?",
        r"information management plans?",
    ),
    hard(
        "disposal_advice",
        pgettext_lazy("hard word", "Advice on disposal"),
        _("Published advice to municipalities on what to keep and what to destroy. It decides nothing by itself."),
        r"gallringsråd(?:et|en|ens)?",
        r"advice on disposal",
    ),
    hard(
        "register_of_documents",
        pgettext_lazy("hard word", "Register of documents"),
        _("The list of what a public body has received and written. In Swedish: diarium."),
        r"diari(?:um|et|er|eför(?:s|a|d|da|t|ts|ing)?)",
        r"(?:public )?register of documents",
    ),
    hard(
        "public_document",
        pgettext_lazy("hard word", "Public document"),
        _("A document that a public body keeps. Anyone may ask to read it, but what is secret is not shown."),
        r"allmän(?:na)? handling(?:ar|en|arna)?",
        r"(?:public|official) documents?",
    ),
    hard(
        "secrecy",
        pgettext_lazy("hard word", "Secrecy"),
        _("A ban by law on telling or showing data. It holds for those who work with us too."),
        r"sekretess(?:en|belagd|belagda)?",
        r"secrecy",
    ),
    hard(
        "harm",
        pgettext_lazy("hard word", "Harm"),
        _("That something bad happens to somebody because data are told, for example threats or being shut out."),
        r"lid(?:er|a) men|utan men|menprövning(?:en|ar)?",
        r"(?:suffer|suffers|suffering) harm",
    ),
    hard(
        "professional_secrecy",
        pgettext_lazy("hard word", "Duty of confidentiality"),
        _("That those who work with us must not tell others what they learn."),
        r"tystnadsplikt(?:en)?",
        r"duty of confidentiality|professional secrecy",
    ),
    hard(
        "third_country",
        pgettext_lazy("hard word", "Third country"),
        _("A country outside the EU and EEA. There the protection of data may be weaker."),
        r"tredje ?land(?:et)?|tredje ?länder",
        r"third countr(?:y|ies)",
    ),
    hard(
        "eea",
        pgettext_lazy("hard word", "EU/EEA"),
        _("The countries of the European Union, with Norway, Iceland and Liechtenstein. The same rules hold there."),
        r"EU/EES",
        r"EU/EEA",
    ),
    hard(
        "contract_clauses",
        pgettext_lazy("hard word", "Standard contractual clauses"),
        _("A contract made by the European Commission. It binds a recipient outside the EU to protect the data."),
        r"standardavtalsklausul(?:er|erna)?|standardiserade dataskyddsbestämmelser",
        r"standard (?:contractual|data protection) clauses",
    ),
    hard(
        "adequacy",
        pgettext_lazy("hard word", "Adequate protection"),
        _("The European Commission has decided that a country protects personal data well enough."),
        r"adekvat(?: skyddsnivå| skydd)|beslut om adekvat\w*",
        r"adequa(?:cy decision|te protection)|adequacy",
    ),
    hard(
        "automated_decision",
        pgettext_lazy("hard word", "Automated decision"),
        _("A decision that a computer makes without a person."),
        r"automati(?:skt|ska|serat|serade) beslut(?:en|et|sfattande)?",
        r"automated decisions?",
    ),
    hard(
        "profiling",
        pgettext_lazy("hard word", "Profiling"),
        _("A computer puts data together to judge or predict something about you, such as health or interests."),
        r"profilering(?:en|ar)?",
        r"profiling",
    ),
    hard(
        "access",
        pgettext_lazy("hard word", "Extract of your data"),
        _("A copy of the data we have about you, and why we have them. It is free and you can ask for it."),
        r"registerutdrag(?:et|en)?",
        r"extracts? of your data",
    ),
    hard(
        "impact_assessment",
        pgettext_lazy("hard word", "Impact assessment"),
        _("A study of what risks people run, made before data are used in a new way."),
        r"konsekvensbedömning(?:en|ar|arna)?",
        r"impact assessments?",
    ),
    hard(
        "breach",
        pgettext_lazy("hard word", "Personal data breach"),
        _("Data have been lost, changed or seen by the wrong person."),
        r"personuppgiftsincident(?:en|er|erna)?",
        r"personal data breach(?:es)?",
    ),
    hard(
        "gdpr",
        pgettext_lazy("hard word", "General Data Protection Regulation"),
        _("The law of the EU about personal data, also called GDPR. It holds in Sweden too."),
        r"dataskyddsförordningen|GDPR",
        r"General Data Protection Regulation|GDPR",
    ),
    hard(
        "imy",
        pgettext_lazy("hard word", "Swedish Authority for Privacy Protection"),
        _("The authority, IMY for short, that checks that the rules on personal data are followed."),
        r"Integritetsskyddsmyndigheten(?: \(IMY\))?|IMY",
        r"Swedish Authority for Privacy Protection(?: \(IMY\))?|IMY",
    ),
    hard(
        "case_file",
        pgettext_lazy("hard word", "Personal file"),
        _("All the documents in a person's case, kept together."),
        r"personakt(?:en|er|erna)?",
        r"personal files?",
    ),
    hard(
        "pseudonymised",
        pgettext_lazy("hard word", "Pseudonymised"),
        _("Names are replaced by a code. Who it is about can be known only with a key."),
        r"pseudonymiser(?:a|as|ad|at|ade|ing|ingen)",
        r"pseudonymi[sz](?:e|ed|ation)",
    ),
    hard(
        "anonymised",
        pgettext_lazy("hard word", "Anonymised"),
        _("All that tells who it is about has been taken away. Nobody can find out any more."),
        r"(?:anonym|avidentifi)(?:iser|er)(?:a|as|ad|at|ade|ing|ingen)",
        r"anonymi[sz](?:e|es|ed|ation)",
    ),
)
"""Every word, those that hold another one first."""
