"""How to reach the holder: phone, e-mail, postcode, address."""

from templates_app.rules.contact.address import check_address, check_city
from templates_app.rules.contact.email_address import check_email
from templates_app.rules.contact.phone import check_phone
from templates_app.rules.contact.postcode import check_postcode
from templates_app.rules.contact.region import check_region

__all__ = [
    "check_address",
    "check_city",
    "check_email",
    "check_phone",
    "check_postcode",
    "check_region",
]
