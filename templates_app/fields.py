"""Form fields that take text as it is typed: what is wrong with it, the rules say."""

from typing import Any

from django import forms


class TypedField(forms.Field):
    """Keeps whatever text comes. `required` only marks it so: the rules tell what is missing,
    together with everything else."""

    def to_python(self, value: Any) -> str:
        return "" if value is None else str(value)

    def validate(self, value: Any) -> None:
        """Nothing: one place for the rules, and it isn't here."""


class ProvinceInput(forms.TextInput):
    """A text with the mainland's provinces to choose from; other countries' are typed."""

    template_name = "templates_app/widgets/province.html"

    def __init__(self, provinces: list[tuple[str, str]]) -> None:
        super().__init__()
        self.provinces = provinces

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        listed = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"]["list"] = listed
        return {**context, "listed": listed, "provinces": self.provinces}
