"""The demo's start page: who may sign in, and whose documents pass."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from registrar.accounts.middleware import own_transactions
from registrar.embedded.demo_data.cast import ACCOUNTS, PASSWORD, STAFF
from registrar.embedded.demo_data.identities import BY_KEY, IDENTITIES
from registrar.embedded.demo_data.pictures import draw
from templates_app.rules.document_types import DOCUMENT_TYPES


@own_transactions
def start(request: HttpRequest) -> HttpResponse:
    identities = [
        {"identity": one, "document_type": DOCUMENT_TYPES[one.document_type]} for one in IDENTITIES
    ]
    context = {
        "accounts": ACCOUNTS,
        "staff": STAFF,
        "password": PASSWORD,
        "identities": identities,
    }
    return render(request, "embedded/start.html", context)


@own_transactions
def document(request: HttpRequest, key: str) -> HttpResponse:
    """The drawn document of an identity, to be uploaded as a customer would."""
    identity = BY_KEY.get(key)
    if identity is None:
        raise Http404
    name = f"{identity.document_type}-{identity.key}.jpg"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(draw(identity), content_type="image/jpeg", headers=headers)
