import pytest

from templates_app.rules.numbers import check_number
from tests.templates_app.rules.codes import codes


@pytest.mark.parametrize(
    ("document_type", "number", "looks_like"),
    [
        ("TYDM", "110108000000016", "registration_number"),
        ("SYDWFR", "110108000000017", "registration_number"),
        ("LSZY", "4403011234567", "registration_number"),
        ("TYDM", "71526726X", "organisation_code"),
        ("YYZZ", "71526726X", "organisation_code"),
        ("YYZZ", "44030071526726X", "tax_number"),
        ("TYDM", "44030071526726X", "tax_number"),
        ("YYZZ", "11010519491231002X", "resident_id"),
    ],
)
def test_check_number_says_which_other_number_was_typed(document_type, number, looks_like):
    found = check_number(document_type, number)
    assert codes(found) == ["number_wrong_field"]
    assert found[0].blocks
    assert found[0].evidence == {"looks_like": looks_like}


def test_check_number_lets_an_old_licence_keep_its_registration_number():
    assert check_number("YYZZ", "110108000000016") == []


@pytest.mark.parametrize(
    ("document_type", "number", "fits"),
    [
        ("SFZ", "810000199408230021", "GAJZZ"),
        ("TWJZZ", "810000199408230021", "GAJZZ"),
        ("SFZ", "911124198108030024", "WJLSFZ"),
        ("GAJZZ", "11010519491231002X", "SFZ"),
        ("WJLSFZ", "11010519491231002X", "SFZ"),
    ],
)
def test_check_number_names_the_personal_document_that_fits(document_type, number, fits):
    found = check_number(document_type, number)
    assert codes(found) == ["document_type_mismatch"]
    assert found[0].evidence == {"fits": fits}
