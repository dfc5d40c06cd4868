"""Two people edit one template: the second one sees what the first has saved, and decides."""

from django.utils.translation import gettext as _

from registrar.errors import StateConflict
from templates_app import services
from templates_app.forms import TemplateForm
from templates_app.models import InfoTemplate


def show_conflict(
    form: TemplateForm, conflict: StateConflict, template: InfoTemplate | None
) -> None:
    """Say it above the form, with every value that differs from what was typed.

    Saving again then overwrites: the form takes the current token.
    """
    if template is None:
        form.add_error(None, str(conflict.message))
        return
    form.add_error(
        None,
        _(
            "Somebody else has changed this template meanwhile. What you typed is kept; "
            "saving again replaces their changes. Now saved:"
        ),
    )
    for name, typed in form.cleaned_data.items():
        current = "" if name == "token" else str(getattr(template, name, ""))
        if name not in ("token", "document_number") and current != typed:
            form.add_error(None, f"{form[name].label}: {current or '—'}")
    form.data = {**dict(form.data.items()), "token": services.edit_token(template)}
