"""The shape of an e-mail address; whether it is read is another question."""

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, problem

_MAX_LENGTH = 254
_validate = EmailValidator(allowlist=[])


def check_email(email: str) -> list[Problem]:
    """Whether registries can take the address: ASCII, one mailbox, at most 254 characters."""
    if not email.strip():
        return [problem("field_required", _("This field is required. Fill it in."))]
    if len(email) <= _MAX_LENGTH and email.isascii() and _is_mailbox(email):
        return []
    message = _("This is no e-mail address. Type one like name@example.com, without spaces.")
    return [problem("email_invalid", message)]


def _is_mailbox(email: str) -> bool:
    try:
        _validate(email)
    except ValidationError:
        return False
    return True
