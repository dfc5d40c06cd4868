"""The demo's start page: who may sign in, and whose documents pass."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from registrar.accounts.middleware import own_transactions
from registrar.embedded.demo_data.cast import ACCOUNTS, PASSWORD, STAFF
from registrar.embedded.demo_data.identities import BY_KEY, IDENTITIES, Identity
from registrar.embedded.demo_data.pictures import draw
from registrar.embedded.demo_data.review_holders import HOLDERS, QUEUE_HOLDERS
from templates_app.rules.document_types import DOCUMENT_TYPES


@own_transactions
def start(request: HttpRequest) -> HttpResponse:
    context = {
        "accounts": ACCOUNTS,
        "staff": STAFF,
        "password": PASSWORD,
        "identities": _rows(IDENTITIES),
        "holders": _rows(QUEUE_HOLDERS),
    }
    return render(request, "embedded/start.html", context)


@own_transactions
def document(request: HttpRequest, key: str) -> HttpResponse:
    """The drawn document of an identity, to be uploaded as a customer would."""
    identity = BY_KEY.get(key) or HOLDERS.get(key)
    if identity is None:
        raise Http404
    name = f"{identity.document_type}-{identity.key}.jpg"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(draw(identity), content_type="image/jpeg", headers=headers)


def _rows(identities: Iterable[Identity]) -> list[dict[str, Any]]:
    return [
        {"identity": one, "document_type": DOCUMENT_TYPES[one.document_type]} for one in identities
    ]
