"""Rows of numbers, and of what is written inside of one."""

import datetime as dt
from contextlib import suppress

from django.utils.translation import gettext_lazy as _

from templates_app.rules.numbers import normalise_number
from templates_app.rules.numbers.birth_date import has_birth_date
from verification.checking.beside import HIDDEN
from verification.precheck.numbers import agrees, plain_number, plain_of
from verification.precheck.seen import Seen, best
from verification.reading.model import Field

from .making import Case, compared_row, doubts, read_row
from .row import MARK_WORDS, Mark, Row, Text, plain_parts
from .texts import WRITTEN_OTHERWISE, compare_numbers, shown_number
from .tones import judged

_CODES = ("number_mismatch", "number_wrong_field")
# Other numbers on the paper. One of them may have been typed by mistake: they hide with it.
_OTHERS: tuple[tuple[Field, Text], ...] = (
    (Field.REGISTRATION_NUMBER, _("Registration number")),
    (Field.SERIAL, _("Serial number")),
)
_LIKE_NUMBER = _("as the typed number says it")
# Both sides are masked and look alike.
_UNLIKE = _("the picture shows another date than the typed number says")
_PERSONAL_LENGTH = 18
_SEX_AT = 16
_MAN, _WOMAN = "M", "F"
_SEXES: dict[str, Text] = {_MAN: _("male"), _WOMAN: _("female")}


def number_row(case: Case) -> list[Row]:
    dossier, label = case.dossier, _("Document number")
    typed, seen = plain_number(dossier), best(dossier, Field.NUMBER)
    if seen is None:
        if not typed.text:
            return []
        shown, mark = shown_number(typed.text, hidden=case.hidden), Mark.NOT_READ
        word = MARK_WORDS[mark]
        return [Row(key="number", label=label, typed=shown, mark=mark, tone="muted", word=word)]
    read = plain_of(seen.text, dossier.document_type)
    same = agrees(dossier.document_type, typed.text, seen)
    compared = compare_numbers(typed, read, same=same, hidden=case.hidden)
    notes = (WRITTEN_OTHERWISE,) if normalise_number(dossier.number) != typed.text else ()
    return [compared_row(case, "number", label, compared, seen, codes=_CODES, notes=notes)]


def other_number_rows(case: Case) -> list[Row]:
    found = []
    for field, label in _OTHERS:
        seen = best(case.dossier, field)
        if seen is not None:
            kind = case.dossier.document_type
            parts = shown_number(plain_of(seen.text, kind).text, hidden=case.hidden)
            text = "".join(part.text for part in parts)
            found.append(read_row(case, str(field), label, seen, shown=text))
    return found


def rows_inside(case: Case) -> list[Row]:
    """Birth date and sex beside what the typed number says of them (GB 11643). The date hides
    with the number, of which it is the better half."""
    number = plain_number(case.dossier).text
    if not case.dossier.is_person or len(number) != _PERSONAL_LENGTH:
        return _only_read(case)
    rows = []
    born = best(case.dossier, Field.BORN_ON)
    if born is not None and has_birth_date(number) and _is_day(born.text):
        rows.append(_inside(case, "born_on", _("Born"), _day_in(number), born))
    sex = best(case.dossier, Field.SEX)
    if sex is not None and number[_SEX_AT].isdigit():
        typed = _MAN if int(number[_SEX_AT]) % 2 else _WOMAN
        rows.append(_inside(case, "sex", _("Sex"), typed, sex))
    return rows


def _only_read(case: Case) -> list[Row]:
    found = []
    for field, label in ((Field.BORN_ON, _("Born")), (Field.SEX, _("Sex"))):
        seen = best(case.dossier, field)
        if seen is not None:
            shown = _shown(case, seen.text)
            found.append(read_row(case, str(field), label, seen, shown=shown))
    return found


def _inside(case: Case, key: str, label: Text, typed: str, seen: Seen) -> Row:
    mark = Mark.SAME if typed == seen.text else Mark.DIFFERS
    tone, word = judged(mark, case.findings, codes=(), language=case.language)
    both = [_shown(case, text) for text in (typed, seen.text)]
    return Row(
        key=key,
        label=label,
        typed=plain_parts(both[0]),
        read=plain_parts(both[1]),
        mark=mark,
        tone=tone,
        word=word,
        notes=(_LIKE_NUMBER if both[0] != both[1] or mark is Mark.SAME else _UNLIKE, *doubts(seen)),
        place=seen.place,
    )


def _shown(case: Case, text: str) -> str:
    if not case.hidden or text in _SEXES:
        return str(_SEXES.get(text, text))
    return "".join(HIDDEN if character.isalnum() else character for character in text)


def _day_in(number: str) -> str:
    return f"{number[6:10]}-{number[10:12]}-{number[12:14]}"


def _is_day(text: str) -> bool:
    with suppress(ValueError):
        dt.date.fromisoformat(text)
        return True
    return False
