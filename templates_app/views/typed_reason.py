"""The reason for showing a number, while the page for the code is open.

In the session and not in the address: people write names into it, and addresses end up in logs.
"""

from registrar.accounts.requests import MemberRequest
from templates_app.models import InfoTemplate

_KEY = "reason_to_reveal"


def keep_reason(request: MemberRequest, template: InfoTemplate, reason: str) -> None:
    """One at a time: a newer one takes its place."""
    request.session[_KEY] = [template.public_id, reason]


def take_reason(request: MemberRequest, template: InfoTemplate) -> str:
    """What was typed for this template, this once; "" otherwise."""
    kept, reason = request.session.get(_KEY, ["", ""])
    if kept != template.public_id:
        return ""
    del request.session[_KEY]
    return str(reason)
