"""Pictures with something over the paper: a finger, a slip, glare, paint, a watermark."""

from collections.abc import Iterator
from functools import partial

from tests.precheck_set import submissions as paper
from tests.precheck_set.case import Case
from tests.precheck_set.cases.making import Maker
from tests.precheck_set.cases.spoiling import spoilt_case
from tests.precheck_set.damage import Covered, Watermarked
from tests.precheck_set.encoding import Encoding
from tests.precheck_set.photo import Photo, Scan, Step

_FINE = Encoding(quality=92)
_society: Maker = partial(paper.certificate_of, document_type="SHTTFR")
_COVERED: tuple[tuple[str, Maker, str, str], ...] = (
    ("card", paper.card_front, "number", "finger"),
    ("card-name", paper.card_front, "name", "finger"),
    ("card", paper.card_front, "number", "paper"),
    ("card", paper.card_front, "number", "glare"),
    ("card-name", paper.card_front, "name", "glare"),
    ("card", paper.card_front, "number", "paint"),
    ("licence", paper.licence_landscape, "number", "finger"),
    ("licence-name", paper.licence_landscape, "name", "paper"),
    ("licence", paper.licence_portrait, "number", "paint"),
    ("licence-name", paper.licence_portrait, "name", "glare"),
    ("passport", paper.chinese_passport, "mrz", "finger"),
    ("permit", paper.hk_permit, "number", "glare"),
    ("permit-name", paper.tw_permit, "name", "paint"),
    ("society", _society, "number", "paper"),
)
_MARKS: tuple[tuple[str, Maker, Watermarked, bool], ...] = (
    ("domain", paper.card_front, Watermarked("仅供域名实名认证使用", 0.4), True),
    ("domain-faint", paper.card_front, Watermarked("仅供域名实名认证使用", 0.22), True),
    ("bank", paper.card_front, Watermarked("仅供办理贷款使用 他用无效", 0.35, 45), False),
    ("copy", paper.card_joined, Watermarked("复印无效", 0.4, 20, 0.04), False),
    ("licence", paper.licence_landscape, Watermarked("仅供备案使用", 0.35), False),
    ("licence-red", paper.licence_portrait,
     Watermarked("仅限投标使用", 0.35, 35, 0.03, (200, 60, 60)), False),
    ("licence-dense", paper.licence_landscape,
     Watermarked("仅供网站备案使用", 0.3, 25, 0.02), True),
    ("passport", paper.chinese_passport, Watermarked("仅供签证使用", 0.35), False),
    ("permit", paper.hk_permit, Watermarked("仅供开户使用", 0.4, -30), True),
    ("society", _society, Watermarked("仅供年检使用 再次复印无效", 0.3), False),
    ("white", paper.licence_portrait,
     Watermarked("样张 请勿外传", 0.6, 30, 0.04, (255, 255, 255)), False),
)  # fmt: skip


def cases() -> Iterator[Case]:
    for at, (name, make, key, by) in enumerate(_COVERED):
        look = Photo(on=("wood", "dark", "cloth")[at % 3], angle=at % 5 - 2, fill=0.85)
        steps: tuple[Step, ...] = (look, Covered(key, by))
        yield spoilt_case(
            f"covered-{by}-{name}", make, steps, {"image_obstructed"},
            or_else={"image_unreadable"} if by != "paint" else (), encoding=_FINE,
        )  # fmt: skip
    for name, make, mark, photographed in _MARKS:
        # Laid over by an app, after the photo; over a scan in the office.
        steps = (Photo(on="dark", angle=2) if photographed else Scan(1700), mark)
        yield spoilt_case(f"watermark-{name}", make, steps, {"image_watermarked"}, encoding=_FINE)
