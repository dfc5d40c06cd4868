"""Deleting and disabling, by POST only."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.post_or_back import post_or_back
from templates_app import services
from templates_app.selectors import get_template


@member_required(Permission.TEMPLATES_WRITE)
@post_or_back("templates:detail", "template_id")
def delete_template(request: MemberRequest, template_id: str) -> HttpResponse:
    services.delete_template(actor=request.actor, template=get_template(template_id))
    messages.success(request, _("The info template is deleted."))
    return HttpResponseRedirect(reverse("templates:list"))


@member_required(Permission.TEMPLATES_WRITE)
@post_or_back("templates:detail", "template_id")
def disable_template(request: MemberRequest, template_id: str) -> HttpResponse:
    services.disable_template(actor=request.actor, template=get_template(template_id))
    messages.success(request, _("The info template is disabled."))
    return HttpResponseRedirect(reverse("templates:detail", args=[template_id]))
