"""Taking a file's bytes without ever holding more than the limit."""

from io import SEEK_END
from typing import BinaryIO

from .profile_model import AuthorityProfile
from .refusals import PictureRefused, RefusalCode


def read_within_limits(data: bytes | BinaryIO, profile: AuthorityProfile) -> bytes:
    """Return all bytes of `data`, whose number lies within the profile's limits.

    Raises PictureRefused (image_too_small, image_too_large, or image_corrupt for an
    empty file). A file is read from its beginning when it can be rewound.
    """
    if isinstance(data, bytes):
        size, content = len(data), data
    elif data.seekable():
        size = data.seek(0, SEEK_END)
        data.seek(0)
        content = data.read(profile.max_bytes + 1) if size <= profile.max_bytes else b""
    else:
        content = data.read(profile.max_bytes + 1)
        size = len(content)
    _check_size(size, profile)
    return content


def _check_size(size: int, profile: AuthorityProfile) -> None:
    if size > profile.max_bytes:
        raise PictureRefused(
            RefusalCode.TOO_LARGE, reason="bytes", bytes=size, max_bytes=profile.max_bytes
        )
    if size < profile.min_bytes:
        raise PictureRefused(RefusalCode.TOO_SMALL, bytes=size, min_bytes=profile.min_bytes)
    if size == 0:
        raise PictureRefused(RefusalCode.CORRUPT)
