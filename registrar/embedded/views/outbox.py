"""What the demo has sent: codes and mails, newest first."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from registrar.accounts.middleware import own_transactions
from registrar.embedded import outbox as sent

_SHOWN = 50


@own_transactions
def outbox(request: HttpRequest) -> HttpResponse:
    """Asked by htmx it answers with the messages only."""
    messages = [
        {**message, "at": dt.datetime.fromtimestamp(message["at"], tz=dt.UTC)}
        for message in sent.messages()[:_SHOWN]
    ]
    part = "embedded/outbox_messages.html" if request.headers.get("HX-Request") else None
    return render(request, part or "embedded/outbox.html", {"sent": messages})
