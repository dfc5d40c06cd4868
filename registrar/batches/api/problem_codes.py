"""What the refusals of batches mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes


def register_problem_codes() -> None:
    add_problem_codes(409, {"nothing_to_resume": _("No item of the batch can be tried again.")})
