"""Tell how hard the published notices are to read."""

from typing import Any

from django.core.management.base import BaseCommand

from ropa import publishing, readability
from ropa.notice import compose
from ropa.publishing import Published
from ropa.record import ProcessingActivity

LEVELS = ((30, "very easy"), (40, "easy"), (50, "medium"), (60, "hard"))


class Command(BaseCommand):
    """Print LIX for each notice that is public: whole as it is frozen, and the words of this program alone."""

    help = "Print the readability index (LIX) of every public notice in Swedish, the hardest first."

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure and tell, one line a notice."""
        measured = [_measured(entry, entry.record) for entry in publishing.current() if entry.record]
        self.stdout.write("whole  generated  longest sentence  notice")
        for whole, generated, longest, slug in sorted(measured, reverse=True):
            self.stdout.write(f"{whole:5.1f}  {generated:9.1f}  {longest:16d}  {slug} ({_level(whole)})")


def _measured(entry: Published, activity: ProcessingActivity) -> tuple[float, float, int, str]:
    frozen = entry.notice("sv")
    whole = readability.read(readability.texts_of(frozen) if frozen else ())
    ours = readability.read(readability.texts_of(compose(readability.unauthored(activity), "sv")))
    return whole.lix, ours.lix, whole.longest, entry.slug


def _level(lix: float) -> str:
    return next((words for limit, words in LEVELS if lix < limit), "very hard")
