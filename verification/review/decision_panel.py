"""What the decision's part of the page shows: reasons to choose from, their places, previews."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.catalogue.model import Language, LocalisedReason
from verification.catalogue.search import Fit, fit_of, folded_names
from verification.field_names import FIELD_NAMES
from verification.finding_fields import PICTURES
from verification.models import ReviewDecision
from verification.services.reasons_given import as_places
from verification.services.reopening import why_not_reopened
from verification.states import SubmissionState

from .case_file import CaseFile
from .forms import RefusalForm
from .places import SaidReason, said_reasons
from .reason_choices import BY_CAUSE, ReasonChoice, reason_topics, review_reasons
from .requests import StaffRequest
from .suggestions import Place, suggest_reasons

_WHOLE: Place = ("", "")
_SUGGESTED = _("Suggested by the pre-check")
_FIRST, _LAST = "suggested", "cause"


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str | Promise


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason to choose. `words`: what a search finds it by, `causes`: the same with the
    titles of its causes; `fit`: by which of them the present search does. `home`: the topic where
    it stands otherwise, `at`: its place there. `breadth`: how many causes it may have.
    `places`: as typed, or one."""

    code: str
    preview: LocalisedReason
    chosen: bool
    words: str
    causes: str
    fit: Fit | None
    home: str
    at: int
    breadth: int
    places: list[Place]

    @property
    def shown(self) -> bool:
        return self.chosen or self.fit is not None


@dataclass(frozen=True, slots=True)
class Topic:
    """`key` stays, whatever is searched for; rows that the search doesn't find are in it too,
    so that a script can show them again."""

    key: str
    title: str | Promise
    rows: list[ReasonRow]

    @property
    def suggested(self) -> bool:
        return self.key == _FIRST

    @property
    def shown(self) -> bool:
        return any(row.shown for row in self.rows)


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

    @property
    def first_code(self) -> str:
        """Of the topmost reason, "" where none is shown."""
        rows = (row for topic in self.topics for row in topic.rows if row.shown)
        return next((row.code for row in rows), "")

    @property
    def finds_nothing(self) -> bool:
        return all(row.fit is None for topic in self.topics for row in topic.rows)


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
    """Suggestions, all others by what they are about, then what only its causes are found by."""
    found = [each for each, _said in case.findings]
    suggested = suggest_reasons(found, review_reasons(), pictures)
    query, order = _query(request), list(suggested)
    homes: dict[str, Topic] = {_FIRST: Topic(_FIRST, _SUGGESTED, [])}
    last = Topic(_LAST, BY_CAUSE, [])
    for number, topic in enumerate(reason_topics(language=language, chosen=form.chosen)):
        homes[str(number)] = Topic(str(number), topic.title, [])
        for at, choice in enumerate(topic.choices):
            where = (str(number), at)
            if choice.code in order:
                where = (_FIRST, order.index(choice.code))
            row = _row(choice, form, suggested, query=query, where=where)
            (last if row.fit is Fit.CAUSED else homes[row.home]).rows.append(row)
    homes[_FIRST].rows.sort(key=lambda row: row.at)
    last.rows.sort(key=lambda row: row.breadth)
    return [*homes.values(), last]


def _row(
    choice: ReasonChoice,
    form: RefusalForm,
    suggested: dict[str, list[Place]],
    *,
    query: str,
    where: tuple[str, int],
) -> ReasonRow:
    typed, more = form.places(choice.code), form.typed.get("add_place", "") == choice.code
    places = typed or suggested.get(choice.code) or [_WHOLE]
    words, causes = folded_names(choice.code)
    reason = review_reasons()[choice.code]
    return ReasonRow(
        code=choice.code,
        preview=choice.preview,
        chosen=choice.chosen or more,
        words=words,
        causes=causes,
        fit=fit_of(reason, query),
        home=where[0],
        at=where[1],
        breadth=len(reason.causes),
        places=[*places, _WHOLE] if more else list(places),
    )


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
