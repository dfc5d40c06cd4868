"""The reviewers' part of the demo: what waits really shows what it is there for."""

import io
from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageFilter, ImageStat
from pytest_django import DjangoDbBlocker

from domains.registries.simulated.models import SimulatedObject
from registrar.accounts.models import User
from registrar.embedded import demo_data
from registrar.embedded.demo_data.review_cases import CASES, Flaw, ReviewCase, Waits
from registrar.embedded.demo_data.review_holders import REVIEW_HOLDERS
from registrar.embedded.demo_data.review_pictures import draw_case, holder_of
from registrar.embedded.demo_data.review_stories import STORIES
from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as
from templates_app.rules.numbers import check_number
from verification.authorities.simulated.models import RegisteredIdentity
from verification.materials_rules import DEFAULT_PROFILE, get_profile, inspect_picture
from verification.models import AuthorityAnswer, Material, MoreItem, ReviewDecision, Submission
from verification.review.figures.making import make_figures
from verification.review.figures.period import last_days
from verification.review.figures.wanted import Wanted
from verification.states import OPEN, SubmissionState

LEAD = "lead@registrar.example"


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded once for all tests here, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo_data.load()
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demo(_loaded: None, db: None) -> None:
    """Every test sees the demo data."""


def _open() -> list[Submission]:
    rows = Submission.objects.filter(account__slug="initech", state__in=OPEN)
    return list(rows.select_related("domain", "template"))


def _case(**wanted: object) -> ReviewCase:
    return next(c for c in CASES if all(getattr(c, k) == v for k, v in wanted.items()))


def test_twenty_wait_for_a_reviewer_and_one_each_for_a_second_and_for_the_customer() -> None:
    with acting_as(system_staff_actor()):
        states = Counter(row.state for row in _open())
    assert states == {"submitted": 20, "second_review": 1, "more_wanted": 1}


def test_what_waits_is_varied() -> None:
    with acting_as(system_staff_actor()):
        rows = _open()
        assert {row.holder_type for row in rows} == {"individual", "organization"}
        assert {row.document_type for row in rows} == {"SFZ", "YYZZ", "GAJMTX"}
        assert {row.domain is None for row in rows} == {True, False}
        assert {row.attempt for row in rows} == {1, 2}
        assert {code for row in rows for code in row.confirmed_warnings} >= {
            "image_blurry",
            "name_fullwidth_brackets",
        }


def test_what_was_confirmed_of_a_form_is_found_in_it() -> None:
    with acting_as(system_staff_actor()):
        rows = [row for row in _open() if "name_fullwidth_brackets" in row.confirmed_warnings]
        (row,) = rows
        assert "name_fullwidth_brackets" in row.found_codes
        assert row.found_worst == "warn"
    known = RegisteredIdentity.objects.filter(name__contains="范例(集团)")
    assert known.exists()


def test_exactly_one_is_overdue() -> None:
    with acting_as(system_staff_actor()):
        now = timezone.now()
        late = [r for r in _open() if r.review_due_at is not None and r.review_due_at < now]
    assert [row.domain.name for row in late if row.domain] == ["xu-shili.cn"]


def test_second_review_has_a_proposal_and_the_customer_a_request() -> None:
    with acting_as(system_staff_actor()):
        proposed = ReviewDecision.objects.get(standing="proposed")
        assert proposed.submission.state == SubmissionState.SECOND_REVIEW
        assert proposed.submission.reviewer_id is None
        item = MoreItem.objects.get()
        assert item.request.submission.state == SubmissionState.MORE_WANTED
        assert item.about is not None
        assert item.request.submission.review_due_at is None


def test_each_domain_is_known_to_the_simulated_registry() -> None:
    names = {case.domain for case in CASES if case.domain} | {story.domain for story in STORIES}
    assert set(SimulatedObject.objects.filter(name__in=names).values_list("name", flat=True)) == (
        names
    )


def test_one_number_stands_in_two_submissions_with_two_pictures() -> None:
    with acting_as(system_staff_actor()):
        rows = [row for row in _open() if row.holder_name == "邓样张"]
        assert len({row.number_index for row in rows}) == 1
        assert len(rows) == 2
        digests = {m.sha256 for row in rows for m in row.materials.all()}
    assert len(digests) == 2


def test_one_picture_stands_in_two_submissions_and_one_in_two_accounts() -> None:
    with acting_as(system_staff_actor()):
        here = Material.objects.filter(submission__domain__name="lin-daiban.cn").get()
        assert here.submission_set.filter(state__in=OPEN).count() == 2
        there = Material.objects.filter(submission__domain__name="shili-daili.cn").get()
        same = Material.objects.filter(sha256=there.sha256)
        assert set(same.values_list("account__slug", flat=True)) == {"acme", "initech"}


def test_other_pictures_are_each_a_case_of_their_own() -> None:
    drawn = [draw_case(case) for case in CASES if not case.picture_of]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_picture_of_a_case_may_be_uploaded_and_its_number_typed(case: ReviewCase) -> None:
    inspect_picture(draw_case(case), get_profile(DEFAULT_PROFILE))
    holder = holder_of(case)
    assert not [p for p in check_number(holder.document_type, holder.number) if p.blocks]


def test_wrong_number_on_a_card_is_a_number_that_could_be_right() -> None:
    for case in (c for c in CASES if c.shows_number):
        holder = holder_of(case)
        assert case.shows_number != holder.number
        assert not [p for p in check_number(holder.document_type, case.shows_number) if p.blocks]


def test_blurred_is_blurred_and_cut_is_cut() -> None:
    sharp, blurred = (
        _edges(draw_case(_case(flaw=flaw, holder=holder)))
        for flaw, holder in ((None, "tang"), (Flaw.BLURRED, "liang"))
    )
    assert blurred < sharp / 2
    whole = Image.open(io.BytesIO(draw_case(_case(flaw=None, holder="tang"))))
    cut = Image.open(io.BytesIO(draw_case(_case(flaw=Flaw.CUT, holder="song"))))
    assert cut.width < 0.95 * whole.width
    assert cut.height == whole.height


def _edges(content: bytes) -> float:
    grey = Image.open(io.BytesIO(content)).convert("L")
    return ImageStat.Stat(grey.filter(ImageFilter.FIND_EDGES)).var[0]


def test_past_reviews_fill_every_figure_and_lie_in_the_past() -> None:
    with acting_as(system_staff_actor()):
        past = Submission.objects.filter(account__slug="initech", note_to_staff="演示数据")
        assert past.count() >= 60
        assert not past.filter(ended_at__gt=timezone.now()).exists()
        assert not past.exclude(state__in=("passed", "failed")).exists()
        answers = AuthorityAnswer.objects.filter(effect="applied")
        assert answers.count() == past.exclude(stage__in=("reviewer", "timeout")).count()
        found = make_figures(
            Wanted(last_days(30, timezone.localdate())), User.objects.get(email=LEAD)
        )
    assert all(found.tables[key].rows for key in found.tables)
    assert found.disagreement.failed >= 5
    assert {row[0] for row in found.tables["reviewers"].rows} == {
        *("审核员甲", "审核员乙", "审核主管")
    }


def test_whatever_was_sent_to_an_authority_says_to_which() -> None:
    with acting_as(system_staff_actor()):
        assert not Submission.objects.filter(sent_at__isnull=False, authority=None).exists()
        found = make_figures(
            Wanted(last_days(365, timezone.localdate())), User.objects.get(email=LEAD)
        )
    (row,) = found.tables["authorities"].rows
    assert row[0] == "模拟审核机构 · Simulated"
    assert row[2] > row[3] > 0


def test_whatever_a_reviewer_holds_can_become_free_again() -> None:
    with acting_as(system_staff_actor()):
        held = Submission.objects.filter(state=SubmissionState.IN_REVIEW)
        assert held.exists()
        assert not held.filter(lease_until=None).exists()


def test_decisions_follow_one_another_in_time() -> None:
    with acting_as(system_staff_actor()):
        for row in ReviewDecision.objects.select_related("submission"):
            assert row.waiting_since < row.decided_at
            assert row.claimed_at < row.decided_at
            ended = row.submission.ended_at
            assert ended is None or row.decided_at <= ended


def test_holders_have_a_key_and_a_number_each() -> None:
    assert len({holder.key for holder in REVIEW_HOLDERS}) == len(REVIEW_HOLDERS)
    assert len({holder.number for holder in REVIEW_HOLDERS}) == len(REVIEW_HOLDERS)


def test_each_case_waits_for_whom_the_plan_says() -> None:
    assert Counter(case.waits for case in CASES) == {
        Waits.REVIEWER: 20,
        Waits.SECOND: 1,
        Waits.CUSTOMER: 1,
    }
