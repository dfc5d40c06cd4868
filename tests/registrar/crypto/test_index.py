from hypothesis import given
from hypothesis import strategies as st

from registrar.crypto import blind_index, blind_indexes

from .rings import ring

values = st.text(max_size=40)
purposes = st.sampled_from(["document_number", "phone", "e-mail"])


@given(values, values, purposes, purposes)
def test_blind_index_is_equal_exactly_for_equal_values_of_one_purpose(one, two, here, there):
    same = blind_index(ring(), one, here) == blind_index(ring(), two, there)
    assert same == ((one, here) == (two, there))


@given(values)
def test_blind_index_is_64_hex_digits_that_depend_on_the_key(value):
    digest = blind_index(ring(k1="a"), value, "phone")
    assert len(digest) == 64
    assert int(digest, 16) >= 0
    assert digest != blind_index(ring(k1="b"), value, "phone")


def test_blind_indexes_find_values_indexed_before_a_rotation():
    before = blind_index(ring(k1="a"), "11010519491231002X", "document_number")
    rotated = ring("k2", k1="a", k2="b")
    found = blind_indexes(rotated, "11010519491231002X", "document_number")
    assert found[0] == blind_index(rotated, "11010519491231002X", "document_number")
    assert before in found[1:]
