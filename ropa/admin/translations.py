"""Other languages beside the Swedish column: a field each, and a mark when the Swedish text has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from ..record import source_hash
from .words import translated


@dataclass(frozen=True)
class Translation:
    """One column in one language, as a form offers it."""

    column: str
    language: str

    @property
    def field(self) -> str:
        """Name of the form's field for the words."""
        return f"{self.column}__{self.language}"

    @property
    def confirmation(self) -> str:
        """Name of the tick box that says the words still hold."""
        return f"{self.field}_holds"

    @property
    def name(self) -> str:
        """The language's name in the user's language."""
        return capfirst(get_language_info(self.language)["name_translated"])


def other_languages() -> list[str]:
    """Return the languages that stand beside Swedish."""
    return [code for code, _name in settings.LANGUAGES if code != "sv"]


class TranslatedForm(forms.ModelForm):
    """A form that also offers every translatable column in the other languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for offered in self.translations():
            self.fields[offered.field] = self._words_field(offered)
            if self.is_stale(offered):
                self.fields[offered.confirmation] = forms.BooleanField(
                    required=False, label=_("Still a correct translation")
                )

    def translations(self) -> Iterator[Translation]:
        """Return what this form offers in other languages."""
        for column in translated(self._meta.model):
            if column in self.base_fields:
                for language in other_languages():
                    yield Translation(column, language)

    def _words_field(self, offered: Translation) -> forms.Field:
        widget = self.fields[offered.column].widget
        like = forms.Textarea({"rows": 3}) if isinstance(widget, forms.Textarea) else forms.TextInput()
        like.attrs["lang"] = offered.language
        words = self.stored(offered).get("text", "")
        return forms.CharField(required=False, initial=words, label=offered.name, widget=like)

    def stored(self, offered: Translation) -> dict[str, str]:
        """Return the stored words and the mark of the Swedish text they were made from."""
        found: dict[str, str] = self.instance.translations.get(offered.column, {}).get(offered.language, {})
        return found

    def is_stale(self, offered: Translation) -> bool:
        """Return whether the Swedish text was changed after it was translated."""
        source = self.stored(offered).get("source", "")
        return bool(source) and source != source_hash(getattr(self.instance, offered.column))

    def _post_clean(self) -> None:
        stale = {offered: self.is_stale(offered) for offered in self.translations()}
        super()._post_clean()  # type: ignore[misc]  # writes the Swedish columns
        kept = {column: dict(words) for column, words in self.instance.translations.items()}
        for offered in stale:
            self._keep(offered, kept)
        self.instance.translations = {column: words for column, words in kept.items() if words}

    def _keep(self, offered: Translation, kept: dict[str, Any]) -> None:
        words = self.cleaned_data.get(offered.field)
        if words is None or self.add_prefix(offered.field) not in self.data:
            return  # not shown, so not changed
        column = kept.setdefault(offered.column, {})
        if not words:
            column.pop(offered.language, None)
        elif offered.field in self.changed_data or self.cleaned_data.get(offered.confirmation):
            swedish = getattr(self.instance, offered.column)
            column[offered.language] = {"text": words, "source": source_hash(swedish)}
