"""Numbers that keep their standards (GB 11643, GB 32100, GB 11714, ISO 7064), made at random."""

import datetime as dt
import random

from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2, mod_11_10

from templates_app.rules.numbers.organisation_code import organisation_check_character

_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def resident_number(rng: random.Random, region: str, born: dt.date, *, male: bool) -> str:
    """GB 11643; the sequence is odd for a man."""
    sequence = rng.randrange(1, 499) * 2 + male
    body = f"{region}{born:%Y%m%d}{sequence:03}"
    return body + mod_11_2.calc_check_digit(body)


def permit_number(rng: random.Random, region: str, born: dt.date, *, male: bool) -> str:
    """The residence permits' 810000, 820000, 830000."""
    body = f"{region}{born:%Y%m%d}{rng.randrange(1, 99) * 2 + male:03}"
    return body + mod_11_2.calc_check_digit(body)


def permanent_number(rng: random.Random, region: str, nation: str, born: dt.date) -> str:
    """The card of 2023: 9, region, nationality (three digits of ISO 3166-1), birth date."""
    body = f"9{region}{nation}{born:%Y%m%d}{rng.randrange(1, 999):03}"
    return body + mod_11_2.calc_check_digit(body)


def organisation_code(rng: random.Random, *, young: bool = True) -> str:
    """GB 11714; codes given out since 2015 begin with MA."""
    if young:
        body = "MA" + "".join(rng.choice(_CREDIT) for _ in range(6))
    else:
        body = "".join(rng.choice("0123456789") for _ in range(8))
    return body + organisation_check_character(body)


def credit_code(rng: random.Random, authority: str, region: str, *, young: bool = True) -> str:
    """GB 32100; `authority` is its first two characters."""
    body = authority + region + organisation_code(rng, young=young)
    # It leaves the last of eighteen characters out.
    return body + uscc.calc_check_digit(body + "0")


def registration_number(rng: random.Random, region: str) -> str:
    """The 15 digits of licences before the merger."""
    body = f"{region}{rng.randrange(10**7, 10**8):08}"
    return body + mod_11_10.calc_check_digit(body)


def digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))
