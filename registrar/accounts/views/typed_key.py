"""What was typed into the form for a key, while the page for the code is open.

In the session and not in the address: names of keys are the account's own business, and
addresses end up in logs.
"""

from typing import Any

from registrar.accounts.forms.settings import KeyForm
from registrar.accounts.requests import MemberRequest

_KEY = "key_to_create"


def keep_typed(request: MemberRequest, form: KeyForm) -> None:
    """One at a time: a newer one takes its place. `form` is valid."""
    request.session[_KEY] = [request.account.public_id, form.cleaned_data]


def take_typed(request: MemberRequest) -> dict[str, Any]:
    """What was typed in this account, this once, as initial values; {} otherwise."""
    account, typed = request.session.get(_KEY, ["", {}])
    if account != request.account.public_id:
        return {}
    del request.session[_KEY]
    return dict(typed)
