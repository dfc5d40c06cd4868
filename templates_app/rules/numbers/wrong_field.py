"""Another of a licence's numbers, typed where the unified social credit code belongs.

Seed 001 question 1.2 and seed 002: of the several numbers on a certificate the
unified social credit code is the one to type.
"""

import re

from django.utils.translation import gettext_lazy as _

from templates_app.rules.numbers.organisation_code import ORGANISATION_CODE
from templates_app.rules.numbers.resident_id import RESIDENT_ID
from templates_app.rules.problems import Problem, Text, problem

# 13 digits before 2007, 15 since.
_REGISTRATION_NUMBER = re.compile(r"[0-9]{13}(?:[0-9]{2})?")
# Only with a letter in it can one be told from a registration number.
_TAX_NUMBER = re.compile(r"[0-9]{6}(?=.*[A-Z])[0-9A-Z]{9}")

_MESSAGES: dict[str, Text] = {
    "registration_number": _(
        "This is a registration number. "
        "Type the 18-character unified social credit code from the certificate instead."
    ),
    "tax_number": _(
        "This is a tax registration number. "
        "Type the 18-character unified social credit code from the certificate instead."
    ),
    "organisation_code": _(
        "This is an organisation code. "
        "Type the 18-character unified social credit code from the certificate instead."
    ),
    "resident_id": _(
        "This is a person's resident identity number. "
        "Type the organisation's own unified social credit code instead."
    ),
}


def check_credit_field(number: str) -> list[Problem]:
    """What else the number is, where only a unified social credit code will do."""
    kind = _other_kind(number)
    if kind is None and _REGISTRATION_NUMBER.fullmatch(number):
        kind = "registration_number"
    return _say(kind)


def check_licence_field(number: str) -> list[Problem]:
    """The same on a business licence, whose 15-digit registration number will do too."""
    return _say(_other_kind(number))


def _other_kind(number: str) -> str | None:
    if len(number) == 9 and ORGANISATION_CODE.accepts(number):
        return "organisation_code"
    if RESIDENT_ID.accepts(number):
        return "resident_id"
    if _TAX_NUMBER.fullmatch(number) and ORGANISATION_CODE.accepts(number[6:]):
        return "tax_number"
    return None


def _say(kind: str | None) -> list[Problem]:
    if kind is None:
        return []
    return [problem("number_wrong_field", _MESSAGES[kind], looks_like=kind)]
