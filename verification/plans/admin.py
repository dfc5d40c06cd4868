"""Plans as staff see them: how far they are, and what became of each line."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import TenantAdmin, related, shown

from .models import Plan, PlanLine
from .texts import failure_title


@admin.register(Plan)
class PlanAdmin(TenantAdmin):
    list_display = ("public_id", "account_of", "state", "made_by", "run_by", "started_at")
    list_filter = ("state",)
    list_select_related = ("account",)
    search_fields = ("account__name", "account__slug")
    search_help_text = _("Account or id (plan_…)")
    ordering = ("-id",)
    needless = shown("verified", _("Verified already"))
    due = shown("due_at", _("Next portion"))
    fields = (
        *("public_id", "account_of", "state", "made_by", "run_by", "needless"),
        *("started_at", "ended_at", "due", "created"),
    )


@admin.register(PlanLine)
class PlanLineAdmin(TenantAdmin):
    list_display = ("domain_of", "account_of", "route", "state", "ended_at")
    list_filter = ("state", "route")
    list_select_related = ("account", "domain")
    search_fields = ("domain__name", "domain__unicode_name", "account__name", "account__slug")
    search_help_text = _("Domain, account or id (pline_…)")
    ordering = ("-id",)
    domain_of = related("domain", _("Domain"))
    plan_of = related("plan", _("Re-verification plan"))
    why = shown("reason", _("Failed with"), say=failure_title)
    tries = shown("attempts", _("Attempts that went wrong"))
    safe = shown("safe_from", _("First safe day"))
    fields = (
        *("public_id", "account_of", "plan_of", "domain_of", "route", "why", "state", "tries"),
        *("expected_on", "safe", "ended_at"),
    )
