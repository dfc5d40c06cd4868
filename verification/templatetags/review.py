"""{% load review %}: words and places of the reviewers' workbench."""

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registrar.oplog.actor_texts import actor_name
from verification.asking.items import ITEMS, item_of
from verification.authorities.port import Standing
from verification.precheck.finding import Place

register = template.Library()

_STANDINGS: Mapping[str, str | Promise] = {
    Standing.PENDING: _("Not decided yet"),
    Standing.PASSED: _("Passed"),
    Standing.FAILED: _("Failed"),
}


@register.filter
def place_data(place: Place) -> str:
    """For data-place: the picture's number from 1, then left, top, right and bottom in
    ten-thousandths of the upright picture; the number alone for the whole of it."""
    number = str(place.picture + 1)
    if place.box is None:
        return number
    sides = (place.box.left, place.box.top, place.box.right, place.box.bottom)
    return f"{number}:{','.join(str(round(min(1.0, max(0.0, side)) * 10_000)) for side in sides)}"


@register.filter
def said_actor(label: str) -> str:
    """The system's own label is a code."""
    return actor_name(label)


@register.filter
def standing_name(standing: str) -> str | Promise:
    """What an authority said, in words; what is unknown stands for itself."""
    return _STANDINGS.get(standing, standing)


@register.filter
def asked_title(what: str) -> str | Promise:
    """What was asked for; a code that left the catalogue stands for itself."""
    return item_of(what).title if what in ITEMS else what
