"""/templates/{id}/disable: barred from use, for good."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from templates_app import services
from templates_app.selectors import get_template

from . import docs
from .shapes import template_shape


class TemplateDisableView(ApiView):
    scopes = {"POST": Permission.TEMPLATES_WRITE}
    problems = {"POST": ("operation_blocked",)}

    @extend_schema(**docs.DISABLE)
    def post(self, request: Request, template_id: str) -> Response:
        template = get_template(template_id)
        only(request)
        no_body(request)
        services.disable_template(actor=self.actor, template=template)
        return Response(template_shape(get_template(template_id)))
