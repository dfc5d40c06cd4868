"""Making pictures smaller with their print kept sharp."""

from PIL import Image


def scaled(image: Image.Image, scale: float) -> Image.Image:
    """Return `image` with `scale` pixels for each of its own, at least one; itself at 1."""
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return resized(image, size)


def resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if size == image.size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
