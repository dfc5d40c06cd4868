import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.crypto import DecryptionError, key_id_of, open_sealed, reseal, seal
from registrar.crypto.envelope import PREFIX_BYTES, plaintext_size

from .rings import ring

contents = st.binary(max_size=200)
contexts = st.binary(max_size=40)
ONE = ring(k1="a")


@given(contents, contexts)
def test_open_sealed_gives_back_what_was_sealed(content, aad):
    assert open_sealed(ONE, seal(ONE, content, aad), aad) == content


@given(contents)
def test_seal_never_repeats_itself(content):
    assert seal(ONE, content, b"here") != seal(ONE, content, b"here")


@given(st.binary(min_size=8, max_size=200))
def test_seal_hides_the_content(content):
    assert content not in seal(ONE, content, b"here")


@given(contents, contexts, contexts)
def test_open_sealed_in_another_context_is_an_error(content, sealed_in, opened_in):
    sealed = seal(ONE, content, sealed_in)
    if sealed_in == opened_in:
        assert open_sealed(ONE, sealed, opened_in) == content
        return
    with pytest.raises(DecryptionError):
        open_sealed(ONE, sealed, opened_in)


@given(contents, st.data(), st.integers(1, 255))
def test_open_sealed_after_any_byte_changed_is_an_error(content, data, difference):
    sealed = bytearray(seal(ring("k1", k1="a", k3="a"), content, b"here"))
    position = data.draw(st.integers(0, len(sealed) - 1))
    sealed[position] ^= difference
    # Even a key id that turns into another one on the ring, with the very same key.
    with pytest.raises(DecryptionError):
        open_sealed(ring("k1", k1="a", k3="a"), bytes(sealed), b"here")


@given(contents, st.data())
def test_open_sealed_cut_short_or_extended_is_an_error(content, data):
    sealed = seal(ONE, content, b"here")
    cut = data.draw(st.integers(0, len(sealed) - 1))
    for broken in (sealed[:cut], sealed[cut + 1 :], sealed + b"\x00"):
        with pytest.raises(DecryptionError):
            open_sealed(ONE, broken, b"here")


@given(st.binary(max_size=200))
def test_open_sealed_of_any_bytes_is_an_error_never_empty(data):
    with pytest.raises(DecryptionError):
        open_sealed(ONE, data, b"here")


def test_open_sealed_with_another_key_of_the_same_name_is_an_error():
    with pytest.raises(DecryptionError, match="damaged"):
        open_sealed(ring(k1="b"), seal(ONE, b"content", b"here"), b"here")


def test_open_sealed_with_a_key_that_left_the_ring_is_an_error():
    with pytest.raises(DecryptionError, match="not on the keyring"):
        open_sealed(ring("k2", k2="b"), seal(ONE, b"content", b"here"), b"here")


@given(contents, contexts)
def test_rotation_keeps_old_seals_open_and_reseal_moves_them_to_the_current_key(content, aad):
    old = seal(ONE, content, aad)
    rotated = ring("k2", k1="a", k2="b")
    assert open_sealed(rotated, old, aad) == content
    new = reseal(rotated, old, aad)
    assert (key_id_of(old), key_id_of(new)) == ("k1", "k2")
    assert open_sealed(ring("k2", k2="b"), new, aad) == content


@given(contents)
def test_plaintext_size_is_known_from_the_prefix(content):
    sealed = seal(ONE, content, b"here")
    assert plaintext_size(sealed[:PREFIX_BYTES], len(sealed)) == len(content)


@pytest.mark.parametrize("data", [b"", b"\x01", b"\x02\x02k1", b"\x01\x02k1short"])
def test_key_id_of_something_not_sealed_is_an_error(data):
    with pytest.raises(DecryptionError):
        key_id_of(data)
