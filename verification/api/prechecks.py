"""`/prechecks`: what would fail, before anything is submitted."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.errors import InvalidInput, StateConflict
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.languages import current_language
from verification.mended import mended_of
from verification.precheck_shapes import precheck_shape
from verification.prechecks import Precheck
from verification.prepared import Prepared
from verification.services.accepting import RETRY_AFTER
from verification.services.confirming import warnings_seen
from verification.services.keeping_prechecks import keep_precheck, kept_precheck
from verification.services.prechecking import Asked, record_values_shown, run_precheck
from verification.telling import may_see_what_was_read, told

from .asked_prechecks import asked_for
from .precheck_schema import PendingPrecheckAnswer, PrecheckAnswer
from .serializers import PrecheckInput

_OUTDATED = _("What was to be checked is gone or has changed meanwhile. Ask for a new check.")


class PrechecksView(ApiView):
    scopes = {"POST": Permission.VERIFICATIONS_WRITE}
    own_transactions = True

    @extend_schema(
        summary="Check before submitting",
        description=(
            "Exactly one of `template`, `domain` and `form`. Nothing is submitted or changed. "
            "Without `profile` the rules are those of the domain's suffix. `ready`: nothing "
            "blocks and no picture is pending; findings of level `warn` are then to be confirmed "
            "when it is submitted (`confirmed_warnings`, with `warnings_seen`). What is "
            "not `sure` never blocks. `read` is what the pictures say, for keys that have "
            "`materials:read` besides, and showing it is logged; without it findings don't say "
            "what was read either. 202: some picture is still being read; `findings` are those "
            "so far, `poll` is where to ask again."
        ),
        request=PrecheckInput,
        responses={200: PrecheckAnswer, 202: PendingPrecheckAnswer},
        examples=[
            OpenApiExample(
                "a form that stands alone",
                value={
                    "form": {"registrant_type": "individual", "name": "张示例"},
                    "document_type": "SFZ",
                    "document_number": "11010519491231002X",
                    "materials": ["mat_01h455vb4pex5vsknk084sn02q"],
                },
                request_only=True,
            )
        ],
    )
    def post(self, request: Request) -> Response:
        only(request)
        given = read_body(PrecheckInput, request)
        with acting_as(self.actor):
            asked = asked_for(given)
        found = run_precheck(actor=self.actor, asked=asked, wait=not self.dry_run)
        if not found.pending:
            return Response(_done(self, asked, found))
        with acting_as(self.actor):
            row = keep_precheck(actor=self.actor, asked=given)
            poll = f"{request.path}/{row.public_id}"
            return self.settle(_pending(asked, found, poll=poll))


class PrecheckView(ApiView):
    scopes = {"GET": Permission.VERIFICATIONS_WRITE}
    own_transactions = True

    @extend_schema(
        summary="A check that waits for its pictures",
        description=(
            "202 with `Retry-After` as long as a picture is being read, then 200. It is found "
            "anew each time, and forgotten after a day. `precheck_outdated` (409): the template, "
            "the domain or a picture is gone, or has changed so that it can't be asked any more."
        ),
        responses={200: PrecheckAnswer, 202: PendingPrecheckAnswer},
    )
    def get(self, request: Request, precheck_id: str) -> Response:
        only(request)
        with acting_as(self.actor):
            asked = _asked_again(kept_precheck(precheck_id))
        # What has been read may have to be mended next: asking goes on where it stopped.
        found = run_precheck(actor=self.actor, asked=asked, wait=False)
        if found.pending:
            return _pending(asked, found, poll=request.path)
        return Response(_done(self, asked, found))


def _asked_again(kept: dict[str, Any]) -> Asked:
    shaped = PrecheckInput(data=kept)
    try:
        shaped.is_valid(raise_exception=True)
        return asked_for(shaped.validated_data)
    except ValidationError:
        # The shape of bodies has changed since, with a new version of the console.
        raise StateConflict("precheck_outdated", _OUTDATED) from None
    except InvalidInput as refused:
        raise StateConflict("precheck_outdated", _OUTDATED, errors=refused.errors) from None


def _done(view: ApiView, asked: Asked, found: Precheck[Prepared]) -> dict[str, Any]:
    # A dry run leaves no entry in the log, and so shows nothing that would need one.
    with_read = may_see_what_was_read(view.actor) and not view.dry_run
    shown = _shaped(asked, found, with_read=with_read)
    shown["warnings_seen"] = _seen(asked, found, view.actor)
    if shown["read"]:
        with acting_as(view.actor):
            record_values_shown(actor=view.actor, materials=asked.materials)
    return shown


def _pending(asked: Asked, found: Precheck[Prepared], *, poll: str) -> Response:
    shown = {
        "id": poll.rpartition("/")[2],
        "poll": poll,
        "warnings_seen": None,
        **_shaped(asked, found, with_read=False),
    }
    headers = {"Location": poll, "Retry-After": str(RETRY_AFTER)}
    return Response(shown, status=202, headers=headers)


def _seen(asked: Asked, found: Precheck[Prepared], actor: Actor) -> str | None:
    if asked.document is None:
        return None
    findings = told(found.findings, actor)
    return warnings_seen(findings, document=asked.document, materials=asked.materials)


def _shaped(asked: Asked, found: Precheck[Prepared], *, with_read: bool) -> dict[str, Any]:
    return precheck_shape(
        found,
        names=[material.public_id for material in asked.materials],
        mended=[mended_of(picture) for picture in found.pictures],
        language=current_language(),
        with_read=with_read,
    )
