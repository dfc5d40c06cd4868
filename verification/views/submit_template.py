"""/templates/<id>/verify/: hand a template in."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required
from registrar.accounts.middleware import own_transactions
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.post_or_back import post_or_back
from registrar.tenancy.context import acting_as
from templates_app.gates import submit_blockers
from templates_app.models import InfoTemplate
from templates_app.selectors import get_template
from templates_app.services.locking import require_open
from verification.carried_pictures import carried_pictures
from verification.failure_types import Failure
from verification.failures import failure_of
from verification.languages import current_language
from verification.materials_rules import DEFAULT_PROFILE, get_profile
from verification.models import Material, Submission
from verification.reverification.marks import marks_by_field
from verification.selectors import latest_for
from verification.states import SubmissionState
from verification.submission_page import SubmissionPage, respond, respond_panel
from verification.telling import may_see_what_was_read
from verification.waiting.presenting import WaitingCard, waiting_card
from verification.waiting.selectors import way_on_of


@own_transactions
@require_http_methods(["GET", "POST"])
@member_required(Permission.VERIFICATIONS_WRITE)
def submit_template(request: MemberRequest, template_id: str) -> HttpResponse:
    return respond(request, _asked_for(request, template_id))


@own_transactions
@never_cache
@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:submit_template", "template_id")
def check_template(request: MemberRequest, template_id: str) -> HttpResponse:
    """The pre-check of the form as it is typed now; a live part of the page above."""
    return respond_panel(request, _asked_for(request, template_id))


def _asked_for(request: MemberRequest, template_id: str) -> SubmissionPage:
    with acting_as(request.actor):
        template = get_template(template_id)
        require_open(submit_blockers(template.state))
        latest = latest_for(template=template)
        failed = latest if latest and latest.state == SubmissionState.FAILED else None
        may_see = may_see_what_was_read(request.actor)
        language = current_language()
        failure = failure_of(failed, language, with_read=may_see) if failed else None
        waiting = waiting_card(way_on_of(failed), request.actor) if failed else None
        pictures = carried_pictures(request, template) if request.method == "GET" else []
        return _page(template, failed, failure, waiting, pictures)


def _page(
    template: InfoTemplate,
    failed: Submission | None,
    failure: Failure | None,
    waiting: WaitingCard | None,
    pictures: Sequence[Material],
) -> SubmissionPage:
    return SubmissionPage(
        template=template,
        holder_type=template.holder_type,
        holder_name=template.name_zh,
        profile=get_profile(DEFAULT_PROFILE),
        template_name="verification/submit_template.html",
        own_url=reverse("verification:submit_template", args=[template.public_id]),
        check_url=reverse("verification:check_template", args=[template.public_id]),
        cancel_url=reverse("templates:detail", args=[template.public_id]),
        stored_number=template.number_masked,
        initial={"document_type": template.document_type},
        marks=marks_by_field(failure["reasons"]) if failure else {},
        pictures=pictures,
        context={"last_failure": failed, "waiting": waiting},
    )
