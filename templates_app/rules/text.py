"""Kinds of characters that the rules tell apart."""

import re
import unicodedata

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, problem

# 〇, the basic block with extension A, compatibility forms, and planes 2 and 3:
# rare characters in people's names live outside the basic plane.
HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

# What most texts are made of, told at one look: Chinese and printable ASCII but < > &.
_ORDINARY = re.compile(rf"(?:{HAN.pattern}|[ -%'-;=?-~])*")
# Control, format, surrogate, private use, unassigned, line and paragraph separators.
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARKUP = frozenset("<>&")
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def has_han(text: str) -> bool:
    """Whether the text holds a Chinese character."""
    return HAN.search(text) is not None


def is_space(character: str) -> bool:
    """Whether the character is a space of any width, or invisible (copied from a PDF or a chat)."""
    return character.isspace() or unicodedata.category(character) == "Cf"


def space_positions(text: str) -> list[int]:
    """Where spaces and invisible characters stand, counted from 1."""
    return [at for at, character in enumerate(text, start=1) if is_space(character)]


def is_fullwidth(character: str) -> bool:
    """Whether the character is the full-width twin of an ASCII character."""
    return "\uff01" <= character <= "\uff5e"


def fold_width(text: str) -> str:
    """Full-width ASCII twins made half width, one for one; everything else stays."""
    return text.translate(_HALF)


def check_required(text: str, *, max_length: int) -> list[Problem]:
    """Whether there is anything, and no more than `max_length` characters of it."""
    if not text.strip():
        return [problem("field_required", _("This field is required. Fill it in."))]
    if len(text) > max_length:
        message = format_lazy(
            _("At most {limit} characters fit here; {actual} were typed. Shorten the text."),
            limit=max_length,
            actual=len(text),
        )
        return [problem("field_too_long", message, limit=max_length, actual=len(text))]
    return []


def check_characters(text: str, *, markup_allowed: str = "") -> list[Problem]:
    """Characters that a registry's XML schema refuses (seed 000, contact parameters).

    Control and invisible characters, `<`, `>` and `&` (but those in
    `markup_allowed`), private-use characters and emoji; Chinese characters of
    every plane pass.
    """
    if _ORDINARY.fullmatch(text):
        return []
    positions = [
        at
        for at, character in enumerate(text, start=1)
        if _is_refused(character) and character not in markup_allowed
    ]
    if not positions:
        return []
    message = _("The registry refuses some of these characters. Delete the marked ones.")
    return [problem("field_characters_invalid", message, positions=positions)]


def check_ascii(text: str) -> list[Problem]:
    """Characters beyond ASCII in a field of the international form (RFC 5733, type `int`)."""
    positions = [at for at, character in enumerate(text, start=1) if not character.isascii()]
    if not positions:
        return []
    message = _("Use only English letters, digits and punctuation here. Replace the marked ones.")
    return [problem("field_characters_invalid", message, positions=positions)]


def _is_refused(character: str) -> bool:
    if HAN.match(character):
        return False
    return (
        ord(character) > 0xFFFF
        or ord(character) in _VARIATION_SELECTORS
        or character in _MARKUP
        or unicodedata.category(character) in _REFUSED_CATEGORIES
    )
