"""The independent dimensions of a domain's state, and the states of an operation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lifecycle(models.TextChoices):
    """Where the domain stands between registration and release."""

    REGISTERING = "registering", _("Being registered")
    ACTIVE = "active", _("Active")
    EXPIRED = "expired", _("Expired")
    REDEMPTION = "redemption", _("Redemption")
    PENDING_DELETE = "pending_delete", _("Pending delete")
    GONE = "gone", _("Gone")


class Naming(models.TextChoices):
    """The registry's review of the name itself (命名审核)."""

    NONE = "none", _("None")
    IN_REVIEW = "in_review", _("In review")
    PASSED = "passed", _("Passed")
    FAILED = "failed", _("Failed")


class RealName(models.TextChoices):
    """Real-name verification of the holder (实名认证)."""

    UNVERIFIED = "unverified", _("Not verified")
    IN_REVIEW = "in_review", _("In review")
    VERIFIED = "verified", _("Verified")
    FAILED = "failed", _("Failed")


class RegistrantChange(models.TextChoices):
    """The latest change of registrant (过户); a finished one leaves no trace here."""

    NONE = "none", _("None")
    IN_REVIEW = "in_review", _("In review")
    FAILED = "failed", _("Failed")


class Transfer(models.TextChoices):
    """A transfer between registrars, or a push between accounts, under way."""

    NONE = "none", _("None")
    IN_PENDING = "in_pending", _("Transfer in pending")
    OUT_PENDING = "out_pending", _("Transfer out pending")
    PUSH_PENDING = "push_pending", _("Push pending")


class OperationState(models.TextChoices):
    AWAITING_IDENTITY = "awaiting_identity", _("Waiting for identity check")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in_review", _("In review at the registry")
    SUCCEEDED = "succeeded", _("Succeeded")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


ENDED = frozenset({OperationState.SUCCEEDED, OperationState.FAILED, OperationState.CANCELLED})
