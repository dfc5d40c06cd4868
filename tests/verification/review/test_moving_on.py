"""After a click: what was done, how long it can be undone, and which case comes next."""

from django.urls import reverse

NEXT = "admin:verification_submission_next"
REASON = {"reason_codes": ["materials_unclear"]}


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def test_where_nothing_is_free_the_oldest_own_claim_comes_next(acme, rita, submit, browse, page):
    client = browse(rita)
    cases = [submit(acme, f"{name}.com") for name in "abc"]
    for case in reversed(cases):
        client.post(page("claim", case))
    answer = client.post(page("approve", cases[1]), follow=True)
    assert answer.redirect_chain[-1][0] == page("decide", cases[2])
    assert "Nothing else is free; you still hold 2" in said(answer)
    answer = client.post(reverse(NEXT), follow=True)
    assert answer.redirect_chain[-1][0] == page("decide", cases[2])
    client.post(page("approve", cases[2]))
    answer = client.post(page("refuse", cases[0]), REASON, follow=True)
    assert "Nothing waits that you could decide now." in said(answer)


def test_a_free_case_comes_before_own_claims(acme, rita, submit, browse, page):
    client = browse(rita)
    own, decided, free = (submit(acme, f"{name}.com") for name in "abc")
    for case in (own, decided):
        client.post(page("claim", case))
    assert client.post(page("approve", decided)).url == page("decide", free)


def test_what_was_given_back_comes_last_until_it_is_claimed_again(acme, rita, submit, browse, page):
    client = browse(rita)
    first, second = submit(acme, "a.com"), submit(acme, "b.com")
    assert client.post(reverse(NEXT)).url == page("decide", first)
    client.post(page("give-back", first))
    assert client.post(reverse(NEXT)).url == page("decide", second)
    assert client.post(reverse(NEXT)).url == page("decide", first)
    client.post(page("give-back", second))
    third = submit(acme, "c.com")
    assert client.post(reverse(NEXT)).url == page("decide", third)


def test_an_approval_says_until_when_it_can_be_undone(acme, rita, submit, browse, page, settings):
    settings.REVIEW_GRACE = 3600
    client, case = browse(rita), submit(acme, "a.com")
    client.post(page("claim", case))
    answer = client.post(page("approve", case), follow=True)
    assert page("reopen", case) in said(answer)
    assert 'data-review-key="o"' in said(answer)
    assert "data-undo-seconds" in said(answer)


def test_a_request_for_more_can_be_undone_until_it_is_answered(
    acme, rita, submit, browse, page, fresh
):
    client, case = browse(rita), submit(acme, "a.com")
    client.post(page("claim", case))
    asked = {"what_1": "explanation", "detail_1": "Why another name?"}
    answer = client.post(page("ask-more", case), asked, follow=True)
    assert page("reopen", case) in said(answer)
    assert "until the user answers" in said(answer)
    client.post(page("reopen", case))
    assert (fresh(case).state, fresh(case).reviewer) == ("in_review", rita)


def test_taking_over_says_from_whom(acme, rita, rex, submit, browse, page):
    case = submit(acme, "a.com")
    browse(rita).post(page("claim", case))
    answer = browse(rex).post(page("take-over", case), follow=True)
    assert "You have taken it over from Rita" in said(answer)


def test_the_second_reviewer_reads_first_what_was_decided(
    acme, rita, rex, submit, browse, page, as_staff
):
    with as_staff():
        acme.four_eyes = True
        acme.save()
    case = submit(acme, "a.com")
    client = browse(rita)
    client.post(page("claim", case))
    client.post(page("approve", case))
    second = browse(rex)
    assert second.post(reverse(NEXT)).url == page("decide", case)
    shown = second.get(page("decide", case)).text
    assert ">Second review</" in shown
    assert shown.index("Rita has decided: Approve") < shown.index(page("confirm", case))
    assert 'data-review-key="y"' in shown
    assert 'data-review-key="c"' not in shown


def test_what_stands_further_down_is_said_in_a_line_that_leads_there(
    acme, rita, submit, browse, page
):
    case = submit(acme, "a.com", attempt=2, confirmed_warnings=["image_blurry"])
    shown = browse(rita).get(page("decide", case)).text
    strip = shown[shown.index('class="review-strip"') :]
    strip = strip[: strip.index("</nav>")]
    for said_there in ("Not all read", "Confirmed by the user: 1", "Attempt 2"):
        assert said_there in strip
    for name in ("findings-title", "facts-title", "attempts-title"):
        assert f'href="#{name}"' in strip
        assert f'id="{name}"' in shown
