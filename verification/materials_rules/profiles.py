"""The profiles that ship, and which suffix follows which."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from .profile_model import (
    KB,
    MB,
    AuthorityProfile,
    Brackets,
    Colour,
    DayKind,
    OverseasRule,
    WaitingRule,
)

DEFAULT_PROFILE = "tencent"

# What we can read and convert, whatever an authority takes: HEIF is what phones write, and none
# takes it.
READABLE_FORMATS: frozenset[str] = frozenset({"bmp", "gif", "heif", "jpeg", "png", "tiff", "webp"})
INTAKE_MAX_BYTES = 20 * MB

_TEN_CALENDAR_DAYS = WaitingRule(kind=DayKind.CALENDAR, min_days=10, max_days=10)

_SHIPPED = (
    AuthorityProfile(
        code="aliyun",
        source="seed 000",
        formats=frozenset({"jpeg", "bmp"}),
        extensions=("jpg", "bmp"),
        min_bytes=55 * KB,
        max_bytes=1 * MB,
        colour=Colour.NOT_STATED,
        waiting=_TEN_CALENDAR_DAYS,
        overseas=OverseasRule(
            document_types=frozenset({"HZ", "QT"}), beyond_greater_china=True, cn_family=False
        ),
    ),
    AuthorityProfile(
        code="tencent-2021",
        source="seed 001",
        formats=frozenset({"jpeg"}),
        extensions=("jpg", "jpeg"),
        min_bytes=55 * KB,
        max_bytes=1 * MB,
        colour=Colour.SCAN_OR_PHOTO,
        waiting=_TEN_CALENDAR_DAYS,
        brackets=Brackets.HALF_WIDTH,
        overseas=OverseasRule(
            document_types=frozenset({"HZ", "GAJMTX", "TWJMTX"}),
            beyond_greater_china=True,
            cn_family=True,
        ),
    ),
    AuthorityProfile(
        code="tencent",
        source="seed 002",
        formats=frozenset({"jpeg", "png", "tiff", "bmp", "gif", "webp"}),
        extensions=("jpg", "jpeg", "png", "tiff", "tif", "bmp", "gif", "webp"),
        min_bytes=55 * KB,
        max_bytes=5 * MB,
        colour=Colour.SCAN_OR_HD_PHOTO,
        watermark_refused=True,
        waiting=WaitingRule(kind=DayKind.WORKING, min_days=7, max_days=10),
        brackets=Brackets.HALF_WIDTH,
        overseas=OverseasRule(
            document_types=frozenset({"HZ", "GAJMTX", "TWJMTX", "GAJZZ", "TWJZZ", "WJLSFZ"}),
            beyond_greater_china=False,
            cn_family=True,
        ),
        review_days=(1, 3),
        status_ok_days=(1, 2),
        timeout_days=7,
    ),
    AuthorityProfile(
        code="icp",
        source="seed 004",
        formats=frozenset({"jpeg", "png", "gif"}),
        extensions=("jpg", "jpeg", "png", "gif"),
        min_bytes=0,
        max_bytes=4 * MB - 1,  # "less than 4 MB"
        colour=Colour.ORIGINAL_SCAN_OR_PHOTO,
    ),
)

PROFILES: Mapping[str, AuthorityProfile] = MappingProxyType(
    {profile.code: profile for profile in _SHIPPED}
)

# Suffixes that follow another authority than the default; settings may give their own.
SUFFIX_PROFILES: Mapping[str, str] = MappingProxyType({})


def get_profile(code: str) -> AuthorityProfile:
    """Return the shipped profile called `code`. KeyError: there is none."""
    return PROFILES[code]


def profile_for_suffix(
    suffix: str, *, assignments: Mapping[str, str] = SUFFIX_PROFILES
) -> AuthorityProfile:
    """Return the profile that a domain under `suffix` follows.

    `assignments` maps suffixes without leading dot to profile codes; what it doesn't
    name follows `DEFAULT_PROFILE`. KeyError: it names a profile that doesn't exist.
    """
    return PROFILES[assignments.get(suffix.lower().strip("."), DEFAULT_PROFILE)]


def for_intake(profile: AuthorityProfile) -> AuthorityProfile:
    """Return `profile` widened to what an upload may bring, because we convert it.

    Formats and the upper limit open up; the lower limit stays, since a picture with
    too little in it can't be repaired (seed 002, 实名证件无法正常上传).
    """
    return replace(profile, formats=READABLE_FORMATS, max_bytes=INTAKE_MAX_BYTES)
