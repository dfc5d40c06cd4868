"""What a machine-readable zone says, as values."""

from dataclasses import dataclass, replace

from verification.reading.model import Field, ReadValue

from .page import Page
from .zone import Zone

# With a check digit that holds; in both zones alike; without proof at most.
_PROVEN, _BOTH, _UNPROVEN = 0.97, 0.99, 0.8
# Nationalities whose code in the zone is not that of ISO 3166.
_COUNTRIES = {"D": "DEU"}


@dataclass(frozen=True, slots=True)
class ZoneValue:
    """`proven`: by its check digit, or by what stands in the other line."""

    value: ReadValue
    proven: bool

    def better_of(self, printed: ReadValue | None) -> ReadValue:
        """This one or what is printed above, whichever is surer; both where they agree."""
        if printed is None:
            return self.value
        if printed.text == self.value.text:
            sure = max(_BOTH if self.proven else 0.0, printed.confidence, self.value.confidence)
            return replace(printed, confidence=sure)
        if self.proven:
            return self.value
        return max(printed, self.value, key=lambda value: value.confidence)


def zone_values(page: Page, zone: Zone) -> dict[Field, ZoneValue]:
    """The zone's values but the names, which `travel_names` compares with the printed ones.

    No check digit covers sex and nationality (ICAO 9303 parts 4 and 5): the country is proven
    where the issuer, in the other line, is the same.
    """
    country = _COUNTRIES.get(zone.nationality, zone.nationality)
    texts = {
        Field.NUMBER: (zone.number, "number" in zone.proven),
        Field.BORN_ON: (zone.born_on, "born_on" in zone.proven),
        Field.EXPIRES_ON: (zone.expires_on, "expires_on" in zone.proven),
        Field.SEX: (zone.sex, False),
        Field.COUNTRY: (country, "all" in zone.proven and zone.issuer == zone.nationality),
    }
    box = zone.data.box(page.width, page.height)
    read = zone.data.confidence
    found = {}
    for field, (text, proven) in texts.items():
        if text:
            sure = max(read, _PROVEN) if proven else min(read, _UNPROVEN)
            found[field] = ZoneValue(ReadValue(text, sure, box), proven)
    return found
