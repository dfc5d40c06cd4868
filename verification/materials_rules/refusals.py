"""Why a picture is refused: one exception, stable codes, plain parameters."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from billiard.exceptions import SoftTimeLimitExceeded

# What says nothing about a picture, wherever it is raised: no memory, or no time, left.
OUT_OF_MEANS = (MemoryError, SoftTimeLimitExceeded)


class RefusalCode(StrEnum):
    """Finding codes that a file alone can give."""

    TOO_SMALL = "image_too_small"
    TOO_LARGE = "image_too_large"
    FORMAT_UNSUPPORTED = "image_format_unsupported"
    CORRUPT = "image_corrupt"
    LOW_RESOLUTION = "image_low_resolution"


class PictureRefused(Exception):
    """A picture that can't be taken. `params` hold the numbers behind it, for the message."""

    def __init__(self, code: RefusalCode, **params: object) -> None:
        super().__init__(str(code))
        self.code = code
        self.params: Mapping[str, object] = MappingProxyType(params)
