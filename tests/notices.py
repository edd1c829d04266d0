"""Ways to read a composed notice in tests."""

from typing import Any

from ropa.notice import Block, PrivacyNotice, Section, compose
from ropa.record import (
    PersonalData,
    PersonalDataCategory,
    ProcessingActivity,
)
from ropa.vocabulary import (
    DataLevel,
)
from tests.worlds import (
    term,
)


def section(activity: ProcessingActivity, code: str, language: str = "sv") -> Section:
    return next(x for x in compose(activity, language).sections if x.code == code)


def codes(activity: ProcessingActivity) -> list[str]:
    return [x.code for x in compose(activity, "sv").sections]


def lines(blocks: tuple[Block, ...]) -> list[str]:
    return [said.text for block in blocks for said in (block.text, *(x.text for x in block.items)) if said]


def text(activity: ProcessingActivity, code: str, language: str = "sv") -> str:
    return "\n".join(lines(section(activity, code, language).blocks))


def whole(notice: PrivacyNotice) -> str:
    parts = [str(notice.title), str(notice.summary or ""), *(line for x in notice.sections for line in lines(x.blocks))]
    return "\n".join(parts)


def data(level: DataLevel, name: str = "Hälsa", **fields: Any) -> PersonalData:
    return PersonalData(category=term(PersonalDataCategory, f"x-{name}", name, level=level), **fields)
