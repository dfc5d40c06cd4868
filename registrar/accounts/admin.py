"""Accounts, people and memberships, as staff see them."""

from django.contrib import admin
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from registrar.admin_base import ReadOnlyAdmin, TenantAdmin, related, shown

from .models import Account, Membership, User
from .views.review_settings import review_settings


@admin.register(Account)
class AccountAdmin(ReadOnlyAdmin):
    list_display = ("name", "slug", "public_id", "review_level", "four_eyes", "created")
    list_filter = ("review_level", "four_eyes")
    search_fields = ("name", "slug")
    search_help_text = _("Name, short name or id (acct_…)")
    ordering = ("name", "pk")
    fields = ("public_id", "name", "slug", "review_level", "four_eyes", "created")

    created = shown("created_at", _("Created"))

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(review_settings)
        return [path("<int:pk>/review/", page, name="accounts_account_review"), *super().get_urls()]

    @admin.display(description=_("ID"))
    def public_id(self, account: Account) -> str:
        return account.public_id


@admin.register(User)
class UserAdmin(ReadOnlyAdmin):
    list_display = ("email", "name", "is_active", "is_staff", "last_login", "date_joined")
    list_filter = ("is_staff", "is_active", "groups")
    search_fields = ("email", "name")
    search_help_text = _("E-mail or name")
    ordering = ("email",)
    fields = (
        *("email", "name", "phone", "is_active", "is_staff", "is_superuser", "groups"),
        *("last_login", "date_joined"),
    )


@admin.register(Membership)
class MembershipAdmin(TenantAdmin):
    list_display = ("user_of", "account_of", "role", "created")
    list_filter = ("role",)
    list_select_related = ("account", "user")
    search_fields = ("user__email", "user__name", "account__name", "account__slug")
    search_help_text = _("Person, account or id (mem_…)")
    ordering = ("account__name", "user__email")
    user_of = related("user", _("Person"))
    fields = ("public_id", "account_of", "user_of", "role", "created")
