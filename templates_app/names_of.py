"""Countries, provinces and document types by the name that the reader's language gives them."""

from django.utils.translation import get_language

from templates_app.rules.document_types import DOCUMENT_TYPES, document_types_for
from templates_app.rules.regions import COUNTRIES, PROVINCES, find_province


def in_chinese() -> bool:
    """Whether the reader reads Chinese."""
    return (get_language() or "").startswith("zh")


def document_type_name(code: str) -> str:
    """The type's name; an unknown code stands for itself."""
    known = DOCUMENT_TYPES.get(code)
    if known is None:
        return code
    return known.name_zh if in_chinese() else known.name_en


def country_name(code: str) -> str:
    """The country's name; an unknown code stands for itself."""
    known = COUNTRIES.get(code)
    if known is None:
        return code
    return known.name_zh if in_chinese() else known.name_en


def province_name(text: str) -> str:
    """The province's name in the reader's language; other countries' as typed."""
    known = find_province(text)
    if known is None:
        return text
    return known.name_zh if in_chinese() else known.name_en


def document_type_choices(holder_type: str) -> list[tuple[str, str]]:
    """What a menu offers to this holder type."""
    return [(kind.code, document_type_name(kind.code)) for kind in document_types_for(holder_type)]


def country_choices() -> list[tuple[str, str]]:
    """All countries, the supported ones first."""
    return [(code, country_name(code)) for code in COUNTRIES]


def province_choices() -> list[tuple[str, str]]:
    """The mainland's provinces: what is kept, and what the reader calls it."""
    return [(found.name_zh, province_name(code)) for code, found in PROVINCES.items()]
