"""Rows of an activity: persons, data, sources and secrecy (Art. 30(1)(c), 9, 14(2)(f))."""

from ..vocabulary import Occurrence, SecrecyStrength, SpecialCategoryCondition
from .base import Keys, Part, Text
from .terms import DataSubjectCategory, PersonalDataCategory, SourceCategory


class DataSubject(Part):
    """A group of persons in this activity (Art. 30(1)(c))."""

    category: DataSubjectCategory | None = None
    occurrence: Occurrence | None = None
    condition: Text = Text()
    note: Text = Text()


class PersonalData(Part):
    """A kind of data in this activity, and about whom (Art. 30(1)(c), 14(1)(d))."""

    category: PersonalDataCategory | None = None
    data_subjects: Keys = ()
    purposes: Keys = ()
    occurrence: Occurrence | None = None
    condition: Text = Text()
    """When the data occur, as in "only if it matters for the case"."""
    note: Text = Text()
    """What the category leaves out, as in "name, address and telephone"."""


class SpecialCategoryBasis(Part):
    """The condition that lifts the ban on special categories of data (Art. 9(2))."""

    condition: SpecialCategoryCondition | None = None
    personal_data: Keys = ()
    """Keys of the data it covers; empty = all special categories in the activity."""
    motivation: Text = Text()


class Source(Part):
    """Where data are collected from (Art. 14(2)(f))."""

    category: SourceCategory | None = None
    data_subjects: Keys = ()
    personal_data: Keys = ()
    publicly_accessible: bool | None = None
    """Overrides the category's answer; None = as the category says."""
    frequency: Text = Text()
    """How often, as in "every night"."""
    occurrence: Occurrence | None = None
    condition: Text = Text()
    note: Text = Text()


class Secrecy(Part):
    """That secrecy applies, and how strongly; the provision is a `LegalProvision`."""

    strength: SecrecyStrength | None = None
    personal_data: Keys = ()
    note: Text = Text()
