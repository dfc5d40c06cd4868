"""What a recogniser made of drawn documents is read as what was drawn."""

import pytest

from templates_app.rules.simplified import simplified
from verification.reading.fields import read_document
from verification.reading.model import SURE, Field

from .pages import RECORDED, recorded

FIELDS = {field.value for field in Field}


def same(text: str) -> str:
    """Brackets in one width and characters simplified, as names are compared later."""
    return "".join(map(simplified, text.replace("(", "（").replace(")", "）")))


def truth(name):
    return recorded(name)["truth"]


def read(page):
    return read_document(page["lines"], width=page["width"], height=page["height"])


@pytest.mark.parametrize("name", RECORDED)
def test_a_drawn_document_is_read_as_it_was_drawn(name):
    page = recorded(name)
    reading = read(page)
    values = {field.value: same(value.text) for field, value in reading.values.items()}
    wanted = {field: same(text) for field, text in page["truth"].items() if field in FIELDS}

    assert reading.type == page["truth"].get("type", "")
    assert {field: values.get(field) for field in wanted} == wanted
    assert reading.side == page["truth"].get("side", reading.side)


@pytest.mark.parametrize("name", [name for name in RECORDED if "number" in truth(name)])
def test_the_number_of_a_clear_picture_is_sure_and_has_a_place(name):
    page = recorded(name)
    number = read(page).values[Field.NUMBER]

    assert number.confidence >= SURE
    assert 0 <= number.box.left < number.box.right <= 1
    assert 0 <= number.box.top < number.box.bottom <= 1


@pytest.mark.parametrize("name", [name for name in RECORDED if name.startswith("licence")])
def test_a_licence_s_holder_is_never_its_representative(name):
    page = recorded(name)
    values = read(page).values

    assert values[Field.NAME].text != page["truth"]["legal_representative"]


@pytest.mark.parametrize("name", [name for name in RECORDED if name.startswith("stranger")])
def test_a_document_that_is_none_of_ours_is_not_guessed(name):
    reading = read(recorded(name))

    assert (reading.type, reading.confidence, dict(reading.values)) == ("", 0.0, {})
