from stdnum.cn import uscc

from templates_app.rules.numbers.credit_code import CREDIT_CODE
from templates_app.rules.numbers.organisation_code import (
    ORGANISATION_CODE,
    organisation_check_character,
)

USCC = "9144030071526726XG"


def test_organisation_code_is_part_of_the_credit_code():
    assert ORGANISATION_CODE.accepts(USCC[8:17])
    assert organisation_check_character(USCC[8:16]) == USCC[16]


def test_organisation_code_check_character_can_be_zero():
    assert organisation_check_character("00000000") == "0"


def test_credit_code_of_a_rural_collective_holds_though_stdnum_refuses_it():
    body = "N2110105MF0000012"
    number = body + uscc.calc_check_digit(body)
    assert CREDIT_CODE.accepts(number)
    assert not uscc.is_valid(number)
