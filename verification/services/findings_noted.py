"""What the pre-check finds, kept in the submission's row: the queue lists and filters by it."""

from verification.dossiers import dossiers_of
from verification.models import Submission
from verification.precheck.checks import find_problems
from verification.states import WITHDRAWABLE, FoundLevel

_WORST = {"block": FoundLevel.BLOCK, "warn": FoundLevel.WARN}


def note_findings(row: Submission) -> None:
    """Write what the workbench would find now; what is only told counts as nothing.

    On a locked row, or one that nobody else knows yet. As long as a picture is not read, nothing
    found means nothing.
    """
    dossier = dossiers_of([row])[row.pk]
    found = [one for one in find_problems(dossier) if one.level != "info"]
    read = bool(dossier.readings) and None not in dossier.readings
    # Those that block come first.
    worst = _WORST[found[0].level] if found else FoundLevel.NONE if read else FoundLevel.UNREAD
    row.found_codes = list(dict.fromkeys(one.code for one in found))
    row.found_worst = worst
    row.save(update_fields=["found_codes", "found_worst", "updated_at"])


def note_findings_of_picture(material_id: int) -> None:
    """The same for every submission with this picture that isn't decided yet; inside the fence.

    In a transaction of its own after the reading's: each submission is locked first, so that of
    two pictures read at once the later sees both.
    """
    shown = Submission.objects.filter(
        state__in=sorted(WITHDRAWABLE),
        submission_materials__material=material_id,
        submission_materials__replaced=False,
    )
    for pk in shown.order_by("pk").values_list("pk", flat=True):
        row = Submission.objects.select_for_update(of=("self",)).get(pk=pk)
        if row.state in WITHDRAWABLE:
            note_findings(row)
