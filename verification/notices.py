"""What members are told of reviews and safe days; nothing of holders or documents."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.functional import Promise, lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.kinds import NoticeKind, Topic, kind_named
from registrar.notices.services import notify

from .catalogue.catalogue import reasons
from .failures import codes_of
from .languages import current_language
from .models import Reminder, Submission
from .states import SubmissionState

_PERMISSION = Permission.VERIFICATIONS_READ
_TEMPLATE = "_template"


def notice_kinds() -> Iterator[NoticeKind]:
    """One kind for each end, and for each reason of the catalogue that it can name: a notice
    is put into words when it is read, in the reader's language."""
    yield from _both(
        "verification.passed",
        Topic.REVIEWS,
        "ok",
        titles=(_("%(name)s is verified"), _("An info template is verified")),
        texts=(
            _("The registry lifts its hold within 1-2 working days."),
            _("Domains can now move to this info template."),
        ),
    )
    unknown = _("Open it to see the message and what usually helps.")
    yield from _failed("verification.failed", unknown)
    for code in reasons():
        text = format_lazy(_("{reason}. Open it to see what to do."), reason=_title(code))
        yield from _failed(f"verification.failed.{code}", text)
    again = _("The records have had time to catch up with the document. Open it to submit again.")
    yield from _both(
        "verification.safe_day",
        Topic.SAFE_DAYS,
        "info",
        titles=(
            _("%(name)s can be submitted again"),
            _("An info template can be submitted again"),
        ),
        texts=(again, again),
    )


def tell_result(submission: Submission) -> None:
    """That a review has ended: passed, or failed with the first reason's title."""
    kind = "verification.passed"
    if submission.state == SubmissionState.FAILED:
        kind = "verification.failed"
        named = [f"{kind}.{code}" for code in codes_of(submission)]
        kind = next((key for key in named if kind_named(_key(key, submission))), kind)
    url = reverse("verification:detail", args=[submission.public_id])
    _tell(kind, submission, url=url, key=submission.public_id)


def tell_safe_day(reminder: Reminder, submission: Submission, *, url: str) -> None:
    """That the first safe day has come; `url` is where the failure is answered."""
    key = f"{reminder.public_id} {reminder.due_on.isoformat()}"
    _tell("verification.safe_day", submission, url=url, key=key)


def _tell(kind: str, submission: Submission, *, url: str, key: str) -> None:
    name = submission.domain.unicode_name if submission.domain else ""
    notify(
        account_id=submission.account_id,
        kind=_key(kind, submission),
        params={"name": name},
        url=url,
        key=key,
    )


def _key(kind: str, submission: Submission) -> str:
    return kind if submission.domain_id is not None else f"{kind}{_TEMPLATE}"


def _failed(key: str, text: str | Promise) -> Iterator[NoticeKind]:
    titles = (_("%(name)s: verification failed"), _("Verification of an info template failed"))
    yield from _both(key, Topic.REVIEWS, "bad", titles=titles, texts=(text, text))


def _both(
    key: str,
    topic: str,
    tone: str,
    *,
    titles: tuple[Promise, Promise],
    texts: tuple[str | Promise, str | Promise],
) -> Iterator[NoticeKind]:
    """Of a domain, which has a name to tell, and of an info template, whose name is a holder's."""
    pairs = zip((key, f"{key}{_TEMPLATE}"), titles, texts, strict=True)
    for one, title, text in pairs:
        yield NoticeKind(one, topic, title, text, tone, _PERMISSION)


def _reason_title(code: str) -> str:
    # The wording is filled with params: a percent sign of its own is doubled.
    return reasons()[code].title.pick(current_language()).replace("%", "%%")


_title = lazy(_reason_title, str)
