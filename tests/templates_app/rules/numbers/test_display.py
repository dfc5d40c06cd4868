import pytest

from templates_app.rules.numbers import mask_number


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("11010519491231002X", "110***********002X"),
        ("110108000000016", "11**********016"),
        ("H12345678", "H******78"),
        ("1234", "***4"),
        ("123", "***"),
        ("", ""),
        ("A" * 64, "AAA" + "*" * 25 + "AAAA"),
    ],
)
def test_mask_number_shows_less_of_shorter_numbers(number, masked):
    assert mask_number(number) == masked
