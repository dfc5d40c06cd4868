"""POST /verifications/{id}/more: what a reviewer asked for."""

from collections.abc import Mapping, Sequence
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.tenancy.context import acting_as
from verification.selectors import find_submission, known_materials
from verification.services.answers_to_more import Answer
from verification.services.preparing_answers import wait_for_answers
from verification.services.submissions import bring_more

from .described import VerificationAnswer
from .serializers import MoreInput
from .shapes import submission_shape


class MoreView(ApiView):
    scopes = {"POST": Permission.VERIFICATIONS_WRITE}
    # Answering waits for pictures, which no transaction may do.
    own_transactions = True

    @extend_schema(
        summary="Bring what a reviewer asked for",
        description=(
            "Every item of `more`, once: a picture's `material`, uploaded for this with the "
            "item's `material_kind`, or a `text` of up to 1,000 characters. The review goes on "
            "then. Warnings are confirmed as for `POST /verifications`; what a new picture says "
            "otherwise than the form is a warning here. Errors name their answer "
            "(`answers.0.material`): `unknown_item`, `duplicate`, `required`, `not_expected`, "
            "`wrong_kind`, `material_used` (submitted before), `not_found`, and the codes of the "
            "pre-check. 409: `state_conflict` when nothing is asked any more, `pictures_pending` "
            "while a picture is being read; `Retry-After` says when to send it again."
        ),
        request=MoreInput,
        responses=VerificationAnswer,
        examples=[
            OpenApiExample(
                "a picture and a text",
                value={
                    "answers": [
                        {"item": "item_01kb0000000000000000000000", "material": "mat_…"},
                        {"item": "item_01kb0000000000000000000001", "text": "更名前的营业执照。"},
                    ]
                },
                request_only=True,
            )
        ],
    )
    def post(self, request: Request, verification_id: str) -> Response:
        only(request)
        given = read_body(MoreInput, request)
        with acting_as(self.actor):
            submission = find_submission(verification_id)
            answers = _answers(given["answers"])
        wait_for_answers(
            actor=self.actor, submission=submission, answers=answers, dry_run=self.dry_run
        )
        with acting_as(self.actor):
            bring_more(
                actor=self.actor,
                submission=submission,
                answers=answers,
                confirmed_warnings=given["confirmed_warnings"],
                warnings_seen=given.get("warnings_seen"),
            )
            again = find_submission(verification_id)
            return self.settle(Response(submission_shape(again, self.actor)))


def _answers(given: Sequence[Mapping[str, Any]]) -> list[Answer]:
    """InvalidInput names every picture that is not there."""
    wanted = [one["material"] for one in given if "material" in one]
    known = {material.public_id: material for material in known_materials(wanted)}
    errors = [
        FieldError(f"answers.{at}.material", "not_found", NotFound.message)
        for at, one in enumerate(given)
        if one.get("material", "") not in known and "material" in one
    ]
    if errors:
        raise InvalidInput(errors=errors)
    return [
        Answer(one["item"], known.get(one.get("material", "")), one.get("text", ""))
        for one in given
    ]
