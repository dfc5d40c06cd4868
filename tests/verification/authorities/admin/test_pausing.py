"""Pausing and resuming: once is once, the reason stays, and it is written down."""

from dataclasses import replace

import pytest
from django.urls import reverse

from registrar.errors import InvalidInput, NotFound, NotPermitted
from registrar.tenancy.context import acting_as
from verification.services.authority_pausing import pause_authority, resume_authority

WHY = "Maintenance until 18:00"


def page(name, row):
    return reverse(f"admin:verification_authority_{name}", args=[row.pk])


def test_pausing_twice_keeps_the_first_pause(make_authority, olga, browse, fresh, history):
    row = make_authority()
    client = browse(olga)
    first = client.post(page("pause", row), {"reason": WHY}, follow=True)
    assert "Nothing is sent there until somebody resumes it" in first.text
    since = fresh(row).paused_at
    again = client.post(page("pause", row), {"reason": "another"}, follow=True)
    assert "It was paused already" in again.text
    assert f"By {olga} since" in again.text
    assert WHY in again.text
    now = fresh(row)
    assert (now.paused_at, now.paused_by_id, now.pause_reason) == (since, olga.pk, WHY)
    assert [(c.action, c.reason) for c in history()[1:]] == [("paused", WHY)]


def test_resuming_twice_is_once(make_authority, do, olga, browse, fresh, history):
    row = make_authority()
    do(pause_authority, authority_id=row.pk, reason=WHY)
    client = browse(olga)
    assert "Resumed" in client.post(page("resume", row), follow=True).text
    assert "It was not paused" in client.post(page("resume", row), follow=True).text
    now = fresh(row)
    assert (now.paused_at, now.paused_by_id, now.pause_reason) == (None, None, "")
    lines = [(c.action, c.reason) for c in history()]
    assert lines == [("added", ""), ("paused", WHY), ("resumed", "")]


@pytest.mark.parametrize("reason", ["", "   ", "x" * 201])
def test_pause_without_a_fit_reason_is_refused_in_the_form(
    reason, make_authority, olga, browse, fresh
):
    row = make_authority()
    answer = browse(olga).post(page("pause", row), {"reason": reason})
    assert answer.status_code == 400
    assert "field-error" in answer.text
    assert '<details class="dialog" open>' in answer.text
    # A page that answers a form must not be loaded anew by itself.
    assert "hx-get" not in answer.text
    assert fresh(row).paused_at is None


@pytest.mark.parametrize("reason", ["", " ", "x" * 201, "a\x07b"])
def test_service_asks_for_a_reason(reason, make_authority, do):
    row = make_authority()
    with pytest.raises(InvalidInput):
        do(pause_authority, authority_id=row.pk, reason=reason)


def test_pausing_what_is_not_there(do, olga, browse, make_authority):
    row = make_authority()
    row.pk += 999
    with pytest.raises(NotFound):
        do(pause_authority, authority_id=row.pk, reason=WHY)
    client = browse(olga)
    for name in ("pause", "resume"):
        assert client.post(page(name, row), {"reason": WHY}).status_code == 404


def test_services_refuse_staff_without_the_permission(staff_actor, rita, make_authority):
    row = make_authority()
    actor = replace(staff_actor, user_id=rita.pk)
    with acting_as(actor), pytest.raises(NotPermitted):
        pause_authority(actor=actor, authority_id=row.pk, reason=WHY)
    with acting_as(actor), pytest.raises(NotPermitted):
        resume_authority(actor=actor, authority_id=row.pk)


@pytest.mark.parametrize("name", ["pause", "resume"])
def test_opening_a_form_by_get_changes_nothing_and_leads_to_the_status(
    name, make_authority, olga, browse, fresh
):
    row = make_authority()
    assert browse(olga).get(page(name, row)).url == page("status", row)
    assert fresh(row).paused_at is None
