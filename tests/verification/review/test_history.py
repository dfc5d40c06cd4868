"""Attempts, decisions, requests and answers as one timeline, newest first."""

import datetime as dt

import pytest
from django.utils import timezone

from tests import world
from verification.models import AuthorityAnswer, MoreItem, MoreRequest, ReviewDecision

NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


def hours(count):
    return NOW + dt.timedelta(hours=count)


@pytest.fixture
def case(acme, submit, rita, rex, inside):
    """An attempt that the authority failed, and a second one that was asked about, proposed,
    overruled and answered."""
    submission = submit(acme, "a.com", attempt=2, state="at_authority", submitted_at=hours(1))
    with inside(acme):
        world.submission_of(
            acme,
            domain=submission.domain,
            state="failed",
            stage="authority",
            raw_messages=["证件已过期"],
            submitted_at=hours(0),
        )
        picture = submission.submission_materials.get().material
        row = {"account": acme, "submission": submission}
        ReviewDecision.objects.create(
            **row,
            reviewer=rita,
            verdict="fail",
            standing="overruled",
            decided_at=hours(2),
            closed_by=rex,
            closed_at=hours(3),
            reasons=[
                {"code": "materials_unclear", "picture": picture.public_id, "field": ""},
                {"code": "materials_unclear", "picture": "", "field": "holder_name"},
            ],
            note_to_staff="blurred at the left",
        )
        asked = MoreRequest.objects.create(
            **row, asked_by=rita, asked_at=hours(4), answered_at=hours(5), answered_by="Alice"
        )
        MoreItem.objects.create(
            account=acme,
            request=asked,
            position=0,
            what="explanation",
            detail="why two names",
            answer_text="renamed in May",
        )
        AuthorityAnswer.objects.create(
            **row,
            via="callback",
            standing="failed",
            raw_messages=["号码不符"],
            received_at=hours(6),
            effect="late",
        )
    return submission


def shown(browser, rita, page, case):
    client = browser(rita)
    client.cookies["language"] = "en"
    answer = client.get(page("decide", case))
    text = answer.text[answer.text.index('id="attempts-title"') :]
    return answer.context["case"].history, text[: text.index("</section>")]


def test_all_of_it_is_told_newest_first(browser, rita, page, case):
    history, _text = shown(browser, rita, page, case)
    assert [event.kind for event in history] == ["answer", "request", "decision", "attempt"]
    assert [event.this for event in history] == [True, True, True, False]


def test_a_decision_names_people_reasons_places_and_what_became_of_it(browser, rita, page, case):
    _history, text = shown(browser, rita, page, case)
    assert "Decision: Failed" in text
    assert "(Picture 1 · Holder)" in text
    assert "Decided otherwise by the second reviewer" in text
    assert "Rex decided otherwise" in text
    assert "blurred at the left" in text


def test_a_request_shows_its_answer(browser, rita, page, case):
    _history, text = shown(browser, rita, page, case)
    for said in ("why two names", "renamed in May", "answered by Alice"):
        assert said in text


def test_an_answer_shows_its_words_and_its_effect(browser, rita, page, case):
    _history, text = shown(browser, rita, page, case)
    for said in ("号码不符", "Callback", "Came after the end; changed nothing"):
        assert said in text


def test_only_the_newest_attempts_are_shown(acme, rita, submit, browser, page, inside):
    submission = submit(acme, "many.com")
    with inside(acme):
        for _ in range(21):
            world.submission_of(acme, domain=submission.domain, state="withdrawn")
    history, text = shown(browser, rita, page, submission)
    assert len(history) == 20
    assert "Older attempts are not shown." in text


def test_a_template_without_history_says_so(acme, rita, browser, page, inside):
    with inside(acme):
        template = world.template_of(acme)
        row = world.submission_of(
            acme, template=template, state="submitted", submitted_at=timezone.now()
        )
    history, text = shown(browser, rita, page, row)
    assert history == ()
    assert "This is the first attempt." in text
