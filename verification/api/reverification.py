"""GET /domains/{name}/reverification: why a domain failed and the two ways on."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from domains.selectors.domains import find_domain
from registrar.accounts.permissions import Permission
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.tenancy.actor import Actor
from verification.failures import failure_outline
from verification.languages import current_language
from verification.reverification.because_texts import because_text
from verification.reverification.rules import Route, RouteOffer
from verification.reverification.selectors import (
    Outlook,
    TemplateOption,
    outlook_for,
)
from verification.telling import may_see_what_was_read

from .reverification_schema import ReverificationSerializer
from .waiting_shapes import blocker_shape, reminder_shape, unchanged_shape


class ReverificationView(ApiView):
    """What failed, the routes with their templates, the expected day and our recommendation."""

    scopes = {"GET": Permission.DOMAINS_READ}

    @extend_schema(
        summary="Why a domain failed, and the ways on",
        description=(
            "What needs `domains:read` only comes with it. Without `verifications:read` no cause "
            "is diagnosed (each reads `unknown`); without `templates:read` no template is listed."
        ),
        responses=ReverificationSerializer,
    )
    def get(self, request: Request, name: str) -> Response:
        only(request)
        outlook = outlook_for(
            find_domain(name),
            language=current_language(),
            with_read=may_see_what_was_read(self.actor),
        )
        return Response(shape_outlook(outlook, self.actor))


def shape_outlook(outlook: Outlook, actor: Actor) -> dict[str, Any]:
    """A narrow key reads no further than its scopes: evidence names verified holders."""
    failure = outlook.failure
    if outlook.submission and not actor.may(Permission.VERIFICATIONS_READ):
        failure = failure_outline(outlook.submission, current_language())
    listed = outlook.options if actor.may(Permission.TEMPLATES_READ) else ()
    return {
        "domain": outlook.domain.name,
        "failure": failure,
        "failures": outlook.failures,
        "alternatives": [
            {"reason": found.reason, "other": str(found.other), "text": str(found.text)}
            for found in outlook.alternatives
        ],
        "routes": [_shape_offer(outlook, offer, listed) for offer in outlook.offers],
    }


def _shape_offer(
    outlook: Outlook, offer: RouteOffer, listed: Sequence[TemplateOption]
) -> dict[str, Any]:
    first = offer.route is Route.CHANGE_REGISTRANT
    options = listed if first else ()
    way = None if first else outlook.way
    return {
        "route": str(offer.route),
        "available": offer.available,
        "blocked_by": [blocker.code for blocker in offer.blocked_by],
        "blockers": [blocker_shape(blocker) for blocker in offer.blocked_by],
        "templates": [_shape_template(option) for option in options],
        "expected_on": offer.expected_on.isoformat(),
        "expected_provisional": offer.provisional,
        "safe_from": offer.safe_from.isoformat() if offer.safe_from else None,
        "safe_provisional": offer.safe_provisional,
        "reminder": reminder_shape(way.reminder if way else None),
        "unchanged": unchanged_shape(way),
        "recommended": offer.recommended,
        "because": [str(code) for code in offer.because],
        "because_texts": [because_text(offer.route, code) for code in offer.because],
    }


def _shape_template(option: TemplateOption) -> dict[str, Any]:
    template = option.template
    return {
        "id": template.public_id,
        "name": template.name_zh,
        "name_en": template.name_en,
        "registrant_type": template.holder_type,
        "document_type": template.document_type,
        "document_number": template.number_masked,
        "contact_name": template.contact_name_zh,
        "same_holder": option.same_holder,
    }
