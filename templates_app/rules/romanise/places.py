"""Place names whose reading the usual one misses."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from templates_app.rules.romanise.syllables import spell

PLACES: Mapping[str, str] = MappingProxyType(
    {
        "朝阳": "chaoyang",
        "长宁": "changning",
        "洪洞": "hongtong",
        "浚县": "xunxian",
        "单县": "shanxian",
        "都匀": "duyun",
        "筠连": "junlian",
        "大栅栏": "dashilan",
        "会稽": "kuaiji",
        "六合": "luhe",
        "繁峙": "fanshi",
        "解州": "haizhou",
        "西安": "xi'an",
        "哈尔滨": "harbin",
        "呼和浩特": "hohhot",
        "乌鲁木齐": "urumqi",
        "拉萨": "lhasa",
    }
)
_KNOWN = re.compile("|".join(PLACES))


def spell_place(text: str) -> str:
    """The text in one lower-case word, known place names in it read as places."""
    words, end = [], 0
    for found in _KNOWN.finditer(text):
        words += [spell(text[end : found.start()]), PLACES[found[0]]]
        end = found.end()
    return "".join([*words, spell(text[end:])])
