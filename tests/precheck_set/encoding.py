"""How a picture is stored: format, quality, EXIF orientation."""

import io
from dataclasses import dataclass

import pillow_heif
from PIL import Image

from tests.precheck_set.drawn import Drawn

_PIL = {"jpg": "JPEG", "tif": "TIFF", "heic": "HEIF"}
_ORIENTATION = 0x0112
# What undoes each orientation: the picture is stored turned, so that a viewer turns it back.
_STORED = {
    1: None,
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True)
class Encoding:
    """`extension` names the format; `orientation` is the EXIF tag's value (1, 3, 6, 8)."""

    extension: str = "jpg"
    quality: int = 88
    orientation: int = 1

    def __call__(self, drawn: Drawn) -> bytes:
        image = Image.fromarray(drawn.pixels)
        turn = _STORED[self.orientation]
        if turn is not None:
            image = image.transpose(turn)
        output = io.BytesIO()
        self._save(image, output)
        return output.getvalue()

    def _save(self, image: Image.Image, output: io.BytesIO) -> None:
        kind = _PIL.get(self.extension, self.extension.upper())
        if kind == "HEIF":
            # Its usual preset takes a minute for a picture.
            fast = {"preset": "ultrafast"}
            pillow_heif.from_pillow(image).save(output, quality=self.quality, enc_params=fast)
        elif kind == "GIF":
            image.quantize(256).save(output, "GIF")
        elif kind == "TIFF":
            image.save(output, "TIFF", compression="tiff_lzw")
        elif kind == "JPEG":
            exif = Image.Exif()
            if self.orientation != 1:
                exif[_ORIENTATION] = self.orientation
            image.save(output, "JPEG", quality=self.quality, exif=exif)
        else:
            image.save(output, kind, quality=self.quality)
