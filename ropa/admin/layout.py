"""The page of an activity: its sections in the order of Art. 30(1) and 13/14, each with what to do."""

from django.utils.translation import gettext_lazy as _

from .cells import Group
from .sections import Section


def fields(*lines: tuple[str, ...], title: object = "", rare: bool = False) -> Group:
    """Return a group of fields."""
    return Group(lines, title, rare)  # type: ignore[arg-type]


SECTIONS: tuple[Section, ...] = (
    Section(
        "identity",
        _("The activity"),
        _("Art. 30(1)"),
        _("Name the activity so that a resident recognises it, and say in two sentences what you do and for whom."),
        (
            fields(("name",), ("summary",), ("slug", "reference"), ("role", "sector", "status")),
            fields(
                ("started_on", "ended_on", "process_code"),
                ("tags", "examples_only"),
                title=_("More details"),
                rare=True,
            ),
        ),
    ),
    Section(
        "parties",
        _("Who is responsible"),
        _("Art. 30(1)(a), 13(1)(a)–(b), 26"),
        _("Say which board is the controller and which unit does the work. The unit's page shows the activity."),
        (
            fields(("organisation",), ("unit", "controller"), ("responsible_role",)),
            fields(
                ("contact_email", "contact_phone", "contact_url"),
                ("contact_visiting_address", "contact_postal_address"),
                title=_("Contact for questions, where it differs from the unit's"),
                rare=True,
            ),
            "joint_controllers",
            "on_behalf_of",
        ),
    ),
    Section(
        "purposes",
        _("Purposes and legal basis"),
        _("Art. 30(1)(b), 6, 13(1)(c)"),
        _("Write each purpose as a row. Add the legal basis for it, and the place in the law it rests on."),
        ("purposes", "legal_bases", "provisions"),
    ),
    Section(
        "data",
        _("Persons and data"),
        _("Art. 30(1)(c), 9, 10"),
        _("Say whom the data are about and which data you have. Health and other special categories need a condition."),
        (
            "data_subjects",
            "personal_data",
            "special_category_bases",
            fields(("identity_number_justification",), ("offence_support",)),
            fields(
                ("indirect_special_position",),
                ("monitoring_technology",),
                ("monitoring_consent",),
                title=_("Only for some activities"),
                rare=True,
            ),
        ),
    ),
    Section(
        "sources",
        _("Where the data come from"),
        _("Art. 14(2)(f)"),
        _("Name the person and everybody else you get data from."),
        (
            "sources",
            fields(
                ("notice_exception",), ("notice_exception_reason",), title=_("If persons are not informed"), rare=True
            ),
        ),
    ),
    Section(
        "recipients",
        _("Who gets the data"),
        _("Art. 30(1)(d), 13(1)(e), 28"),
        _(
            "Keep four things apart: recipients outside the board, those who work with the data inside it, suppliers who work for you, and secrecy."
        ),
        (
            fields(("disclosure",)),
            "recipients",
            "internal_access",
            "processors",
            "sub_processors",
            "secrecy",
        ),
    ),
    Section(
        "transfers",
        _("Outside the EU/EEA"),
        _("Art. 30(1)(e), 44–49"),
        _("Say whether data leave the EU/EEA. If they do, name the country and what the transfer rests on."),
        (fields(("third_country",)), "transfers"),
    ),
    Section(
        "retention",
        _("Where the data lie, and for how long"),
        _("Art. 30(1)(f)"),
        _(
            "Name the systems and paper files. Then say for each kind of document when it is disposed of, or that it is preserved."
        ),
        ("carriers", "retention_rules", fields(("no_retention_reason",))),
    ),
    Section(
        "security",
        _("Security and risk"),
        _("Art. 30(1)(g), 32, 35"),
        _("For you and the supervisory authority. In general terms only."),
        (
            "security_measures",
            fields(
                ("confidentiality", "integrity"),
                ("availability", "traceability"),
                title=_("Information classification"),
            ),
            fields(
                ("dpia_criteria",),
                ("dpia_status", "dpia_date", "dpia_reference"),
                ("dpia_justification",),
                title=_("Impact assessment"),
            ),
        ),
        internal=True,
    ),
    Section(
        "notice",
        _("What the notice adds"),
        _("Art. 13(2)(e)–(f), 14(2)(g), 22"),
        _(
            "Say whether the person must give you the data, and whether anything is decided automatically. Add words of your own where the facts alone do not explain."
        ),
        (
            fields(("duty_to_provide",), ("duty_consequences",), ("automation",)),
            "automated_decisions",
            "notice_texts",
        ),
    ),
    Section(
        "withheld",
        _("What is not shown to the public"),
        _("Public Access to Information and Secrecy Act"),
        _("Only where secrecy demands it. The public sees the reason in place of the value."),
        ("withheld",),
    ),
    Section(
        "keeping",
        _("Keeping it up to date"),
        _("Art. 5(2), 30(4)"),
        _(
            "Say who looks through the activity and how often. Texts from an import wait here until somebody has placed them."
        ),
        (
            fields(("owner", "is_standard"), ("review_owner", "reviewed_on", "review_interval_months"), ("notes",)),
            "unplaced",
            "original_wording",
        ),
        internal=True,
    ),
)
"""Every section of the page."""

NAMES: list[str] = [n for section in SECTIONS for p in section.parts if isinstance(p, Group) for n in p.names]
"""The activity's own fields, in the page's order."""
