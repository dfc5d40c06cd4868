"""What the refusals of domains and operations mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes


def register_problem_codes() -> None:
    add_problem_codes(
        409,
        {
            "operation_blocked": _(
                "A gate is closed. `errors` holds every reason, `blocked_until` the day on which"
                " the last one ends, where it is known."
            ),
            "name_not_available": _(
                "The name is held already, here or in another account; or somebody has asked for"
                " it and the registry has not answered yet."
            ),
            "operation_open": _(
                "An operation of this kind is open for the domain; `operation` is its id."
            ),
            "too_late_to_cancel": _("The registry has it already: it can't be taken back."),
        },
    )
