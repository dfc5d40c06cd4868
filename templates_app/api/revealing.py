"""/templates/{id}/number: the whole document number, the one answer that holds it."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from templates_app import services
from templates_app.selectors import get_template

from . import docs
from .serializers import RevealReason


class TemplateNumberView(ApiView):
    """A key stands in for the code that people enter: it needs `sensitive` besides."""

    scopes = {"POST": Permission.TEMPLATES_WRITE}

    @extend_schema(**docs.REVEAL)
    def post(self, request: Request, template_id: str) -> Response:
        template = get_template(template_id)
        only(request)
        reason = read_body(RevealReason, request)["reason"]
        number = services.reveal_number(actor=self.actor, template=template, reason=reason)
        return Response({"document_number": number}, headers={"Cache-Control": "no-store"})
