"""/templates: registrant data kept for reuse."""

from dataclasses import replace

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView
from templates_app import services
from templates_app.fields_of import FIELD_NAMES, merged_fields
from templates_app.models import HolderType, InfoTemplate
from templates_app.rules.template_rules import TemplateFields
from templates_app.selectors import NEWEST, get_template, list_templates
from templates_app.states import TemplateState

from . import docs
from .resources import TEMPLATE
from .serializers import NewTemplate, TemplateChanges
from .shapes import template_shape

_NOTHING = TemplateFields(**dict.fromkeys(FIELD_NAMES, ""))
_READ, _WRITE = Permission.TEMPLATES_READ, Permission.TEMPLATES_WRITE


class TemplatesView(ApiView):
    scopes = {"GET": _READ, "POST": _WRITE}

    @extend_schema(**docs.LIST)
    def get(self, request: Request) -> Response:
        only(request, "state", "holder_type", "q", "cursor", "limit")
        rows = list_templates(
            state=one_of(request, "state", TemplateState.values),
            holder_type=one_of(request, "holder_type", HolderType.values),
            query=request.query_params.get("q", ""),
        ).defer(None)
        return list_response(request, rows, order=NEWEST, shape=template_shape)

    @extend_schema(**docs.CREATE)
    def post(self, request: Request) -> Response:
        only(request)
        fields = replace(_NOTHING, **read_body(NewTemplate, request))
        return _created(services.create_template(actor=self.actor, fields=fields))


class TemplateView(ApiView):
    scopes = {"GET": _READ, "PATCH": _WRITE, "DELETE": _WRITE}
    resource = TEMPLATE

    @extend_schema(**docs.READ)
    def get(self, request: Request, template_id: str) -> Response:
        only(request)
        return Response(TEMPLATE.shown(template_id))

    @extend_schema(**docs.CHANGE)
    def patch(self, request: Request, template_id: str) -> Response:
        template = get_template(template_id)
        only(request)
        fields = merged_fields(template, read_body(TemplateChanges, request))
        edited = services.edit_template(actor=self.actor, template=template, fields=fields)
        return Response(template_shape(edited))

    @extend_schema(**docs.DELETE)
    def delete(self, request: Request, template_id: str) -> Response:
        template = get_template(template_id)
        only(request)
        no_body(request)
        services.delete_template(actor=self.actor, template=template)
        return Response(status=204)


class TemplateVersionsView(ApiView):
    scopes = {"POST": _WRITE}
    resource = TEMPLATE

    @extend_schema(**docs.VERSION)
    def post(self, request: Request, template_id: str) -> Response:
        template = get_template(template_id)
        only(request)
        fields = merged_fields(template, read_body(TemplateChanges, request))
        return _created(services.create_version(actor=self.actor, template=template, fields=fields))


def _created(template: InfoTemplate) -> Response:
    location = f"/api/v1/templates/{template.public_id}"
    return Response(template_shape(template), status=201, headers={"Location": location})
