from hypothesis import given
from hypothesis import strategies as st

from registrar import public_ids


@given(st.uuids(version=None))
def test_id_round_trips(value):
    assert public_ids.decode("tpl", public_ids.encode("tpl", value)) == value


def test_id_of_another_kind_is_no_id():
    text = public_ids.encode("mat", public_ids.new_uuid())
    assert public_ids.decode("tpl", text) is None


@given(st.text())
def test_any_text_decodes_to_none_or_to_itself(text):
    value = public_ids.decode("tpl", text)
    assert value is None or public_ids.encode("tpl", value) == text


def test_ids_are_ordered_by_time():
    ids = [public_ids.new_uuid() for _ in range(50)]
    assert ids == sorted(ids)
