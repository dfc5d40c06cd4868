"""An organisation's name: forms and trades translated, the rest in pinyin."""

import re

from templates_app.rules.regions import PROVINCES
from templates_app.rules.romanise.places import spell_place
from templates_app.rules.romanise.syllables import capitalise
from templates_app.rules.romanise.terms import LONGEST_TERM, TERMS
from templates_app.rules.text import HAN, fold_width, has_han

# City and district at the beginning, a province before them or not: the suffix is not spelt.
_PLACE = re.compile(r"([\u3400-\u9fff]{2,4}?)[市县区](?=[\u3400-\u9fff]{2})")
_PROVINCES = [p.name_zh for p in PROVINCES.values()]


def romanise_organisation(name: str) -> str:
    """Suggest an English name: 深圳市腾讯计算机系统有限公司 is
    `Shenzhen Tengxun Computer System Co., Ltd.`.

    Without a dictionary of words, what is between the known words becomes one
    word of pinyin. A registered English name is always better than this.
    """
    if not has_han(name):
        return " ".join(name.split())
    text = fold_width("".join(name.split()))
    words: list[str] = []
    province = next((name for name in _PROVINCES if text.startswith(name)), "")
    if province:
        words.append(TERMS[province])
        text = text[len(province) :]
    for _level in ("city", "district"):
        place = _PLACE.match(text)
        if place:
            words.append(_place(place[1]))
            text = text[place.end() :]
    return _tidy(" ".join([*words, *_words(text)]))


def _words(text: str) -> list[str]:
    words, spelt, at = [], "", 0
    while at < len(text):
        term = _term_at(text, at)
        if term is None and HAN.match(text[at]):
            spelt, at = spelt + text[at], at + 1
            continue
        words += [_place(spelt), TERMS[term] if term else text[at]]
        spelt, at = "", at + len(term or " ")
    return _join_latin([*words, _place(spelt)])


def _place(name: str) -> str:
    return capitalise(spell_place(name))


def _term_at(text: str, at: int) -> str | None:
    for length in range(min(LONGEST_TERM, len(text) - at), 0, -1):
        if text[at : at + length] in TERMS:
            return text[at : at + length]
    return None


def _join_latin(words: list[str]) -> list[str]:
    """Characters that stood side by side stay one word: A, B, C is ABC."""
    joined: list[str] = []
    glue = False
    for word in filter(None, words):
        single = len(word) == 1 and not HAN.match(word)
        if glue and single:
            joined[-1] += word
        else:
            joined.append(word)
        glue = single
    return joined


def _tidy(text: str) -> str:
    text = re.sub(r"\s*\(\s*", " (", text)
    text = re.sub(r"\s*\)\s*", ") ", text)
    return " ".join(text.split())
