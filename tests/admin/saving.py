"""Opening and saving the page of an activity, as a browser does."""

from typing import Any

from django.test import Client

from ropa.models import ProcessingActivity

from .browserless import fields
from .conftest import ADD, CHANGE


def opened(client: Client, activity: ProcessingActivity) -> dict[str, Any]:
    return fields(client.get(CHANGE.format(activity.pk)))


def save(client: Client, activity: ProcessingActivity | None, data: dict[str, Any]) -> Any:
    address = CHANGE.format(activity.pk) if activity else ADD
    return client.post(address, {**data, "_continue": "1"})


def errors_at(response: Any, name: str) -> str:
    """Return what stands in the error list of the field `name`."""
    page = response.content.decode()
    mark = f'id="id_{name}_error"'
    return page.split(mark, 1)[1].split("</ul>", 1)[0] if mark in page else ""
