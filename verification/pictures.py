"""Pictures on their way in and out over HTTP, the same for pages and the API."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError
from registrar.uploads import MAX_BYTES
from verification.materials_rules import RefusalCode
from verification.materials_rules.sizes import format_size
from verification.models import Material, Rendition


def picture_response(
    picture: Material | Rendition, content: bytes, *, format_name: str = ""
) -> HttpResponse:
    """The picture, to be shown and never kept, run or guessed at by a browser.

    `format_name`: that of `content`, where it is not the picture's own.
    """
    found = format_name or picture.format
    name = f"{picture.public_id}.{found}"
    return HttpResponse(
        content,
        content_type=f"image/{found}",
        headers={
            "Content-Disposition": f'inline; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )


def cut_off_error(field: str) -> FieldError:
    """What a sender is told whose files were dropped before they were read to the end."""
    message = _("The files of one form may have %(limit)s together. Make them smaller.") % {
        "limit": format_size(MAX_BYTES)
    }
    return FieldError(field, str(RefusalCode.TOO_LARGE), message)


def sent_by_script(request: HttpRequest) -> bool:
    """Whether static/js/upload.js or a program asks, not a browser that follows a form."""
    return "application/json" in request.headers.get("Accept", "")
