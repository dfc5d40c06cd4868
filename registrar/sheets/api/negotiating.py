"""Files are answered whatever `Accept` says; refusals stay problem documents."""

from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request


class FileNegotiation(DefaultContentNegotiation):
    # For the API document: no 406 here.
    takes_any_accept = True

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> Any:
        return renderers[0], renderers[0].media_type
