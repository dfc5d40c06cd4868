"""What the refusals of imports mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes


def register_problem_codes() -> None:
    add_problem_codes(
        400,
        {
            "file_refused": _(
                "The file can't be read as a list: `errors` says why, and names every heading that"
                " is unknown, doubled or missing."
            ),
        },
    )
    add_problem_codes(
        409,
        {
            "import_state": _("The import has moved on: it was run or cancelled already."),
            "too_many_imports": _(
                "The account has as many unfinished imports as it may have. Run or cancel one."
            ),
        },
    )
