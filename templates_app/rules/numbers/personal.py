"""Which personal document an 18-character number belongs to, by its beginning."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.problems import Problem, problem


def document_type_of(number: str) -> str:
    """81 and 82: Hong Kong and Macau residents; 83: Taiwan; 9: foreigners; else the citizens'."""
    if number[:2] in ("81", "82"):
        return "GAJZZ"
    if number[:2] == "83":
        return "TWJZZ"
    return "WJLSFZ" if number[:1] == "9" else "SFZ"


def check_belongs_to(document_type: str, number: str) -> list[Problem]:
    """Whether a correct 18-character number is one of the chosen document type."""
    fits = document_type_of(number)
    if fits == document_type:
        return []
    message = format_lazy(
        _("This is the number of another document ({code}). Choose that document type instead."),
        code=f"{fits} {DOCUMENT_TYPES[fits].name_zh}",
    )
    return [problem("document_type_mismatch", message, fits=fits)]


def region_unknown(region_code: str) -> Problem:
    """Codes are retired and re-issued, so that an unknown one only warns."""
    message = format_lazy(
        _("Our table does not know the region code {code}. Compare it with the document."),
        code=region_code,
    )
    return problem("region_code_unknown", message, region_code=region_code)
