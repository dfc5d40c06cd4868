"""What the refusals of verification mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes

# What handing in may be refused with, through whichever door.
HANDING_IN = ("no_authority", "operation_blocked", "submission_open", "warnings_unconfirmed")


def register_problem_codes() -> None:
    add_problem_codes(
        400,
        {
            "picture_refused": _("The picture can't be taken as it is; `errors` says why."),
            "warnings_unconfirmed": _(
                "Something looks wrong but may be right. Look at `errors`, then send the codes in"
                " `confirmed_warnings` and `warnings_seen` as it was answered."
            ),
        },
    )
    add_problem_codes(
        409,
        {
            "no_authority": _("No authority is set up for this suffix and these rules."),
            "not_failed": _("This does not stand as failed any more."),
            "pictures_pending": _(
                "A picture is still being read. `Retry-After` says when to send it again."
            ),
            "precheck_outdated": _("What was asked can't be checked any more. Ask anew."),
            "resubmission_blocked": _(
                "It can't go in again unchanged: `errors` holds the reasons, `blocked_until` the"
                " first safe day."
            ),
            "submission_open": _("A submission is on its way for it already."),
            "superseded": _("Another submission went out since."),
        },
    )
