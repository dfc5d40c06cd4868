"""Disabling the info templates of somebody who came onto the list."""

from registrar.tenancy.actor import Actor
from templates_app.models import RestrictedSubject
from templates_app.models.restrictions_kept import Change
from templates_app.restrictions.history import record_change
from templates_app.restrictions.keepers import require_keeper
from templates_app.restrictions.lists import SUBJECTS
from templates_app.restrictions.uses import templates_of
from templates_app.services.ending import bar_template

# Each locks its account's log until the end: no more than a request should hold.
MAX_AT_ONCE = 200


def bar_templates(*, actor: Actor, subject: RestrictedSubject) -> int:
    """Disable the subject's info templates in every account, `barred`; how many it were.

    At most 200 a call. Each is written into its own account's log, with the
    cause and nothing else of the entry. Domains keep their templates. NotPermitted.
    """
    require_keeper(actor)
    # All of them before the first log, and the logs by account: nobody waits in a circle.
    rows = templates_of(subject).select_for_update(of=("self",))
    found = list(rows.order_by("account_id", "pk")[:MAX_AT_ONCE])
    for template in found:
        bar_template(actor=actor, template=template, cause=subject.cause)
    if found:
        record_change(
            actor=actor,
            list_name=SUBJECTS.name,
            action=Change.BARRED,
            entry_id=subject.pk,
            after={"templates": [template.public_id for template in found]},
        )
    return len(found)
