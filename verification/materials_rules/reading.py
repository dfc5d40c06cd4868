"""Taking a file's bytes without ever holding more than the limit."""

from io import SEEK_END
from typing import BinaryIO

from .profile_model import AuthorityProfile
from .profiles import READABLE_FORMATS
from .refusals import PictureRefused, RefusalCode
from .signatures import SIGNATURE_BYTES, sniff_format


def read_within_limits(data: bytes | BinaryIO, profile: AuthorityProfile) -> bytes:
    """Return all bytes of `data`, whose number lies within the profile's limits.

    Raises PictureRefused: image_too_large, image_corrupt for an empty file,
    image_format_unsupported, image_too_small. The format comes before the lower limit: no
    better scan helps what is no picture. A file is read from its beginning when it can be
    rewound.
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
    if size > profile.max_bytes:
        raise PictureRefused(
            RefusalCode.TOO_LARGE, reason="bytes", bytes=size, max_bytes=profile.max_bytes
        )
    if not content:
        raise PictureRefused(RefusalCode.CORRUPT, reason="empty")
    accepted_format(content, profile)
    if size < profile.min_bytes:
        raise PictureRefused(RefusalCode.TOO_SMALL, bytes=size, min_bytes=profile.min_bytes)
    return content


def accepted_format(content: bytes, profile: AuthorityProfile) -> str:
    """The real format, by the first bytes. PictureRefused: the profile doesn't take it."""
    found = sniff_format(content[:SIGNATURE_BYTES])
    if found is None or found not in profile.formats:
        raise PictureRefused(
            RefusalCode.FORMAT_UNSUPPORTED,
            reason="format" if found else "no_picture",
            format=found,
            accepted=sorted(profile.formats),
            convertible=found in READABLE_FORMATS,
        )
    return found
