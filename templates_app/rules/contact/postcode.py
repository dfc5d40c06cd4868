"""Postcodes by country."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, problem
from templates_app.rules.regions import find_province

# Hong Kong and Macau have no postcodes; forms that insist are given one of these.
_SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "CN": r"[0-9]{6}",
        "HK": r"(?:000000|999077)?",
        "MO": r"(?:000000|999078|999077)?",
        "TW": r"[0-9]{3}(?:[0-9]{2,3})?",
    }
)
_ELSEWHERE = r"[A-Za-z0-9][A-Za-z0-9 -]{0,15}|"  # RFC 5733: at most 16 characters


def check_postcode(country: str, postcode: str, *, province: str = "") -> list[Problem]:
    """Whether the postcode has its country's form, and on the mainland its province's beginning.

    `country` is an ISO 3166-1 alpha-2 code, `province` a code or name; an
    unknown province is not judged.
    """
    if not re.fullmatch(_SHAPES.get(country, _ELSEWHERE), postcode.strip()):
        message = _("Postcodes there are written differently. On the mainland type 6 digits.")
        return [problem("postcode_invalid", message)]
    region = find_province(province) if country == "CN" else None
    if region and region.postcodes and not postcode.strip().startswith(region.postcodes):
        message = _("The postcode belongs to another province. Check the postcode and the region.")
        return [problem("region_mismatch", message, province=region.code)]
    return []
