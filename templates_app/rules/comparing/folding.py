"""A name without what writing and reading it change: width, spaces, dots, traditional forms."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from templates_app.rules.romanise.person import NAME_DOTS
from templates_app.rules.simplified import simplified
from templates_app.rules.text import HAN, is_space

# No name comes near it; it bounds the work on foreign input.
MAX_LENGTH = 255
DOT = "·"

# Forms that a recogniser gives for the ordinary one and that OpenCC leaves: Japanese and
# printers' variants of characters that occur in names.
_PAIRS = """
戸户 呉吴 靑青 淸清 徳德 黒黑 髙高 曽曾 囯国 兪俞 冨富 眞真 鎭镇 産产 歩步 巣巢 単单 徴征
恵惠 渋涩 沢泽 瀬濑 辺边 歳岁 毎每 覚觉 楽乐 薬药 栄荣 営营 桜樱 広广 応应 拡扩 斉齐 済济
浄净 帰归 悪恶 権权 検检 険险 剣剑 験验 経经 軽轻 転转 伝传 戦战 総总 団团 図图 囲围 価价
処处 払拂 気气 亜亚 黙默 塩盐 艶艳 弾弹 鉄铁 銭钱 緑绿 録录
"""
_VARIANTS = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
# Characters of their own in people's names, restored by the table of standard characters
# (通用规范汉字表, 2013), which the converter would merge with another: 李昇 is not 李升.
_OWN = frozenset("昇陞龢祕剋夥")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded name. `places[i]` is where character i stands in the text, from 1; `plain[i]`
    the same character with width and dots folded but in the form that was written."""

    text: str
    places: tuple[int, ...]
    plain: str


def fold_name(text: str) -> Folded:
    """The first 255 characters of a name: half width, one kind of dot, no spaces or invisible
    characters, upper case, simplified forms, one character at a time. No input raises."""
    kept: list[str] = []
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text[:MAX_LENGTH], start=1):
        for one in _plain(character):
            plain.append(one)
            kept.append(_simple(one))
            places.append(place)
    return Folded("".join(kept), tuple(places), "".join(plain))


@lru_cache(maxsize=1 << 14)
def _plain(character: str) -> str:
    wide = unicodedata.normalize("NFKC", character)
    return "".join(DOT if NAME_DOTS.fullmatch(c) else _upper(c) for c in wide if not is_space(c))


def _upper(character: str) -> str:
    # ß and its like become two characters, which would have no place of their own.
    upper = character.upper()
    return upper if len(upper) == 1 else character


@lru_cache(maxsize=1 << 14)
def _simple(character: str) -> str:
    if character in _OWN or not HAN.match(character):
        return character
    return simplified(character).translate(_VARIANTS)
