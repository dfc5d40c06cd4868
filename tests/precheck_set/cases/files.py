"""Files that are not what they should be: missing, broken, lying, foreign, small, large."""

import zlib
from collections.abc import Iterator

from tests.precheck_set import submissions as paper
from tests.precheck_set.case import Case, PictureFile
from tests.precheck_set.cases.making import Maker, seeded
from tests.precheck_set.cases.spoiling import spoilt_case
from tests.precheck_set.encoding import Encoding
from tests.precheck_set.photo import Photo, Scan

_PHOTO = (Photo(on="wood", angle=3),)
_SCAN = (Scan(1500),)


def cases() -> Iterator[Case]:
    yield from _missing()
    yield from _broken()
    yield from _foreign()
    yield from _lying()
    yield from _sizes()


def _missing() -> Iterator[Case]:
    for name, make in (("card", paper.card_front), ("licence", paper.licence_copy)):
        one = seeded(f"file-missing-{name}", make)
        yield Case(
            id=f"file-missing-{name}",
            files=(),
            form=one.form(),
            expected=frozenset({"material_missing"}),
        )


def _broken() -> Iterator[Case]:
    for share in (15, 50, 85):
        yield _cut_off(f"file-broken-jpeg-{share}", Encoding(), share)
    for extension in ("png", "webp", "gif"):
        yield _cut_off(f"file-broken-{extension}", Encoding(extension), 60)
    yield spoilt_case(
        "file-broken-scrambled", paper.card_front, _PHOTO, {"image_corrupt"}, spoil=_scrambled
    )


def _cut_off(case_id: str, encoding: Encoding, share: int) -> Case:
    steps = _PHOTO if encoding.extension == "jpg" else _SCAN
    return spoilt_case(
        case_id, paper.card_front, steps, {"image_corrupt"}, encoding=encoding,
        spoil=lambda data: data[: len(data) * share // 100],
    )  # fmt: skip


def _scrambled(data: bytes) -> bytes:
    """The header of a picture, and after it nothing that belongs to one."""
    noise = zlib.compress(data[2000:60000], 9)
    return data[:400] + noise + noise


def _foreign() -> Iterator[Case]:
    rows = (
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "pdf"),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>\n", "svg"),
        ("word", b"PK\x03\x04\x14\x00\x06\x00\x08\x00word/document.xml", "docx"),
        ("text", "营业执照的扫描件在附件里。\n".encode(), "jpg"),
    )
    for name, start, extension in rows:
        one = seeded(f"file-foreign-{name}", paper.licence_landscape)
        yield Case(
            id=f"file-foreign-{name}",
            files=(_raw(f"file-foreign-{name}.{extension}", start),),
            form=one.form(),
            expected=frozenset({"image_format_unsupported"}),
        )


def _raw(name: str, start: bytes) -> PictureFile:
    """As large as a picture, so that nothing but its kind is wrong."""
    return PictureFile(name, lambda: (start * (90_000 // len(start) + 1))[:90_000])


def _lying() -> Iterator[Case]:
    """Stored by content: told, and no more."""
    for real, said in (("png", "jpg"), ("jpg", "png"), ("webp", "jpg")):
        yield spoilt_case(
            f"clean-file-{real}-called-{said}", paper.card_front, _SCAN,
            {"image_extension_mismatch"}, encoding=Encoding(real, 92), extension=said, clean=True,
        )  # fmt: skip


def _sizes() -> Iterator[Case]:
    small: tuple[tuple[str, Maker, int, int], ...] = (
        ("card", paper.card_front, 1000, 26),
        ("licence", paper.licence_landscape, 1100, 16),
        ("permit", paper.hk_permit, 1000, 26),
    )
    for name, make, width, quality in small:
        steps = (Scan(width, noise=0.5),)
        encoding = Encoding(quality=quality)
        yield spoilt_case(f"file-small-{name}", make, steps, {"image_too_small"}, encoding=encoding)
    for name, extension in (("bmp", "bmp"), ("png", "png")):
        steps = (Photo((2800, 2100), "wood", angle=2, noise=5),)
        yield spoilt_case(
            f"clean-file-large-{name}", paper.card_front, steps, {"image_too_large"},
            encoding=Encoding(extension), clean=True,
        )  # fmt: skip
