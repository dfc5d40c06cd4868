"""A pre-check as text for a terminal, in the active language."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from templates_app.names_of import document_type_name
from verification.materials_rules.format_names import format_name
from verification.materials_rules.sizes import format_size
from verification.precheck_shapes import TYPE
from verification.reading.model import LONG_TERM, SURE, Field

_LEVELS: Mapping[str, Promise] = {
    "block": gettext_lazy("blocks"),
    "warn": gettext_lazy("please check"),
    "info": gettext_lazy("for your information"),
}
_VALUES: Mapping[str, Promise] = {
    TYPE: gettext_lazy("Document type"),
    "document_number": gettext_lazy("Document number"),
    Field.NAME: gettext_lazy("Name"),
    Field.NAME_LATIN: gettext_lazy("Name in Latin letters"),
    Field.LEGAL_REPRESENTATIVE: gettext_lazy("Legal representative"),
    Field.ISSUED_ON: gettext_lazy("Issued on"),
    Field.EXPIRES_ON: gettext_lazy("Valid until"),
    Field.ADDRESS: gettext_lazy("Address"),
    Field.SERIAL: gettext_lazy("Serial number"),
    Field.REGISTRATION_NUMBER: gettext_lazy("Registration number"),
    Field.BORN_ON: gettext_lazy("Date of birth"),
    Field.SEX: gettext_lazy("Sex"),
    Field.COUNTRY: gettext_lazy("Country"),
}
# As the readings write them.
_SEXES: Mapping[str, Promise] = {"M": gettext_lazy("male"), "F": gettext_lazy("female")}


def say_precheck(shown: Mapping[str, Any]) -> str:
    """What `precheck_shape` shows, `read` included; several lines without a last line break."""
    parts = [_verdict(shown)]
    parts += ["\n".join(_finding(finding)) for finding in shown["findings"]]
    parts.append("\n".join([_("What the pictures say:"), *_values(shown["read"])]))
    if shown["mended"]:
        said = [line for one in shown["mended"] for line in _mended(one)]
        parts.append("\n".join([_("What we change before it is sent:"), *said]))
    return "\n\n".join(parts)


def _verdict(shown: Mapping[str, Any]) -> str:
    if not shown["ready"]:
        return _("Not ready: something below blocks (rules of %(profile)s).") % shown
    if any(finding["level"] == "warn" for finding in shown["findings"]):
        return _("Ready once you have checked the points below (rules of %(profile)s).") % shown
    return _("Ready: nothing stands in the way (rules of %(profile)s).") % shown


def _finding(finding: Mapping[str, Any]) -> Iterator[str]:
    # A title names what is wrong; of what is only told, the message says what it comes to.
    head = finding["message"] if finding["level"] == "info" else finding["title"]
    yield f"[{_LEVELS[finding['level']]}] {head} ({finding['code']})"
    places = ", ".join(dict.fromkeys(place["picture"] for place in finding["places"]))
    if places:
        yield f"    {places}"
    for name in ("message", "evidence"):
        if finding[name] and finding[name] != head:
            yield f"    {finding[name]}"
    for name in ("fix", "retake"):
        if finding[name]:
            yield f"    → {finding[name]}"


def _values(read: Mapping[str, Any]) -> Iterator[str]:
    if not read:
        yield "    " + _("Nothing could be read.")
    for name, value in read.items():
        doubt = "" if value["confidence"] >= SURE else " " + _("(not sure)")
        labelled = {"label": _VALUES[name], "value": _text(name, value["text"])}
        yield "    " + _("%(label)s: %(value)s") % labelled + doubt


def _text(name: str, text: str) -> str:
    if name == TYPE:
        return str(document_type_name(text))
    if name == Field.SEX:
        return str(_SEXES.get(text, text))
    return _("no end date") if text == LONG_TERM else text


def _mended(one: Mapping[str, Any]) -> Iterator[str]:
    size = f"{one['width']} × {one['height']}, {format_size(one['bytes'])}"
    yield f"    {one['picture']} → {format_name(one['format'])}, {size}"
    for change in one["changes"]:
        yield f"        {change['message']}"
