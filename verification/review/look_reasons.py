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
PICTURE_REASONS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "before claiming": _("Before claiming it"),
        "a decision is checked": _("A decision is checked"),
        "the customer asked": _("The customer asked"),
    }
)
LOGGED: Mapping[str, str | Promise] = MappingProxyType(
    {**HOLDERS, **NUMBER_REASONS, **PICTURE_REASONS}
)
