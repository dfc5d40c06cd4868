"""The field against a model that has no table: what goes to and comes from a driver."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection, models
from django.test import override_settings
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st

from registrar.crypto import DecryptionError
from registrar.crypto.fields import EncryptedTextField

from .rings import setting

KEYS = setting("k1", k1="a")


def model_with(name="Holder", **fields):
    with isolate_apps():
        options = type("Meta", (), {"app_label": "people"})
        return type(name, (models.Model,), {"__module__": __name__, "Meta": options, **fields})


HOLDER = model_with(number=EncryptedTextField(null=True), note=EncryptedTextField())
NUMBER = HOLDER._meta.get_field("number")
NOTE = HOLDER._meta.get_field("note")


def to_column(field, value):
    prepared = field.get_db_prep_value(value, connection)
    return None if prepared is None else bytes(getattr(prepared, "obj", prepared))


def from_column(field, column):
    return field.from_db_value(column, None, connection)


@pytest.fixture(autouse=True)
def _keys():
    with override_settings(FIELD_KEYRING=KEYS):
        yield


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_field_gives_back_what_it_sealed(text):
    assert from_column(NUMBER, to_column(NUMBER, text)) == text


def test_field_column_is_binary_and_hides_the_text():
    column = to_column(NUMBER, "11010519491231002X")
    assert NUMBER.get_internal_type() == "BinaryField"
    assert b"1101051949" not in column


def test_field_reads_what_a_driver_hands_over_as_memoryview():
    assert from_column(NUMBER, memoryview(to_column(NUMBER, "x"))) == "x"


def test_field_keeps_none_and_seals_the_empty_text():
    assert to_column(NUMBER, None) is None
    assert from_column(NUMBER, None) is None
    assert to_column(NUMBER, "")
    assert from_column(NUMBER, to_column(NUMBER, "")) == ""


def test_field_value_copied_into_another_column_does_not_open():
    with pytest.raises(DecryptionError):
        from_column(NOTE, to_column(NUMBER, "x"))


def test_field_with_a_wrong_key_raises_instead_of_showing_nothing():
    column = to_column(NUMBER, "x")
    with override_settings(FIELD_KEYRING=setting("k1", k1="b")), pytest.raises(DecryptionError):
        from_column(NUMBER, column)


def test_field_of_an_empty_column_value_is_an_error():
    with pytest.raises(DecryptionError):
        from_column(NUMBER, b"")


def test_field_opens_after_rotation():
    column = to_column(NUMBER, "x")
    with override_settings(FIELD_KEYRING=setting("k2", k1="a", k2="b")):
        assert from_column(NUMBER, column) == "x"


def test_field_with_context_opens_after_the_model_was_renamed():
    renamed = model_with("Registrant", number=EncryptedTextField(context="people.holder.number"))
    field = renamed._meta.get_field("number")
    assert from_column(field, to_column(NUMBER, "x")) == "x"
    assert field.deconstruct()[3]["context"] == "people.holder.number"
    assert "context" not in NUMBER.deconstruct()[3]


@pytest.mark.parametrize("lookup", ["number", "number__contains", "number__in", "number__lower"])
def test_field_search_is_refused(lookup):
    with pytest.raises(FieldError):
        HOLDER.objects.filter(**{lookup: "x"})


def test_field_search_for_null_is_possible():
    assert "IS NULL" in str(HOLDER.objects.filter(number__isnull=True).query)


@pytest.mark.parametrize("option", ["unique", "db_index", "primary_key"])
def test_field_refuses_options_that_mean_nothing(option):
    with pytest.raises(TypeError, match=option):
        EncryptedTextField(**{option: True})


def test_field_is_not_serialized_in_the_clear():
    with pytest.raises(TypeError, match="serialized"):
        NUMBER.value_to_string(HOLDER(number="x"))
