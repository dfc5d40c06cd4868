from dataclasses import replace

import pytest

from verification.catalogue.model import Text
from verification.materials_rules import PictureFacts
from verification.repairing.changes import Change
from verification.repairing.repaired import Repaired
from verification.repairing.wording import say_change, say_changes

BEFORE = PictureFacts(format="png", bytes=3 * 1024 * 1024, width=4000, height=3000, sha256="a")
AFTER = PictureFacts(format="jpeg", bytes=980 * 1024, width=2000, height=1500, sha256="b")
REPAIRED = Repaired(content=b"", before=(BEFORE,), after=AFTER, quality=88, scale=0.5)


@pytest.mark.parametrize("change", Change)
def test_each_change_is_said_in_both_languages(change):
    said = say_change(change, REPAIRED)
    assert said.zh.strip()
    assert said.en.isascii() == (change != Change.SIZE)


def test_format_names_both_as_people_know_them():
    assert say_change(Change.FORMAT, REPAIRED) == Text(
        "已由 PNG 转换为 JPG", "Converted from PNG to JPG"
    )
    phone = replace(REPAIRED, before=(replace(BEFORE, format="heif"),))
    assert say_change(Change.FORMAT, phone).en == "Converted from HEIC to JPG"


def test_format_of_joined_sides_names_those_that_were_converted():
    sides = (BEFORE, replace(BEFORE, format="webp"), replace(BEFORE, format="jpeg"))
    said = say_change(Change.FORMAT, replace(REPAIRED, before=sides))
    assert said.en == "Converted from PNG and WebP to JPG"


def test_size_is_said_before_and_after_with_pixels_where_they_changed():
    assert say_change(Change.SIZE, REPAIRED) == Text(
        "已压缩：3 MB → 980 KB（现为 2000 × 1500 像素）",
        "Made smaller: 3 MB → 980 KB (now 2000 × 1500 pixels)",
    )
    assert say_change(Change.SIZE, replace(REPAIRED, scale=1.0)).en == "Made smaller: 3 MB → 980 KB"


def test_changes_are_said_in_their_order_and_nothing_about_none():
    changed = replace(REPAIRED, changes=(Change.FORMAT, Change.TURN))
    assert [text.en for text in say_changes(changed)] == [
        "Converted from PNG to JPG",
        "Turned upright",
    ]
    assert say_changes(REPAIRED) == ()
