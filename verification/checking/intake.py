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
    return " / ".join(map(format_name, [*usual, *others]))


def format_name(format_code: str) -> str:
    """A format as people call it."""
    return _NAMES.get(format_code, format_code.upper())
