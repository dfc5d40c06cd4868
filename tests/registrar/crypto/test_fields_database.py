"""The field in a real column."""

import pytest
from django.db import connection, models
from django.test import override_settings
from django.test.utils import isolate_apps

from registrar.crypto import DecryptionError
from registrar.crypto.fields import EncryptedTextField

from .rings import setting

pytestmark = pytest.mark.django_db

with isolate_apps():

    class Passport(models.Model):  # noqa: DJ008 (never shown)
        number = EncryptedTextField(null=True)

        class Meta:
            app_label = "people"


@pytest.fixture(autouse=True)
def _table():
    with override_settings(FIELD_KEYRING=setting("k1", k1="a")):
        with connection.schema_editor() as editor:
            editor.create_model(Passport)
        yield


def column(pk):
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM people_passport WHERE id = %s", [pk])
        return bytes(cursor.fetchone()[0])


@pytest.mark.parametrize("number", ["E12345678", "", "身份证", None])
def test_field_in_the_database_gives_back_what_was_stored(number):
    passport = Passport.objects.create(number=number)
    assert Passport.objects.get(pk=passport.pk).number == number
    assert list(Passport.objects.values_list("number", flat=True)) == [number]


def test_field_in_the_database_holds_ciphertext():
    passport = Passport.objects.create(number="E12345678")
    assert b"E12345678" not in column(passport.pk)


def test_field_in_the_database_takes_every_kind_of_update():
    one, two = Passport.objects.bulk_create([Passport(number="1"), Passport(number="2")])
    Passport.objects.filter(pk=one.pk).update(number="one")
    two.number = "two"
    Passport.objects.bulk_update([two], ["number"])
    assert set(Passport.objects.values_list("number", flat=True)) == {"one", "two"}


def test_field_in_the_database_is_found_by_null_only():
    Passport.objects.create(number=None)
    Passport.objects.create(number="")
    assert Passport.objects.filter(number__isnull=True).count() == 1


def test_field_in_the_database_under_a_wrong_key_is_an_error():
    Passport.objects.create(number="E12345678")
    with override_settings(FIELD_KEYRING=setting("k1", k1="b")), pytest.raises(DecryptionError):
        Passport.objects.get()
