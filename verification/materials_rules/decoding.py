"""Decoding with Pillow so that no file, however made, can do more than be refused."""

import threading
import warnings
from io import BytesIO

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from pillow_heif import HeifImageFile, register_heif_opener

# Pillow's names of the decoders that are allowed to see a file. Importing the plugins
# here keeps Pillow from searching, and loading, all the others.
DECODERS: dict[str, str] = {
    "bmp": BmpImagePlugin.BmpImageFile.format,
    "gif": GifImagePlugin.GifImageFile.format,
    "heif": HeifImageFile.format,
    "jpeg": JpegImagePlugin.JpegImageFile.format,
    "png": PngImagePlugin.PngImageFile.format,
    "tiff": TiffImagePlugin.TiffImageFile.format,
    "webp": WebPImagePlugin.WebPImageFile.format,
}

# The pictures beside the photo (thumbnail, depth, gain map) are nothing that is read.
register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=2)

_PILLOW_MODULES = r"PIL\."
_filter_lock = threading.Lock()


def open_header(content: bytes, format_name: str) -> ImageFile.ImageFile:
    """Read the header of `content` with the one decoder for `format_name`.

    No pixel is decoded. Raises whatever Pillow raises; the caller turns it into a refusal.
    """
    make_pillow_strict()
    return Image.open(BytesIO(content), formats=(DECODERS[format_name],))


def decode(image: ImageFile.ImageFile) -> None:
    """Decode the first frame in full, which is what brings truncation to light."""
    make_pillow_strict()
    image.load()


def make_pillow_strict() -> None:
    """Make Pillow's warnings errors and truncated files fail, in this whole process.

    Python keeps warning filters per process, so that switching them for one call
    would race with other threads. The filter is therefore put in once and stays; it
    is put in again when someone (a test runner) has replaced the filters meanwhile.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with _filter_lock:
        if not any(_is_ours(entry) for entry in warnings.filters):
            warnings.filterwarnings("error", module=_PILLOW_MODULES)


def _is_ours(entry: tuple[object, ...]) -> bool:
    action, _message, _category, module, _line = entry
    return action == "error" and getattr(module, "pattern", None) == _PILLOW_MODULES
