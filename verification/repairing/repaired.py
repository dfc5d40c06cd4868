"""What mending a picture gives: the picture, or why it can't be mended."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from verification.materials_rules import PictureFacts, RefusalCode

from .changes import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A picture that the profile takes.

    `before`: the picture, or front and back; `after`: what `content` is. `quality`: of JPEG
    or WebP, None where nothing was written anew or the format loses nothing. `scale`: shown
    pixels for each pixel of the (joined) original, 1.0 when it wasn't made smaller.
    """

    content: bytes
    before: tuple[PictureFacts, ...]
    after: PictureFacts
    changes: tuple[Change, ...] = ()
    quality: int | None = None
    scale: float = 1.0

    @property
    def format(self) -> str:
        return self.after.format

    @property
    def width(self) -> int:
        return self.after.width

    @property
    def height(self) -> int:
        return self.after.height


class RepairImpossible(Exception):
    """A sound picture that can't be brought within the limits and stay legible.

    `code` and `params` are those of a refusal, so that `refusal_message` words both.
    """

    def __init__(self, code: RefusalCode, **params: object) -> None:
        super().__init__(str(code))
        self.code = code
        self.params: Mapping[str, object] = MappingProxyType(params)
