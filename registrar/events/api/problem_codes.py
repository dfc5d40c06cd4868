"""What the refusals of the list of events mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes


def register_problem_codes() -> None:
    add_problem_codes(
        400,
        {
            "cursor_expired": _(
                "Events behind this cursor may have been removed. Begin anew, and compare what you"
                " know with the objects themselves."
            ),
        },
    )
