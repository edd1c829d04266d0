"""Topics -> the functions that read them."""

from collections.abc import Callable, Mapping

from ..making import Making
from ..passages import Passage
from ..topics import Topic
from . import bases, identity, lists, parties, retention, risk, special, texts, texts_purposes, transfers
from .knowledge import Knowledge
from .risk_classification import classification
from .risk_dpia import dpia
from .special_secrecy import secrecy

Read = Callable[[Passage, Making, Knowledge], list[str]]
"""Adds what a passage states to the record being made, and returns the texts it did not understand."""

TOPICS: Mapping[Topic, Read] = {
    Topic.NAME: identity.name,
    Topic.REFERENCE: identity.reference,
    Topic.SUMMARY: texts.summary,
    Topic.UNIT: identity.unit,
    Topic.CONTROLLER: parties.controller,
    Topic.JOINT_CONTROLLERS: parties.joint_controllers,
    Topic.ON_BEHALF_OF: parties.on_behalf_of,
    Topic.ROLE: parties.role,
    Topic.DPO: parties.dpo,
    Topic.CONTACT: identity.contact,
    Topic.RESPONSIBLE: identity.responsible_role,
    Topic.STATUS: identity.status,
    Topic.STARTED: identity.started_on,
    Topic.ENDED: identity.ended_on,
    Topic.PROCESS_CODE: identity.process_code,
    Topic.TAGS: lists.tags,
    Topic.PURPOSES: texts_purposes.purposes,
    Topic.LEGAL_BASES: special.bases_and_support,
    Topic.PROVISIONS: bases.legal_bases,
    Topic.DATA_SUBJECTS: lists.data_subjects,
    Topic.PERSONAL_DATA: lists.personal_data,
    Topic.SPECIAL_CATEGORIES: special.special_categories,
    Topic.OFFENCES: special.offences,
    Topic.IDENTITY_NUMBER: special.identity_number,
    Topic.SOURCES: lists.sources,
    Topic.RECIPIENTS: lists.recipients,
    Topic.INTERNAL_ACCESS: lists.internal_access,
    Topic.PROCESSORS: lists.processors_with_systems,
    Topic.SUB_PROCESSORS: lists.sub_processors,
    Topic.SECRECY: secrecy,
    Topic.TRANSFERS: transfers.transfers,
    Topic.CARRIERS: lists.carriers,
    Topic.RETENTION: retention.retention,
    Topic.SECURITY: lists.security_measures,
    Topic.CLASSIFICATION: classification,
    Topic.DPIA: dpia,
    Topic.DUTY: risk.duty,
    Topic.AUTOMATION: risk.automation,
    Topic.HANDLING: lists.handling,
    Topic.RIGHTS: texts.rights,
    Topic.COMPLAINT: texts.complaint,
    Topic.INTRODUCTION: texts.introduction,
    Topic.REVIEW: identity.review,
    Topic.NOTES: texts.notes,
}
"""In the order of `Topic`; `FURNITURE` says nothing, and what stands under it is unplaced."""
