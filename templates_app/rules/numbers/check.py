"""The entry point: everything that can be said about a number without its document."""

from django.utils.translation import gettext_lazy as _

from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.numbers.confusable import correct_forbidden, correct_permitted
from templates_app.rules.numbers.findings import (
    checksum_wrong,
    confusable,
    forbidden_characters,
    length_wrong,
)
from templates_app.rules.numbers.layout import misfits
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.numbers.standards import has_free_form, standard_for
from templates_app.rules.numbers.typed import Typed, normalise_number, read_typed
from templates_app.rules.problems import Problem, problem
from templates_app.rules.text import check_characters, check_required

MAX_LENGTH = 64


def check_number(document_type: str, number: str) -> list[Problem]:
    """What is wrong with `number` as a number of `document_type`; empty when nothing is.

    The number is normalised first. What was typed badly (spaces, width, copy
    suffix) is reported and then set aside, so that one call finds everything.
    Levels are those of the finding codes; passports only ever warn.
    """
    if document_type not in DOCUMENT_TYPES:
        message = _("This document type is not known. Choose one from the list.")
        return [problem("document_type_not_allowed", message, document_type=document_type)]
    number = normalise_number(number)
    required = check_required(number, max_length=MAX_LENGTH)
    if required:
        return required
    typed = read_typed(number, bare_suffix=not has_free_form(document_type))
    standard = standard_for(document_type, typed.text)
    if standard is None:
        return [*typed.problems, *check_characters(typed.text)]
    return [*typed.problems, *_check_standard(typed, standard)]


def suggest_number(document_type: str, number: str) -> str | None:
    """The number that was most likely meant, when it is valid and differs from what was typed.

    A whole document number: never log it, never put it into evidence.
    """
    number = normalise_number(number)
    if document_type not in DOCUMENT_TYPES:
        return None
    text = read_typed(number, bare_suffix=not has_free_form(document_type)).text
    standard = standard_for(document_type, text)
    if standard is not None and not standard.accepts(text):
        text = _correction(text, standard) or ""
    return text if text and text != number else None


def _correction(number: str, standard: Standard) -> str | None:
    candidates = (
        correct_forbidden(number, standard),
        correct_permitted(number, standard),
        number.replace("-", ""),
    )
    return next((text for text in candidates if text and standard.accepts(text)), None)


def _check_standard(typed: Typed, standard: Standard) -> list[Problem]:
    number = typed.text
    if standard.accepts(number):
        return standard.hints(number)
    other = standard.wrong_field(number)
    if other:
        return other
    layout = standard.closest_layout(number)
    if layout is None:
        return [length_wrong(number, standard)]
    wrong = misfits(number, layout)
    if wrong:
        return _check_misfits(typed, standard, wrong)
    corrected = correct_permitted(number, standard)
    found = [confusable(typed, corrected, standard)] if corrected else []
    return [*found, checksum_wrong(standard)]


def _check_misfits(typed: Typed, standard: Standard, wrong: list[int]) -> list[Problem]:
    corrected = correct_forbidden(typed.text, standard)
    found = [confusable(typed, corrected, standard)] if corrected else []
    if found and standard.level == "warn":
        return found
    return [*found, forbidden_characters(typed, standard, wrong)]
