"""Invented numbers, right by their check digits."""

from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2, mod_11_10

RESIDENT = "11010519491231002X"
HONG_KONG = "810000199408230021"
CREDIT = "9144030071526726XG"
REGISTRATION = "110108000000016"
ORGANISATION = "71526726X"
PERMANENT = "911124198108030024"

# A credit code with a B, which is easily read as 8, and its misreading.
_BODY = "91110108MAB123456"
CREDIT_WITH_B = _BODY + uscc.calc_check_digit(_BODY + "0")

assert mod_11_2.is_valid(RESIDENT)
assert mod_11_10.is_valid(REGISTRATION)
