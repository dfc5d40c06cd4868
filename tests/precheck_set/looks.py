"""How clean pictures are taken: each look is a few steps and an encoding."""

from dataclasses import dataclass, field

from tests.precheck_set.encoding import Encoding
from tests.precheck_set.photo import Photo, Scan, Step, Turned


@dataclass(frozen=True)
class Look:
    name: str
    steps: tuple[Step, ...]
    encoding: Encoding = field(default_factory=Encoding)


_TWELVE = (4032, 3024)

LOOKS = (
    Look("wood", (Photo(on="wood", angle=-5, cast="warm"),)),
    Look("scan", (Scan(1600),), Encoding(quality=92)),
    Look(
        "cloth-12mp", (Photo(_TWELVE, "cloth", angle=4, noise=4, blur=0.7),), Encoding(quality=82)
    ),
    Look("dark-cold", (Photo(on="dark", angle=8, cast="cold", light=0.3),)),
    Look("scan-png", (Scan(1300, noise=1.2),), Encoding("png")),
    Look("paper-shadow", (Photo(on="paper", angle=-3, shadow=0.3),)),
    Look("sideways", (Photo(on="wood", angle=2), Turned(90))),
    Look("steep", (Photo((2560, 1920), "dark", angle=12, tilt=0.05, light=0.25),)),
    Look("webp", (Photo(on="cloth", angle=-8, cast="warm"),), Encoding("webp", 88)),
    Look("exif-6", (Photo(on="wood", angle=3),), Encoding(orientation=6)),
    Look("scan-small", (Scan(1280, noise=4),), Encoding(quality=94)),
    Look("upside-down", (Photo(on="paper", angle=-2, light=0.2), Turned(180))),
    Look("heic", (Photo((2016, 1512), "wood", angle=6),), Encoding("heic", 80)),
    Look("noisy", (Photo(on="cloth", angle=-6, noise=8, light=0.35),), Encoding(quality=80)),
    Look("scan-bmp", (Scan(1200),), Encoding("bmp")),
    Look("sideways-270", (Photo((2400, 1800), "dark", angle=-4), Turned(270))),
    Look("soft", (Photo((2560, 1920), "wood", angle=-12, blur=1.1, shadow=0.2),)),
    Look("scan-tiff", (Scan(1200, angle=0.6),), Encoding("tif")),
    Look("exif-8", (Photo(_TWELVE, "paper", angle=-7, cast="cold"),), Encoding("jpg", 80, 8)),
    Look("gif", (Scan(1400, noise=1.0),), Encoding("gif")),
    Look("green", (Photo((1920, 1440), "cloth", angle=9, cast="green", fill=0.9),)),
    Look("exif-3", (Photo(on="dark", angle=1, shadow=0.35),), Encoding(orientation=3)),
    Look("fill", (Photo((2400, 1800), "wood", fill=0.96, angle=0.8, tilt=0.006),)),
)
