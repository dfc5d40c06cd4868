"""Asking an authority for a sign of life, at once and outside of any transaction."""

import structlog
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from registrar.accounts.middleware import own_transactions
from registrar.errors import NotFound
from registrar.post_or_back import post_or_back
from registrar.tenancy.context import acting_as
from verification.models import Authority
from verification.review.requests import StaffRequest
from verification.services.authority_pausing import OWN_ERROR, record_trial, start_trial

from .page_names import authority_url, require_manager
from .port import AuthorityError, get_authority
from .trouble_words import trouble_of

log = structlog.get_logger(__name__)


@own_transactions
@post_or_back("admin:verification_authority_status", "pk")
def try_now(request: StaffRequest, pk: int) -> HttpResponse:
    """Call it whatever its circuit says; an answer closes the circuit, trouble opens it anew."""
    with acting_as(request.actor) as actor:
        require_manager(request)
        try:
            row = start_trial(actor=actor, authority_id=pk)
        except NotFound:
            raise Http404 from None
    trouble = _call(row)
    with acting_as(request.actor) as actor:
        record_trial(actor=actor, authority=row, trouble=trouble)
    if trouble:
        found = trouble_of(trouble)
        text = _("%(what)s. %(then)s") % {"what": found.what, "then": found.then}
        messages.warning(request, text)
    else:
        messages.success(request, _("It answers as it should."))
    return HttpResponseRedirect(authority_url("status", pk))


def _call(row: Authority) -> str:
    """The kind of trouble that the call came to, "" where it answered."""
    try:
        get_authority(row).probe()
    except AuthorityError as error:
        return error.kind
    except Exception as error:
        # Ours, like a broken row: nothing that the authority is to blame for.
        log.exception("authority_trial_broke_off", authority=row.code, error=type(error).__name__)
        return OWN_ERROR
    return ""
