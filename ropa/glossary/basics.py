"""The hard words about who answers for personal data, and what allows it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .word import Word, hard

BASICS: tuple[Word, ...] = (
    hard(
        "personal_data",
        pgettext_lazy("hard word", "Personal data"),
        _("All information that can be tied to a living person: name, picture, personal identity number, a case."),
    ),
    hard(
        "processing",
        pgettext_lazy("hard word", "Processing"),
        _("All that is done with personal data: collect, read, store, send on, destroy."),
    ),
    hard(
        "joint_controller",
        pgettext_lazy("hard word", "Joint controllers"),
        _("Two or more bodies that decide together why and how personal data are used. They share the responsibility."),
        r"gemensamt personuppgiftsansvar\w*",
        r"joint controllers?",
    ),
    hard(
        "controller",
        pgettext_lazy("hard word", "Controller"),
        _("The one who decides why and how personal data are used, and answers for it. Here it is mostly a board."),
        r"personuppgiftsansvar\w*",
        r"controllers?",
    ),
    hard(
        "sub_processor",
        pgettext_lazy("hard word", "Sub-processor"),
        _("A company that a processor takes help from. The same rules bind it."),
        r"underbiträde(?:t|n|na|s)?",
        r"sub-processors?",
    ),
    hard(
        "processor",
        pgettext_lazy("hard word", "Processor"),
        _(
            "Somebody who handles personal data for another, as told by that other. It may be a company that runs a system."
        ),
        r"personuppgiftsbiträde(?:t|n|na|s)?|biträdena",
        r"processors?",
    ),
    hard(
        "data_protection_officer",
        pgettext_lazy("hard word", "Data protection officer"),
        _("The function that checks that the rules are followed. You can ask it and complain to it."),
        r"dataskyddsombud(?:et|en|s|ets)?",
        r"data protection officers?",
    ),
    hard(
        "data_subject",
        pgettext_lazy("hard word", "Data subject"),
        _("The person that the data are about: you, for example."),
        r"den registrerade(?:s|(?= själv|[.,;:)]|$))|registrerad person",
        r"data subjects?",
    ),
    hard(
        "legal_basis",
        pgettext_lazy("hard word", "Legal basis"),
        _("What makes it lawful to use personal data. There are six, and at least one must hold."),
        r"rättslig(?:a|t)? grund(?:en|er|erna)?",
        r"legal bas(?:is|es)",
    ),
    hard(
        "official_authority",
        pgettext_lazy("hard word", "Official authority"),
        _("When a public body decides about somebody with support in law. Examples: a permit, a grade or a grant."),
        r"myndighetsutövning(?:en)?",
        r"official authority",
    ),
    hard(
        "public_interest",
        pgettext_lazy("hard word", "Public interest"),
        _("A task that is good for society as a whole, such as schools, libraries or care. It must follow from law."),
        r"(?:uppgift(?:er)? av )?allmänt intresse",
        r"(?:task in the )?(?<!substantial )public interest",
    ),
    hard(
        "legal_obligation",
        pgettext_lazy("hard word", "Legal obligation"),
        _("A law or other rule says that it must be done."),
        r"rättslig(?:a)? (?:förpliktelse|skyldighet)(?:r|n|rna|er|en)?",
        r"legal obligations?",
    ),
    hard(
        "legitimate_interests",
        pgettext_lazy("hard word", "Legitimate interests"),
        _("A need that has been weighed against your right to be left alone, and weighs more."),
        r"berättiga(?:t|de) intresse(?:n|t)?|intresseavvägning(?:en)?",
        r"legitimate interests?",
    ),
    hard(
        "consent",
        pgettext_lazy("hard word", "Consent"),
        _("That you say yes of your own free will, and know to what. You may take it back at any time."),
        r"samtyck(?:e|et|en|er|ena|a)",
        r"consents?",
    ),
)
"""In the order of `WORDS`."""
