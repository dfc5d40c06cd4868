"""What the sign-in page shows in the demo."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from .demo_data.cast import ACCOUNTS, PASSWORD

_LOGINS = [
    {"email": user.email, "password": PASSWORD, "name": user.name, "role": user.email}
    for account in ACCOUNTS
    for user in account.users
]


def demo_logins(request: HttpRequest) -> dict[str, Any]:
    """`demo_logins`: members who can sign in with one click; `demo_start`: where more are.

    Shown by accounts/demo_sign_in.html.
    """
    return {"demo_logins": _LOGINS, "demo_start": reverse("embedded:start")}
