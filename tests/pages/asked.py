"""The page that tells how long data are kept: a published activity with rules, and how it is asked."""

from typing import Any
from urllib.parse import urlencode

from django.test import Client

from tests.pages.town import publish

PAGE = "/behandlingar/akter/hur-lange/"
LAST_ENTRY = {
    "code": "rt-sista-anteckning",
    "labels": {"sv": "Sista anteckningen i akten", "en": "Last entry in the file"},
    "after": {"sv": "att den sista anteckningen gjordes i akten", "en": "the last entry was made in the file"},
    "when": {"sv": "den sista anteckningen har gjorts i akten", "en": "the last entry has been made in the file"},
}
OBSOLETE = {"code": "rt-inaktualitet", "labels": {"sv": "Inaktualitet"}, "when": {"sv": "de inte längre behövs"}}
FILES = {"documents": {"sv": "Personakter", "en": "Personal files"}, "birth_days": [5, 15, 25]}
KEPT = {**FILES, "selection": "birth-days", "action": "preserve"}
DISPOSED = {
    **FILES,
    "selection": "other-birth-days",
    "action": "dispose",
    "period": "P5Y",
    "period_end": "next-calendar-year",
    "trigger": LAST_ENTRY,
    "plan": {"sv": "Planen", "en": "The plan"},
}
AT_ONCE = {"documents": {"sv": "Utkast"}, "action": "dispose", "trigger": OBSOLETE}
DAY, BORN = "dag-rt-sista-anteckning", "fodd"


def files(*rules: Any, **fields: Any) -> Any:
    return publish("akter", "Akter", retention_rules=rules or (KEPT, DISPOSED, AT_ONCE), **fields)


def answer(client: Client, given: dict[str, Any], page: str = PAGE, status: int = 200) -> str:
    response = post(client, given, page)
    assert response.status_code == status
    return response.content.decode()


def post(client: Client, given: dict[str, Any], page: str = PAGE) -> Any:
    return client.post(page, urlencode(given), content_type="application/x-www-form-urlencoded")
