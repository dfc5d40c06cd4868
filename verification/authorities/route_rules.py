"""What a choice of authority may be made by: a suffix, a profile, both or neither."""

from django.utils.translation import gettext_lazy as _

from domains.names import NotAName, suffix_of, to_ascii, to_unicode
from registrar.errors import FieldError, InvalidInput
from verification.materials_rules import PROFILES

# Any name below a suffix tells it; this one stands before the typed one.
_SOME_NAME = "name"


def clean_suffix(text: str) -> str:
    """The suffix as domains keep theirs (com.cn, 公司.cn), "" for any.

    InvalidInput at `suffix` for what no domain's suffix could be: such a choice would wait for
    ever.
    """
    typed = text.strip().removeprefix("*").strip(".。")
    if not typed:
        return ""
    try:
        name = to_ascii(f"{_SOME_NAME}.{typed}")
    except NotAName:
        message = _("This is no suffix such as cn, com.cn or 公司.cn.")
        raise InvalidInput(errors=[FieldError("suffix", "invalid", message)]) from None
    suffix = to_unicode(name.removeprefix(f"{_SOME_NAME}."))
    if suffix_of(name) != suffix:
        message = _("Domains end here in a shorter suffix; type only what is registered under.")
        raise InvalidInput(errors=[FieldError("suffix", "invalid", message)])
    return suffix


def check_profile(code: str) -> str:
    """`code` itself, "" for any; InvalidInput at `profile` where no profile is called so."""
    if code and code not in PROFILES:
        message = _("There is no such profile.")
        raise InvalidInput(errors=[FieldError("profile", "invalid_choice", message)])
    return code
