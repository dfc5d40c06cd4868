"""What pages do with a service's answer to an operation that was asked for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from domains import gates
from domains.gating import blockers_of
from domains.models import Domain, Operation
from domains.selectors.operations import open_operation_of
from registrar.errors import ServiceError


def to_new_operation(request: HttpRequest, operation: Operation) -> HttpResponse:
    """On to the page that follows it."""
    messages.success(request, _("Submitted. The registry answers soon."))
    return _to(operation.public_id)


def to_open_operation(request: HttpRequest, refusal: ServiceError) -> HttpResponse | None:
    """Sent twice, or somebody was faster: on to the one under way; None where there is none."""
    under_way = refusal.extra.get("operation")
    if not under_way:
        return None
    messages.info(request, str(refusal.message))
    return _to(under_way)


def is_refused_anyway(domain: Domain, kind: gates.Operation) -> bool:
    """Whether the gate or one under way stands against it, so that no code is asked for first:
    nobody enters a code to hear that it is closed. The service asks both again."""
    return bool(blockers_of(domain, kind)) or open_operation_of(domain, kind.value) is not None


def _to(public_id: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("domains:operation", args=[public_id]))
