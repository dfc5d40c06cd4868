"""Provinces and regions at their level: GB/T 2260 codes and postcode ranges."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Province:
    """One province-level region.

    `code` is the two-digit prefix of GB/T 2260; `short_zh` the name without its
    suffix; `postcodes` the two-digit beginnings of its postcodes (none outside
    the mainland's postal system).
    """

    code: str
    name_zh: str
    name_en: str
    short_zh: str
    postcodes: tuple[str, ...] = ()


_MAINLAND = (
    Province("11", "北京市", "Beijing", "北京", ("10",)),
    Province("12", "天津市", "Tianjin", "天津", ("30",)),
    Province("13", "河北省", "Hebei", "河北", ("05", "06", "07")),
    Province("14", "山西省", "Shanxi", "山西", ("03", "04")),
    Province("15", "内蒙古自治区", "Inner Mongolia", "内蒙古", ("01", "02", "13")),
    Province("21", "辽宁省", "Liaoning", "辽宁", ("11", "12")),
    Province("22", "吉林省", "Jilin", "吉林", ("13",)),
    Province("23", "黑龙江省", "Heilongjiang", "黑龙江", ("15", "16")),
    Province("31", "上海市", "Shanghai", "上海", ("20",)),
    Province("32", "江苏省", "Jiangsu", "江苏", ("21", "22")),
    Province("33", "浙江省", "Zhejiang", "浙江", ("31", "32")),
    Province("34", "安徽省", "Anhui", "安徽", ("23", "24")),
    Province("35", "福建省", "Fujian", "福建", ("35", "36")),
    Province("36", "江西省", "Jiangxi", "江西", ("33", "34")),
    Province("37", "山东省", "Shandong", "山东", ("25", "26", "27")),
    Province("41", "河南省", "Henan", "河南", ("45", "46", "47")),
    Province("42", "湖北省", "Hubei", "湖北", ("43", "44")),
    Province("43", "湖南省", "Hunan", "湖南", ("41", "42")),
    Province("44", "广东省", "Guangdong", "广东", ("51", "52")),
    Province("45", "广西壮族自治区", "Guangxi", "广西", ("53", "54")),
    Province("46", "海南省", "Hainan", "海南", ("57",)),
    Province("50", "重庆市", "Chongqing", "重庆", ("40",)),
    Province("51", "四川省", "Sichuan", "四川", ("61", "62", "63", "64")),
    Province("52", "贵州省", "Guizhou", "贵州", ("55", "56")),
    Province("53", "云南省", "Yunnan", "云南", ("65", "66", "67")),
    Province("54", "西藏自治区", "Tibet", "西藏", ("85", "86")),
    Province("61", "陕西省", "Shaanxi", "陕西", ("71", "72")),
    Province("62", "甘肃省", "Gansu", "甘肃", ("73", "74")),
    Province("63", "青海省", "Qinghai", "青海", ("81",)),
    Province("64", "宁夏回族自治区", "Ningxia", "宁夏", ("75",)),
    Province("65", "新疆维吾尔自治区", "Xinjiang", "新疆", ("83", "84")),
)

_OTHERS = (
    Province("71", "台湾省", "Taiwan", "台湾"),
    Province("81", "香港特别行政区", "Hong Kong", "香港"),
    Province("82", "澳门特别行政区", "Macau", "澳门"),
)

# The mainland's 31, in the order of GB/T 2260: what an address menu offers for CN.
PROVINCES: Mapping[str, Province] = MappingProxyType({p.code: p for p in _MAINLAND})

_BY_NAME = {
    name.casefold(): province
    for province in _MAINLAND + _OTHERS
    for name in (province.code, province.name_zh, province.short_zh, province.name_en)
}


def find_province(text: str) -> Province | None:
    """The region that a code, a full or short Chinese name or an English name means, if any."""
    return _BY_NAME.get(text.strip().casefold())


def is_region_prefix(code: str) -> bool:
    """Whether two digits are a province-level prefix of GB/T 2260."""
    return len(code) == 2 and code.isdecimal() and find_province(code) is not None
