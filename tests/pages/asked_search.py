"""The page that searches: how it is asked, and what is read of it."""

import re
from html import unescape

from django.test import Client

AGENCY = {"code": "r-fk", "labels": {"sv": "Försäkringskassan"}, "kind": "authority"}


def ask(client: Client, language: str = "", status: int = 200, **query: str) -> str:
    response = client.get(f"{language}/sok/", query)
    assert response.status_code == status
    return response.content.decode()


def hits(page: str) -> list[str]:
    return re.findall(r'<h3><a href="(?:/en)?/behandlingar/([^/]+)/">', page)


def plain(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.replace("<mark>", "").replace("</mark>", ""))).split())
