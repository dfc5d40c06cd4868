"""Latin names: typed one way, printed another (ICAO 9303 part 3, section 6: transliteration)."""

import unicodedata
from enum import StrEnum
from itertools import permutations

# What machine-readable zones write for letters with marks where they don't just drop the mark.
_SPELT_OUT = {
    "Ä": "AE", "Å": "AA", "Æ": "AE", "Ö": "OE", "Ø": "OE", "Œ": "OE", "Ü": "UE", "ß": "SS",
    "ẞ": "SS", "Ñ": "NXX", "Þ": "TH", "Ð": "D", "Đ": "D", "Ł": "L", "Ĳ": "IJ", "ı": "I",
}  # fmt: skip
# The same with the mark dropped.
_PLAIN = _SPELT_OUT | {"Ä": "A", "Å": "A", "Ö": "O", "Ø": "O", "Ü": "U", "Ñ": "N"}
# A name of more words is compared as it stands only.
_MOST_WORDS = 6
MAX_LENGTH = 128


class LatinFit(StrEnum):
    """How a typed Latin name fits a printed one."""

    SAME = "same"
    # A printed word, such as a middle name, was left out.
    SHORTER = "shorter"
    DIFFERENT = "different"


def compare_latin(typed: str, printed: str) -> LatinFit:
    """Case, marks, spaces, hyphens and the order of surname and given names don't count."""
    found = LatinFit.DIFFERENT
    wanted = {words for words in _spellings(printed) if words}
    for words in _spellings(typed):
        if any(_same(words, other) or _same(other, words) for other in wanted):
            return LatinFit.SAME
        if words and any(set(words) < set(other) for other in wanted):
            found = LatinFit.SHORTER
    return found


def latin_words(name: str) -> tuple[str, ...]:
    """The words of a name in upper case, marks dropped, in the order in which they were written."""
    return _words(name, _PLAIN)


def _spellings(name: str) -> set[tuple[str, ...]]:
    return {latin_words(name), _words(name, _SPELT_OUT)}


def _words(name: str, letters: dict[str, str]) -> tuple[str, ...]:
    whole = unicodedata.normalize("NFC", name[:MAX_LENGTH]).replace("ß", "ẞ").upper()
    spelt = "".join(letters.get(character, character) for character in whole)
    plain = unicodedata.normalize("NFKD", spelt)
    # An apostrophe joins (O'Brien is OBRIEN in a machine-readable zone), other marks part.
    joined = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’`ʼ")
    return tuple("".join(c if c.isalnum() else " " for c in joined).split())


def _same(typed: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """The same letters, with the words in any order: given names are written in one or two."""
    if sorted(typed) == sorted(printed):
        return True
    letters = "".join(typed)
    if len(printed) > _MOST_WORDS or len(letters) != sum(map(len, printed)):
        return letters == "".join(printed)
    return any("".join(order) == letters for order in permutations(printed))
