"""Who keeps the register: organisation, controllers, units, DPO."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import DomainNameValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as NumberError
from stdnum.se import orgnr

from ..swedish import sort_key
from ..vocabulary import ControllerKind
from .base import Draft
from .fields import code, line, prose
from .look import Look


def check_organisation_number(value: str) -> None:
    """Raise `ValidationError` unless it is a Swedish organisation number with its check digit."""
    try:
        orgnr.validate(value)
    except NumberError as error:
        raise ValidationError(
            _("%(value)s is not a Swedish organisation number. Write it as 212000-0043."),
            params={"value": value},
        ) from error


def organisation_number() -> models.CharField:
    """Return a column for a checked organisation number."""
    return models.CharField(
        _("Organisation number"),
        max_length=20,
        blank=True,
        default="",
        validators=[check_organisation_number],
        help_text=_("Ten digits with a hyphen, as in 212000-0043."),
    )


def refuse_foreign(row: Any, *names: str) -> None:
    """Raise `ValidationError` where a row points at what belongs to another organisation."""
    for name in names:
        other = getattr(row, name)
        if other is not None and other.organisation_id != row.organisation_id:
            raise ValidationError({name: _("This belongs to another organisation.")})


class Reachable(Draft):
    """A body with a name and a way to reach it."""

    name = line(_("Name"))
    email = models.EmailField(_("E-mail"), blank=True, help_text=_("A function's address, never a person's."))
    phone = line(_("Telephone"))
    visiting_address = line(
        _("Visiting address"), _("Place, street and town, as in: Town hall, Storgatan 1, Exempelby")
    )
    postal_address = line(_("Postal address"))
    url = models.URLField(_("Web page"), blank=True, help_text=_("A page with more information for residents."))
    sort_key = models.CharField(max_length=200, editable=False, default="", db_index=True)

    class Meta:
        abstract = True
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.name or "–"

    def complete(self) -> None:
        """Keep the stored Swedish order in step with the name."""
        self.sort_key = sort_key(self.name)


class Organisation(Look, Reachable):
    """A municipality, or another body that keeps a register of its own."""

    slug = models.SlugField(_("Address"), max_length=80, unique=True)
    organisation_number = organisation_number()
    county = models.CharField(
        _("County code"),
        max_length=2,
        blank=True,
        default="",
        help_text=_("Two digits, as in 01. In some counties all social services files are kept."),
    )
    host = models.CharField(
        _("Host name"),
        max_length=253,
        blank=True,
        default="",
        help_text=_("Shows only this organisation at this address. Empty: no address of its own."),
    )
    two_person_rule = models.BooleanField(
        _("Two-person rule"),
        default=False,
        help_text=_("Who submitted an activity may not publish it."),
    )
    rights_text = prose(
        _("How to use one's rights"),
        _("Shown on the page about rights: where to turn, and what happens then."),
    )
    accessibility_text = prose(
        _("Accessibility statement"),
        _("Known shortcomings and whom to tell. Shown on the accessibility page."),
    )
    publishes = models.BooleanField(
        _("Has a public site"), default=True, help_text=_("Off: nothing of it is shown to anyone.")
    )

    class Meta(Reachable.Meta):
        verbose_name = _("Organisation")
        verbose_name_plural = _("Organisations")

    def clean(self) -> None:
        """Refuse a host name that no address can have, and one that another organisation has."""
        self.host = self.host.strip().lower().removesuffix(".")
        if not self.host:
            return
        try:
            DomainNameValidator()(self.host)
        except ValidationError as error:
            said = _("This is not a host name. Write it without https:// and slashes, as in register.exempelby.se.")
            raise ValidationError({"host": said}) from error
        if Organisation.objects.filter(host__iexact=self.host).exclude(pk=self.pk).exists():
            raise ValidationError({"host": _("Another organisation has this host name.")})


class Controller(Reachable):
    """The body that decides on purposes and means (GDPR Art. 4(7)): in Sweden each board."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="controllers", verbose_name=_("Organisation")
    )
    slug = models.SlugField(_("Address"), max_length=80, unique=True)
    kind = code(
        ControllerKind,
        _("Kind"),
        _("In Sweden a board is the controller, not a department, nor the municipality."),
    )
    organisation_number = organisation_number()
    representative = line(_("Representative"), _("Only for a controller outside the EU (Art. 27). Else leave empty."))

    class Meta(Reachable.Meta):
        verbose_name = _("Controller")
        verbose_name_plural = _("Controllers")


class DataProtectionOfficer(Reachable):
    """The DPO of an organisation, or of one of its controllers (GDPR Art. 37-39)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="dpos", verbose_name=_("Organisation"))
    controller = models.ForeignKey(
        Controller,
        models.PROTECT,
        related_name="dpos",
        null=True,
        blank=True,
        verbose_name=_("Controller"),
        help_text=_("Empty: the DPO of the whole organisation."),
    )

    class Meta(Reachable.Meta):
        verbose_name = _("Data protection officer")
        verbose_name_plural = _("Data protection officers")

    def clean(self) -> None:
        """Refuse another organisation's controller."""
        refuse_foreign(self, "controller")


class Unit(Reachable):
    """A part of the organisation that processes personal data."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units", verbose_name=_("Organisation"))
    controller = models.ForeignKey(
        Controller,
        models.PROTECT,
        related_name="units",
        null=True,
        blank=True,
        verbose_name=_("Controller"),
        help_text=_("The board that answers for the unit. Leave empty if it is not known."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
        verbose_name=_("Part of"),
    )
    slug = models.SlugField(
        _("Address"),
        max_length=80,
        unique=True,
        help_text=_("Last part of the unit's public address. Kept when the unit is renamed."),
    )

    class Meta(Reachable.Meta):
        verbose_name = _("Unit")
        verbose_name_plural = _("Units")

    def clean(self) -> None:
        """Refuse a unit that would be part of itself as the units are now, or of another organisation's unit."""
        if self.pk and self.parent_id in self.branch():
            raise ValidationError({"parent": _("A unit cannot be part of itself.")})
        refuse_foreign(self, "parent", "controller")

    def branch(self) -> set[int]:
        """Return the ids of the unit and of those below it: one query."""
        return branch_of(self.pk, Unit.objects.filter(organisation=self.organisation_id).values_list("pk", "parent"))

    def lineage(self) -> list["Unit"]:
        """Return the units above, outermost first; each once, also where they are part of each other."""
        above: list[Unit] = []
        unit = self.parent
        while unit is not None and unit not in (self, *above):
            above.insert(0, unit)
            unit = unit.parent
        return above


def branch_of(unit: int, parents: Iterable[tuple[int, int | None]]) -> set[int]:
    """Return the ids of a unit and of those below it; `parents` holds the id of each unit and of the one above."""
    children: dict[int | None, list[int]] = {}
    for pk, parent in parents:
        children.setdefault(parent, []).append(pk)
    found, waiting = set(), [unit]
    while waiting:
        pk = waiting.pop()
        found.add(pk)
        waiting.extend(c for c in children.get(pk, []) if c not in found)
    return found


class Address(models.Model):
    """An address that a published unit had, and the unit it leads to now: an address is never used again."""

    slug = models.SlugField(_("Address"), max_length=80, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="old_addresses", verbose_name=_("Unit"))

    class Meta:
        verbose_name = _("Old address")
        verbose_name_plural = _("Old addresses")

    def __str__(self) -> str:
        return f"{self.slug} → {self.unit.slug}"
