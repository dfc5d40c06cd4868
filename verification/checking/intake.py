"""What an upload may bring, in the words of people."""

from verification.materials_rules import AuthorityProfile

# Two names of one format: people read one. HEIC is what phones call their HEIF.
_NAMES = {"jpeg": "JPG", "heif": "HEIC", "webp": "WebP"}
_FIRST = ("jpeg", "png", "heif")

# What a file dialog offers: browsers don't count HEIC among images everywhere.
ACCEPT = "image/*,.heic,.heif"


def format_names(profile: AuthorityProfile) -> str:
    """The formats that `profile` takes, the usual ones first: "JPG / PNG / HEIC / …"."""
    usual = [name for name in _FIRST if name in profile.formats]
    others = sorted(profile.formats - set(_FIRST))
    return " / ".join(_NAMES.get(name, name.upper()) for name in [*usual, *others])
