"""Texts that are kept as they are written: summary, notes, and what a notice says in its own words."""

from dataclasses import replace

from ...record import NoticeText, Text
from ...vocabulary import NoticeLevel, NoticeSection
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .items import sentences
from .knowledge import Knowledge
from .parties import controller, dpo
from .parties_names import is_body
from .parties_words import table
from .texts_answers import nothing


def add_text(section: NoticeSection, text: str, passage: Passage, making: Making) -> None:
    """Add an authored text to a section of the notice; the same text twice is one."""
    written = Text(sv=text.strip())
    if making.row("notice_texts", section=section, text=written) is None:
        making.add(
            "notice_texts", NoticeText(section=section, text=written, level=NoticeLevel.ACTIVITY), passage, text.strip()
        )


def _notice(section: NoticeSection, passage: Passage, making: Making) -> list[str]:
    if nothing(passage.text):
        return [passage.text]
    add_text(section, passage.text, passage, making)
    return []


def rights(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Keep what the notice says of rights."""
    return _notice(NoticeSection.RIGHTS, passage, making)


def complaint(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Keep what the notice says of complaints."""
    return _notice(NoticeSection.COMPLAINT, passage, making)


def introduction(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Keep how the notice begins; who is controller, and the DPO's address, are set from it too."""
    left = _notice(NoticeSection.INTRODUCTION, passage, making)
    for said in () if left else sentences(passage.text):
        part = replace(passage, text=said)
        if table("dpo")["words"].search(said):
            dpo(part, making, knowledge)
        elif table("roles")["controller"].search(said) and is_body(said):
            controller(part, making, knowledge)
    return left


def summary(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the summary; a second one follows the first."""
    text = passage.text.strip()
    if nothing(text):
        return [text]
    known = making.fields.get("summary")
    if known and text not in known.sv:
        making.fields["summary"] = Text(sv=f"{known.sv}\n{text}")
        making.word(None, "summary", passage, text)
        return []
    making.set("summary", known or Text(sv=text), passage, text)
    return []


def notes(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Add to the internal notes, with the label where it says more than that these are notes."""
    text = passage.text.strip()
    known = making.fields.get("notes", "")
    if not text or text in known.splitlines():
        return []
    making.fields["notes"] = f"{known}\n{text}".strip()
    making.word(None, "notes", passage, text)
    return []


TOPICS = {
    Topic.RIGHTS: rights,
    Topic.COMPLAINT: complaint,
    Topic.INTRODUCTION: introduction,
    Topic.SUMMARY: summary,
    Topic.NOTES: notes,
}
