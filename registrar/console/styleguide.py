"""Sample data for the style guide: invented, covering every state of every component."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Holder name"), help_text=_("Exactly as on the document."))
    kind = forms.ChoiceField(
        label=_("Document type"),
        choices=[("id", _("Resident identity card")), ("passport", _("Passport"))],
    )
    number = forms.CharField(label=_("Document number"), min_length=18)
    postcode = forms.CharField(label=_("Postcode"), required=False)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea)
    scope = forms.MultipleChoiceField(
        label=_("Scopes"),
        choices=[("read", _("Read")), ("write", _("Write"))],
        widget=forms.CheckboxSelectMultiple,
    )
    file = forms.FileField(label=_("Picture"), required=False)
    agree = forms.BooleanField(label=_("I confirm that the document belongs to the holder."))


def _rows() -> list[dict[str, Any]]:
    return [
        {"name": "正名.中国", "holder": "杭州青禾网络科技有限公司", "tone": "ok",
         "status": _("Verified"), "expires": "2027-03-18", "href": ""},
        {"name": "qinghe-design.com", "holder": "李晓彤", "tone": "bad",
         "status": _("Verification failed"), "expires": "2026-11-02", "href": "#causes"},
        {"name": "example-shop.cn", "holder": "李晓彤", "tone": "info",
         "status": _("Verification in review"), "expires": "2026-08-30", "href": ""},
        {"name": "oldname.net", "holder": "王建国", "tone": "warn",
         "status": _("Expired"), "expires": "2025-12-01", "href": "#gates"},
        {"name": "fresh.top", "holder": "—", "tone": "muted",
         "status": _("Not verified"), "expires": "2026-06-14", "href": ""},
    ]  # fmt: skip


def styleguide_context(request: HttpRequest) -> dict[str, Any]:
    bound = SampleForm({"name": "李晓形", "number": "11010519491231"})
    return {
        "form": bound,
        "rows": _rows(),
        "tones": ["ok", "warn", "bad", "info", "muted"],
        "callouts": ["info", "warn", "bad", "ok"],
        "query": request.GET.urlencode(),
    }
