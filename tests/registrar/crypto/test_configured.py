import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from registrar.crypto.configured import get_keyring

from .rings import setting


def test_get_keyring_parses_the_setting_once():
    with override_settings(FIELD_KEYRING=setting("k7", k7="x")):
        assert get_keyring().current == "k7"
        assert get_keyring() is get_keyring()


def test_get_keyring_follows_a_replaced_setting():
    with override_settings(FIELD_KEYRING=setting("k7", k7="x")):
        get_keyring()
    with override_settings(FIELD_KEYRING=setting("k8", k8="x")):
        assert get_keyring().current == "k8"


@pytest.mark.parametrize("broken", [None, {}, {"current": "k1", "keys": {"k1": "short"}}])
def test_get_keyring_of_an_unusable_setting_is_a_configuration_error(broken):
    with (
        override_settings(FIELD_KEYRING=broken),
        pytest.raises(ImproperlyConfigured, match="FIELD_KEYRING"),
    ):
        get_keyring()
