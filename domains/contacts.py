"""The contact part of a domain: the same keys as in an info template."""

from collections.abc import Mapping

from registrar.errors import Text
from templates_app.models import InfoTemplate
from templates_app.rules.template_rules import TemplateFields, check_template

CONTACT_FIELDS: tuple[str, ...] = (
    "contact_name_zh",
    "contact_name_en",
    "country",
    "province",
    "city",
    "address_zh",
    "address_en",
    "postcode",
    "phone_country_code",
    "phone_number",
    "email",
)


def contact_of(template: InfoTemplate) -> dict[str, str]:
    """What a domain takes over from the template besides the registrant."""
    return {name: getattr(template, name) for name in CONTACT_FIELDS}


def contact_problems(
    contact: Mapping[str, str], *, holder_type: str, name_zh: str, name_en: str
) -> list[tuple[str, str, Text]]:
    """(field, code, message) of everything that refuses the contact: the templates' own rules."""
    typed = {name: contact.get(name, "") for name in CONTACT_FIELDS}
    fields = TemplateFields(holder_type=holder_type, name_zh=name_zh, name_en=name_en, **typed)
    return [
        (problem.field, problem.code, problem.message)
        for problem in check_template(fields)
        if problem.field in CONTACT_FIELDS and problem.blocks
    ]
