"""What the refusals of support requests mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes


def register_problem_codes() -> None:
    add_problem_codes(
        409,
        {
            "closed_long_ago": _("It was closed more than 30 days ago. Open a new request."),
            "conversation_full": _("The conversation takes no more messages. Open a new request."),
            "request_open": _("Another request about the same thing is open. Write there."),
        },
    )
    add_problem_codes(
        429, {"too_many_open": _("The account has as many open requests as it may have.")}
    )
