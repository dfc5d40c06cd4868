"""Readings of Chinese characters, without tones, in ASCII where a reading exists."""

from pypinyin import Style, lazy_pinyin, pinyin

from templates_app.rules.text import HAN


def spell(text: str) -> str:
    """The text's syllables in one lower-case word, ü written `yu` (GB/T 28039: 吕 is Lyu).

    A phrase decides the reading of its characters. What is no Chinese
    character, or has no known reading, stays as it is.
    """
    syllables = lazy_pinyin(text, style=Style.NORMAL, v_to_u=False)
    return "".join(_without_v(syllable) for syllable in syllables)


def readings(character: str) -> frozenset[str]:
    """Every reading of one character, ü spelt `v`, `u` and `yu`; itself when it has none."""
    if not HAN.match(character):
        return frozenset({character.casefold()})
    known = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)
    return spellings(known[0] if known else [character])


def spellings(syllables: list[str] | tuple[str, ...]) -> frozenset[str]:
    """The syllables in each way of writing ü."""
    return frozenset(
        written
        for syllable in syllables
        for written in {syllable, _without_v(syllable), syllable.replace("v", "u")}
    )


def capitalise(word: str) -> str:
    """The first letter in upper case, the others as they are."""
    return word[:1].upper() + word[1:]


def _without_v(syllable: str) -> str:
    # No pinyin syllable but those with ü is written with l or n before v.
    return syllable.replace("v", "yu") if syllable in _U_UMLAUT else syllable


_U_UMLAUT = frozenset({"lv", "nv", "lve", "nve"})
