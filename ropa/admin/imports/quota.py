"""A bound on what is sent: what is larger is read past, and neither kept in memory nor on disk."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from .limits import ALTOGETHER

MOST = ALTOGETHER + 1024 * 1024
"""Bytes of all files of one request."""


class Quota(FileUploadHandler):
    """Stands before Django's own handlers, named in the settings."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass a piece on. Raises `StopUpload` once there are too many."""
        self.taken += len(raw_data)
        if self.taken > MOST:
            self.request.upload_was_too_large = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""


def was_exceeded(request: Any) -> bool:
    """Return whether something of what was sent with a request was too large to be kept."""
    return bool(getattr(request, "upload_was_too_large", False))
