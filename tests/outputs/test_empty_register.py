"""The register before anything is in it."""

import io
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.test import Client

from ropa.pages.ready import BODIES
from tests import patience

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def test_before_anything_is_published_the_register_says_it_is_empty(
    client: Client, tmp_path: Path, settings: Any
) -> None:
    settings.DATA_DIR = tmp_path
    BODIES.clear()
    assert json.loads(client.get("/register.json").content)["entries"] == []
    response = patience.pdf(lambda: client.get("/register.pdf"))
    assert response.status_code == 200
    assert "Registret är tomt" in "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(response.content)).pages)
