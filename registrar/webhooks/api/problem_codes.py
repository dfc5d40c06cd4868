"""What the refusals about webhooks mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes


def register_problem_codes() -> None:
    add_problem_codes(
        409,
        {
            "already_disabled": _("The endpoint is disabled already."),
            "already_enabled": _("The endpoint is enabled already."),
            "endpoint_disabled": _("The endpoint is disabled: enable it first."),
            "still_pending": _("The delivery has not ended yet: it is being sent already."),
            "too_many_endpoints": _("The account has as many endpoints as it may have."),
        },
    )
