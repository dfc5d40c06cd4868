"""What the page may be asked for. Everything has a default; what is wrong is said."""

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Account
from verification.materials_rules.profiles import PROFILES
from verification.models import Authority

from .period import Period, last_days
from .selectors import first_data_day
from .wanted import Wanted

_DEFAULT = "30"
_ALL, _CUSTOM = "all", "custom"
_DATE = {"type": "date"}
_EARLIEST = dt.date(2000, 1, 1)


class FiguresForm(forms.Form):
    """Read by GET. `wanted` once it is valid."""

    use_required_attribute = False
    defaults: ClassVar[dict[str, str]] = {"period": _DEFAULT}

    period = forms.ChoiceField(
        label=_("Period"),
        required=False,
        choices=(
            ("7", _("7 days")),
            ("30", _("30 days")),
            ("90", _("90 days")),
            (_ALL, _("All time")),
            (_CUSTOM, _("From - to")),
        ),
    )
    begin = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(_DATE, "%Y-%m-%d")
    )
    end = forms.DateField(label=_("To"), required=False, widget=forms.DateInput(_DATE, "%Y-%m-%d"))
    account = forms.CharField(
        label=_("Account"),
        required=False,
        max_length=64,
        widget=forms.TextInput({"placeholder": _("name or short name"), "autocomplete": "off"}),
    )
    profile = forms.ChoiceField(label=_("Authority profile"), required=False)
    authority = forms.ChoiceField(label=_("Authority"), required=False)

    def __init__(self, data: Any) -> None:
        given = data.copy()
        for name, value in self.defaults.items():
            given.setdefault(name, value)
        # Whoever gives days means them, also with a script switched off.
        if (given.get("begin") or given.get("end")) and given["period"] == _DEFAULT:
            given["period"] = _CUSTOM
        super().__init__(given)
        every = [("", _("all"))]
        names = Authority.objects.order_by("name").values_list("pk", "name")
        self._field("authority").choices = every + [(str(pk), name) for pk, name in names]
        self._field("profile").choices = every + [(code, code) for code in sorted(PROFILES)]
        self.wanted: Wanted | None = None

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def clean_account(self) -> int | None:
        typed = self.cleaned_data["account"].strip()
        if not typed:
            return None
        rows = Account.objects.filter(Q(slug=typed.lower()) | Q(name=typed))
        found: list[int] = list(rows.values_list("pk", flat=True)[:2])
        if len(found) != 1:
            raise forms.ValidationError(_("No account has this name or short name."))
        return found[0]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        period = None if {"begin", "end", "period"} & set(self.errors) else self._period(data)
        if period is not None and not self.errors:
            self.wanted = Wanted(
                period=period,
                account_id=data["account"],
                profile=data["profile"],
                authority_id=int(data["authority"]) if data["authority"] else None,
            )
        return data

    def _period(self, data: dict[str, Any]) -> Period | None:
        today = timezone.localdate()
        chosen = data.get("period") or _DEFAULT
        if chosen == _ALL:
            return Period(first_data_day() or today, today)
        if chosen != _CUSTOM:
            return last_days(int(chosen), today)
        first, last = data.get("begin"), data.get("end") or today
        if first is None:
            self.add_error("begin", _("Give the first day."))
        elif first > today:
            message = _("This day lies in the future. Give today or a day before.")
            self.add_error("begin", message)
        elif first < _EARLIEST:
            message = _("Figures go back to %(day)s at most. Give that day or a later one.")
            self.add_error("begin", message % {"day": _EARLIEST.isoformat()})
        elif last < first:
            self.add_error("end", _("The last day lies before the first."))
        else:
            return Period(first, min(last, today))
        return None
