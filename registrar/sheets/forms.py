from django import forms
from django.utils.translation import gettext_lazy as _

from .limits import MAX_ROWS


class UploadForm(forms.Form):
    """One file; what is in it, the services judge."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        help_text=_(
            "CSV or XLSX, at most 20 MB and %(rows)s rows. The first row names the columns."
        )
        % {"rows": f"{MAX_ROWS:,}"},
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )
