import pytest

from verification.diagnosis.measures import say_measure


@pytest.mark.parametrize(
    ("unit", "measure", "limit", "english"),
    [
        ("text_px", 14.26, 20.5, "text are 14.3 pixels high; below 20.5"),
        ("edge_px", 9.8, 4.5, "edges are 9.8 pixels wide, in a sharp picture they are below 4.5"),
        ("edge", 0.142, 0.095, "14% of the text's height wide, it should be below 9.5%"),
        ("chroma", 0.0041, 0.018, "differ by 0.41%, in a colour picture by 1.8% or more"),
        ("side", 3, 0.12, "goes beyond the frame"),
        ("area", 0.031, 0.004, "About 3.1% of the document"),
        ("area", 0.0, 0.004, "No text where there should be some"),
        ("lines", 4.0, 2, "laid over it: 4"),
        ("another", 0.5, 0.25, "Measured 0.5, the limit is 0.25"),
    ],
)
def test_measure_is_told_in_words_and_never_by_the_name_of_its_unit(unit, measure, limit, english):
    said = say_measure({"unit": unit, "measure": measure, "limit": limit})
    assert english in said.en
    assert not said.zh.isascii()
