"""/templates/romanise and /templates/check-number: what the form helps with while it is typed.

POST, because addresses end up in access logs. Nothing is kept.
"""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from templates_app.rules.numbers import check_number
from templates_app.tidy import suggest_english

from . import examples
from .serializers import NumberToCheck, TextsToRomanise
from .shapes import EnglishShape, NumberFindingsShape


class TemplateRomaniseView(ApiView):
    scopes = {"POST": Permission.TEMPLATES_WRITE}

    @extend_schema(
        summary="Suggest English names and addresses",
        description="As the form of the console does; an empty text stays empty.",
        request=TextsToRomanise,
        responses={200: EnglishShape},
        examples=[examples.TEXTS, examples.ENGLISH],
    )
    def post(self, request: Request) -> Response:
        only(request)
        given = read_body(TextsToRomanise, request)
        holder_type = given.pop("holder_type")
        return Response(suggest_english(holder_type, **given))


class TemplateCheckNumberView(ApiView):
    scopes = {"POST": Permission.TEMPLATES_WRITE}

    @extend_schema(
        summary="Check a document number",
        description=(
            "Its form and check digits, not whether it was ever issued. `level` is `block` for"
            " what no template takes, `warn` and `info` for what to look at."
        ),
        request=NumberToCheck,
        responses={200: NumberFindingsShape},
        examples=[examples.NUMBER, examples.NUMBER_FINDINGS],
    )
    def post(self, request: Request) -> Response:
        only(request)
        given = read_body(NumberToCheck, request)
        found = check_number(given["document_type"], given["document_number"])
        findings = [
            {"code": one.code, "level": one.level, "message": str(one.message)} for one in found
        ]
        return Response({"findings": findings})
