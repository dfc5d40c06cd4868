"""A person's name in pinyin, surname first: 李晓明 is Li Xiaoming."""

import re

from templates_app.rules.romanise.syllables import capitalise, spell
from templates_app.rules.surnames import COMPOUND_SURNAMES, SURNAMES, split_surname
from templates_app.rules.text import fold_width, has_han

# The dot between the parts of a non-Han name, in the forms keyboards and scanners give.
NAME_DOTS = re.compile(r"[·•・‧∙⋅．.]")


def romanise_person(name: str) -> str:
    """Suggest the Latin spelling of a person's name; a name without Chinese stays as typed.

    Names with a dot (买买提·吐尔逊) keep the order of their parts; others are
    surname and given name, the surname read as surnames are. No tone marks and
    no apostrophes, as passports print it.
    """
    if not has_han(name):
        return " ".join(name.split())
    parts = [part for part in NAME_DOTS.split("".join(name.split())) if part]
    if len(parts) > 1:
        return " ".join(_word(part) for part in parts)
    surname, given = split_surname(parts[0])
    words = (capitalise(spell_surname(surname)), _word(given))
    return " ".join(word for word in words if word)


def spell_surname(surname: str) -> str:
    """The surname's usual reading, in lower case."""
    known = COMPOUND_SURNAMES.get(surname) or SURNAMES.get(surname)
    return known[0] if known else spell(surname)


def _word(text: str) -> str:
    return capitalise(spell(fold_width(text)))
