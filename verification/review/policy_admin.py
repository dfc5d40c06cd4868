"""The policies of the first review in the admin; what is saved is saved by the service."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from registrar.accounts.models import Account
from registrar.admin_base import ReadOnlyAdmin
from registrar.oplog.staff_log import staff_changes
from verification.materials_rules import PROFILES
from verification.models import ReviewPolicy
from verification.models.review_policy import MAX_HOURS, MIN_HOURS
from verification.services.review_policies import KEEP, set_review_policy


class PolicyForm(forms.ModelForm):
    """`profile` is chosen once; afterwards it is only shown."""

    class Meta:
        model = ReviewPolicy
        fields = ("profile", "four_eyes", "due_hours")
        widgets = {
            "profile": forms.Select(choices=[("", "---------"), *((c, c) for c in PROFILES)]),
            "due_hours": forms.NumberInput(attrs={"min": MIN_HOURS, "max": MAX_HOURS}),
        }
        help_texts = {"due_hours": _("1 to 80, of the reviewers' day. Empty: the default.")}


@admin.register(ReviewPolicy)
class ReviewPolicyAdmin(ReadOnlyAdmin):
    """A profile without a policy follows the defaults, which every page here tells."""

    form = PolicyForm
    list_display = ("profile", "four_eyes", "hours")
    ordering = ("profile",)
    fields = ("profile", "four_eyes", "due_hours")
    change_list_template = "admin/verification/reviewpolicy/change_list.html"
    change_form_template = "admin/verification/reviewpolicy/change_form.html"

    @admin.display(description=_("working hours to decide in"), ordering="due_hours")
    def hours(self, row: ReviewPolicy) -> str:
        if row.due_hours is None:
            return str(_("%(hours)d (default)") % {"hours": settings.REVIEW_HOURS})
        return str(row.due_hours)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return request.user.has_perms(KEEP)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return request.user.has_perms(KEEP)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return ("profile",) if obj is not None else ()

    def save_model(self, request: Any, obj: ReviewPolicy, form: Any, change: bool) -> None:
        saved = set_review_policy(
            actor=request.actor,
            profile=obj.profile,
            four_eyes=obj.four_eyes,
            due_hours=obj.due_hours,
        )
        obj.pk = saved.pk

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """The service has logged it, with what it was before."""

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """The service has logged it, with what it was before."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(request, _defaults() | (extra_context or {}))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        context = _defaults() | {
            "show_save_and_continue": False,
            "show_save_and_add_another": False,
        }
        row = self.get_object(request, object_id) if object_id else None
        if row is not None:
            context["changes"] = staff_changes(row, object_type="review_policy")
        return super().changeform_view(
            request, object_id, form_url, context | (extra_context or {})
        )


def _defaults() -> dict[str, Any]:
    opens, closes = settings.REVIEW_DAY
    paired = Account.objects.filter(four_eyes=True).count()
    words = ngettext(
        "%(count)d account has four eyes of its own.",
        "%(count)d accounts have four eyes of their own.",
        paired,
    )
    return {
        "review_hours": settings.REVIEW_HOURS,
        "review_opens": opens,
        "review_closes": closes,
        "paired": words % {"count": paired},
    }
