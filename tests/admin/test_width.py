"""The list of activities at the width of a common screen."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import publishing
from ropa.models import ProcessingActivity

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_column_is_seen_at_1280_pixels(
    page: Any, live_server: Any, dpo: Client, activity: ProcessingActivity
) -> None:
    ProcessingActivity.objects.filter(pk=activity.pk).update(name="Ansökan om ekonomiskt bistånd, utredning och beslut")
    activity.unit.name = "Enheten för ekonomiskt bistånd och budgetrådgivning"  # type: ignore[union-attr]
    activity.unit.save()  # type: ignore[union-attr]
    activity.unit.controller.name = "Social- och arbetsmarknadsnämnden"  # type: ignore[union-attr]
    activity.unit.controller.save()  # type: ignore[union-attr]
    publishing.publish(activity, by="dpo", reason="Prov")
    ProcessingActivity.objects.update(summary="Ändrad")
    publishing.reindex()
    page.set_viewport_size({"width": 1280, "height": 800})
    session = Client()
    session.force_login(User.objects.get(username="dpo"))
    page.context.add_cookies(
        [{"name": "sessionid", "value": session.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/admin/ropa/processingactivity/")
    for column in ("state", "changed"):
        box = page.locator(f".column-{column}_column").bounding_box()
        assert box["x"] + box["width"] <= 1280
    results = page.locator("#changelist .results")
    assert results.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert page.locator("#nav-sidebar").count() == 0
