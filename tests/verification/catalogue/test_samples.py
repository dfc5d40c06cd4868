"""The drawn samples: small, harmless, marked as samples, and each of use."""

import re
from xml.etree import ElementTree as ET

import pytest
from stdnum import iso7064
from stdnum.cn import uscc

from verification.catalogue.catalogue import SAMPLES_FOLDER, reasons
from verification.precheck.retaking import RETAKES

FILES = sorted(SAMPLES_FOLDER.glob("*"))
SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    *("svg", "g", "defs", "use", "filter", "feGaussianBlur"),
    *("rect", "circle", "path", "text", "tspan"),
}


def texts(path):
    return ["".join(node.itertext()) for node in ET.parse(path).iter(f"{SVG}text")]


def test_every_sample_is_shown_somewhere_and_every_shown_sample_is_there():
    shown = {step.picture.file for r in reasons().values() for step in r.guidance if step.picture}
    shown |= {retake.picture.file for retake in RETAKES.values()}
    assert shown == {path.name for path in FILES}


@pytest.mark.parametrize("code", sorted(reasons()))
def test_reason_shows_no_sample_twice(code):
    keys = [step.picture.key for step in reasons()[code].guidance if step.picture]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_sample_is_small_and_says_that_it_is_one(path):
    assert path.stat().st_size < 6 * 1024
    assert "样例 SAMPLE" in texts(path)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_sample_is_drawn_without_style_script_or_anything_from_elsewhere(path):
    for node in ET.parse(path).iter():
        assert node.tag.removeprefix(SVG) in ALLOWED
        for name, value in node.attrib.items():
            assert name not in ("style", "class")
            assert not name.startswith("on")
            assert not re.search(r"https?:|data:", value)
            assert not name.endswith("href") or value.startswith("#")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_numbers_in_a_sample_have_valid_check_digits(path):
    for number in re.findall(r"\b[0-9A-Z]{18}\b", " ".join(texts(path))):
        if number[:6] == "110105":
            iso7064.mod_11_2.validate(number)
        else:
            uscc.validate(number)
