"""One sentence for every refusal, with what to do about it."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .format_names import format_names
from .refusals import RefusalCode
from .sizes import format_size

Params = Mapping[str, object]
Message = str | Promise


def refusal_message(code: str, params: Params) -> Message:
    """Return the sentence for a refusal, translated when it is shown.

    `params` are those of the PictureRefused. ValueError: not a code of a refusal.
    """
    return _MESSAGES[RefusalCode(code)](params)


def _too_small(params: Params) -> Message:
    return format_lazy(
        _(
            "The picture has only {size}; at least {limit} are needed. "
            "Scan or photograph the document again: enlarging the file doesn't help."
        ),
        size=_size(params, "bytes"),
        limit=_size(params, "min_bytes"),
    )


def _too_large(params: Params) -> Message:
    if params.get("reason") == "pixels":
        return format_lazy(
            _("The picture has more than {limit} megapixels. Make it smaller."),
            limit=_number(params, "max_pixels") // 1_000_000,
        )
    if params.get("reason") == "memory":
        return _(
            "The picture needs more memory than there is at the moment. Make it smaller, or try "
            "again in a few minutes."
        )
    return format_lazy(
        _("The picture has {size}; at most {limit} are allowed. Make it smaller."),
        size=_size(params, "bytes"),
        limit=_size(params, "max_bytes"),
    )


def _format_unsupported(params: Params) -> Message:
    if params.get("reason") == "frames":
        return format_lazy(
            _("The file holds more than {limit} pictures. Upload a single still picture."),
            limit=params["max_frames"],
        )
    if params.get("reason") == "no_picture":
        return format_lazy(
            _(
                "This is not a picture, or none of a kind that can be read; renaming the file "
                "doesn't help. Upload a photo or scan of the document as {formats}."
            ),
            formats=_formats(params),
        )
    return format_lazy(
        _(
            "The file's real format is not accepted; renaming it doesn't help. "
            "Save the picture as one of: {formats}."
        ),
        formats=_formats(params),
    )


def _corrupt(params: Params) -> Message:
    if params.get("reason") == "empty":
        return _("The file is empty. Choose the picture again, or make a new one.")
    return _("The picture is damaged or incomplete. Upload it again, or make a new one.")


def _low_resolution(params: Params) -> Message:
    if params.get("reason") == "sides":
        return format_lazy(
            _(
                "The picture measures {width} x {height} pixels: a strip in which no document "
                "can be read. Upload a picture of the whole document."
            ),
            **{name: params[name] for name in ("width", "height")},
        )
    return format_lazy(
        _(
            "The picture measures only {width} x {height} pixels; at least "
            "{min_width} x {min_height} are needed to read the document."
        ),
        **{name: params[name] for name in ("width", "height", "min_width", "min_height")},
    )


def _number(params: Params, name: str) -> int:
    value = params[name]
    if not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number")
    return value


def _size(params: Params, name: str) -> str:
    return format_size(_number(params, name))


def _formats(params: Params) -> str:
    accepted = params["accepted"]
    if not isinstance(accepted, list | tuple):
        raise TypeError("accepted must be a list of formats")
    return format_names(accepted)


_MESSAGES: Mapping[RefusalCode, Callable[[Params], Message]] = {
    RefusalCode.TOO_SMALL: _too_small,
    RefusalCode.TOO_LARGE: _too_large,
    RefusalCode.FORMAT_UNSUPPORTED: _format_unsupported,
    RefusalCode.CORRUPT: _corrupt,
    RefusalCode.LOW_RESOLUTION: _low_resolution,
}
