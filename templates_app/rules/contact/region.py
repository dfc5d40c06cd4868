"""Whether country, province and address speak of one place."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, problem
from templates_app.rules.regions import PROVINCES, Province, find_province
from templates_app.rules.text import check_characters, check_required

MAX_LENGTH = 64


def check_region(country: str, province: str, address: str = "") -> list[Problem]:
    """Warn when a mainland province is unknown or the Chinese address begins with another one.

    `province` is a code or a name; of other countries' provinces, which may be empty, only
    the length and the characters are judged.
    """
    refused = _check_text(province)
    if refused or country != "CN":
        return refused
    chosen = find_province(province)
    if chosen is None or chosen.code not in PROVINCES:
        message = _("This is not a province of the Chinese mainland. Choose one from the list.")
        return [problem("region_mismatch", message)]
    named = _beginning(address)
    if named is None or named == chosen:
        return []
    message = format_lazy(
        _("The address begins with {named} but {chosen} is chosen. Correct one of them."),
        named=named.name_zh,
        chosen=chosen.name_zh,
    )
    return [problem("region_mismatch", message, named=named.code, chosen=chosen.code)]


def _check_text(province: str) -> list[Problem]:
    if not province.strip():
        return []
    return check_required(province, max_length=MAX_LENGTH) or check_characters(province)


def _beginning(address: str) -> Province | None:
    text = address.strip()
    return next((p for p in PROVINCES.values() if text.startswith(p.name_zh)), None)
