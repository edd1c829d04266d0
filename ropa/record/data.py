"""Rows of an activity: persons, data, sources and secrecy (Art. 30(1)(c), 9, 14(2)(f))."""

from ..vocabulary import Occurrence, SecrecyStrength, SpecialCategoryCondition
from .base import Keys, Part, Text
from .terms import DataSubjectCategory, PersonalDataCategory, SourceCategory


class DataSubject(Part):
    """A group of persons in this activity (Art. 30(1)(c))."""

    category: DataSubjectCategory | None = None
    """The group."""
    occurrence: Occurrence | None = None
    """How often it occurs; None = not stated."""
    condition: Text = Text()
    """When it occurs, as words that follow “only if”."""
    note: Text = Text()
    """Who belongs to it here."""


class PersonalData(Part):
    """A kind of data in this activity, and about whom (Art. 30(1)(c), 14(1)(d))."""

    category: PersonalDataCategory | None = None
    """The kind of data."""
    data_subjects: Keys = ()
    """Keys of the groups it is about; empty = all."""
    purposes: Keys = ()
    """Keys of the purposes it is for; empty = all."""
    occurrence: Occurrence | None = None
    """How often it occurs; None = not stated."""
    condition: Text = Text()
    """When the data occur, as in "only if it matters for the case"."""
    note: Text = Text()
    """What the category leaves out, as in "name, address and telephone"."""


class SpecialCategoryBasis(Part):
    """The condition that lifts the ban on special categories of data (Art. 9(2))."""

    condition: SpecialCategoryCondition | None = None
    """The point of Art. 9(2)."""
    personal_data: Keys = ()
    """Keys of the data it covers; empty = all special categories in the activity."""
    motivation: Text = Text()
    """Why it holds here, in plain words."""


class Source(Part):
    """Where data are collected from (Art. 14(2)(f))."""

    category: SourceCategory | None = None
    """Who or what the data come from."""
    data_subjects: Keys = ()
    """Keys of the groups it tells about; empty = all."""
    personal_data: Keys = ()
    """Keys of the data it gives; empty = all."""
    publicly_accessible: bool | None = None
    """Overrides the category's answer; None = as the category says."""
    frequency: Text = Text()
    """How often, as in "every night"."""
    occurrence: Occurrence | None = None
    """How often it occurs; None = not stated."""
    condition: Text = Text()
    """When it occurs, as words that follow “only if”."""
    note: Text = Text()
    """What the category leaves out."""


class Secrecy(Part):
    """That secrecy applies, and how strongly; the provision is a `LegalProvision`."""

    strength: SecrecyStrength | None = None
    """How strong the secrecy is."""
    personal_data: Keys = ()
    """Keys of the data it covers; empty = all."""
    note: Text = Text()
    """What it means for the person."""
