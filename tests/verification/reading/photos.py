"""Photo-like pictures of drawn documents, whole and damaged, the same for the same arguments."""

from collections.abc import Callable
from io import BytesIO

import cv2
import numpy as np
from PIL import Image, ImageDraw

from registrar.embedded.documents.font import font

DESKS = {
    "wood": (150, 108, 72),
    "dark": (42, 44, 50),
    "grey": (120, 124, 126),
    "white": (226, 226, 224),
}


def pixels_of(content: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(content)).convert("RGB"))


def jpeg(pixels: np.ndarray, quality: int = 88) -> bytes:
    target = BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(target, "JPEG", quality=quality)
    return target.getvalue()


def photo(
    document: np.ndarray,
    *,
    desk: str = "wood",
    size: tuple[int, int] = (2016, 1512),
    fill: float = 0.82,
    tilt: float = 3.0,
    perspective: float = 0.03,
    light: float = 0.2,
    warm: float = 0.0,
    noise: float = 3.0,
    soft: float = 0.7,
    shift: tuple[float, float] = (0.0, 0.0),
    seed: int = 1,
) -> np.ndarray:
    """`document` lying on a desk: `fill` of the frame's width, shifted by shares of the frame."""
    rng = np.random.default_rng(seed)
    width, height = size
    matrix = _placing(document, size, fill, tilt, perspective, shift, rng)
    scene = _desk(desk, size, rng)
    mask = np.full(document.shape[:2], 255, np.uint8)
    warped = cv2.warpPerspective(document, matrix, size, flags=cv2.INTER_AREA)
    alpha = cv2.warpPerspective(mask, matrix, size)[..., None] / 255.0
    shadow = 1 - 0.35 * cv2.GaussianBlur(np.roll(alpha[..., 0], 8, axis=0), (0, 0), 9)[..., None]
    scene = scene * shadow * (1 - alpha) + warped * alpha
    ys, xs = np.mgrid[0:height, 0:width]
    scene *= (1 + light * (0.5 - xs / width) + light * 0.6 * (0.5 - ys / height))[..., None] * 0.96
    scene *= (1 + warm, 1.0, 1 - warm)
    scene = cv2.GaussianBlur(scene, (0, 0), soft) if soft else scene
    return np.clip(scene + rng.normal(0, noise, scene.shape), 0, 255).astype(np.uint8)


def _placing(document, size, fill, tilt, perspective, shift, rng):
    width, height = size
    across, down = document.shape[1], document.shape[0]
    scale = min(fill * width / across, fill * height / down)
    turn = cv2.getRotationMatrix2D((across / 2, down / 2), tilt, scale)
    turn[:, 2] += (width / 2 - across / 2, height / 2 - down / 2)
    corners = np.array([(0, 0), (across, 0), (across, down), (0, down)], np.float32)
    placed = corners @ turn[:, :2].T + turn[:, 2] + np.array(shift) * size
    placed = placed + rng.uniform(-1, 1, (4, 2)) * perspective * across * scale * 0.5
    return cv2.getPerspectiveTransform(corners, placed.astype(np.float32))


def _desk(kind, size, rng):
    width, height = size
    base = np.ones((height, width, 3), np.float32) * DESKS[kind]
    grain = cv2.GaussianBlur(
        rng.normal(0, 1, (height // 4, width // 16)).astype(np.float32), (0, 0), 1.5
    )
    grain = cv2.resize(grain, size) / max(1e-6, float(grain.std()))
    return base + grain[..., None] * (9 if kind == "wood" else 3)


def grey(pixels: np.ndarray) -> np.ndarray:
    return np.repeat(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)


def blurred(pixels: np.ndarray, sigma: float) -> np.ndarray:
    return cv2.GaussianBlur(pixels, (0, 0), sigma)


def moved(pixels: np.ndarray, length: int, degrees: float = 0) -> np.ndarray:
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    turn = cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), degrees, 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return cv2.filter2D(pixels, -1, kernel / kernel.sum())


def finger(document: np.ndarray, tip: tuple[float, float], *, length: float = 0.5) -> np.ndarray:
    """A finger from the lower edge up to `tip` (shares of the document)."""
    height, width = document.shape[:2]
    x, y = int(tip[0] * width), int(tip[1] * height)
    layer = document.copy()
    cv2.line(
        layer, (x, y), (x + width // 20, y + int(length * height)), (206, 160, 136), height // 7
    )
    shade = cv2.GaussianBlur(layer, (0, 0), 3)
    changed = np.any(layer != document, axis=2)
    return np.where(changed[..., None], shade, document)


def patch(document, box, colour=(250, 250, 248)):
    """A piece of paper over a place in shares of the document."""
    height, width = document.shape[:2]
    left, top, right, bottom = (int(v * s) for v, s in zip(box, (width, height) * 2, strict=True))
    covered = document.copy()
    covered[top:bottom, left:right] = colour
    return covered


def glare(document, middle, radius=0.16, strength=230):
    height, width = document.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width]
    away = np.hypot(xs - middle[0] * width, (ys - middle[1] * height) * 1.3) / (radius * width)
    light = strength * np.clip(1.6 - away, 0, 1)[..., None]
    return np.clip(document + light, 0, 255).astype(np.uint8)


def watermarked(
    document, text="仅供实名认证使用", *, size=44, degrees=28, opacity=0.35, colour=(150, 60, 60)
):
    height, width = document.shape[:2]
    side = int(np.hypot(width, height))
    layer = Image.new("L", (side, side), 0)
    stamp = Image.new("L", (int(font(size).getlength(text)) + 8, size * 2), 0)
    ImageDraw.Draw(stamp).text((4, 4), text, fill=255, font=font(size))
    for y in range(0, side, size * 5):
        for x in range(0, side, stamp.width + size * 3):
            layer.paste(stamp, (x, y))
    layer = layer.rotate(degrees, resample=Image.Resampling.BICUBIC)
    left, top = (side - width) // 2, (side - height) // 2
    alpha = (
        np.asarray(layer.crop((left, top, left + width, top + height)))[..., None] / 255 * opacity
    )
    return (document * (1 - alpha) + np.array(colour) * alpha).astype(np.uint8)


def cropped(pixels: np.ndarray, left=0.0, top=0.0, right=0.0, bottom=0.0) -> np.ndarray:
    height, width = pixels.shape[:2]
    return pixels[
        int(top * height) : height - int(bottom * height),
        int(left * width) : width - int(right * width),
    ]


Effect = Callable[[np.ndarray], np.ndarray]
