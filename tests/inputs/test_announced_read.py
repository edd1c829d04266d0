"""Sentences that only ask or announce state nothing, whatever words stand in them."""

import pytest

from ropa.inputs.understanding import retention, risk, special, texts_purposes, transfers
from tests.inputs.told import Reads, told

ANNOUNCED = [
    (retention.retention, "Hur länge handlingarna gallras eller bevaras"),
    (retention.retention, "Nedan beskrivs hur ansökningar bevaras"),
    (special.bases_and_support, "Hur samtycket tas tillbaka"),
    (special.bases_and_support, "Enligt vilken rättslig förpliktelse vi arbetar"),
    (transfers.transfers, "Om vi sänder uppgifterna till Kanada"),
    (transfers.transfers, "Varför data finns i USA"),
    (risk.automation, "Om det förekommer automatiserade beslut"),
    (risk.duty, "Vad följden blir annars"),
    (texts_purposes.purposes, "Till vilka ändamål vi samlar in data"),
]
STATED = [
    (special.bases_and_support, "Vad gäller brev är grunden samtycke", "legal_bases"),
    (risk.duty, "Om vi inte får uppgifterna avslås ansökan", "duty_consequences"),
    (retention.retention, "Hur länge? Två år", "retention_rules"),
]


@pytest.mark.parametrize(("read", "text"), ANNOUNCED, ids=[text for _, text in ANNOUNCED])
def test_an_announcement_states_nothing(read: Reads, text: str) -> None:
    activity, left = told(read, text)
    empty, _ = told(read, "")
    assert (activity.model_dump(exclude={"unplaced"}), left) == (empty.model_dump(exclude={"unplaced"}), [text])


@pytest.mark.parametrize(("read", "text", "field"), STATED, ids=[text for _, text, _ in STATED])
def test_what_only_begins_like_one_is_read(read: Reads, text: str, field: str) -> None:
    assert getattr(told(read, text)[0], field)
