"""Who is told when a review ends, in which words, and where it leads."""

import pytest
from django.utils import translation

from registrar.notices.kinds import kind_named
from registrar.notices.models import Notice
from registrar.notices.texts import words_for
from registrar.tenancy.context import acting_as
from tests.verification.data import NAME, NUMBER
from verification.catalogue.catalogue import reasons
from verification.notices import notice_kinds
from verification.services.decision_rows import ReasonAt
from verification.services.outcomes import record_outcome, time_out
from verification.services.submissions import (
    approve_submission,
    claim_submission,
    fail_submission,
    submit_verification,
)

pytestmark = pytest.mark.django_db
EXPIRED = "证件已过期，请提交有效的证件图片"


def told(owner):
    with acting_as(owner):
        return list(Notice.objects.order_by("pk"))


@pytest.fixture
def submitted_domain(acme, owner, make_domain, upload):
    domain, material = make_domain(acme, "shop.com"), upload(owner)
    with acting_as(owner):
        return submit_verification(
            actor=owner,
            domain=domain,
            document_type="SFZ",
            document_number=NUMBER,
            materials=[material],
        )


@pytest.fixture
def end(reviewer, inside, acme):
    def through(submission, *messages, times=1):
        with acting_as(reviewer):
            claim_submission(actor=reviewer, submission=submission)
            approve_submission(actor=reviewer, submission=submission)
        for _time in range(times):
            with inside(acme) as system:
                record_outcome(
                    actor=system,
                    submission_id=submission.pk,
                    passed=not messages,
                    raw_messages=messages,
                )

    return through


def test_domain_that_passes_is_named_once(submitted_domain, end, owner):
    end(submitted_domain, times=2)
    (notice,) = told(owner)
    assert notice.kind == "verification.passed"
    assert notice.url == f"/verifications/{submitted_domain.public_id}/"
    with translation.override("en"):
        assert notice.words.title == "shop.com is verified"


def test_failed_domain_is_told_with_its_reasons_in_the_readers_language(
    submitted_domain, end, owner
):
    end(submitted_domain, EXPIRED, "注册者资料不清晰")
    (notice,) = told(owner)
    assert notice.kind == "verification.failed"
    with translation.override("en"):
        assert notice.words.text.startswith("Document expired · Document picture not clear.")
    with translation.override("zh-hans"):
        assert notice.words.text.startswith("证件已过期 · 证件图片不清晰")


def test_mail_of_a_failure_says_what_the_pages_say(submitted_domain, end, owner):
    end(submitted_domain, EXPIRED)
    (notice,) = told(owner)
    expired = reasons()["document_expired"]
    for language, text in (("en", expired.summary.en), ("zh-hans", expired.summary.zh)):
        with translation.override(language):
            assert text in notice.details[0]
    steps = [line for line in notice.details if line[:2] in ("1.", "2.")]
    assert steps == [f"{n}. {s.text.zh}" for n, s in enumerate(expired.guidance[:2], start=1)]


def test_notice_names_a_confirmed_cause_and_never_its_evidence(
    acme, owner, make_domain, upload, end, inside
):
    domain, material = make_domain(acme, "shop.com"), upload(owner)
    with acting_as(owner):
        submission = submit_verification(
            actor=owner,
            domain=domain,
            document_type="SFZ",
            document_number=NUMBER,
            materials=[material],
        )
    with inside(acme):
        # Sent in days when nobody looked at check digits yet.
        submission.document_number = NUMBER[:-1] + "1"
        submission.save()
    end(submission, "注册者证件号码填写有误，请输入与证件照片一致的证件号码")
    (notice,) = told(owner)
    assert "number_mismatch" in notice.params["causes"]
    said = " ".join(notice.details)
    assert "号码" in said
    assert NUMBER[-4:] not in said


def test_reviewers_refusal_of_a_template_names_no_holder(submitted, reviewer, owner):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        fail_submission(
            actor=reviewer, submission=submitted, reasons=[ReasonAt("materials_unclear")]
        )
    (notice,) = told(owner)
    assert notice.kind == "verification.failed_template"
    assert notice.params["reasons"] == "materials_unclear"
    assert NAME not in f"{notice.words} {notice.params} {notice.url}"


def test_unknown_message_is_told_in_general_words(submitted_domain, end, owner):
    end(submitted_domain, "返回码 E-7731")
    (notice,) = told(owner)
    assert notice.kind == "verification.failed"
    assert notice.details == ()


def test_timeout_is_told(submitted_domain, reviewer, owner, inside, acme, time_machine):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted_domain)
        row = approve_submission(actor=reviewer, submission=submitted_domain)
    time_machine.move_to(row.deadline, tick=False)
    with inside(acme) as system:
        time_out(actor=system, submission_id=row.pk)
    assert [notice.params["reasons"] for notice in told(owner)] == ["review_timeout"]


def test_every_kind_fits_its_column_and_has_words_in_both_languages():
    kinds = list(notice_kinds())
    assert len(kinds) == 10
    for kind in kinds:
        assert len(kind.key) <= Notice._meta.get_field("kind").max_length
        assert kind_named(kind.key) is not None
        said = []
        for language in ("en", "zh-hans"):
            with translation.override(language):
                said.append(words_for(kind, {"name": "shop.com"}))
        assert said[0].title != said[1].title
        assert said[0].text != said[1].text


def test_diagnosis_that_breaks_does_not_keep_the_result_from_being_written(
    submitted_domain, end, owner, monkeypatch
):
    def broken(*_args):
        raise RuntimeError("a rule that nobody has tried")

    monkeypatch.setattr("verification.notices.failure_of", broken)
    end(submitted_domain, EXPIRED)
    (notice,) = told(owner)
    assert notice.params["reasons"] == "document_expired"
    with acting_as(owner):
        submitted_domain.refresh_from_db()
    assert submitted_domain.state == "failed"
