"""What the refusals of plans mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes


def register_problem_codes() -> None:
    add_problem_codes(
        400,
        {
            "nothing_to_plan": _("Nothing that was chosen needs verification."),
            "too_many_domains": _("More domains than one plan takes."),
        },
    )
    add_problem_codes(
        409, {"plan_not_draft": _("The plan has been run or given up already. Make a new one.")}
    )
