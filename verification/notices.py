"""What members are told of reviews and safe days; nothing of holders or documents."""

import datetime as dt
from collections.abc import Iterator

import structlog
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.kinds import NoticeKind, Topic, Words
from registrar.notices.services import notify

from .failure_words import failure_details, failure_text, named_in_a_notice
from .failures import failure_of, failure_outline
from .languages import current_language
from .models import MoreRequest, Reminder, Submission
from .states import SubmissionState

log = structlog.get_logger(__name__)
_PERMISSION = Permission.VERIFICATIONS_READ
_TEMPLATE = "_template"
_PASSED, _FAILED, _MORE, _SAFE_DAY, _REOPENED = (
    "verification.passed",
    "verification.failed",
    "verification.more_wanted",
    "verification.safe_day",
    "verification.reopened",
)


def notice_kinds() -> Iterator[NoticeKind]:
    """A notice is put into words when it is read, in the reader's language."""
    yield from _both(
        _PASSED,
        Topic.REVIEWS,
        "ok",
        titles=(_("%(name)s is verified"), _("An info template is verified")),
        texts=(
            _("The registry lifts its hold within 1-2 working days."),
            _("Domains can now move to this info template."),
        ),
    )
    failed = (_("%(name)s: verification failed"), _("Verification of an info template failed"))
    for key, title in zip((_FAILED, f"{_FAILED}{_TEMPLATE}"), failed, strict=True):
        yield NoticeKind(
            key, Topic.REVIEWS, title, failure_text, "bad", _PERMISSION, details=failure_details
        )
    looked_at = _("Our reviewer took the decision back. There is nothing for you to do for now.")
    yield from _both(
        _REOPENED,
        Topic.REVIEWS,
        "info",
        titles=(
            _("%(name)s is in review again"),
            _("An info template is in review again"),
        ),
        texts=(looked_at, looked_at),
    )
    asks = _("Answer it where it is asked. The review waits for you.")
    yield from _both(
        _MORE,
        Topic.REVIEWS,
        "warn",
        titles=(
            _("%(name)s: the reviewer asks for more"),
            _("Verification of an info template: the reviewer asks for more"),
        ),
        texts=(asks, asks),
    )
    again = _("The records have had time to catch up with the document. Open it to submit again.")
    yield from _both(
        _SAFE_DAY,
        Topic.SAFE_DAYS,
        "info",
        titles=(
            _("%(name)s can be submitted again"),
            _("An info template can be submitted again"),
        ),
        texts=(again, again),
    )


def tell_result(submission: Submission) -> None:
    """That a review has ended: passed, or failed with its reasons and what was found so far."""
    url = reverse("verification:detail", args=[submission.public_id])
    failed = submission.state == SubmissionState.FAILED
    named = _named(submission) if failed else {}
    kind = _FAILED if failed else _PASSED
    _tell(kind, submission, url=url, key=_this_time(submission, submission.ended_at), named=named)


def tell_reopened(submission: Submission) -> None:
    """That a reviewer took back a failure, or what was asked for: the member was told of it."""
    url = reverse("verification:detail", args=[submission.public_id])
    key = _this_time(submission, timezone.now())
    _tell(_REOPENED, submission, url=url, key=key, named={})


def _this_time(submission: Submission, moment: dt.datetime | None) -> str:
    """A submission that is reopened ends more than once, and each end is told once."""
    return f"{submission.public_id} {moment.isoformat() if moment else ''}"


def _named(submission: Submission) -> dict[str, str]:
    """Reasons and sure causes. A diagnosis is a courtesy here: what goes wrong with it must not
    keep the result itself from being written."""
    language = current_language()
    try:
        with transaction.atomic():
            failure = failure_of(submission, language)
    except Exception as error:
        log.exception("diagnosis_failed", submission=submission.pk, error=type(error).__name__)
        failure = failure_outline(submission, language)
    return named_in_a_notice(failure, submission) if failure else {}


def tell_more_wanted(submission: Submission, request: MoreRequest) -> None:
    """That a reviewer waits for the customer, and where it is answered."""
    url = reverse("verification:detail", args=[submission.public_id])
    _tell(_MORE, submission, url=f"{url}#more", key=request.public_id, named={})


def tell_safe_day(reminder: Reminder, submission: Submission, *, url: str) -> None:
    """That the first safe day has come; `url` is where the failure is answered."""
    key = f"{reminder.public_id} {reminder.due_on.isoformat()}"
    _tell(_SAFE_DAY, submission, url=url, key=key, named={})


def _tell(kind: str, submission: Submission, *, url: str, key: str, named: dict[str, str]) -> None:
    of_domain = submission.domain is not None
    notify(
        account_id=submission.account_id,
        kind=kind if of_domain else f"{kind}{_TEMPLATE}",
        params={"name": submission.domain.unicode_name if submission.domain else "", **named},
        url=url,
        key=key,
    )


def _both(
    key: str,
    topic: str,
    tone: str,
    *,
    titles: tuple[Promise, Promise],
    texts: tuple[Words, Words],
) -> Iterator[NoticeKind]:
    """Of a domain, which has a name to tell, and of an info template, whose name is a holder's."""
    pairs = zip((key, f"{key}{_TEMPLATE}"), titles, texts, strict=True)
    for one, title, text in pairs:
        yield NoticeKind(one, topic, title, text, tone, _PERMISSION)
