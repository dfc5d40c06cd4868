"""Where the page that asks for a code is, and where it leads on to."""

from urllib.parse import urlencode

from django.urls import reverse


def identity_page(purpose: str, back: str) -> str:
    """Its address for `purpose`; after the right code it leads to `back`, an address of ours.

    What was typed before belongs into `back`: a form that was sent can't be sent again by a
    redirect.
    """
    return f"{reverse('accounts:step_up', args=[str(purpose)])}?{urlencode({'next': back})}"
