"""Why reviewers look at numbers and pictures: short choices, as the log keeps them (pure)."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Instead of one of the others: the person's own words.
OTHER = "other"
MAX_OWN_WORDS = 200

FIRST_REVIEW = "first review"
SECOND_REVIEW = "second review"
# Whoever holds the claim needs no other reason.
HOLDERS: Mapping[str, str | Promise] = MappingProxyType(
    {
        FIRST_REVIEW: _("Opened for the first review"),
        SECOND_REVIEW: _("Opened for the second review"),
    }
)
NUMBER_REASONS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "compare with the picture": _("Compare with the picture"),
        "digits unclear": _("Digits unclear in the picture"),
        "the customer asked": _("The customer asked"),
    }
)
_BEFORE_CLAIMING = "before claiming"
PICTURE_REASONS: Mapping[str, str | Promise] = MappingProxyType(
    {
        _BEFORE_CLAIMING: _("Before claiming it"),
        "a decision is checked": _("A decision is checked"),
        "the customer asked": _("The customer asked"),
    }
)
LOGGED: Mapping[str, str | Promise] = MappingProxyType(
    {**HOLDERS, **NUMBER_REASONS, **PICTURE_REASONS}
)


def picture_reasons(*, waits: bool) -> Mapping[str, str | Promise]:
    """What is offered: what has ended is not going to be claimed."""
    if waits:
        return PICTURE_REASONS
    return {code: text for code, text in PICTURE_REASONS.items() if code != _BEFORE_CLAIMING}
