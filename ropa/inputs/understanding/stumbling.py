"""What a topic's function stumbles over costs its own text and not the file: it is logged, and the text is left."""

import logging
from collections.abc import Callable

from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .knowledge import Knowledge

logger = logging.getLogger(__name__)


class Stumbled(Exception):
    """Stands in the log for what was raised: its name alone, since its words may quote the text."""


def reading_or_left(
    function: Callable[[Passage, Making, Knowledge], list[str] | None],
    topic: Topic,
    passage: Passage,
    making: Making,
    known: Knowledge,
) -> list[str]:
    """Return the texts that a topic's function did not understand; where it fails, all of it, and nothing is added.

    The log has topic, place, the name of what was raised and where in the code, and no word of the document.
    """
    before = making.state()
    try:
        return function(passage, making, known) or []
    except MemoryError:
        raise
    except Exception as error:
        making.restore(before)
        said = Stumbled(type(error).__name__)
        logger.error("Not read: %s in %s", topic, passage.place, exc_info=(Stumbled, said, error.__traceback__))
        return [passage.text]
