"""A failure in the words of a notice and its mail: codes in, the catalogue's texts out.

A notice keeps codes only. Reasons, guidance and fixes are those that the pages show (F3); the
evidence stays there, since it may hold characters of names and numbers.
"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from registrar.notices.kinds import Params
from verification.catalogue.catalogue import reasons
from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Language, Reason
from verification.failure_types import Failure
from verification.finding_fixes import FIXES
from verification.languages import current_language
from verification.models import Submission
from verification.reason_places import kept_places, said_places

# A mail with more steps than these is not read: the page holds them all.
_STEPS = 6


def named_in_a_notice(failure: Failure, submission: Submission) -> dict[str, str]:
    """The codes that a notice keeps: its reasons with their places, and the causes that are
    confirmed."""
    causes = [cause for reason in failure["reasons"] for cause in reason["causes"]]
    sure = [cause["code"] for cause in causes if cause["verdict"] == "confirmed"]
    return {
        "reasons": " ".join(reason["code"] for reason in failure["reasons"]),
        "causes": " ".join(dict.fromkeys(sure)),
        "places": " ".join(kept_places(submission)),
    }


def failure_text(params: Params) -> str:
    """The titles of the reasons; in general words where the catalogue knows none."""
    titles = [reason.title.pick(current_language()) for reason in _reasons(params)]
    if not titles:
        return _("Open it to see the message and what usually helps.")
    return _("%(reasons)s. Open it to see what to do.") % {"reasons": " · ".join(titles)}


def failure_details(params: Params) -> list[str]:
    """Line by line: each reason in a sentence, what is sure, and the first steps."""
    language = current_language()
    found = _reasons(params)
    lines = [_said(reason, params, language) for reason in found]
    lines += _sure(str(params.get("causes", "")).split(), language)
    steps = dict.fromkeys(step.text.pick(language) for r in found for step in r.guidance)
    lines += [f"{number}. {text}" for number, text in enumerate(list(steps)[:_STEPS], start=1)]
    return lines


def _said(reason: Reason, params: Params, language: Language) -> str:
    title, summary = reason.title.pick(language), reason.summary.pick(language)
    where = said_places(str(params.get("places", "")).split(), reason.code)
    return f"{title} ({where}): {summary}" if where else f"{title}: {summary}"


def _sure(causes: Sequence[str], language: Language) -> Iterator[str]:
    for code in causes:
        if code in FINDING_CODES:
            title, fix = FINDING_CODES[code].title.pick(language), FIXES[code].pick(language)
            yield _("This is it: %(title)s. %(fix)s") % {"title": title, "fix": fix}


def _reasons(params: Params) -> list[Reason]:
    """Those that the catalogue still knows, in their order."""
    known = reasons()
    return [known[code] for code in str(params.get("reasons", "")).split() if code in known]
