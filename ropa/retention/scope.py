"""What a rule is about: documents, data, carriers, and whose they are."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..record import ProcessingActivity, RetentionRule
from ..vocabulary import Medium, Selection
from ..wording import AND, Template, Words, join, lower_first, say, upper_first
from .reach import hidden_keys


def names(rule: RetentionRule, activity: ProcessingActivity) -> list[Words]:
    """Return the data, groups and systems the rule names."""
    return [*data_of(rule, activity), *subjects_of(rule, activity), *carriers_of(rule, activity)]


def data_of(rule: RetentionRule, activity: ProcessingActivity) -> tuple[Words, ...]:
    """Return the data the rule names."""
    return tuple(x.category for x in activity.personal_data if x.key in rule.personal_data and x.category)


def subjects_of(rule: RetentionRule, activity: ProcessingActivity) -> tuple[Words, ...]:
    """Return the groups the rule names."""
    return tuple(x.category for x in activity.data_subjects if x.key in rule.data_subjects and x.category)


def carriers_of(rule: RetentionRule, activity: ProcessingActivity) -> tuple[Words, ...]:
    """Return the systems and other carriers the rule names."""
    return tuple(x.system for x in activity.carriers if x.key in rule.carriers and x.system)


def what(rule: RetentionRule, activity: ProcessingActivity) -> str:
    """Return the subject of the sentence, as in "Documents on paper about persons (applicants)"."""
    data, where = _list(data_of(rule, activity)), _where(rule, activity)
    hidden = str(_("(partly about something that is not shown)")) if hidden_keys(rule, activity) else ""
    if rule.documents:
        head = upper_first(str(say(rule.documents)).rstrip("."))
        beside = str(_("with personal data ({data})")).format(data=data) if data else ""
        return _spaced(head, f"({where})" if where else "", beside, _whom(rule, activity), hidden)
    head = str(_("Personal data ({data})")).format(data=data) if data else str(_("Documents"))
    return _spaced(head, where, _whom(rule, activity), hidden)


def _spaced(*words: str) -> str:
    return " ".join(word for word in words if word)


_FORMS = {
    Medium.DIGITAL: _("in digital form"),
    Medium.PAPER: _("on paper"),
    Medium.OTHER: _("in a form other than digital or paper"),
    None: "",
}


def _where(rule: RetentionRule, activity: ProcessingActivity) -> str:
    systems = join([str(say(x)) for x in carriers_of(rule, activity)])
    return _spaced(_form(rule), str(_("in {systems}")).format(systems=systems) if systems else "")


_IN_NAMES = {
    Medium.DIGITAL: pgettext_lazy("part of a word in a name of documents", "digital"),
    Medium.PAPER: pgettext_lazy("part of a word in a name of documents", "paper"),
}


def _form(rule: RetentionRule) -> str:
    """Return the medium, unless the name of the documents tells it already."""
    word = str(_IN_NAMES.get(rule.medium, "")) if rule.medium else ""
    named = word and word in str(say(rule.documents)).casefold()
    return "" if named else str(_FORMS[rule.medium])


def _whom(rule: RetentionRule, activity: ProcessingActivity) -> str:
    groups, selected = _list(subjects_of(rule, activity)), chosen(rule)
    if not groups and not selected and rule.selection is not Selection.ALL:
        return ""
    persons = _("about all persons") if rule.selection is Selection.ALL else _("about persons")
    return _spaced(str(persons), f"({groups})" if groups else "", selected)


OR = pgettext_lazy("joins the last two of a list", "or")
_THESE_DAYS = _("who were born on day {days} of the month")
_OTHER_DAYS = _("who were born on days other than {days} of the month")
_CHOSEN_WITHOUT_DAYS: dict[Selection | None, Template] = {
    Selection.BIRTH_DAYS: _("who were born on certain days of the month (which days is not stated)"),
    Selection.OTHER_BIRTH_DAYS: _("who were born on other days"),
    Selection.OTHER: _("in a selection"),
}


def chosen(rule: RetentionRule) -> str:
    """Return the words that single persons out, as in "born on day 5, 15 or 25"."""
    if rule.selection is Selection.OTHER and not rule.selection_note:
        return str(_("in a selection that is not described"))
    words = _days(rule) if rule.birth_days else _CHOSEN_WITHOUT_DAYS.get(rule.selection, "")
    note = lower_first(str(say(rule.selection_note)).rstrip("."))
    return _spaced(str(words), f"({note})" if note else "")


def _days(rule: RetentionRule) -> str:
    other = rule.selection is Selection.OTHER_BIRTH_DAYS
    days = [str(day) for day in rule.birth_days]
    template = _OTHER_DAYS if other else _THESE_DAYS
    return str(template).format(days=join(days, AND if other else OR))


def _list(words: tuple[Words, ...]) -> str:
    return ", ".join(lower_first(str(say(word))) for word in words)
