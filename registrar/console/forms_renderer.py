"""Forms as the console draws them (settings.FORM_RENDERER)."""

from typing import Any

from django.forms import BoundField, MultiWidget, Widget
from django.forms.renderers import TemplatesSetting

_OWN_TEMPLATES = {
    "django/forms/widgets/radio.html": "console/forms/options.html",
    "django/forms/widgets/checkbox_select.html": "console/forms/options.html",
    "django/forms/widgets/clearable_file_input.html": "console/forms/file.html",
}
_CLASSES = {"select": "select", "checkbox": "checkbox", "radio": "", "hidden": ""}


def _widget_class(widget: Widget) -> str:
    kind = getattr(widget, "input_type", "")
    if isinstance(widget, MultiWidget):  # would overwrite the classes of its parts
        return ""
    if widget.use_fieldset and kind in {"radio", "checkbox"}:
        return ""
    return _CLASSES.get(kind, "input")


class ConsoleBoundField(BoundField):
    """Gives each widget its class (input, select, checkbox) beside those it already has."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: Widget | None = None
    ) -> dict[str, Any]:
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        given = str(built.get("class") or widget.attrs.get("class", ""))
        classes = " ".join(name for name in (given, _widget_class(widget)) if name)
        return {**built, "class": classes} if classes else built

    @property
    def is_check(self) -> bool:
        """A single checkbox: its label follows it."""
        widget = self.field.widget
        return getattr(widget, "input_type", "") == "checkbox" and not widget.use_fieldset


class ConsoleFormRenderer(TemplatesSetting):
    """Field groups, errors and option lists from templates/console/forms/."""

    form_template_name = "console/forms/form.html"
    field_template_name = "console/forms/field.html"
    bound_field_class = ConsoleBoundField

    def get_template(self, template_name: str) -> Any:
        return super().get_template(_OWN_TEMPLATES.get(template_name, template_name))
