"""Postal addresses."""

import re

from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, problem
from templates_app.rules.text import check_ascii, check_characters, check_required

MAX_LENGTH = 255  # RFC 5733, one street line
CITY_MAX_LENGTH = 64

_HOUSE_NUMBER = re.compile("[0-9０-９]|[一二三四五六七八九十百零〇]+(?:号|弄|栋|幢|楼|室|层|组|队)")


def check_address(address: str, *, english: bool = False) -> list[Problem]:
    """Whether the address is complete to the house number and can be sent to a registry.

    Seed 002 (注册者身份信息填写有误) asks for the house number; a registry's
    schema refuses control characters, `<`, `>`, `&` and emoji. `english`: the
    international form, ASCII only.
    """
    required = check_required(address, max_length=MAX_LENGTH)
    if required:
        return required
    refused = check_characters(address)
    if english:
        refused = refused or check_ascii(address)
    return [*refused, *_check_house_number(address)]


def check_city(city: str) -> list[Problem]:
    """Whether there is a city that can be sent to a registry."""
    required = check_required(city, max_length=CITY_MAX_LENGTH)
    return required or check_characters(city)


def _check_house_number(address: str) -> list[Problem]:
    if _HOUSE_NUMBER.search(address):
        return []
    message = _("The address has no house number. Add the street, the house number and the room.")
    return [problem("address_incomplete", message)]
