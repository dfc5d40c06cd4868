"""`Authorization: Bearer <api key>`."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from registrar.accounts.api_keys import actor_for_key, sent_key
from registrar.tenancy.actor import Actor


class ApiKeyAuthentication(BaseAuthentication):
    """`request.auth` becomes the Actor; `request.user` stays anonymous: a key is no person."""

    def authenticate(self, request: HttpRequest) -> tuple[AnonymousUser, Actor] | None:
        if not request.META.get("HTTP_AUTHORIZATION", "").partition(" ")[0]:
            return None
        actor = actor_for_key(sent_key(request), request)
        if actor is None:
            raise AuthenticationFailed(_("The API key is missing, wrong, expired or revoked."))
        return AnonymousUser(), actor

    def authenticate_header(self, request: HttpRequest) -> str:
        return 'Bearer realm="zhengming"'
