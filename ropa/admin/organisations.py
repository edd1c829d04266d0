"""The form of an organisation: its logo, colours, footer and headings beside its names and contacts."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from .. import drafts, look
from ..labels import SHIPPED
from ..models import Picture
from ..record import Heading, Text
from ..vocabulary import Profile
from ..wording import language_name
from .translations import TranslatedForm


class Place(NamedTuple):
    """Where an own heading stands, and in which language."""

    profile: Profile
    code: str
    language: str

    @property
    def field(self) -> str:
        """Name of the form's field."""
        return "__".join(("heading", *self))


def places(profile: Profile) -> Iterator[list[Place]]:
    """Yield each heading of a profile, in every language."""
    for code in SHIPPED[profile]:
        yield [Place(profile, code, language) for language, _name in settings.LANGUAGES]


def lines(profile: Profile) -> tuple[tuple[str, ...], ...]:
    """Return the names of the fields for a profile's headings, those of one heading on a line."""
    return tuple(tuple(place.field for place in line) for line in places(profile))


PLACES = [place for profile in SHIPPED for line in places(profile) for place in line]

_FIELDS = {place.field: forms.CharField(required=False, max_length=120) for place in PLACES}
_HeadingsForm = type("_HeadingsForm", (TranslatedForm,), {**_FIELDS, "__module__": __name__})

HEADINGS = {
    Profile.TABLE: gettext_lazy("Own headings in the table of a unit"),
    Profile.QUESTIONS: gettext_lazy("Own questions as headings of the notice"),
}
"""Profile -> what its part of the form is called."""

COLOURS = {
    "bar_colour": (look.BAR, look.LIGHT),
    "link_colour": (look.LINK, look.LIGHT),
    "bar_colour_dark": (look.BAR, look.DARK),
    "link_colour_dark": (look.LINK, look.DARK),
}
"""Column -> what the colour is for, and on which pages."""


class OrganisationForm(_HeadingsForm):  # type: ignore[misc, valid-type]
    """An organisation, with all that its public pages look like."""

    logo_file = forms.FileField(
        label=gettext_lazy("Logo"),
        required=False,
        widget=forms.FileInput({"accept": ".svg,.png,.jpg,.jpeg,.webp"}),
    )
    no_logo = forms.BooleanField(label=gettext_lazy("Remove the logo"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "logo_file" in self.fields:
            self._offer_logo()
        own = {(x["profile"], x["code"]): Text.model_validate(x["text"]) for x in self.instance.headings}
        for place in PLACES:
            if place.field in self.fields:
                self._offer_heading(place, own.get((place.profile, place.code), Text()))

    def _offer_logo(self) -> None:
        kept = self.instance.logo
        most = _("SVG, PNG, JPEG or WebP, at most %(n)d kB. It stands on white.") % {"n": look.LARGEST // 1000}
        now = _("Now: a %(kind)s file, %(width)d × %(height)d.")
        said = now % {"kind": kept.kind, "width": kept.width, "height": kept.height} if kept else ""
        self.fields["logo_file"].help_text = format_html("{} {} {}", most, said, self._shown_logo())

    def _shown_logo(self) -> str:
        """Return the logo as it is now; it has an address only where the organisation has a public site."""
        kept = self.instance.logo
        if kept is None or not self.instance.publishes:
            return ""
        return format_html('<img src="{}" height="44" alt="">', reverse("look", args=[str(kept)]))

    def _offer_heading(self, place: Place, own: Text) -> None:
        field, said = self.fields[place.field], own.said(place.language)
        with override(place.language):
            shipped = str(SHIPPED[place.profile][place.code])
        field.label = f"{SHIPPED[place.profile][place.code]} ({language_name(place.language)})"
        field.initial = said.text if said.lang == place.language else ""
        field.widget.attrs |= {"placeholder": shipped, "lang": place.language}

    def clean_logo_file(self) -> look.Picture | None:
        """Return the picture that was sent, None without one."""
        given = self.cleaned_data["logo_file"]
        try:
            return look.picture(given.read(look.LARGEST + 1)) if given else None
        except look.Refused as refused:
            raise ValidationError(str(refused)) from refused

    def clean(self) -> dict[str, Any]:
        """Refuse colours nobody could see, and links that lead nowhere."""
        data = super().clean() or {}
        for name in ("footer_links", *(offered.field for offered in self.translations())):
            if name.startswith("footer_links"):
                self._check_links(name, data.get(name) or "")
        return data

    def _check_links(self, name: str, text: str) -> None:
        try:
            look.links(text)
        except look.NoLink as error:
            said = _(
                "This line is no link: “%(line)s”. Write what it is called, then its address, which begins with https://"
            )
            self.add_error(name, said % {"line": str(error)[:120]})

    def _post_clean(self) -> None:
        super()._post_clean()
        if any(self.add_prefix(place.field) in self.data for place in PLACES):
            self.instance.headings = drafts.headings_data(self._headings())

    def save(self, commit: bool = True) -> Any:
        """Save the organisation; a new logo is kept first."""
        if found := self.cleaned_data.get("logo_file"):
            self.instance.logo = Picture.keep(found)
        elif self.cleaned_data.get("no_logo"):
            self.instance.logo = None
        return super().save(commit)

    def _headings(self) -> Iterator[Heading]:
        for profile in SHIPPED:
            for line in places(profile):
                said = {p.language: self.cleaned_data.get(p.field, "") for p in line}
                given = {language: words for language, words in said.items() if words}
                if given:
                    yield Heading(profile=profile, code=line[0].code, text=Text.model_validate({"sv": "", **given}))


class ColourField(forms.CharField):
    """A colour that can be seen where it is used."""

    def __init__(self, use: look.Use, scheme: look.Scheme, **kwargs: Any) -> None:
        """`use` is what it is for, `scheme` the pages it is for."""
        super().__init__(max_length=30, widget=forms.TextInput({"size": 9, "spellcheck": "false"}), **kwargs)
        self.use, self.scheme = use, scheme

    def to_python(self, value: Any) -> str:
        """Return the colour as `#rrggbb`."""
        text = super().to_python(value) or ""
        try:
            return look.read(text) if text else ""
        except look.NoColour as error:
            raise ValidationError(_("Write the colour as six digits after a #, as in #14405a.")) from error

    def validate(self, value: Any) -> None:
        """Refuse a colour that is too near what it stands on, and name the nearest that would do."""
        super().validate(value)
        found = look.shortfall(value, self.use, self.scheme) if value else None
        if found is None:
            return
        said = _(
            "The colour %(colour)s is hard to see here: its contrast is %(found)s to 1, and %(needed)s to 1 is needed."
            " The nearest that would do is %(nearest)s."
        )
        facts = {"colour": value, "nearest": look.nearest(value, self.use, self.scheme)}
        facts |= {"found": _ratio(found), "needed": _ratio(self.use.needed)}
        raise ValidationError(said % facts)


def _ratio(value: float) -> str:
    """Return a ratio rounded down: 4.499 is not 4.5."""
    return number_format(int(value * 100) / 100, 2)


def colour_field(column: Any) -> ColourField:
    """Return the form field for a colour's column."""
    use, scheme = COLOURS[column.name]
    return ColourField(use, scheme, required=False, label=column.verbose_name, help_text=column.help_text)


def with_files_and_headings(fieldsets: Any, obj: Any) -> list[Any]:
    """Return the fieldsets with the logo's file in front of its text, and the headings last, folded away."""
    logo = ("logo_file", "no_logo") if obj is not None and obj.logo_id else ("logo_file",)
    found = [(title, _after_logo(logo, options)) for title, options in fieldsets]
    return [*found, *((title, {"fields": lines(p), "classes": ("collapse",)}) for p, title in HEADINGS.items())]


def _after_logo(logo: tuple[str, ...], options: dict[str, Any]) -> dict[str, Any]:
    return {**options, "fields": (logo, *options["fields"])} if "logo_text" in options["fields"] else options
