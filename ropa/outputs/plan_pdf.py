"""The disposal plan as a document of its own, to adopt, sign and file. Made as the register's PDF is."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..record import Register
from ..retention.plan import disposal_plan
from . import plan_csv
from .register_pdf import Attached, facts, moment, paper


def render(register: Register, language: str = "sv") -> bytes:
    """Return the register's disposal plan as PDF in `language`. Raises as `register_pdf.render` does.

    It bears its own rows and no more: an adopted plan is a public document, the rest of a record is not.
    """
    with override(language):
        described = _("The disposal plan as data (CSV)")
    rows = Attached("disposal-plan.csv", plan_csv.render(register, language), described, moment(register))
    return paper(register, language, document, rows)


def document(register: Register, language: str, attached: Attached) -> str:
    """Return the document as HTML; every text of the register is escaped in it."""
    plan = disposal_plan(register, language)
    controllers = {u.controller.key: u.controller for u in plan.units if u.controller}
    with override(language):
        context = {**facts(register, language, attached), "plan": plan, "controllers": list(controllers.values())}
        return render_to_string("pdf/plan.html", context)
