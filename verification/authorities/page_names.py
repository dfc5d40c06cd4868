"""Addresses of the authorities' pages in the admin, and who may open them."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse

from verification.review.requests import StaffRequest

from .operators import LOOK, MANAGE


def authority_url(page: str, *args: int) -> str:
    return reverse(f"admin:verification_authority_{page}", args=args)


def route_url(page: str, *args: int) -> str:
    return reverse(f"admin:verification_authorityroute_{page}", args=args)


def require_looker(request: StaffRequest) -> None:
    """403 for staff who may not look at authorities."""
    if not request.user.has_perm(LOOK):
        raise PermissionDenied


def require_manager(request: StaffRequest) -> None:
    """403 for staff who may not change them."""
    if not request.user.has_perm(MANAGE):
        raise PermissionDenied
