"""How much one import takes."""

from datetime import timedelta

AT_ONCE = 20
"""Files of one import."""

ALTOGETHER = 100 * 1024 * 1024
"""Bytes of all files of one import."""

WAITING = 5
"""Imports of one user that are being read, or wait for it: each waits in a thread of its own."""

KEPT = timedelta(days=30)
"""How long files lie here that nobody has saved as drafts."""
