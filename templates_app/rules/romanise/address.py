"""An address in English order: the smallest unit first."""

import re

from templates_app.rules.regions import find_province
from templates_app.rules.romanise.places import spell_place
from templates_app.rules.romanise.syllables import capitalise
from templates_app.rules.text import HAN, fold_width, has_han

# Suffix -> how the part before it is written. Longer suffixes come first.
_UNITS = {
    "特别行政区": "{}",
    "自治区": "{}",
    "自治州": "{} Prefecture",
    "自治县": "{} County",
    "开发区": "{} Development Zone",
    "街道": "{} Subdistrict",
    "大道": "{} Avenue",
    "大街": "{} Street",
    "胡同": "{} Hutong",
    "大厦": "{} Building",
    "小区": "{} Community",
    "广场": "{} Plaza",
    "号楼": "Building {}",
    "号院": "Yard {}",
    "单元": "Unit {}",
    "省": "{}",
    "市": "{}",
    "区": "{} District",
    "县": "{} County",
    "镇": "{} Town",
    "乡": "{} Township",
    "村": "{} Village",
    "路": "{} Road",
    "街": "{} Street",
    "巷": "{} Lane",
    "弄": "Lane {}",
    "号": "No. {}",
    "栋": "Building {}",
    "幢": "Building {}",
    "座": "Block {}",
    "层": "Floor {}",
    "楼": "Floor {}",
    "室": "Room {}",
}
_PART = re.compile("(.+?)(" + "|".join(_UNITS) + ")")
# What a number unit counts stands at the end of the part before it.
_NUMBER = re.compile("^(.*?)([0-9A-Za-z#-]+|[一二三四五六七八九十百零〇甲乙丙丁东西南北]+)$")
_MIXED = re.compile(f"({HAN.pattern}+)")


def romanise_address(address: str) -> str:
    """Suggest the English form of a Chinese address; one without Chinese stays as typed.

    广东省深圳市南山区科技中一路1号501室 is `Room 501, No. 1, Kejizhongyi Road,
    Nanshan District, Shenzhen, Guangdong`.
    """
    if not has_han(address):
        return " ".join(address.split())
    text = fold_width("".join(address.split()))
    parts, end = [], 0
    for found in _PART.finditer(text):
        parts += _write(found[1], found[2])
        end = found.end()
    parts.append(_latin(text[end:]))
    return ", ".join(part for part in reversed(parts) if part)


def _write(body: str, suffix: str) -> list[str]:
    province = find_province(body + suffix)
    if province:
        return [province.name_en]
    form = _UNITS[suffix]
    number = _NUMBER.match(body)
    if form.startswith("{}") or number is None:
        return [form.format(_latin(body)).strip()]
    return [_latin(number[1]), form.format(_latin(number[2]))]


def _latin(text: str) -> str:
    words = (capitalise(spell_place(word)) for word in _MIXED.split(text))
    return " ".join(word.strip(" ,，、;；") for word in words if word.strip(" ,，、;；"))
