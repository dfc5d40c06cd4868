"""What the authorities accept as a document picture, and judging a file by its content."""

from .inspect import PictureFacts, inspect_picture
from .messages import refusal_message
from .profile_model import AuthorityProfile
from .profiles import (
    DEFAULT_PROFILE,
    PROFILES,
    for_intake,
    get_profile,
    profile_for_suffix,
)
from .refusals import PictureRefused, RefusalCode

__all__ = [
    "DEFAULT_PROFILE",
    "PROFILES",
    "AuthorityProfile",
    "PictureFacts",
    "PictureRefused",
    "RefusalCode",
    "for_intake",
    "get_profile",
    "inspect_picture",
    "profile_for_suffix",
    "refusal_message",
]
