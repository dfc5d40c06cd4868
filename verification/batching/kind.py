"""Batches of verifications."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from domains.names import to_unicode
from registrar.accounts.permissions import Permission
from registrar.batches.kinds import Asked, BatchKind, Checked, Refused, Result
from registrar.batches.models import Batch, BatchItem
from registrar.errors import ServiceError
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.api.described import VerificationAnswer
from verification.api.shapes import submission_row
from verification.api.subjects import subject_of
from verification.asking.shown import WITH_ASKED
from verification.models import Submission
from verification.selectors import materials_by_ids, submissions
from verification.services.preparing import prepare_pictures
from verification.services.subjects import Subject
from verification.services.submissions import submit_verification
from verification.states import OPEN

from .checking import check_submissions

_NOBODY: dict[str, Any] = {"template": None, "domain": None}


class VerificationsKind(BatchKind):
    """Pictures are read meanwhile, which no request waits for: all items are the worker's."""

    key = "verifications"
    label = _("Verifications")
    read = Permission.VERIFICATIONS_READ
    write = Permission.VERIFICATIONS_WRITE
    # A refusal may repeat what was read in a picture.
    reasons_need = Permission.MATERIALS_READ
    not_yet = frozenset({"pictures_pending", "submission_open"})

    def check(self, actor: Actor, given: Sequence[dict[str, Any]]) -> list[Checked | Refused]:
        return check_submissions(given)

    def lock(self, asked: Sequence[Asked]) -> None:
        """Never asked: none is carried out within the request."""

    def prepare(self, actor: Actor, asked: Asked) -> None:
        """Ask for what is missing of the pictures; whether they are there is asked by `run`."""
        with suppress(ServiceError):
            with acting_as(actor):
                subject = Subject(**(_NOBODY | subject_of(asked)))
                materials = materials_by_ids(asked["materials"])
            prepare_pictures(actor=actor, materials=materials, profile=subject.profile)

    def run(self, actor: Actor, batch: Batch, asked: Asked) -> Result:
        submission = submit_verification(
            actor=actor,
            document_type=asked["document_type"],
            document_number=asked["document_number"],
            materials=materials_by_ids(asked["materials"]),
            confirmed_warnings=asked["confirmed_warnings"],
            warnings_seen=asked.get("warnings_seen"),
            **subject_of(asked),
        )
        return Result(submission.uid, submission.expected_on, submission.expected_provisional)

    def under_way(self) -> QuerySet[Any]:
        rows: QuerySet[Submission] = Submission.objects.filter(state__in=OPEN)
        return rows.values("uid")

    def shapes(self, items: Sequence[BatchItem]) -> dict[uuid.UUID, dict[str, Any]]:
        rows = submissions().prefetch_related("submission_materials__material", WITH_ASKED)
        found = rows.filter(uid__in=[item.result_uid for item in items])
        return {row.uid: submission_row(row) for row in found}

    def empty(self) -> dict[str, Any]:
        return dict.fromkeys(VerificationAnswer().fields)

    def heading(self, told: Mapping[str, str]) -> tuple[str, str]:
        if "domain" in told:
            return to_unicode(told["domain"]), str(_("Domain"))
        return told.get("template", ""), str(_("Info template"))

    def links(self, uids: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str]]:
        return {
            row.uid: (
                reverse("verification:detail", args=[row.public_id]),
                str(row.shown_state.label),
            )
            for row in submissions().filter(uid__in=uids)
        }
