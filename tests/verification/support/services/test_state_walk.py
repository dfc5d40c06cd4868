"""Every state × every action against one table: what is not named is a conflict."""

import pytest
from django.utils import timezone

from registrar.errors import StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from verification.support.models import SupportRequest
from verification.support.services.closing import (
    assign_request,
    close_request,
    reopen_request,
)
from verification.support.services.conversing import answer_request, reply_to_request
from verification.support.states import RequestState

pytestmark = pytest.mark.django_db

ALLOWED = {
    ("open", "reply"): "open",
    ("waiting_for_user", "reply"): "open",
    ("open", "answer"): "waiting_for_user",
    ("waiting_for_user", "answer"): "waiting_for_user",
    ("open", "answer_and_close"): "closed",
    ("waiting_for_user", "answer_and_close"): "closed",
    ("open", "close"): "closed",
    ("waiting_for_user", "close"): "closed",
    ("open", "close_by_staff"): "closed",
    ("waiting_for_user", "close_by_staff"): "closed",
    ("closed", "reopen"): "open",
    ("closed", "reopen_by_staff"): "open",
    ("open", "assign"): "open",
    ("waiting_for_user", "assign"): "waiting_for_user",
    ("open", "note"): "open",
    ("waiting_for_user", "note"): "waiting_for_user",
    ("closed", "note"): "closed",
}
BY_STAFF = {"answer", "answer_and_close", "close_by_staff", "reopen_by_staff", "assign", "note"}
ACTIONS = sorted(BY_STAFF | {"reply", "close", "reopen"})


def act(action, actor, row, user):
    verbs = {
        "reply": lambda: reply_to_request(actor=actor, request=row, text="more"),
        "answer": lambda: answer_request(actor=actor, request=row, text="so"),
        "answer_and_close": lambda: answer_request(actor=actor, request=row, text="so", close=True),
        "close": lambda: close_request(actor=actor, request=row),
        "close_by_staff": lambda: close_request(actor=actor, request=row),
        "reopen": lambda: reopen_request(actor=actor, request=row),
        "reopen_by_staff": lambda: reopen_request(actor=actor, request=row),
        "assign": lambda: assign_request(actor=actor, request=row, to=user),
        "note": lambda: answer_request(actor=actor, request=row, text="note", internal=True),
    }
    return verbs[action]()


def put_into(state, row, inside, account):
    closed = state == "closed"
    with inside(account):
        SupportRequest.objects.filter(pk=row.pk).update(
            state=state,
            closed_at=timezone.now() if closed else None,
            closed_by="user" if closed else "",
        )


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", RequestState.values)
def test_action_in_state(state, action, asked, owner, sue, sue_user, acme, inside, fresh):
    put_into(state, asked, inside, acme)
    target = ALLOWED.get((state, action))
    actor = sue if action in BY_STAFF else owner
    with acting_as(owner):
        entries = LogEntry.objects.count()
    with acting_as(actor):
        if target is None:
            with pytest.raises(StateConflict):
                act(action, actor, asked, sue_user)
        else:
            act(action, actor, asked, sue_user)
    row = fresh(asked)
    assert row.state == (target or state)
    assert bool(row.closed_at) == bool(row.closed_by) == (row.state == "closed")
    with acting_as(owner):
        assert LogEntry.objects.count() == entries + (target is not None)
