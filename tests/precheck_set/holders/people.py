"""Invented people."""

import datetime as dt
import random
from dataclasses import dataclass

from templates_app.rules.romanise import romanise_person
from tests.precheck_set.holders.numbers import resident_number
from tests.precheck_set.holders.places import Place, home, place

# Common ones, those with another reading than usual, compound ones.
_SURNAMES = [
    "王",
    "李",
    "张",
    "刘",
    "陈",
    "杨",
    "赵",
    "黄",
    "周",
    "吴",
    "徐",
    "孙",
    "胡",
    "朱",
    "高",
    "林",
    "何",
    "郭",
    "马",
    "罗",
    "梁",
    "宋",
    "郑",
    "谢",
    "韩",
    "唐",
    "冯",
    "董",
    "萧",
    "程",
    "单",
    "仇",
    "解",
    "曾",
    "查",
    "朴",
    "区",
    "任",
    "华",
    "盖",
    "翟",
    "覃",
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "尉迟",
    "皇甫",
    "令狐",
    "慕容",
]
_MALE = [
    "伟",
    "建国",
    "志强",
    "浩然",
    "子轩",
    "明哲",
    "俊杰",
    "文博",
    "海涛",
    "一鸣",
    "思远",
    "立军",
    "永康",
    "家豪",
    "振宇",
    "晓东",
]
_FEMALE = [
    "芳",
    "秀英",
    "静",
    "丽娟",
    "雨欣",
    "梓涵",
    "晓燕",
    "桂兰",
    "美玲",
    "佳怡",
    "若曦",
    "思琪",
    "婉清",
    "雪梅",
    "春花",
    "海燕",
]
# Seldom seen in print, so that a recogniser meets them once in a while.
_RARE = [
    "喆",
    "昕玥",
    "彧",
    "赟",
    "堃",
    "旻",
    "祎",
    "炜烨",
    "颢",
    "淼",
    "翀",
    "钰婷",
    "骁",
    "婧涵",
    "煜",
    "珺",
]
_MINORITY = (
    ("买买提·吐尔逊", "维吾尔", True),
    ("阿依古丽·艾山", "维吾尔", False),
    ("古丽娜尔·哈力克", "哈萨克", False),
    ("巴特尔·那顺", "蒙古", True),
    ("扎西·多吉", "藏", True),
    ("木拉提·努尔兰", "哈萨克", True),
)


@dataclass(frozen=True)
class Person:
    """Someone who does not exist. `latin`: surname and given names as a passport prints them."""

    name: str
    latin: tuple[str, str]
    male: bool
    ethnicity: str
    born: dt.date
    number: str
    place: Place
    address: str


def person(rng: random.Random, *, name: str = "", male: bool | None = None) -> Person:
    """Someone of any kind, or the one called `name`."""
    at = place(rng)
    born = dt.date(rng.randrange(1955, 2004), rng.randrange(1, 13), rng.randrange(1, 29))
    chosen, ethnicity, is_male = _name(rng, name, male)
    return Person(
        name=chosen,
        latin=_latin(chosen),
        male=is_male,
        ethnicity=ethnicity,
        born=born,
        number=resident_number(rng, at.code, born, male=is_male),
        place=at,
        address=home(rng, at),
    )


def _name(rng: random.Random, name: str, male: bool | None) -> tuple[str, str, bool]:
    is_male = rng.random() < 0.5 if male is None else male
    if name:
        known = [one for one in _MINORITY if one[0] == name]
        return known[0] if known else (name, "汉", is_male)
    kind = rng.random()
    if kind < 0.12 and male is None:
        return rng.choice(_MINORITY)
    given = _RARE if kind < 0.3 else _MALE if is_male else _FEMALE
    return rng.choice(_SURNAMES) + rng.choice(given), "汉", is_male


def _latin(name: str) -> tuple[str, str]:
    surname, _space, given = romanise_person(name).upper().partition(" ")
    return surname, given.replace(" ", "")
