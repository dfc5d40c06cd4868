"""What the decision's part of the page shows: reasons to choose from, their places, previews."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.catalogue.model import Language, LocalisedReason
from verification.field_names import FIELD_NAMES
from verification.finding_fields import PICTURES
from verification.models import ReviewDecision
from verification.services.reasons_given import as_places
from verification.services.reopening import why_not_reopened
from verification.states import SubmissionState

from .case_file import CaseFile
from .forms import RefusalForm
from .places import SaidReason, said_reasons
from .reason_choices import ReasonChoice, reason_topics, review_reasons
from .requests import StaffRequest
from .suggestions import Place, default_place, suggest_reasons

_WHOLE: Place = ("", "")
_SUGGESTED = _("Suggested by the pre-check")


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str | Promise


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason to choose. `words`: what a search finds it by; `places`: as typed, or one."""

    code: str
    preview: LocalisedReason
    chosen: bool
    words: str
    places: list[Place]


@dataclass(frozen=True, slots=True)
class Topic:
    title: str | Promise
    rows: list[ReasonRow]
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """The whole message as the user will read it."""

    reasons: list[tuple[SaidReason, LocalisedReason]]
    note: str


@dataclass(frozen=True, slots=True)
class DecisionPanel:
    topics: list[Topic]
    pictures: list[Option]
    fields: list[Option]
    query: str
    message: Message | None
    typed: tuple[SaidReason, ...]
    proposed: tuple[SaidReason, ...]
    may_reopen: bool
    reopen_needs_note: bool


def decision_panel(
    request: StaffRequest, case: CaseFile, form: RefusalForm, language: Language
) -> DecisionPanel:
    numbers = {one.link.material.public_id: one.number for one in case.pictures if not one.replaced}
    proposed = case.proposed.reasons if case.proposed else []
    return DecisionPanel(
        topics=_topics(request, case, form, list(numbers), language),
        pictures=[Option(picture, str(number)) for picture, number in numbers.items()],
        fields=[Option(name, label) for name, label in FIELD_NAMES.items() if name != PICTURES],
        query=_query(request),
        message=_message(form, numbers, language) if "preview" in form.typed else None,
        typed=said_reasons(as_places(form.reasons()), language, numbers),
        proposed=said_reasons(proposed, language, numbers),
        may_reopen=_may_reopen(request, case),
        reopen_needs_note=not _own(request, case),
    )


def _query(request: StaffRequest) -> str:
    return request.POST.get("q", "").strip()[:64]


def _topics(
    request: StaffRequest,
    case: CaseFile,
    form: RefusalForm,
    pictures: list[str],
    language: Language,
) -> list[Topic]:
    known, query = review_reasons(), _query(request)
    found = [each for each, _said in case.findings]
    suggested = suggest_reasons(
        found,
        known,
        pictures,
        holder_type=case.submission.holder_type,
        document_type=case.submission.document_type,
    )
    wanted = form.typed.get("add_place", "")
    topics = reason_topics(language=language, chosen=form.chosen, query=query)
    rows = {
        choice.code: _row(
            choice,
            form,
            suggested.get(choice.code) or [default_place(known[choice.code], pictures)],
            more=choice.code == wanted,
        )
        for topic in topics
        for choice in topic.choices
    }
    first = [rows[code] for code in suggested if code in rows]
    others = [
        Topic(topic.title, [rows[one.code] for one in topic.choices if one.code not in suggested])
        for topic in topics
    ]
    return [topic for topic in (Topic(_SUGGESTED, first, suggested=True), *others) if topic.rows]


def _row(choice: ReasonChoice, form: RefusalForm, likely: list[Place], *, more: bool) -> ReasonRow:
    places = form.places(choice.code) or likely
    return ReasonRow(
        code=choice.code,
        preview=choice.preview,
        chosen=choice.chosen or more,
        words=_words(choice.code),
        places=[*places, _WHOLE] if more else list(places),
    )


def _words(code: str) -> str:
    reason = review_reasons()[code]
    texts = (code, reason.title.pick("zh-hans"), reason.title.pick("en"), *reason.messages)
    return " ".join(texts).casefold()


def _message(form: RefusalForm, numbers: dict[str, int], language: Language) -> Message:
    known = {
        one.code: one.preview
        for topic in reason_topics(language=language, chosen=form.chosen)
        for one in topic.choices
    }
    said = said_reasons(as_places(form.reasons()), language, numbers)
    return Message(
        reasons=[(one, known[one.code]) for one in said if one.code in known],
        note=form.typed.get("note_to_user", "").strip(),
    )


def _standing(case: CaseFile) -> ReviewDecision | None:
    """The decision that reopening would take back."""
    if case.proposed is not None:
        return case.proposed
    rows = ReviewDecision.objects.filter(submission=case.submission, standing="in_force")
    return rows.order_by("-pk").first()


def _own(request: StaffRequest, case: CaseFile) -> bool:
    decision = _standing(case)
    by = decision.reviewer_id if decision is not None else case.submission.reviewer_id
    return bool(by == request.user.pk)


def _may_reopen(request: StaffRequest, case: CaseFile) -> bool:
    if case.own_account or why_not_reopened(case.submission) is not None:
        return False
    waits = case.submission.state == SubmissionState.SECOND_REVIEW
    return not waits or _own(request, case)
