import re

import pytest
from django import forms

from registrar.console.forms_renderer import ConsoleFormRenderer


class Sample(forms.Form):
    default_renderer = ConsoleFormRenderer()

    name = forms.CharField(label="Name", help_text="As on the document.")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A")])
    side = forms.ChoiceField(label="Side", choices=[("f", "Front")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    code = forms.CharField(label="Code", widget=forms.TextInput({"class": "code-input"}))
    at = forms.SplitDateTimeField(
        label="At", widget=forms.SplitDateTimeWidget(date_attrs={"class": "date"})
    )
    agree = forms.BooleanField(label="Agree")
    token = forms.CharField(widget=forms.HiddenInput)


def group(name: str, data: dict[str, str] | None = None) -> str:
    return str(Sample(data)[name].as_field_group())


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        ("name", '<input type="text" name="name" required'),
        ("kind", '<select name="kind"'),
        ("note", '<textarea name="note"'),
    ],
)
def test_field_group_labels_its_widget(name: str, markup: str):
    html = group(name)
    assert f'<label class="field-label" for="id_{name}">' in html
    assert markup in html


@pytest.mark.parametrize(
    ("name", "css"),
    [("name", "input"), ("kind", "select"), ("note", "input"), ("agree", "checkbox")],
)
def test_field_group_gives_the_widget_its_class(name: str, css: str):
    assert f'class="{css}"' in group(name)


def test_field_group_keeps_the_classes_of_the_widget():
    assert 'class="code-input input"' in group("code")


def test_field_group_of_several_inputs_keeps_the_class_of_each():
    assert 'class="date"' in group("at")


def test_field_group_with_errors_points_from_the_widget_to_hint_and_errors():
    html = group("name", {})
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described is not None
    assert described[1].split() == ["id_name_helptext", "id_name_error"]
    assert all(f'id="{part}"' in html for part in described[1].split())
    assert 'aria-invalid="true"' in html


def test_field_group_of_radios_is_a_fieldset_with_a_legend():
    html = group("side")
    assert html.startswith("<fieldset")
    assert '<legend class="field-label">Side' in html
    assert '<label class="check" for="id_side_0">' in html


def test_field_group_of_a_checkbox_puts_the_label_after_it():
    html = group("agree")
    assert html.index("<input") < html.index("Agree")


def test_field_group_optional_field_says_so():
    assert "field-optional" in group("note")
    assert "field-optional" not in group("name")


def test_form_renders_hidden_fields_without_a_group():
    html = str(Sample())
    assert '<input type="hidden" name="token"' in html
    assert "id_token_field" not in html


def test_form_with_an_overall_error_shows_it_once_as_alert():
    form = Sample({})
    form.add_error(None, "Both can't be true.")
    html = str(form)
    assert html.count("Both can&#x27;t be true.") == 1
    assert 'role="alert"' in html
