"""What an upload may bring, in the words of people."""

from verification.materials_rules import AuthorityProfile
from verification.materials_rules.format_names import format_name

_FIRST = ("jpeg", "png", "heif")

# What a file dialog offers: browsers don't count HEIC among images everywhere.
ACCEPT = "image/*,.heic,.heif"


def format_names(profile: AuthorityProfile) -> str:
    """The formats that `profile` takes, the usual ones first: "JPG / PNG / HEIC / …"."""
    usual = [name for name in _FIRST if name in profile.formats]
    others = sorted(profile.formats - set(_FIRST))
    return " / ".join(map(format_name, [*usual, *others]))
