"""docs/record.md says what the record says."""

from pathlib import Path

from ropa import record
from ropa.management.commands.describe_record import page, value_types

PAGE = Path(__file__).parents[2] / "docs" / "record.md"


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: ./dev manage describe_record"


def test_every_type_of_the_record_is_on_it() -> None:
    assert {record.RetentionRule, record.LegalProvision, record.Law, record.Contact} <= set(value_types())


def test_every_type_and_closed_list_is_explained() -> None:
    for kind in value_types():
        assert kind.__doc__, kind


def test_every_field_has_its_meaning_written_below_it() -> None:
    silent = {f"{k.__name__}.{n}" for k in value_types() for n, f in k.model_fields.items() if not f.description}
    assert silent == set()
