"""What may be done with a draft on its way to residents and back: one table, for buttons, pages and lists."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from .. import policy, publishing
from ..models import ProcessingActivity
from . import asking

Activities = QuerySet[ProcessingActivity]


@dataclass(frozen=True)
class Where:
    """Where a draft stands, and what its reader may do with it."""

    state: str
    """To what is public: as in the index."""
    review: str
    """submitted, returned or empty."""
    edits: bool
    publishes: bool
    two: bool
    """Whether the organisation wants two persons."""
    seen_by_residents: bool


@dataclass(frozen=True)
class Several:
    """The words of a verb for many drafts at once."""

    action: Any
    """In the list's menu."""
    title: Any
    explanation: Any
    form: type[asking.Said]
    done: Any
    """Takes n and names."""
    do: Any = None
    """What is done with each, where that is not what the verb does with one."""


@dataclass(frozen=True)
class Verb:
    """One thing that is done with a draft."""

    name: str
    """Last part of its address."""
    button: Any
    """What leads to its page, or does it at once."""
    title: Any
    """Takes the draft's name."""
    explanation: Any
    now: Any
    """The button that does it."""
    done: Any
    """Takes the draft's name."""
    chosen: Callable[[Any, Activities], Activities]
    """The drafts a user may do it with."""
    may: Callable[[Where], bool]
    """The right to it: `chosen` for one draft."""
    when: Callable[[Where], bool]
    """Whether it can be done with a draft that stands so."""
    closed: Any
    """Why not, where it cannot."""
    do: Callable[..., Any]
    form: type[asking.Asked] = asking.Asked
    offered: Callable[[Where], bool] = lambda where: True
    """Whether the draft's page has a button for it."""
    at_once: bool = False
    """Whether that button does it."""
    shows: bool = False
    """Whether its page shows what residents will see otherwise, and what is found."""
    several: Several | None = None

    def url(self, activity: ProcessingActivity) -> str:
        """Return the address of its page for a draft."""
        return reverse(f"admin:ropa_processingactivity_{self.name}", args=[activity.pk])

    def told(self, activity: ProcessingActivity, made: Any, said: dict[str, Any]) -> Any:
        """Return what is told when it is done."""
        if self.name == "publish":
            return published(activity, made, said)
        return self.done % {"name": activity}


def edits(where: Where) -> bool:
    """Return whether the reader edits the draft."""
    return where.edits


def publishes(where: Where) -> bool:
    """Return whether the reader publishes the draft."""
    return where.publishes


def published(activity: ProcessingActivity, made: Any, said: dict[str, Any]) -> Any:
    """Return which version was published, and where the reason is kept."""
    words = (
        _("“%(name)s” is published, version %(version)d.")
        if made.changes_public
        else _("“%(name)s” is published, version %(version)d. Residents see no difference.")
    )
    told = words % {"name": activity, "version": made.version}
    if not said["reason"]:
        return told
    kept = reverse("admin:ropa_publication_change", args=[made.pk])
    return format_html('{} <a href="{}">{}</a>', told, kept, _("The reason is kept under Publications."))


VERBS = (
    Verb(
        name="withdraw",
        button=gettext_lazy("Withdraw …"),
        title=gettext_lazy("Withdraw: %(name)s"),
        explanation=gettext_lazy(
            "The activity disappears from the unit's page and the register. Its own page stays and says that it has been withdrawn. Older versions can still be read, and the draft is kept."
        ),
        now=gettext_lazy("Withdraw now"),
        done=gettext_lazy("“%(name)s” is withdrawn. Its page says so."),
        chosen=policy.publishable,
        may=publishes,
        when=lambda where: where.seen_by_residents,
        closed=gettext_lazy("The activity is not published."),
        do=publishing.withdraw,
        form=asking.Withdraw,
    ),
    Verb(
        name="take_back",
        button=gettext_lazy("Take back"),
        title=gettext_lazy("Take back: %(name)s"),
        explanation=gettext_lazy("The activity is a draft again, and nobody is asked to publish it."),
        now=gettext_lazy("Take back now"),
        done=gettext_lazy("“%(name)s” is taken back. Submit it again when it is ready."),
        chosen=policy.editable,
        may=edits,
        when=lambda where: where.review == "submitted",
        closed=gettext_lazy("The activity is not submitted."),
        do=publishing.review.take_back,
        offered=lambda where: where.two or not where.publishes,
        at_once=True,
    ),
    Verb(
        name="return",
        button=gettext_lazy("Return …"),
        title=gettext_lazy("Return: %(name)s"),
        explanation=gettext_lazy("The activity goes back to those who edit it, with your comment."),
        now=gettext_lazy("Return now"),
        done=gettext_lazy("“%(name)s” is returned. Those who edit it read your comment."),
        chosen=policy.publishable,
        may=publishes,
        when=lambda where: where.review == "submitted",
        closed=gettext_lazy("The activity is not submitted."),
        do=publishing.review.give_back,
        form=asking.Return,
    ),
    Verb(
        name="submit",
        button=gettext_lazy("Submit …"),
        title=gettext_lazy("Submit: %(name)s"),
        explanation=gettext_lazy("Submit the activity when it is ready. Who publishes looks it through."),
        now=gettext_lazy("Submit now"),
        done=gettext_lazy("“%(name)s” is submitted."),
        chosen=policy.editable,
        may=edits,
        when=lambda where: where.review != "submitted",
        closed=gettext_lazy("The activity is submitted already."),
        do=publishing.review.submit,
        form=asking.Submit,
        offered=lambda where: where.state != "published" and (where.two or not where.publishes),
        shows=True,
        several=Several(
            action=gettext_lazy("Submit the chosen activities …"),
            title=gettext_lazy("Submit the chosen activities"),
            explanation=gettext_lazy(
                "Who publishes looks them through. What has not changed since it was published is not submitted."
            ),
            form=asking.SubmitSeveral,
            done=ngettext_lazy(
                "%(n)d activity is submitted: %(names)s.", "%(n)d activities are submitted: %(names)s.", "n"
            ),
        ),
    ),
    Verb(
        name="confirm",
        button=gettext_lazy("All of it is still right"),
        title=gettext_lazy("Confirm: %(name)s"),
        explanation=gettext_lazy(
            "You confirm that what is published is still right. Residents see the day of the confirmation."
        ),
        now=gettext_lazy("Confirm now"),
        done=gettext_lazy("“%(name)s” is confirmed. Residents see today's date."),
        chosen=policy.editable,
        may=edits,
        when=lambda where: where.state == "published",
        closed=gettext_lazy("Only what is published and has not been changed since can be confirmed."),
        do=publishing.confirm,
        at_once=True,
        several=Several(
            action=gettext_lazy("Confirm the chosen activities …"),
            title=gettext_lazy("Confirm the chosen activities"),
            explanation=gettext_lazy(
                "You confirm that what is published of each of these is still right. Residents see the day of the confirmation."
            ),
            form=asking.ConfirmSeveral,
            done=ngettext_lazy(
                "%(n)d activity is confirmed: %(names)s.", "%(n)d activities are confirmed: %(names)s.", "n"
            ),
        ),
    ),
    Verb(
        name="restore",
        button=gettext_lazy("Make public again …"),
        title=gettext_lazy("Make public again: %(name)s"),
        explanation=gettext_lazy(
            "The activity is public again as it was when it was withdrawn, with the names and addresses of today. What the draft says meanwhile stays a draft."
        ),
        now=gettext_lazy("Make public now"),
        done=gettext_lazy("“%(name)s” is public again."),
        chosen=policy.publishable,
        may=publishes,
        when=lambda where: where.state == "withdrawn",
        closed=gettext_lazy("The activity is not withdrawn."),
        do=publishing.restore,
        form=asking.Restore,
    ),
    Verb(
        name="publish",
        button=gettext_lazy("Publish …"),
        title=gettext_lazy("Publish: %(name)s"),
        explanation="",
        now=gettext_lazy("Publish now"),
        done="",
        chosen=policy.publishable,
        may=publishes,
        when=lambda where: True,
        closed="",
        do=publishing.publish,
        form=asking.Publish,
        shows=True,
        several=Several(
            action=gettext_lazy("Publish the chosen activities …"),
            title=gettext_lazy("Publish the chosen activities"),
            explanation=gettext_lazy(
                "Each of these gets a new version, as its draft is now. What has not changed since the last version is skipped. Those in which errors stand are published only if you give a reason; it is kept with the errors."
            ),
            form=asking.PublishSeveral,
            done=ngettext_lazy(
                "%(n)d activity is published: %(names)s.", "%(n)d activities are published: %(names)s.", "n"
            ),
            do=partial(publishing.publish, also_withdrawn=False),  # nothing is public again without a word about it
        ),
    ),
)
"""In the order of their buttons."""

BY_NAME = {verb.name: verb for verb in VERBS}


def offered(where: Where) -> list[Verb]:
    """Return the verbs that the head of a draft's page offers."""
    return [verb for verb in VERBS if verb.may(where) and verb.when(where) and verb.offered(where)]
