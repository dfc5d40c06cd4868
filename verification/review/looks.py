"""Who sees a case's pictures now, and with which reason each look is logged.

Whoever holds the claim sees them at once. Anybody else says why: that counts for this case and
this browser session, and for a quarter of an hour. Members of the account never see them here.
"""

import time

from django.contrib.sessions.backends.base import SessionBase

from verification.models import ReviewDecision, Submission

from .look_reasons import FIRST_REVIEW, SECOND_REVIEW
from .standing import Standing

LOOK_SECONDS = 15 * 60
_KEY = "review_looks"
# Sessions stay small: whoever opens more cases says why again.
_MOST = 20


def look_reason(
    *,
    submission: Submission,
    standing: Standing,
    own_account: bool,
    proposed: ReviewDecision | None,
    session: SessionBase,
) -> str:
    """The reason with which a look at a picture is logged; "" where there is none to look with."""
    if own_account:
        return ""
    if standing is Standing.MINE:
        return SECOND_REVIEW if proposed is not None else FIRST_REVIEW
    return _given(session).get(str(submission.pk), ("", 0.0))[0]


def allow_look(*, session: SessionBase, submission: Submission, reason: str) -> None:
    """Remember why this case's pictures are looked at."""
    given = _given(session)
    given.pop(str(submission.pk), None)
    given[str(submission.pk)] = (reason, time.time() + LOOK_SECONDS)
    newest = list(given.items())[-_MOST:]
    session[_KEY] = {pk: list(one) for pk, one in newest}


def _given(session: SessionBase) -> dict[str, tuple[str, float]]:
    """What still counts, oldest first."""
    kept = session.get(_KEY)
    if not isinstance(kept, dict):
        return {}
    now = time.time()
    return {pk: (str(reason), until) for pk, (reason, until) in kept.items() if until > now}
