"""What there is to say about a template's fields: the one question of services and pages."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError
from templates_app.fields_of import fields_of
from templates_app.models import HolderType, InfoTemplate
from templates_app.rules.problems import Problem, in_field, problem
from templates_app.rules.template_rules import TemplateFields, check_template

_DOCUMENT_FIELDS = ("document_type", "document_number")


def find_problems(fields: TemplateFields) -> list[Problem]:
    """Everything wrong with tidy fields; a template kept for reuse needs its document too."""
    if fields.holder_type not in HolderType.values:
        message = _("Choose individual or organisation.")
        return in_field("holder_type", [problem("field_required", message)])
    found = check_template(fields)
    told = {one.field for one in found}
    for name in _DOCUMENT_FIELDS:
        if not getattr(fields, name) and name not in told:
            message = _("This field is required. Fill it in.")
            found += in_field(name, [problem("field_required", message)])
    return found


def warnings_of(template: InfoTemplate) -> list[Problem]:
    """What may be wrong with a saved template; blocking ones too, where rules have grown since."""
    return find_problems(fields_of(template))


def as_errors(problems: Iterable[Problem]) -> list[FieldError]:
    """The blocking ones, as services refuse them."""
    return [FieldError(p.field, p.code, p.message) for p in problems if p.blocks]
