"""Every state of a notice's mail × every action."""

import pytest
from django.core.exceptions import FieldError
from django_fsm import TransitionNotAllowed

from registrar.notices.models import Notice
from registrar.notices.states import MailState

ACTIONS = {
    "note_sent": MailState.SENT,
    "drop_mail": MailState.DROPPED,
    "give_mail_up": MailState.GIVEN_UP,
}


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", MailState)
def test_only_a_waiting_mail_comes_to_an_end(state, action):
    notice = Notice(mail=state)
    if state == MailState.WAITING:
        getattr(notice, action)()
        assert notice.mail == ACTIONS[action]
    else:
        with pytest.raises(TransitionNotAllowed):
            getattr(notice, action)()
        assert notice.mail == state


def test_state_is_written_by_transitions_only():
    notice = Notice(mail=MailState.WAITING)
    with pytest.raises((AttributeError, FieldError)):
        notice.mail = MailState.SENT
