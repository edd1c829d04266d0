"""How much one import takes."""

from datetime import timedelta

AT_ONCE = 20
"""Files of one import."""

ALTOGETHER = 100 * 1024 * 1024
"""Bytes of all files of one import."""

KEPT = timedelta(days=30)
"""How long files lie here that nobody has saved as drafts."""
