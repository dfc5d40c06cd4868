"""Invented organisations."""

import datetime as dt
import random
from dataclasses import dataclass

from tests.precheck_set.holders.numbers import (
    credit_code,
    digits,
    organisation_code,
    registration_number,
)
from tests.precheck_set.holders.people import person
from tests.precheck_set.holders.places import PLACES, Place, seat
from tests.precheck_set.holders.words import words


@dataclass(frozen=True)
class Organisation:
    """`head_label` is what its paper calls the person at its head."""

    name: str
    kind: str
    head: str
    head_label: str
    code: str
    organisation_code: str
    registration_number: str
    serial: str
    place: Place
    address: str
    founded: dt.date
    scope: str


_MARKS = [
    "云岫",
    "启澜",
    "恒泽",
    "锐思",
    "青禾",
    "万象",
    "博远",
    "星辰",
    "中科智",
    "汇丰源",
    "鼎盛",
    "华耀",
    "凌霄",
    "沐阳",
    "致合",
]
_TRADES = [
    "网络科技",
    "信息技术",
    "生物医药",
    "文化传媒",
    "供应链管理",
    "新能源",
    "餐饮管理",
    "建筑工程",
    "电子商务",
]
_SHOPS = words("便利店 小吃店 理发店 服装店 五金经营部 花店")
_SCOPE = (
    "技术开发、技术咨询、技术转让、技术服务；计算机系统服务；软件开发；销售电子产品、日用品、"
    "办公用品。（依法须经批准的项目，经相关部门批准后方可开展经营活动）"
)
# Names that wrap onto a second line of their paper.
_LONG = (
    "内蒙古锡林郭勒草原绿谷现代畜牧业科技发展股份有限公司",
    "中青汇智（北京）国际文化艺术交流发展中心有限责任公司呼和浩特分公司",
    "新疆天山南麓特色林果产业技术研究开发集团有限公司",
    "粤港澳大湾区海洋生态环境监测与修复技术（深圳）有限公司",
)


def company(rng: random.Random, *, name: str = "", old: bool = False) -> Organisation:
    """A company; `old`: from before the merger of the certificates (2015)."""
    at = rng.choice(PLACES)
    city = (at.city or at.province).removesuffix("市")
    made = name or rng.choice(
        (
            f"{city}{rng.choice(_MARKS)}{rng.choice(_TRADES)}有限公司",
            f"{rng.choice(_MARKS)}（{city}）{rng.choice(_TRADES)}有限公司",
            f"{city}{rng.choice(_MARKS)}{rng.choice(_TRADES)}股份有限公司",
        )
    )
    kind = "有限责任公司(自然人投资或控股)" if "股份" not in made else "其他股份有限公司(非上市)"
    return _made(rng, at, made, kind, "法定代表人", "91", young=not old)


def long_company(rng: random.Random) -> Organisation:
    return company(rng, name=rng.choice(_LONG))


def shop(rng: random.Random) -> Organisation:
    """个体工商户."""
    at = rng.choice(PLACES)
    name = f"{at.county}{rng.choice(_MARKS)}{rng.choice(_SHOPS)}"
    return _made(rng, at, name, "个体工商户", "经营者", "92")


def partnership(rng: random.Random) -> Organisation:
    at = rng.choice(PLACES)
    city = (at.city or at.province).removesuffix("市")
    name = f"{city}{rng.choice(_MARKS)}创业投资合伙企业（有限合伙）"
    return _made(rng, at, name, "有限合伙企业", "执行事务合伙人", "91")


_BODIES = {
    "TYDM": ("11", "机关", "{city}市{mark}政务服务中心"),
    "ORG": ("91", "企业法人", "{city}{mark}机械制造有限公司"),
    "SYDWFR": ("12", "事业单位", "{city}市{mark}中学"),
    "SHTTFR": ("51", "社会团体", "{city}市{mark}摄影家协会"),
    "MBFQY": ("52", "民办非企业单位", "{city}{mark}职业技能培训学校"),
    "JJHFR": ("53", "基金会", "{city}{mark}公益慈善基金会"),
    "LSZY": ("31", "律师事务所", "{province}{mark}律师事务所"),
}


def body_of(rng: random.Random, document_type: str) -> Organisation:
    """An organisation that holds a certificate of this type."""
    authority, kind, pattern = _BODIES[document_type]
    at = rng.choice(PLACES)
    city = (at.city or at.province).removesuffix("市")
    name = pattern.format(city=city, mark=rng.choice(_MARKS), province=at.province)
    label = "负责人" if document_type in ("TYDM", "LSZY") else "法定代表人"
    return _made(rng, at, name, kind, label, authority, young=document_type != "ORG")


def _made(
    rng: random.Random,
    at: Place,
    name: str,
    kind: str,
    head_label: str,
    authority: str,
    *,
    young: bool = True,
) -> Organisation:
    code = credit_code(rng, authority, at.code, young=young)
    first = 2016 if young else 1998
    founded = dt.date(rng.randrange(first, first + 8), rng.randrange(1, 13), rng.randrange(1, 29))
    return Organisation(
        name=name,
        kind=kind,
        head=person(rng).name,
        head_label=head_label,
        code=code,
        organisation_code=code[8:17] if young else organisation_code(rng, young=False),
        registration_number=registration_number(rng, at.code),
        serial=digits(rng, 20),
        place=at,
        address=seat(rng, at),
        founded=founded,
        scope=_SCOPE,
    )
