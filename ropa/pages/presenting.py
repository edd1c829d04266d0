"""What a notice's page has beside the frozen words: a box in short, a picture, hard words, whom to write to.

All of it is made from the frozen record when the page is rendered; none of it is in the ledger.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from .. import drawing, letters
from ..flow import flow
from ..glance import Glance, glance
from ..glossary import Word, explained
from ..notice import Block, PrivacyNotice, Section
from ..profiles import ActivityTable
from ..record import ProcessingActivity, Value
from ..vocabulary import OrganisationRole, Sector


def presented(activity: ProcessingActivity, notice: PrivacyNotice, version: int, lasting: str) -> dict[str, Any]:
    """Return what the template shows of a notice; `lasting` is the full address of the version."""
    return {
        **_worded(activity, notice),
        **_pictured(activity, notice.language),
        "lasting": lasting,
        "error_letter": letters.about_an_error(activity, version, lasting),
        "rights_letter": None
        if activity.role is OrganisationRole.PROCESSOR
        else letters.about_rights(activity, version, lasting),
        "rights_page": activity.sector is not Sector.LAW_ENFORCEMENT,  # which tells of the GDPR alone
    }


def _worded(activity: ProcessingActivity, notice: PrivacyNotice) -> dict[str, Any]:
    """Return the notice and its box in short with their hard words marked."""
    lines = glance(activity, notice.language)
    blocks, words = explained([*(line.blocks for line in lines), *(section.blocks for section in notice.sections)])
    return {
        "notice": notice.model_copy(update={"sections": tuple(_with(notice.sections, blocks[len(lines) :]))}),
        "in_short": list(_with(lines, blocks[: len(lines)])),
        "codes": {section.code for section in notice.sections},
        "words": words,
    }


def _with(parts: Sequence[Glance | Section], blocks: Sequence[tuple[Block, ...]]) -> Iterator[Value]:
    """Yield the parts with these blocks in the place of their own."""
    return (part.model_copy(update={"blocks": found}) for part, found in zip(parts, blocks, strict=True))


def worded_tables(tables: Sequence[ActivityTable]) -> tuple[list[ActivityTable], list[Word]]:
    """Return tables with their hard words marked, each once on the page, and those words."""
    blocks, words = explained([row.blocks for table in tables for row in table.rows], once=True)
    marked = iter(blocks)
    rows = (tuple(row.model_copy(update={"blocks": next(marked)}) for row in table.rows) for table in tables)
    return [table.model_copy(update={"rows": found}) for table, found in zip(tables, rows, strict=True)], words


def _pictured(activity: ProcessingActivity, language: str) -> dict[str, Any]:
    found = flow(activity, language)
    return {"flow": found, "wide": drawing.wide(found), "narrow": drawing.narrow(found)}
