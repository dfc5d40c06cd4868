"""What a trusted account hands in clean goes straight to the authority, all else to reviewers."""

import pytest
from django.test import Client
from django.urls import reverse

from registrar.accounts.permissions import Role
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.browsers import sign_in
from tests.verification.data import OTHER_NUMBER
from tests.world import reading_of
from verification.models import MaterialReading, Submission
from verification.services.sealing import number_fields
from verification.services.submissions import record_outcome, submit_verification
from verification.waiting.resubmitting import resubmit_unchanged

from .test_prechecked_submission import card

pytestmark = pytest.mark.django_db
UNSURE = card(number=OTHER_NUMBER, confidence=0.6)
BRACKETS = {
    "holder_type": "organization",
    "name_zh": "北京示例（上海）有限公司",
    "document_type": "YYZZ",
    **number_fields("91350100M000100Y43"),
}


@pytest.fixture(params=["staff", "straight_when_clean"])
def level(request):
    return request.param


@pytest.fixture
def account(make_account, level):
    return make_account("other", "上海可信样例有限公司", review_level=level)


@pytest.fixture
def olga(account, make_member):
    return make_member(account, "olga@other.example", Role.OWNER)


@pytest.fixture
def owner(account, olga, actor_of):
    return actor_of(account, olga, Role.OWNER)


@pytest.fixture
def hand_in(account, owner, make_template, upload, settings):
    """`hand_in(card(), …)`: a template with one picture that reads so (None: nobody could)."""

    def submit(reading, *, confirmed=(), looking=True, **fields):
        material = upload(owner)
        with acting_as(owner):
            unread = {"state": "given_up", "result": None} if reading is None else {}
            reading_of(material, reading or card(), **unread)
        settings.READ_PICTURES = True
        template = make_template(account, **fields)
        with acting_as(owner):
            return submit_verification(
                actor=owner,
                template=template,
                materials=[material],
                confirmed_warnings=confirmed,
                looking=looking,
            )

    return submit


def waits_for_reviewers(submission):
    """In the queue, with the time by which it is to be decided."""
    assert (submission.state, submission.due_at) == ("submitted", None)
    assert submission.review_due_at > submission.waiting_since
    return True


def is_at_the_authority(submission):
    assert (submission.state, submission.review_due_at) == ("at_authority", None)
    assert submission.due_at is not None
    return True


def goes_by(level, submission):
    return {"staff": waits_for_reviewers, "straight_when_clean": is_at_the_authority}[level](
        submission
    )


def test_clean_goes_by_the_level(level, hand_in):
    assert goes_by(level, hand_in(card()))


def test_what_is_only_told_keeps_nothing_back(level, hand_in):
    """張三 was typed where 张三 is printed: told, and nothing to confirm."""
    assert goes_by(level, hand_in(card(), name_zh="張三", contact_name_zh="張三"))


def test_confirmed_warning_of_the_picture_goes_to_the_reviewers(hand_in):
    submission = hand_in(UNSURE, confirmed=["number_mismatch"])
    assert submission.confirmed_warnings == ["number_mismatch"]
    assert waits_for_reviewers(submission)


def test_confirmed_warning_of_the_form_goes_to_the_reviewers_looking_or_not(hand_in):
    submission = hand_in(card(), looking=False, confirmed=["name_fullwidth_brackets"], **BRACKETS)
    assert submission.confirmed_warnings == ["name_fullwidth_brackets"]
    assert waits_for_reviewers(submission)


def test_picture_that_nobody_could_read_goes_to_the_reviewers(hand_in):
    assert waits_for_reviewers(hand_in(None, confirmed=["image_unreadable"]))


def test_picture_that_nobody_could_read_goes_to_the_reviewers_without_looking_too(hand_in):
    assert waits_for_reviewers(hand_in(None, looking=False))


def test_without_looking_pictures_that_agree_go_by_the_level(level, hand_in):
    assert goes_by(level, hand_in(card(), looking=False))


@pytest.mark.parametrize("reading", [card(number=OTHER_NUMBER), UNSURE], ids=["sure", "unsure"])
def test_without_looking_pictures_that_disagree_go_to_the_reviewers(reading, hand_in):
    submission = hand_in(reading, looking=False)
    assert submission.confirmed_warnings == []
    assert waits_for_reviewers(submission)


def test_where_pictures_are_not_read_the_form_decides(
    level, account, owner, upload, make_template, settings
):
    settings.READ_PICTURES = False
    material = upload(owner)
    for fields, confirmed in (({}, []), (BRACKETS, ["name_fullwidth_brackets"])):
        template = make_template(account, **fields)
        with acting_as(owner):
            submission = submit_verification(
                actor=owner, template=template, materials=[material], confirmed_warnings=confirmed
            )
            assert not MaterialReading.objects.exists()
        if confirmed:
            assert waits_for_reviewers(submission)
        else:
            assert goes_by(level, submission)


class TestTrusted:
    """At the level of trust."""

    @pytest.fixture
    def level(self):
        return "straight_when_clean"

    @pytest.fixture
    def failed(self, hand_in, inside, account):
        """`failed(card())`: it timed out at the authority, and nothing is to be corrected."""

        def through(reading):
            submission = hand_in(reading, looking=False)
            with inside(account) as system:
                if submission.state == "submitted":
                    Submission.objects.filter(pk=submission.pk).update(state="at_authority")
                return record_outcome(
                    actor=system,
                    submission_id=submission.pk,
                    passed=False,
                    raw_messages=["实名审核超时，请重新提交"],
                )

        return through

    def test_clean_is_sent_again_without_a_reviewer(self, failed, owner):
        first = failed(card())
        with acting_as(owner):
            again = resubmit_unchanged(actor=owner, submission=first)
        assert is_at_the_authority(again)

    def test_what_was_worth_a_look_is_looked_at_again(self, failed, owner):
        first = failed(UNSURE)
        with acting_as(owner):
            again = resubmit_unchanged(actor=owner, submission=first)
        assert waits_for_reviewers(again)

    def test_handing_over_is_logged_and_no_review(self, hand_in, owner):
        hand_in(card())
        with acting_as(owner):
            actions = list(LogEntry.objects.order_by("number").values_list("action", flat=True))
        assert actions[-2:] == ["submission.submitted", "submission.handed_over"]

    @pytest.mark.parametrize(
        ("reading", "confirmed", "state", "step"),
        [
            (card(), [], "at_authority", "Waiting for the authority&#x27;s answer"),
            (UNSURE, ["number_mismatch"], "submitted", "Waiting for the first review"),
        ],
        ids=["clean", "warned"],
    )
    def test_customer_is_told_where_it_is(
        self, reading, confirmed, state, step, hand_in, account, olga, make_key
    ):
        submission = hand_in(reading, confirmed=confirmed)
        browser = Client()
        sign_in(browser, olga)
        browser.cookies["language"] = "en"
        shown = browser.get(reverse("verification:detail", args=[submission.public_id]))
        assert step in shown.text
        address = f"/api/v1/verifications/{submission.public_id}"
        told = Client().get(address, headers=make_key(account)).json()
        assert told["state"] == state
