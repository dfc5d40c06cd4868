"""Real counties with their GB/T 2260 codes, and invented streets."""

import random
from dataclasses import dataclass

from tests.precheck_set.holders.words import words


@dataclass(frozen=True)
class Place:
    code: str
    province: str
    city: str
    county: str

    @property
    def full(self) -> str:
        return f"{self.province}{self.city}{self.county}"


_ROWS = """
110105 北京市 - 朝阳区|310115 上海市 - 浦东新区|440106 广东省 广州市 天河区
440305 广东省 深圳市 南山区|330106 浙江省 杭州市 西湖区|510104 四川省 成都市 锦江区
420106 湖北省 武汉市 武昌区|610113 陕西省 西安市 雁塔区|320505 江苏省 苏州市 虎丘区
350203 福建省 厦门市 思明区|370202 山东省 青岛市 市南区|210102 辽宁省 沈阳市 和平区
650102 新疆维吾尔自治区 乌鲁木齐市 天山区|540102 西藏自治区 拉萨市 城关区
150102 内蒙古自治区 呼和浩特市 新城区|530102 云南省 昆明市 五华区|430104 湖南省 长沙市 岳麓区
460105 海南省 海口市 秀英区|500112 重庆市 - 渝北区|450103 广西壮族自治区 南宁市 青秀区
"""

PLACES = tuple(
    Place(code, province, "" if city == "-" else city, county)
    for row in _ROWS.replace("\n", "|").split("|")
    if row.strip()
    for code, province, city, county in [row.split()]
)
_STREETS = [
    "青石巷",
    "望湖路",
    "松风街",
    "云栖大道",
    "学府南路",
    "锦绣东街",
    "长宁里",
    "银杏路",
    "芙蓉大道",
    "海棠湾路",
]
_ESTATES = words("碧水苑 翠竹园 金桂花园 和顺里小区 明月湾 星河国际")
_BUILDINGS = words("创新大厦 致远中心 启明科技园 汇通商务楼 天元广场")


def place(rng: random.Random) -> Place:
    return rng.choice(PLACES)


def home(rng: random.Random, at: Place) -> str:
    """Where a person lives, as a resident card prints it."""
    return (
        f"{at.full}{rng.choice(_STREETS)}{rng.randrange(1, 399)}号{rng.choice(_ESTATES)}"
        f"{rng.randrange(1, 30)}栋{rng.randrange(1, 4)}单元{rng.randrange(101, 2909)}室"
    )


def seat(rng: random.Random, at: Place) -> str:
    """Where an organisation sits."""
    return (
        f"{at.full}{rng.choice(_STREETS)}{rng.randrange(1, 999)}号"
        f"{rng.choice(_BUILDINGS)}{rng.choice('ABC')}座{rng.randrange(101, 3301)}室"
    )
