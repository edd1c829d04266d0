"""What somebody said that labels mean."""

from collections.abc import Mapping

from ..models import LabelCorrection, Organisation
from .topics import Topic


def corrections_of(organisation: Organisation | None) -> dict[str, Topic | None]:
    """Return normal form of a label -> what it means in an organisation; None = nothing the register asks for."""
    known = {topic.value: topic for topic in Topic}
    rows = LabelCorrection.objects.filter(organisation=organisation) if organisation else LabelCorrection.objects.none()
    return {normal: known.get(topic) for normal, topic in rows.values_list("normal", "topic")}


def meanings(corrections: Mapping[str, Topic | None]) -> dict[str, Topic]:
    """Return the corrections that say what a label means."""
    return {label: topic for label, topic in corrections.items() if topic}
