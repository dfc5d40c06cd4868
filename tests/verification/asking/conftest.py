"""Rita has claimed a template of acme, or asked its owner for more."""

from collections.abc import Callable

import pytest

from registrar.tenancy.context import acting_as
from verification.models import Material, MoreItem, MoreRequest, Submission
from verification.selectors import materials_of
from verification.services.answers_to_more import Answer
from verification.services.asking import Ask
from verification.services.submissions import ask_for_more, bring_more, claim_submission


@pytest.fixture
def claimed(submitted, reviewer) -> Submission:
    with acting_as(reviewer):
        return claim_submission(actor=reviewer, submission=submitted)


@pytest.fixture
def sent(owner, submitted) -> Material:
    """The picture that was handed in."""
    with acting_as(owner):
        return materials_of(submitted)[0]


@pytest.fixture
def ask(claimed, reviewer) -> Callable[..., MoreRequest]:
    """`ask(Ask("explanation"), …)`: Rita asks for these points."""

    def make(*items: Ask, **notes: str) -> MoreRequest:
        with acting_as(reviewer):
            return ask_for_more(actor=reviewer, submission=claimed, items=items, **notes)

    return make


@pytest.fixture
def asked(ask, sent) -> MoreRequest:
    """The picture again, and an explanation."""
    return ask(
        Ask("retake", "左下角看不清", sent.public_id),
        Ask("explanation", "为什么姓名和上次不同？"),
        note_to_user="麻烦您了",
        note_to_staff="second time",
    )


@pytest.fixture
def items(owner) -> Callable[[MoreRequest], list[MoreItem]]:
    def read(request: MoreRequest) -> list[MoreItem]:
        with acting_as(owner):
            return list(MoreItem.objects.filter(request=request).select_related("about"))

    return read


@pytest.fixture
def answers(items, upload, owner) -> Callable[..., list[Answer]]:
    """`answers(request)`: a fresh picture for each picture asked for, words for the rest."""

    def make(request: MoreRequest) -> list[Answer]:
        found = []
        for item in items(request):
            if item.what == "explanation":
                found.append(Answer(item.public_id, text="改名了，见变更通知。"))
            else:
                kinds = {"retake": "identity_document", "other_side": "identity_document_back"}
                kind = kinds.get(item.what, "supporting_document")
                found.append(Answer(item.public_id, upload(owner, kind=kind)))
        return found

    return make


@pytest.fixture
def bring(owner, submitted) -> Callable[..., Submission]:
    def make(given: list[Answer], **confirmed: object) -> Submission:
        with acting_as(owner):
            return bring_more(actor=owner, submission=submitted, answers=given, **confirmed)

    return make


@pytest.fixture
def fresh(owner) -> Callable[[Submission], Submission]:
    def read(submission: Submission) -> Submission:
        with acting_as(owner):
            return Submission.objects.get(pk=submission.pk)

    return read
