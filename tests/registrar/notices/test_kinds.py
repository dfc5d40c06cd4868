from dataclasses import replace

import pytest

from registrar.accounts.permissions import ROLE_PERMISSIONS, Role
from registrar.notices import kinds
from registrar.notices.kinds import kinds_closed_to, register_kinds
from registrar.notices.texts import text_of

from .conftest import FAILED, FOR_WORKERS, REMINDER


def test_registering_the_same_again_is_fine_and_something_else_is_refused():
    register_kinds([FAILED, replace(FAILED)])
    with pytest.raises(ValueError, match=r"'test\.failed' is taken"):
        register_kinds([replace(FAILED, tone="ok")])


@pytest.mark.parametrize("wrong", [{"topic": "weather"}, {"tone": "loud"}])
def test_unknown_topic_or_tone_is_refused(wrong):
    with pytest.raises(ValueError, match="unknown topic or tone"):
        register_kinds([replace(FAILED, key="test.new", **wrong)])


def test_words_are_made_of_kind_and_params():
    words = text_of("test.failed", {"domain": "one.com"})
    assert (words.title, words.tone) == ("one.com failed", "bad")
    assert words.text == "See what to do about one.com."
    assert text_of("test.reminder", {"days": 3}).title == "3 days left"
    assert text_of("test.reminder", {"days": 3}).text == "100% sure."


@pytest.mark.parametrize("params", [{}, {"other": 1}])
def test_words_of_an_old_row_that_do_not_fit_any_more_are_general(params):
    assert text_of("test.failed", params) == text_of("nobody.knows", {"domain": "one.com"})
    assert text_of("nobody.knows", {}).tone == "info"
    assert text_of("nobody.knows", {}).title


def test_kinds_are_closed_to_those_without_their_permission():
    kinds._kinds.clear()
    register_kinds([FAILED, FOR_WORKERS, REMINDER])
    assert kinds_closed_to(ROLE_PERMISSIONS[Role.VIEWER]) == ["test.for_workers"]
    assert kinds_closed_to([]) == ["test.failed", "test.for_workers"]
    assert kinds_closed_to(ROLE_PERMISSIONS[Role.OWNER]) == []
