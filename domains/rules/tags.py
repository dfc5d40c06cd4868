"""Tags of a domain: short words of the account's own choice."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput

MAX_TAGS = 20
MAX_TAG_LENGTH = 32


def clean_tags(tags: Sequence[str]) -> list[str]:
    """The tags without blanks around them, without repetitions, in alphabetical order.

    InvalidInput (field `tags`) for more than 20, for one over 32 characters, and for
    characters that can't be shown.
    """
    found = sorted({" ".join(tag.split()) for tag in tags if isinstance(tag, str)} - {""})
    if len(found) > MAX_TAGS:
        raise _wrong("too_many", _("At most %(count)d tags.") % {"count": MAX_TAGS})
    for tag in found:
        if len(tag) > MAX_TAG_LENGTH or "," in tag or not tag.isprintable():
            raise _wrong(
                "invalid",
                _("A tag has at most %(count)d characters and no comma.")
                % {"count": MAX_TAG_LENGTH},
            )
    return found


def _wrong(code: str, message: str) -> InvalidInput:
    return InvalidInput(errors=[FieldError("tags", code, message)])
