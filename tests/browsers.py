"""Signed-in browsers: each person's first one, whose session `enter_code` and `actor_of` know."""

from django.test import Client

from registrar.accounts.browser_session import ENTRY
from registrar.accounts.models import User


def token_of(user: User) -> str:
    """What the session of the person's first browser holds."""
    return f"first browser of {user.pk}"


def sign_in(client: Client, user: User) -> None:
    """Make `client` the first browser of `user`; `client.force_login` makes another one."""
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[ENTRY] = token_of(user)
    session.save()


def signed_in_client(user: User) -> Client:
    """The person's first browser."""
    client = Client()
    sign_in(client, user)
    return client
