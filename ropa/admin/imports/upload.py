"""Files on their way in: how many, how large, of which kinds; and what becomes of old ones."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ... import policy
from ...inputs.files import LARGEST, endings
from ...models import Import, ImportFile, Organisation
from .. import asking
from ..history import name_of
from .claims import being_read
from .limits import ALTOGETHER, AT_ONCE, KEPT, WAITING


class ManyFiles(forms.ClearableFileInput):
    """A box for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each as large as a reader takes."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Return the files. Raises `ValidationError` for too many or too large ones."""
        given = list(data) if isinstance(data, (list, tuple)) else [data]
        found = [super(FilesField, self).clean(one, initial) for one in given or [None]]
        if len(found) > AT_ONCE:
            raise forms.ValidationError(_("Send at most %(n)d files at a time.") % {"n": AT_ONCE})
        for one in found:
            if one.size > LARGEST:
                said = {"name": one.name, "n": LARGEST // 1024 // 1024}
                raise forms.ValidationError(_("“%(name)s” is larger than %(n)d MB.") % said)
        if sum(one.size for one in found) > ALTOGETHER:
            raise forms.ValidationError(too_large())
        _refuse_twice(found)
        return found


def _refuse_twice(sent: Iterable[Any]) -> None:
    """Raise `ValidationError` for the same file under two names, or one: its activities would be made twice."""
    named: dict[str, str] = {}
    for one in sent:
        first = named.setdefault(_sum_of(one), one.name)
        if first is not one.name:
            said = {"name": one.name, "first": first}
            raise forms.ValidationError(_("“%(name)s” is the same file as “%(first)s”. Send it once.") % said)


def _sum_of(sent: Any) -> str:
    """Return the sha256 of a file that was sent, which is left at its beginning."""
    found = sha256()
    for piece in sent.chunks():
        found.update(piece)
    sent.seek(0)
    return found.hexdigest()


def too_large() -> str:
    """Return why so many bytes are not taken."""
    said = {"n": ALTOGETHER // 1024 // 1024}
    return _("The files are larger than %(n)d MB altogether. Send some at a time.") % said


class Upload(asking.Said):
    """Which files, and whose register they belong to."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=gettext_lazy("Organisation"), empty_label=gettext_lazy("Choose")
    )
    files = FilesField(  # type: ignore[assignment]  # the form's own `files` are what was sent
        label=gettext_lazy("Files"),
        widget=ManyFiles,
        error_messages={"required": gettext_lazy("Choose at least one file.")},
    )

    def __init__(self, user: Any, data: Any = None, sent: Any = None) -> None:
        super().__init__(data)
        self.user = user
        mine = policy.importing(user).order_by("sort_key")
        field: Any = self.fields["organisation"]
        field.queryset = mine
        only = list(mine[:2])
        if len(only) == 1:
            field.widget, field.initial, field.empty_label = forms.HiddenInput(), only[0].pk, None
        self.fields["files"].widget.attrs["accept"] = ",".join(endings())
        if sent is not None:
            self.files = sent

    def clean_files(self) -> Any:
        """Return the files. Raises `ValidationError` while too many of the user's wait to be read."""
        if being_read(self.user) >= WAITING:
            raise forms.ValidationError(_("Your other imports are still being read. Wait until they are."))
        return self.cleaned_data["files"]


def keep(organisation: Organisation, sent: Iterable[Any], *, by: Any, at: datetime) -> Import:
    """Store files as a new import that nobody has read yet."""
    with transaction.atomic():
        made = Import.objects.create(organisation=organisation, user=by, by=name_of(by), at=at, seen_alive=at)
        for position, one in enumerate(sent):
            content = one.read()
            ImportFile.objects.create(
                part_of=made,
                position=position,
                name=one.name,
                content=content,
                size=len(content),
                sha256=sha256(content).hexdigest(),
            )
    return made


HEAVY = ("content", "document", "outline", "understood", "register")
"""Columns that hold what a file holds."""


def forget(found: Import) -> None:
    """Delete what the files of an import hold; their names and sums stay."""
    for file in found.files.defer(*HEAVY):
        for column in HEAVY:
            setattr(file, column, None)
        file.save(update_fields=HEAVY)


def tidy(now: datetime) -> None:
    """Remove what nobody has saved for so long that it is forgotten: files of a register hold more than a register."""
    open_ones = [Import.State.READING, Import.State.READY, Import.State.FAILED]
    Import.objects.filter(state__in=open_ones, at__lt=now - KEPT).delete()
