import pytest

from registrar.crypto import Keyring, KeyringError

from .rings import ring, setting


@pytest.mark.parametrize(
    "broken",
    [
        None,
        "k1",
        {},
        {"current": "k1"},
        {"current": "k1", "keys": {}},
        {"current": "k1", "keys": []},
        {"current": None, "keys": {"k1": "YQ=="}},
        {"current": "k1", "keys": {"k1": None}},
        {"current": "k1", "keys": {"k1": "no base64!"}},
        {"current": "k1", "keys": {"k1": "YWFh"}},
        setting("k2", k1="a"),
        setting("k 1", **{"k 1": "a"}),
        setting("", **{"": "a"}),
        setting("k" * 33, **{"k" * 33: "a"}),
    ],
)
def test_keyring_of_an_unusable_setting_is_refused(broken):
    with pytest.raises(KeyringError):
        Keyring.parse(broken)


def test_keyring_names_the_current_key_first():
    assert ring("k2", k1="a", k2="b", k3="c").key_ids == ("k2", "k1", "k3")


def test_keyring_derives_a_different_subkey_for_each_key_and_purpose():
    keys = ring(k1="a", k2="b")
    derived = {keys.derive(key, purpose) for key in ("k1", "k2") for purpose in ("seal", "index")}
    assert len(derived) == 4
    assert {len(key) for key in derived} == {32}
    assert b"a" * 32 not in derived


def test_keyring_derives_the_same_subkey_in_every_process():
    # RFC 5869 with SHA-256, no salt: what is sealed today must open after a restart.
    expected = "3733f7b4b2d1c9252cfa429c877fc4881946fc861b07e6af264b898191894755"
    assert ring().derive("k1", "seal").hex() == expected


def test_keyring_derive_with_a_key_it_lacks_is_an_error():
    with pytest.raises(KeyError):
        ring().derive("k9", "seal")


def test_keyring_repr_shows_no_key():
    assert repr(ring("k2", k1="a", k2="b")) == "<Keyring k2, k1>"


def test_keyring_error_shows_no_key():
    with pytest.raises(KeyringError) as caught:
        Keyring.parse({"current": "k1", "keys": {"k1": "c2VjcmV0c2VjcmV0"}})
    assert "secret" not in str(caught.value)
    assert "c2Vj" not in str(caught.value)
