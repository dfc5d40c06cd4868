"""Forms of authorities and of their choice. The services judge; forms only ask and remember."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registrar.errors import FieldError, InvalidInput
from verification.materials_rules import PROFILES
from verification.models import AdapterKind, Authority, AuthorityRoute

from .connection_rules import (
    MAX_SECRET,
    MAX_URL,
    MIN_TIMEOUT,
    Connection,
    longest_timeout,
    tidy_url,
)

_CODE_LIKE = {"autocomplete": "off", "spellcheck": "false"}
_SECRETS = ("secret", "callback_secret")
_ONLY_HTTP = ("base_url", "key_id", "secret", "callback_key_id", "callback_secret")


def _secret_field(label: Any, help_text: Any) -> forms.CharField:
    # Never rendered with a value: what is typed leaves the page with the answer.
    widget = forms.PasswordInput(render_value=False, attrs={"autocomplete": "new-password"})
    return forms.CharField(
        label=label,
        required=False,
        strip=False,
        max_length=MAX_SECRET,
        widget=widget,
        help_text=help_text,
    )


class AuthorityForm(forms.Form):
    """A new authority."""

    use_required_attribute = False
    code = forms.CharField(
        label=_("Code"),
        max_length=32,
        widget=forms.TextInput(attrs=_CODE_LIKE),
        help_text=_("Stands in addresses and logs, and stays for good."),
    )
    name = forms.CharField(label=_("Name"), max_length=64)
    adapter = forms.ChoiceField(
        label=_("Spoken to by"), choices=AdapterKind.choices, initial=AdapterKind.HTTP
    )
    base_url = forms.CharField(
        label=_("Base address"),
        required=False,
        max_length=MAX_URL,
        widget=forms.TextInput(attrs=_CODE_LIKE | {"inputmode": "url"}),
        help_text=_("Begins with https://; the paths of the interface are put behind it."),
    )
    key_id = forms.CharField(
        label=_("Our key's id"),
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs=_CODE_LIKE),
        help_text=_("The authority finds our secret by it when we call."),
    )
    secret = _secret_field(
        _("Our secret"), _("Signs what we send. It is kept sealed and never shown again.")
    )
    callback_key_id = forms.CharField(
        label=_("Their key's id"),
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs=_CODE_LIKE),
        help_text=_(
            "They sign answers and callbacks with it. When the secret changes, the id stays."
        ),
    )
    callback_secret = _secret_field(
        _("Their secret"), _("It is kept sealed and never shown again.")
    )
    timeout = forms.IntegerField(
        label=_("Time-out in seconds"),
        min_value=MIN_TIMEOUT,
        initial=20,
        help_text=_("For one call, pictures included."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        longest = longest_timeout(settings.CELERY_TASK_SOFT_TIME_LIMIT)
        self._require_what_http_needs()
        field = self.fields["timeout"]
        field.widget.attrs["max"] = longest
        field.initial = min(int(field.initial), longest)

    def _require_what_http_needs(self) -> None:
        """The simulated authority has neither address nor keys; every other needs them all."""
        simulated = self.data.get("adapter") == AdapterKind.SIMULATED
        for name in _ONLY_HTTP:
            self.fields[name].required = not simulated

    def connection(self) -> Connection:
        """What was typed, as the services take it. The form must have been cleaned; what it has
        refused itself is missing here, and wrong by the services' rules too."""
        typed: dict[str, Any] = {"name": "", "adapter": "", "timeout": 0}
        typed |= {name: value for name, value in self.cleaned_data.items() if value is not None}
        if "base_url" in typed:
            typed["base_url"] = tidy_url(typed["base_url"])
        return Connection(**typed)

    def add_errors(self, errors: Iterable[FieldError]) -> None:
        """What the services say; a field that the form has refused keeps the form's sentence."""
        refused = set(self.errors)
        for error in errors:
            if error.field not in refused:
                field = error.field if error.field in self.fields else None
                self.add_error(field, str(error.message))

    def ask_for_secrets_again(self) -> None:
        """A secret that was typed is not in the page that comes back: say so."""
        for name in _SECRETS:
            if self.data.get(name) and name in self.fields and name not in self.errors:
                self.add_error(name, _("Type it again: pages never hold a secret."))


class EditAuthorityForm(AuthorityForm):
    """An authority that is there: code and adapter stay, secrets are kept where left empty."""

    code = None  # type: ignore[assignment]
    adapter = None  # type: ignore[assignment]

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if authority.adapter != AdapterKind.HTTP:
            for name in _ONLY_HTTP:
                del self.fields[name]
            return
        for name in _SECRETS:
            self.fields[name].required = False
        names = ("name", "base_url", "key_id", "callback_key_id", "timeout")
        self.initial = {name: getattr(authority, name) for name in names} | dict(self.initial)
        self.fields["secret"].help_text = _("Leave it empty to keep the one that is there.")
        self.fields["callback_secret"].help_text = _(
            "Leave it empty to keep the one that is there. After a change the one before counts "
            "too, until you drop it; one older than that counts no longer."
        )


class RouteForm(forms.Form):
    """Which authority takes what."""

    use_required_attribute = False
    suffix = forms.CharField(
        label=_("Suffix"),
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs=_CODE_LIKE),
        help_text=_("Such as cn, com.cn or 公司.cn. Empty: any, and info templates."),
    )
    profile = forms.ChoiceField(
        label=pgettext_lazy("authority", "Profile"),
        required=False,
        choices=[("", _("Any")), *((code, code) for code in PROFILES)],
    )
    authority = forms.TypedChoiceField(label=_("Authority"), coerce=int)

    def __init__(self, *args: Any, route: AuthorityRoute | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Authority.objects.order_by("name", "pk").values_list("pk", "name", "code")
        choices = [(pk, f"{name} ({code})") for pk, name, code in rows]
        self.leads_nowhere = not choices
        # Nothing chosen yet: an untouched form would lead everything to whoever comes first.
        self.fields["authority"].choices = [("", "---------"), *choices]  # type: ignore[attr-defined]
        if route is not None:
            names = ("suffix", "profile", "authority_id")
            kept = {n.removesuffix("_id"): getattr(route, n) for n in names}
            self.initial = kept | dict(self.initial)

    def add_refusal(self, refusal: InvalidInput) -> None:
        for error in refusal.errors:
            self.add_error(error.field if error.field in self.fields else None, str(error.message))


class PauseForm(forms.Form):
    """Why nothing is to be sent there."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("Your colleagues read it. No names of customers."),
    )
