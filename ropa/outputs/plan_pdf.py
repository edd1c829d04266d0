"""The disposal plan as a document of its own, to adopt, sign and file. Made as the register's PDF is."""

from django.template.loader import render_to_string
from django.utils.translation import override

from ..record import Register
from ..retention.plan import disposal_plan
from .register_pdf import facts, paper


def render(register: Register, language: str = "sv") -> bytes:
    """Return the register's disposal plan as PDF in `language`. Raises as `register_pdf.render` does."""
    return paper(register, language, document)


def document(register: Register, language: str, json_sha256: str) -> str:
    """Return the document as HTML; every text of the register is escaped in it."""
    plan = disposal_plan(register, language)
    controllers = {u.controller.key: u.controller for u in plan.units if u.controller}
    with override(language):
        context = {**facts(register, language, json_sha256), "plan": plan, "controllers": list(controllers.values())}
        return render_to_string("pdf/plan.html", context)
