"""Why a file was not read, and what to do instead, in words for the user."""

from django.utils.translation import gettext_lazy as _

from .readers import READERS, Refused
from .readers.limits import MB

MESSAGES = {
    "empty": _("There is no text in the file."),
    "unknown_ending": _("Files that end with %(ending)s cannot be read. These can: %(endings)s."),
    "other_format": _(
        "This is a %(ending)s file, which cannot be read. Open it in the program it was made with, save it as %(instead)s "
        "and choose the new file."
    ),
    "wrong_ending": _(
        "The name ends with %(ending)s, but it is a %(kind)s file. Give it the right ending if you know where it comes "
        "from, and choose it again."
    ),
    "not_what_it_says": _(
        "The name ends with %(ending)s, but it is no such file, or it is damaged. Open it in the program it was made with "
        "and save it anew."
    ),
    "not_text": _("The file holds something other than text."),
    "not_a_document": _("This is a zip archive, but neither a Word document nor an Excel workbook."),
    "other_xml": _("This is an XML file of a kind that cannot be read. Save it as .docx, .xlsx or .html instead."),
    "encrypted": _("The file is protected with a password. Save a copy without password and choose that."),
    "broken_archive": _("The file is damaged or was not transferred whole. Fetch it again, or save it anew."),
    "broken_part": _("The file is damaged in %(part)s. Open it in the program it was made with and save it anew."),
    "broken_table": _("The rows of the file cannot be told apart. Open it in Excel and save it as .xlsx."),
    "part_missing": _("The file lacks %(part)s. Open it in the program it was made with and save it anew."),
    "repeated_part": _(
        "Two parts of the file have the same name, so that programs may read it differently. Open it in the program it was "
        "made with and save it anew."
    ),
    "has_document_type": _(
        "The file defines XML entities in %(part)s, which no program for documents does. It is not read, for safety."
    ),
    "document_inside": _(
        "Another document is embedded in this one, and its text would be missing. Open it in Word and save it anew: "
        "Word then puts the text in."
    ),
    "too_deep": _("Tables or other parts lie inside one another so deeply that the file is not read, for safety."),
    "file_too_large": _("The file is larger than %(megabytes)s MB. Take out pictures, or divide it."),
    "part_too_large": _("A part of the file is larger than %(megabytes)s MB unpacked. Divide the file."),
    "unpacks_too_large": _("The file is larger than %(megabytes)s MB unpacked. Divide it."),
    "packed_too_tightly": _("The file unpacks to more than %(most)s times its size. It is not read, for safety."),
    "too_many_parts": _("The file has more than %(most)s parts. It is not read, for safety."),
    "too_many_rows": _("A table has more than %(most)s rows. Divide the file."),
    "too_many_columns": _("A table has more than %(most)s columns. Take out columns that are not needed."),
    "too_many_cells": _("The tables have more than %(most)s cells. Divide the file."),
    "formula_without_value": _(
        "A cell holds a formula whose outcome is not in the file. Open it in the program it was made with and save it anew, "
        "or write the outcome itself."
    ),
    "too_many_names": _("The workbook has more than %(most)s named ranges. It is not read, for safety."),
    "cell_too_long": _("A cell has more than %(most)s characters."),
    "text_too_long": _("A paragraph has more than %(most)s characters."),
    "too_many_characters": _("The file has more than %(most)s characters of text. Divide it."),
    "too_many_blocks": _("The file has more than %(most)s paragraphs and tables. Divide it."),
    "too_many_tags": _("The file has more than %(most)s tags. Divide it."),
    "answer_too_large": _("What the file holds is larger than %(megabytes)s MB. Divide it."),
    "too_much_memory": _("Reading the file takes too much memory. Divide it."),
    "took_too_long": _("Reading the file took more than %(most)s seconds and was stopped. Divide it."),
    "for_reading": _(
        "This file was made by ropa for reading, and does not hold all of the register. Take out the workbook (.xlsx) or "
        "the JSON file instead, change that, and bring it in."
    ),
    "unreadable": _("The file could not be read. Save it anew in the program it was made with, or in another format."),
}
"""Code of a refusal -> its message. A file's own place is put behind it."""


def said(refused: Refused) -> str:
    """Return a refusal in the user's language, with the place it is about where it has one."""
    params = {"part": "?", "most": 0, "endings": ", ".join(READERS), **refused.params}
    params["megabytes"] = int(params["most"]) // MB
    message = str(MESSAGES[refused.code]) % params
    place = params.get("place")
    return str(_("%(message)s Place: %(place)s.")) % {"message": message, "place": place} if place else message
