"""The form that asks for a new name. What is right, the service says."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import Case, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from domains.forms import ServiceForm
from domains.names import MAX_LENGTH
from domains.operation_kinds.register import years_in_words
from domains.rules.registration import MAX_YEARS, MIN_YEARS
from templates_app.models import InfoTemplate
from templates_app.selectors import NEWEST, living_templates
from templates_app.states import TemplateState

_OFFERED = 100
_VERIFIED_FIRST = Case(When(state=TemplateState.VERIFIED, then=Value(0)), default=Value(1))


def templates_to_register_with() -> list[InfoTemplate]:
    """Those that may hold a new name, as far as their state says: verified ones first."""
    rows = living_templates().exclude(state=TemplateState.DISABLED).defer("document_number")
    return list(rows.order_by(_VERIFIED_FIRST, *NEWEST)[:_OFFERED])


class RegistrationForm(ServiceForm):
    PREFILLED: ClassVar[frozenset[str]] = frozenset({"name", "template", "years"})

    name = forms.CharField(
        label=_("Domain"),
        help_text=_("With its suffix, such as example.cn or 例子.公司."),
        max_length=MAX_LENGTH,
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    template = forms.ChoiceField(
        label=_("Info template"),
        help_text=_(
            "Its holder becomes the registrant. With a verified one the domain is verified at"
            " once; with any other one it does not resolve until its holder is verified."
        ),
    )
    years = forms.TypedChoiceField(label=_("Registered for"), coerce=int)
    auto_renew = forms.BooleanField(label=_("Renew automatically"), required=False)

    def __init__(self, templates: Sequence[InfoTemplate], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_templates = bool(templates)
        # Made anew for every form: words follow the reader's language.
        offered: list[tuple[Any, str | Promise]] = [("", _("Choose one"))]
        offered += [(one.public_id, _told(one)) for one in templates]
        years = [(n, years_in_words(n)) for n in range(MIN_YEARS, MAX_YEARS + 1)]
        for field, choices in (("template", offered), ("years", years)):
            self.fields[field].choices = choices  # type: ignore[attr-defined]


def _told(template: InfoTemplate) -> str:
    parts = (template.name_zh, template.number_masked, template.get_state_display())
    return " · ".join(str(part) for part in parts if part)
