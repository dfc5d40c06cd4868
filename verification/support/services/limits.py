"""How many requests of one account may be open at once."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import TooMany
from verification.support.models import SupportRequest
from verification.support.rules import MAX_OPEN
from verification.support.states import RequestState


def refuse_too_many(account_id: int) -> None:
    """TooMany (`too_many_open`) at MAX_OPEN; ask within `one_at_a_time`."""
    rows = SupportRequest.objects.filter(account_id=account_id)
    if rows.exclude(state=RequestState.CLOSED).count() >= MAX_OPEN:
        said = _("%(number)d of your requests are open. Close one, or write in one of them.")
        raise TooMany("too_many_open", said % {"number": MAX_OPEN})
