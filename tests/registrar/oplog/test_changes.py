from registrar.oplog.changes import Change, changes_of


def test_changes_name_every_field_of_either_side():
    assert changes_of({"a": "1", "b": "x"}, {"b": "x", "c": [1, "二"]}) == [
        Change("a", "1", "", True),
        Change("b", "x", "x", False),
        Change("c", "", '[1, "二"]', True),
    ]


def test_field_that_became_null_is_changed():
    assert changes_of({}, {"a": None}) == [Change("a", "", "null", True)]
