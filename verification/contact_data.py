"""The holder's other data, as dossiers hold them."""

from typing import Any

from domains.models import Domain
from templates_app.models import InfoTemplate

# A dossier's field, and the column of a template that holds it. A domain's contact uses the
# same names as keys.
_COLUMNS = {
    "contact": "contact_name_zh",
    "contact_en": "contact_name_en",
    "country": "country",
    "province": "province",
    "city": "city",
    "address": "address_zh",
    "address_en": "address_en",
    "postcode": "postcode",
    "phone_country_code": "phone_country_code",
    "phone_number": "phone_number",
}


def contact_data(*, template: InfoTemplate | None, domain: Domain | None) -> dict[str, Any]:
    """Of the template itself, or of the domain's contact: whichever is given."""
    if domain is not None:
        found = {key: str(domain.contact.get(name) or "") for key, name in _COLUMNS.items()}
        return found | {"name_en": domain.registrant_name_en}
    found = {key: getattr(template, name) for key, name in _COLUMNS.items()}
    return found | {"name_en": template.name_en if template else ""}
