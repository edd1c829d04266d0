"""Topics -> the functions that read them."""

from collections.abc import Callable, Mapping
from importlib import import_module

from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .knowledge import Knowledge

Read = Callable[[Passage, Making, Knowledge], list[str]]
"""Adds what a passage states to the record being made, and returns the texts it did not understand."""

_NAMES = {
    Topic.LEGAL_BASES: "bases:legal_bases",
    Topic.PROVISIONS: "bases:legal_bases",
    Topic.SPECIAL_CATEGORIES: "special:special_categories",
    Topic.OFFENCES: "special:offences",
    Topic.IDENTITY_NUMBER: "special:identity_number",
    Topic.SECRECY: "special_secrecy:secrecy",
    Topic.AUTOMATION: "risk:automation",
    Topic.DUTY: "risk:duty",
    Topic.DPIA: "risk_dpia:dpia",
    Topic.CLASSIFICATION: "risk_classification:classification",
    Topic.TRANSFERS: "transfers:transfers",
    Topic.RETENTION: "retention:retention",
    Topic.PURPOSES: "texts_purposes:purposes",
    Topic.CONTROLLER: "parties:controller",
    Topic.JOINT_CONTROLLERS: "parties:joint_controllers",
    Topic.ON_BEHALF_OF: "parties:on_behalf_of",
    Topic.ROLE: "parties:role",
    Topic.DPO: "parties:dpo",
    Topic.NAME: "identity:name",
    Topic.REFERENCE: "identity:reference",
    Topic.PROCESS_CODE: "identity:process_code",
    Topic.UNIT: "identity:unit",
    Topic.STATUS: "identity:status",
    Topic.STARTED: "identity:started_on",
    Topic.ENDED: "identity:ended_on",
    Topic.RESPONSIBLE: "identity:responsible_role",
    Topic.CONTACT: "identity:contact",
    Topic.REVIEW: "identity:review",
    Topic.SUMMARY: "texts:summary",
    Topic.NOTES: "texts:notes",
    Topic.RIGHTS: "texts:rights",
    Topic.COMPLAINT: "texts:complaint",
    Topic.INTRODUCTION: "texts:introduction",
    Topic.DATA_SUBJECTS: "lists:data_subjects",
    Topic.PERSONAL_DATA: "lists:personal_data",
    Topic.SOURCES: "lists:sources",
    Topic.RECIPIENTS: "lists:recipients",
    Topic.INTERNAL_ACCESS: "lists:internal_access",
    Topic.PROCESSORS: "lists:processors_with_systems",
    Topic.SUB_PROCESSORS: "lists:sub_processors",
    Topic.CARRIERS: "lists:carriers",
    Topic.SECURITY: "lists:security_measures",
    Topic.TAGS: "lists:tags",
    Topic.HANDLING: "lists:handling",
}


def _there(path: str) -> Read | None:
    module, name = path.split(":")
    try:
        return getattr(import_module(f"ropa.inputs.understanding.{module}"), name, None)
    except ImportError:
        return None


TOPICS: Mapping[Topic, Read] = {topic: found for topic, path in _NAMES.items() if (found := _there(path))}
