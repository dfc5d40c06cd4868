"""Latin spellings of Chinese names and addresses: suggestions that people may correct."""

from templates_app.rules.romanise.address import romanise_address
from templates_app.rules.romanise.organisation import romanise_organisation
from templates_app.rules.romanise.person import romanise_person
from templates_app.rules.romanise.translation import check_translation

__all__ = [
    "check_translation",
    "romanise_address",
    "romanise_organisation",
    "romanise_person",
]
