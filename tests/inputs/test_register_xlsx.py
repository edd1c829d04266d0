"""The workbook in: the round trip, and what people do to it in a spreadsheet."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ropa.inputs import register_xlsx
from ropa.outputs import register_xlsx as output
from ropa.record import Audience
from tests.strategies import registers


@settings(max_examples=12)
@given(st.data(), st.sampled_from(list(Audience)), st.sampled_from(["sv", "en"]))
def test_reading_what_was_written_gives_the_same_register(
    data: st.DataObject, audience: Audience, language: str
) -> None:
    register = data.draw(registers(audience=audience))
    assert register_xlsx.register_of(output.render(register, language)) == register
