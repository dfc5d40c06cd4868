"""What a name must be like to be registered here, and for how long; pure."""

import datetime as dt
from collections.abc import Collection, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from domains.names import NotAName, labels_of, suffix_of, to_ascii
from registrar.errors import FieldError, InvalidInput

# RFC 5731, section 3.2.1 leaves it to the registry: all of ours sell 1 to 10 years.
MIN_YEARS, MAX_YEARS = 1, 10
MAX_NAMESERVERS = 13  # as many as fit into a plain answer of the root (RFC 1035)


def check_new_name(ascii_name: str, sold: Collection[str]) -> None:
    """InvalidInput (field `name`) unless it is one label before a suffix that is `sold`."""
    suffix = suffix_of(ascii_name)
    if suffix not in sold:
        told = {"suffix": suffix, "sold": ", ".join(f".{one}" for one in sold)}
        raise _wrong("name", "suffix_not_sold", _NOT_SOLD % told)
    if len(labels_of(ascii_name)) != 1:
        raise _wrong("name", "not_registrable", _TOO_DEEP % {"suffix": suffix})


def check_years(years: object) -> None:
    """InvalidInput (field `years`) unless it is a whole number from 1 to 10."""
    whole = isinstance(years, int) and not isinstance(years, bool)
    if not whole or not MIN_YEARS <= years <= MAX_YEARS:  # type: ignore[operator]
        message = _("A whole number from %(least)d to %(most)d is expected.")
        raise _wrong("years", "invalid", message % {"least": MIN_YEARS, "most": MAX_YEARS})


def clean_nameservers(given: Sequence[str]) -> list[str]:
    """Their A-labels, without repetitions; InvalidInput (field `nameservers`) for no host names,
    and for more than 13."""
    try:
        found = list(dict.fromkeys(to_ascii(one) for one in given))
    except NotAName:
        message = _("Names of nameservers such as ns1.example.com are expected.")
        raise _wrong("nameservers", "invalid", message) from None
    if len(found) > MAX_NAMESERVERS:
        too_many = _("At most %(count)d nameservers.") % {"count": MAX_NAMESERVERS}
        raise _wrong("nameservers", "too_many", too_many)
    return found


def years_later(moment: dt.datetime, years: int) -> dt.datetime:
    """The same day and time; from 29 February, 28 February where there is no 29th."""
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:
        return moment.replace(year=moment.year + years, day=28)


def _wrong(field: str, code: str, message: str | Promise) -> InvalidInput:
    return InvalidInput(errors=[FieldError(field, code, message)])


_NOT_SOLD = _("Names under .%(suffix)s can't be registered here. Possible are: %(sold)s.")
_TOO_DEEP = _("Only the name directly before .%(suffix)s can be registered.")
