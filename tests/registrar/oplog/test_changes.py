import pytest
from django.utils.translation import override

from registrar.oplog.changes import Change, changes_of
from registrar.oplog.fields import logged_field
from registrar.oplog.object_names import object_name
from templates_app.rules.template_rules import TemplateFields


def test_changes_name_every_field_of_either_side():
    assert changes_of("thing", {"a": "1", "b": "x"}, {"b": "x", "c": [1, "二"]}) == [
        Change("a", "a", "1", "", True),
        Change("b", "b", "x", "x", False),
        Change("c", "c", "", "1, 二", True),
    ]


@pytest.mark.parametrize("nothing", [None, [], ""])
def test_what_holds_nothing_is_empty_and_still_changed(nothing):
    assert changes_of("thing", {}, {"a": nothing}) == [Change("a", "a", "", "", True)]


@pytest.mark.parametrize(
    ("language", "name", "before", "after"),
    [("en", "State", "Submitted", "Succeeded"), ("zh-hans", "状态", "已提交", "成功")],
)
def test_codes_are_read_in_the_readers_language(language, name, before, after):
    with override(language):
        (change,) = changes_of("operation", {"state": "submitted"}, {"state": "succeeded"})
        assert (str(change.name), change.before, change.after) == (name, before, after)


def test_same_field_of_another_object_has_that_objects_words():
    with override("en"):
        (change,) = changes_of("submission", {"state": "in_review"}, {"state": "gone"})
        assert (change.before, change.after) == ("In first review", "gone")


def test_own_locks_are_named_among_the_statuses():
    statuses = ["clientTransferProhibited", "serverHold"]
    with override("en"):
        (change,) = changes_of("domain", {"epp_statuses": statuses}, {"epp_statuses": []})
        assert change.before == "Transfer lock (clientTransferProhibited), serverHold"
        assert change.after == ""


def test_yes_and_no_and_moments_are_words():
    with override("en"):
        (renewal,) = changes_of("domain", {"auto_renew": True}, {"auto_renew": False})
        assert (renewal.before, renewal.after) == ("Yes", "No")
    (due,) = changes_of("submission", {}, {"deadline": "2026-01-31T16:00:00+00:00"})
    assert due.after == "2026-02-01 00:00"


@pytest.mark.parametrize("name", TemplateFields.__dataclass_fields__)
def test_every_field_of_a_template_has_a_name(name):
    assert logged_field("template", name).label != name


def test_operations_are_called_by_their_kind():
    with override("en"):
        assert object_name("operation", "set_locks a.com") == "Lock change a.com"
        assert object_name("operation", "bewitch a.com") == "bewitch a.com"
        assert object_name("domain", "set_locks a.com") == "set_locks a.com"
