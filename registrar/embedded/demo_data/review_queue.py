"""Brings what waits for the reviewers into the queue. Each case looks first, as every step does."""

import datetime as dt

from django.conf import settings
from django.utils import timezone

from registrar.accounts.models import Account, User
from registrar.tenancy.actor import Actor, system_actor
from registrar.tenancy.context import acting_as
from registrar.workdays.hours import add_working_minutes
from templates_app import services as templates
from templates_app.models import InfoTemplate
from verification.models import Material, MoreItem, MoreRequest, ReviewDecision, Submission
from verification.services.findings_noted import note_findings
from verification.services.review_clock import working_day
from verification.states import DecisionStanding, Verdict

from .cast import STAFF
from .history import keep, new_submission, write_attempts
from .holders import template_fields
from .identities import Identity
from .pictures import store_drawn
from .plan import Attempt
from .review_cases import CASES, ReviewCase, Waits
from .review_domains import add_review_domain, domain_is_there
from .review_pictures import draw_case, holder_of
from .templates import template_uid

_SENDER = "owner@{}.example"
_HANDLED = dt.timedelta(minutes=6)


def load_queue(account: Account) -> None:
    for case in CASES:
        _load_case(account, case)


def _load_case(account: Account, case: ReviewCase) -> None:
    actor = system_actor(account.pk)
    with acting_as(actor):
        if _is_there(account, case):
            return
    material = store_drawn(account, draw_case(case))
    holder = holder_of(case)
    with acting_as(actor):
        domain = template = None
        if case.domain:
            domain = add_review_domain(actor, account, case.domain, holder, real_name="in_review")
        else:
            template = _template(actor, account, case, holder)
        sender = _SENDER.format(account.slug)
        write_attempts(
            case.before,
            identity=holder,
            material=material,
            submitted_by=sender,
            template=template,
            domain=domain,
        )
        begun = timezone.now() - dt.timedelta(hours=case.hours)
        submission = new_submission(
            Attempt(days_ago=0),
            identity=holder,
            submitted_by=sender,
            template=template,
            domain=domain,
            begun=begun,
        )
        _enter_queue(submission, case, begun)
        keep(submission, material, begun=begun)
        note_findings(submission)
        _move_on(submission, case, material)


def _is_there(account: Account, case: ReviewCase) -> bool:
    if case.domain:
        return domain_is_there(case.domain)
    uid = template_uid(account, case.holder)
    return bool(InfoTemplate.objects.filter(uid=uid).exists())


def _template(actor: Actor, account: Account, case: ReviewCase, holder: Identity) -> InfoTemplate:
    fields = template_fields(holder, email=f"domains@{account.slug}.example")
    uid = template_uid(account, case.holder)
    template = templates.create_template(actor=actor, fields=fields, uid=uid)
    templates.enter_review(actor=actor, template=template)
    return template


def _enter_queue(submission: Submission, case: ReviewCase, begun: dt.datetime) -> None:
    submission.attempt = len(case.before) + 1
    submission.confirmed_warnings = list(case.warnings)
    submission.waiting_since = begun
    minutes = 60 * settings.REVIEW_HOURS
    due = add_working_minutes(timezone.localtime(begun), minutes, working_day())
    if case.overdue:
        due = min(due, timezone.now() - dt.timedelta(hours=2))
    elif due < timezone.now():
        due = timezone.now() + dt.timedelta(hours=1)
    submission.review_due_at = due


def _move_on(submission: Submission, case: ReviewCase, material: Material) -> None:
    """To a second reviewer or to the customer, where a reviewer has seen it already."""
    if case.waits is Waits.REVIEWER:
        return
    reviewer = User.objects.get(email=STAFF[0].email)
    submission.claim()
    submission.claimed_at = timezone.now() - _HANDLED
    if case.waits is Waits.SECOND:
        _decide(submission, reviewer, Verdict.APPROVE, DecisionStanding.PROPOSED)
        submission.want_second()
    else:
        _decide(submission, reviewer, Verdict.ASK, DecisionStanding.IN_FORCE)
        _ask(submission, reviewer, material)
        submission.ask_for_more()
        submission.review_due_at, submission.review_minutes_left = None, 240
    submission.reviewer = submission.claimed_at = None
    submission.save()


def _decide(
    submission: Submission, reviewer: User, verdict: Verdict, standing: DecisionStanding
) -> None:
    ReviewDecision.objects.create(
        account_id=submission.account_id,
        submission=submission,
        reviewer=reviewer,
        verdict=verdict,
        standing=standing,
        waiting_since=submission.waiting_since,
        claimed_at=submission.claimed_at,
        due_at=submission.review_due_at,
        decided_at=timezone.now(),
    )


def _ask(submission: Submission, reviewer: User, material: Material) -> None:
    request = MoreRequest.objects.create(
        account_id=submission.account_id,
        submission=submission,
        asked_by=reviewer,
        asked_at=timezone.now(),
        note_to_user="证件左边缘没有拍全，请补一张完整的照片。",
    )
    MoreItem.objects.create(
        account_id=submission.account_id,
        request=request,
        position=0,
        what="whole_document",
        about=material,
    )
