"""Characters that sound alike: what an input method offers in place of the right one."""

from functools import lru_cache

from templates_app.rules.romanise.syllables import readings
from templates_app.rules.surnames import SURNAMES
from templates_app.rules.text import HAN


def are_homophones(one: str, other: str) -> bool:
    """Whether two different Chinese characters share a reading, whatever the tone.

    Surnames count with their own readings (仇 and 裘). Anything else than two single Chinese
    characters is no pair.
    """
    if one == other or not (HAN.fullmatch(one) and HAN.fullmatch(other)):
        return False
    return bool(_sounds(one) & _sounds(other))


@lru_cache(maxsize=1 << 14)
def _sounds(character: str) -> frozenset[str]:
    # A character without a known reading reads as itself, which no other one does.
    return readings(character) | frozenset(SURNAMES.get(character, ()))
