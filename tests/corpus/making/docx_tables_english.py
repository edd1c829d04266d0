"""An international school run by a municipality keeps its records in English."""

from typing import Any

from tests.corpus.making.word import new, pairs


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_heading("Record of processing activities", 0)
    document.add_paragraph("Stenvik International School, Stenvik Municipality")
    document.add_heading("Admissions", 1)
    pairs(document, ADMISSIONS)
    document.add_heading("Safeguarding", 1)
    pairs(document, SAFEGUARDING)
    return document


ADMISSIONS = [
    ("Controller", "Children and Education Board"),
    ("Data protection officer", "dpo@stenvik.example"),
    ("Purpose", "Decide on admission\nPlan classes"),
    ("Lawful basis", "Exercise of official authority"),
    ("Statutory basis", "Education Act (2010:800), chapter 10"),
    ("Data subjects", "Pupils, parents or guardians"),
    ("Personal data", "Name, date of birth, citizenship, languages, previous grades, e-mail address"),
    ("Where we get the data", "Parents; previous school"),
    ("Shared with", "Other municipalities (if the pupil lives there)"),
    ("Processor", "OpenApply Ltd, data processing agreement signed 2023-02-20"),
    ("International transfers", "United Kingdom – adequacy decision"),
    ("Retention", "Applications are deleted two years after the decision. Admission decisions are kept permanently."),
    ("Security", "Role-based access, encryption in transit, backups"),
    ("DPIA", "Not required"),
]

SAFEGUARDING = [
    ("Controller", "Children and Education Board"),
    ("Data protection officer", "dpo@stenvik.example"),
    ("Purpose", "Act on concerns about a child"),
    ("Lawful basis", "Legal obligation"),
    ("Special category condition", "Art. 9(2)(g) substantial public interest"),
    ("Data subjects", "Pupils; relatives; person who reports"),
    ("Personal data", "Name, description of the concern, health data where relevant, suspected offences"),
    ("Where we get the data", "Staff, pupils"),
    ("Shared with", "Social services; the police where a crime is suspected"),
    ("Processor", "None"),
    ("International transfers", "Never"),
    ("Retention", "Until the pupil leaves the school"),
    ("Security", "Paper files in a locked cabinet"),
    ("DPIA", "In progress"),
]
