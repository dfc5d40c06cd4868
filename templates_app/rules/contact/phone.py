"""Phone numbers with their country code (E.164, through libphonenumber's data)."""

import re

import phonenumbers
from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Level, Problem, problem

_CHINA = "86"
_CODE = re.compile(r"\+?(?:00)?([1-9][0-9]{0,2})")
_NUMBER = re.compile(r"[0-9(][0-9 ().-]{2,24}")


def check_phone(country_code: str, number: str, *, country: str = "") -> list[Problem]:
    """Whether the two make a phone number (seed 000, Command syntax error).

    `country_code` may begin with `+` or `00`. An area code such as 010, 21 or
    755 in its place is `country_code_invalid`, also where it happens to be
    another country's (20 is Egypt, and Guangzhou): the number decides, or, when
    it exists in both, the holder's `country` (ISO 3166-1 alpha-2, may be empty).
    """
    if not country_code.strip() or not number.strip():
        return [problem("field_required", _("Fill in the country code and the phone number."))]
    typed = number.strip()
    code = read_country_code(country_code)
    if code is None or _is_chinese_area_code(code, typed, country):
        return [_country_code_problem(country_code)]
    parsed = _parse(code, typed)
    if parsed is None or not phonenumbers.is_possible_number(parsed):
        return [_number_problem("block")]
    return [] if _exists(parsed) else [_number_problem("warn")]


def read_country_code(text: str) -> str | None:
    """The digits of an existing country code, or None."""
    found = _CODE.fullmatch(text.strip())
    if found and int(found[1]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
        return found[1]
    return None


def _parse(code: str, number: str) -> phonenumbers.PhoneNumber | None:
    region = phonenumbers.region_code_for_country_code(int(code))
    if not _NUMBER.fullmatch(number):
        return None
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    return parsed if parsed.country_code == int(code) else None


def _is_chinese_area_code(code: str, number: str, country: str) -> bool:
    if code == _CHINA or not _exists(_parse(_CHINA, f"0{code}{number}")):
        return False
    return country == "CN" or not _exists(_parse(code, number))


def _exists(number: phonenumbers.PhoneNumber | None) -> bool:
    return number is not None and phonenumbers.is_valid_number(number)


def _country_code_problem(country_code: str) -> Problem:
    message = _(
        "This is not a country code. China is 86; put the area code at the beginning "
        "of the phone number instead."
    )
    return problem("country_code_invalid", message, typed=country_code.strip()[:8], china=_CHINA)


def _number_problem(level: Level) -> Problem:
    message = _(
        "This phone number does not exist under the country code. "
        "Check the digits; a landline needs its area code."
    )
    return problem("phone_invalid", message, level=level)
