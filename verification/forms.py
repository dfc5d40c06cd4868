"""The form of a submission, for a template and for a domain alike."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from templates_app.names_of import document_type_choices
from verification.checking.form_page import MAX_TYPED
from verification.checking.intake import ACCEPT
from verification.models.material import MaterialKind


class PicturesInput(forms.FileInput):
    allow_multiple_selected = True


class PicturesField(forms.FileField):
    """Several files under one name. What they are is for the service to say."""

    widget = PicturesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        return [file for file in given if file]


class SubmissionForm(forms.Form):
    """Document and pictures. With a stored number, the number may be left empty: it is kept."""

    use_required_attribute = False

    document_type = forms.ChoiceField(label=_("Document type"))
    document_number = forms.CharField(
        label=_("Document number"),
        required=False,
        strip=False,
        max_length=MAX_TYPED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    kind = forms.ChoiceField(label=_("Picture shows"), choices=MaterialKind.choices, required=False)
    pictures = PicturesField(
        label=_("Pictures"), required=False, widget=PicturesInput({"accept": ACCEPT})
    )

    def __init__(
        self, *args: Any, holder_type: str, stored_number: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document_type"] = forms.ChoiceField(
            label=_("Document type"), choices=document_type_choices(holder_type)
        )
        number = self.fields["document_number"]
        if stored_number:
            number.help_text = _("Leave empty to use the number on file: %(number)s.") % {
                "number": escape(stored_number)
            }
        else:
            number.required = True

    def typed(self) -> dict[str, str]:
        """Type and number as the page shows them: a menu without a choice shows its first."""
        menu: Any = self.fields["document_type"]
        return {
            "document_type": self["document_type"].value() or menu.choices[0][0],
            "document_number": self["document_number"].value() or "",
        }

    def say_only_of_pictures(self) -> None:
        """Drop what is wrong elsewhere: the user is still gathering pictures."""
        for name in set(self.errors) - {"pictures"}:
            del self.errors[name]

    def show_refusal(self, field: str, message: object) -> None:
        """A service's field error beside its field, or above the form."""
        names = {"materials": "pictures", "file": "pictures"}
        name = names.get(field.partition(".")[0], field)
        self.add_error(name if name in self.fields else None, str(message))
