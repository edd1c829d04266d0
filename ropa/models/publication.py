"""The ledger of what has been public: rows are only ever added.

A chain an organisation: each row carries the hash of the one before. What was
published lies apart in `Payload`, so that a court or the law can have it erased
and the chain still verifies. Triggers in the database refuse update and delete
(see `ropa.ledger_guard`).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Publications(models.QuerySet["Publication"]):
    """Rows of the ledger."""

    def deciding(self) -> "Publications":
        """Return the rows that decide what is public; the others say something of a version that is there."""
        return self.filter(kind__in=[Publication.Kind.PUBLISHED, Publication.Kind.WITHDRAWN])

    def gone_through(self) -> "Publications":
        """Return the versions that somebody published after having gone through the draft."""
        return self.filter(kind=Publication.Kind.PUBLISHED, again=False)


class Publication(models.Model):
    """One event: an activity was published in a version, confirmed to be right still, or withdrawn; a version was hidden."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", _("Published")
        CONFIRMED = "confirmed", _("Confirmed")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        SEALED = "sealed", _("Sealed")
        ERASED = "erased", _("Erased")

    organisation = models.UUIDField(_("Organisation"), db_index=True)
    """Key of the organisation whose chain it is. No foreign key: the ledger stands alone."""
    sequence = models.PositiveBigIntegerField(_("Sequence"))
    activity = models.UUIDField(_("Processing activity"), db_index=True)
    """Key of the activity."""
    slug = models.SlugField(_("Address"), max_length=80, db_index=True)
    unit_path = models.TextField(blank=True)
    """Slugs of the units it stands under, outermost first, as in /social/assistance/."""
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    version = models.PositiveIntegerField(_("Version"))
    """1 … n. Only a publication takes one; the other kinds repeat the version they are about."""
    record_format = models.PositiveIntegerField()
    payload_sha256 = models.CharField(max_length=64)
    """Of the payload's text; for the other kinds, of the version's they are about."""
    public_sha256 = models.CharField(max_length=64)
    """Fingerprint of the record as the public sees it."""
    changes_public = models.BooleanField()
    """Whether residents see a difference to the version before."""
    at = models.DateTimeField(_("At"), db_index=True)
    by = models.TextField(_("By"))
    note = models.TextField(_("Note"), blank=True)
    """Why. Internal, but for a withdrawal's public reason, see `public_note`."""
    public_note = models.TextField(_("Public note"), blank=True)
    again = models.BooleanField(default=False)
    """Whether it publishes once more what was published before: with the names of today, or after a withdrawal.

    Nobody went through the activity for it: it ends no review and is none.
    """
    changeset = models.UUIDField(null=True, db_index=True)
    """What was done in one go with it: the same as in the history of drafts. None: nothing else was."""
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)

    objects = Publications.as_manager()

    class Meta:
        verbose_name = _("Publication")
        verbose_name_plural = _("Publications")
        ordering = ["organisation", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "sequence"], name="publication_sequence"),
            models.UniqueConstraint(
                fields=["activity", "version"],
                condition=models.Q(kind="published"),
                name="publication_version",
            ),
        ]
        indexes = [models.Index(fields=["activity", "sequence"], name="publication_newest")]

    def __str__(self) -> str:
        return f"{self.slug} {self.version} ({self.get_kind_display()})"


class Payload(models.Model):
    """What was published: the whole record and the notice per language, as canonical JSON."""

    publication = models.OneToOneField(Publication, models.DO_NOTHING, related_name="payload", primary_key=True)
    text = models.TextField()
    """{"record": …, "notices": {language: …}, "findings": [code …]}; text, because jsonb would reorder it.

    `findings` are the errors that stood, see the row's note for why; what was published before there were rules has none.
    """

    class Meta:
        verbose_name = _("Published content")
        verbose_name_plural = _("Published content")

    def __str__(self) -> str:
        return str(self.publication)


class Hiding(models.Model):
    """Why, when and by whom a version was taken from sight. The chain says the same once more, in a row of its own."""

    reason = models.TextField(_("Reason"))
    at = models.DateTimeField(_("At"))
    by = models.TextField(_("By"))

    class Meta:
        abstract = True


class Seal(Hiding):
    """A version hidden from the public, with the reason that is shown instead."""

    publication = models.OneToOneField(Publication, models.DO_NOTHING, related_name="seal")

    class Meta:
        verbose_name = _("Sealed version")
        verbose_name_plural = _("Sealed versions")

    def __str__(self) -> str:
        return str(self.publication)


class Erasure(Hiding):
    """A legal duty to erase a payload. Its row is what lets the trigger pass."""

    publication = models.OneToOneField(Publication, models.DO_NOTHING, related_name="erasure")

    class Meta:
        verbose_name = _("Erased version")
        verbose_name_plural = _("Erased versions")

    def __str__(self) -> str:
        return str(self.publication)


LEDGER: tuple[type[models.Model], ...] = (Publication, Payload, Seal, Erasure)
"""Tables that only ever grow (`Payload` may lose a row after an `Erasure`)."""


class PublicIndex(models.Model):
    """What is searched and listed of a version that is public. A cache: `publishing.listing` makes it again at any time."""

    activity = models.UUIDField(primary_key=True)
    """Key of the activity: only its newest version has a row."""
    publication = models.OneToOneField(Publication, models.CASCADE, related_name="listed", db_constraint=False)
    """No constraint: a cache never stands in the way of the ledger."""
    made_with = models.PositiveIntegerField()
    """`publishing.listing.MADE_WITH` of the code that made it; rows of other code are made anew when they are read."""
    place = models.TextField()
    """`facets.Place` as JSON."""
    facets = models.TextField()
    """`facets.Facets` as JSON."""
    words = models.TextField()
    """What a search reads, as `search` wants it."""

    class Meta:
        verbose_name = _("Index of what is public")
        verbose_name_plural = _("Index of what is public")

    def __str__(self) -> str:
        return str(self.publication)
