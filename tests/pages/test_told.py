"""What the page of a group tells of one activity."""

from django.utils.translation import override

from ropa import record
from ropa.pages import told
from tests.worlds import term


def test_how_long_names_only_the_data_about_the_group() -> None:
    child, parent = (record.DataSubject(category=term(record.DataSubjectCategory, n, n)) for n in ("barn", "foraldrar"))
    marks, income = (
        record.PersonalData(category=term(record.PersonalDataCategory, n, n), data_subjects=(row.key,))
        for n, row in (("betyg", child), ("inkomst", parent))
    )
    rule = record.RetentionRule(action="dispose", period="P5Y", personal_data=(marks.key, income.key))
    found = record.ProcessingActivity(
        data_subjects=(child, parent), personal_data=(marks, income), retention_rules=(rule,)
    )
    with override("sv"):
        (facts,) = told.person(found, "barn")
        said = str(next(fact.blocks for fact in facts if fact.heading == "Hur länge"))
    assert "etyg" in said
    assert "nkomst" not in said
