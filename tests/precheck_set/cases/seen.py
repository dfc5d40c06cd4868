"""Pictures in which the paper can't be seen as it should: blur, colour, light, frame, side."""

from collections.abc import Iterator
from functools import partial

from tests.precheck_set import damage
from tests.precheck_set import submissions as paper
from tests.precheck_set.case import Case
from tests.precheck_set.cases.making import Maker
from tests.precheck_set.cases.spoiling import spoilt_case
from tests.precheck_set.encoding import Encoding
from tests.precheck_set.photo import Photo, Scan, Step, Turned

_FINE = Encoding(quality=92)
_PHOTO = Photo(on="wood", angle=4)
# What is too dark or too bright may as well be called so.
_INSTEAD = frozenset({"image_blurry", "image_obstructed"})
_society: Maker = partial(paper.certificate_of, document_type="SHTTFR")


def cases() -> Iterator[Case]:
    yield from _blurred()
    yield from _colourless()
    yield from _cut()
    yield from _lit()
    yield from _small()
    yield from _sides()


def _blurred() -> Iterator[Case]:
    rows: tuple[tuple[str, Maker, tuple[Step, ...]], ...] = (
        ("card", paper.card_front, (_PHOTO, damage.OutOfFocus(5.5))),
        ("card-hard", paper.card_front, (Photo(on="dark"), damage.OutOfFocus(7))),
        ("card-shaken", paper.card_front, (Photo(on="cloth"), damage.Shaken(18))),
        ("card-12mp", paper.card_front, (Photo((4032, 3024)), damage.OutOfFocus(5))),
        ("licence", paper.licence_landscape, (_PHOTO, damage.OutOfFocus(3.6))),
        ("licence-shaken", paper.licence_portrait, (Photo(on="paper"), damage.Shaken(14, 35))),
        ("passport", paper.chinese_passport, (Photo(on="dark"), damage.OutOfFocus(5.5))),
        ("permit-shaken", paper.hk_permit, (_PHOTO, damage.Shaken(18, 80))),
        ("society", _society, (_PHOTO, damage.OutOfFocus(4))),
        ("scan", paper.card_front, (Scan(1600), damage.OutOfFocus(6))),
    )
    for name, make, steps in rows:
        case_id = f"blurry-{name}"
        yield spoilt_case(
            case_id, make, (*steps, damage.Exposed(1, 2)), {"image_blurry"}, encoding=_FINE
        )


def _colourless() -> Iterator[Case]:
    warm = Photo(on="wood", angle=3, cast="warm")
    rows: tuple[tuple[str, Maker, tuple[Step, ...]], ...] = (
        ("scan", paper.card_front, (Scan(1600), damage.greyscale)),
        ("photo", paper.card_front, (_PHOTO, damage.greyscale)),
        ("black-and-white", paper.licence_landscape, (Scan(1800), damage.black_and_white)),
        ("licence-scan", paper.licence_portrait, (Scan(1700), damage.greyscale)),
        ("copy-warm", paper.card_front, (damage.black_and_white, warm)),
        ("copy-cold", paper.card_joined, (damage.greyscale, Photo(on="paper", cast="cold"))),
        ("copy-licence", paper.licence_landscape, (damage.black_and_white, warm)),
        ("copy-dark", paper.card_front, (damage.greyscale, Photo(on="dark", cast="warm"))),
        ("passport", paper.chinese_passport, (Scan(1600), damage.greyscale)),
        ("society", _society, (damage.greyscale, Photo(on="wood"))),
    )
    for name, make, steps in rows:
        yield spoilt_case(f"colourless-{name}", make, steps, {"image_not_color"}, encoding=_FINE)


def _cut() -> Iterator[Case]:
    for at, side in enumerate(("left", "right", "top", "bottom")):
        rows: tuple[tuple[str, Maker, Photo | Scan, float], ...] = (
            ("card", paper.card_front, Photo(on="wood", angle=at, fill=0.85), 0.1),
            ("licence", paper.licence_landscape, Photo(on="dark", angle=-at, fill=0.85), 0.09),
            ("permit", paper.hk_permit, Photo(on="cloth", fill=0.85), 0.12),
        )
        for name, make, look, share in rows:
            steps = (look, damage.Cut(side, share))
            yield spoilt_case(
                f"cut-{side}-{name}", make, steps, {"image_incomplete"}, encoding=_FINE
            )


def _lit() -> Iterator[Case]:
    for name, make, gain in (
        ("dark-card", paper.card_front, 0.06),
        ("dark-licence", paper.licence_landscape, 0.06),
        ("burnt-card", paper.card_front, 5.5),
        ("burnt-licence", paper.licence_portrait, 6.0),
    ):
        steps = (_PHOTO, damage.Exposed(gain))
        yield spoilt_case(
            f"light-{name}", make, steps, {"image_unreadable"}, or_else=_INSTEAD, encoding=_FINE
        )
    for name, make in (("card", paper.card_front), ("passport", paper.chinese_passport)):
        steps = (_PHOTO, damage.OutOfFocus(26), damage.Exposed(1, 3))
        expected = {"image_unreadable"}
        yield spoilt_case(
            f"light-fog-{name}", make, steps, expected, or_else=_INSTEAD, encoding=_FINE
        )


def _small() -> Iterator[Case]:
    for name, make, width in (
        ("card", paper.card_front, 340),
        ("card-440", paper.card_front, 440),
        ("licence", paper.licence_landscape, 480),
        ("licence-upright", paper.licence_portrait, 520),
        ("passport", paper.chinese_passport, 440),
        ("society", _society, 480),
    ):
        steps = (Scan(1600), damage.Shrunk(width))
        instead = {"image_unreadable"}
        # Stored without loss, so that the file is large enough all the same.
        yield spoilt_case(
            f"pixels-{name}",
            make,
            steps,
            {"image_low_resolution"},
            or_else=instead,
            encoding=Encoding("bmp"),
        )


def _sides() -> Iterator[Case]:
    rows: tuple[tuple[str, Maker, tuple[Step, ...]], ...] = (
        ("wood", paper.card_back, (_PHOTO,)),
        ("scan", paper.card_back, (Scan(1600),)),
        ("sideways", paper.card_back, (Photo(on="dark"), Turned(90))),
        ("hk-residence", partial(paper.residence_back, document_type="GAJZZ"), (_PHOTO,)),
        ("tw-residence", partial(paper.residence_back, document_type="TWJZZ"), (Scan(1500),)),
    )
    for name, make, steps in rows:
        yield spoilt_case(f"side-back-{name}", make, steps, {"image_wrong_side"}, encoding=_FINE)
