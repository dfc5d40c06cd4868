"""`/materials`: upload, look up, fetch."""

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.errors import InvalidInput
from registrar.tenancy.context import acting_as
from registrar.uploads import was_cut_off
from verification.materials_rules import DEFAULT_PROFILE, for_intake, get_profile
from verification.materials_rules.profiles import READABLE_FORMATS
from verification.models import Material
from verification.pictures import cut_off_error, picture_response
from verification.selectors import find_material
from verification.services.materials import open_material, store_material

from .described import MaterialAnswer
from .serializers import MaterialInput
from .shapes import material_shape


class MaterialsView(ApiView):
    """Pictures are judged by content; the name and the declared type of the file don't count."""

    scopes = {"POST": Permission.MATERIALS_WRITE}
    own_transactions = True
    parser_classes = [MultiPartParser]

    @extend_schema(
        summary="Upload a picture",
        request={"multipart/form-data": MaterialInput},
        responses={201: MaterialAnswer},
    )
    def post(self, request: Request) -> Response:
        only(request)
        parsed = request.data
        if was_cut_off(request._request) and "file" not in parsed:
            raise InvalidInput("picture_refused", errors=[cut_off_error("file")])
        given = read_body(MaterialInput, request)
        answer = Response(status=201)

        def settle(material: Material) -> None:
            answer.data = material_shape(material)
            self.settle(answer)

        store_material(
            actor=self.actor,
            kind=given["kind"],
            upload=given["file"],
            profile=for_intake(get_profile(DEFAULT_PROFILE)),
            dry_run=self.dry_run,
            then=settle,
        )
        return answer


class MaterialView(ApiView):
    scopes = {"GET": Permission.MATERIALS_READ}

    @extend_schema(summary="One picture's facts", responses=MaterialAnswer)
    def get(self, request: Request, material_id: str) -> Response:
        only(request)
        return Response(material_shape(find_material(material_id)))


class MaterialContentView(ApiView):
    """The picture itself. Every fetch is written to the operation log."""

    scopes = {"GET": Permission.MATERIALS_READ}
    own_transactions = True

    @extend_schema(
        summary="The picture",
        responses={
            (200, f"image/{kind}"): OpenApiTypes.BINARY for kind in sorted(READABLE_FORMATS)
        },
    )
    def get(self, request: Request, material_id: str) -> HttpResponse:
        only(request)
        with acting_as(self.actor):
            material = find_material(material_id)
        content = open_material(actor=self.actor, material=material, reason="API")
        return picture_response(material, content)
