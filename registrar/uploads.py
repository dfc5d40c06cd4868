"""Nobody fills the disk: of one request, only so many bytes of files are taken."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

MAX_BYTES = 32 * 1024 * 1024


class LimitedUploadHandler(FileUploadHandler):
    """Skips the file with which a request passes MAX_BYTES, and every one after it.

    The rest of the request is read and dropped, so that the answer reaches the sender. First
    in FILE_UPLOAD_HANDLERS: it works before any view, wherever the form is parsed.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.taken += len(raw_data)
        if self.taken > MAX_BYTES:
            if self.request is not None:
                self.request.upload_cut_off = True  # type: ignore[attr-defined]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leaves the file to the handlers that keep it."""


def was_cut_off(request: Any) -> bool:
    """Whether a file of this request was dropped for its size; parse the body first."""
    return bool(getattr(request, "upload_cut_off", False))
