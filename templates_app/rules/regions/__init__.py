"""Countries and regions an address or a number can name."""

from templates_app.rules.regions.countries import COUNTRIES, Country
from templates_app.rules.regions.provinces import (
    PROVINCES,
    Province,
    find_province,
    is_region_prefix,
)

__all__ = ["COUNTRIES", "PROVINCES", "Country", "Province", "find_province", "is_region_prefix"]
