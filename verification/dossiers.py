"""Dossiers for the diagnosis, built from rows. Opens sealed numbers: for detail views only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.db.models import Q
from django.utils import timezone

from templates_app.models import InfoTemplate
from templates_app.rules.numbers import normalise_number
from templates_app.states import TemplateState
from verification.catalogue.catalogue import reasons
from verification.contact_data import contact_data
from verification.diagnosis import Attempt, Dossier, KnownIdentity, Picture
from verification.materials_rules import DEFAULT_PROFILE, PROFILES
from verification.models import DiagnosisAnswer, Submission, SubmissionMaterial
from verification.precheck.for_diagnosis import picture_findings
from verification.reading.as_json import from_json
from verification.reading.model import PictureReading
from verification.states import SubmissionState

# More attempts than these tell nothing new.
_MAX_HISTORY = 100
_ENDED = (SubmissionState.PASSED, SubmissionState.FAILED)


def dossiers_of(submissions: Sequence[Submission]) -> dict[int, Dossier]:
    """The dossier of each by its primary key; five queries, however many there are.

    What a submission copied is as it was sent; address and phone, which it doesn't copy, are
    those that its template or domain has now.
    """
    history = _history(submissions)
    known = _verified_templates(submissions)
    pictures = _pictures(row.pk for row in history.values())
    answers = _answers(submissions)
    readings = _readings(submissions)
    return {
        row.pk: with_picture_findings(
            replace(
                _dossier(row, history, known, pictures, answers.get(row.pk, {})),
                readings=readings.get(row.pk, ()),
            )
        )
        for row in submissions
        if row.pk in history
    }


def _dossier(
    row: Submission,
    history: Mapping[int, Submission],
    templates: Sequence[InfoTemplate],
    pictures: Mapping[int, tuple[Picture, ...]],
    answers: Mapping[str, str],
) -> Dossier:
    own = history[row.pk]
    attempts = [one for one in history.values() if _same_subject(one, row) and one.pk != row.pk]
    earlier = [one for one in attempts if one.pk < row.pk and one.state in _ENDED]
    number = _number(own)
    return Dossier(
        holder_type=own.holder_type,
        name=own.holder_name,
        document_type=own.document_type,
        number=own.document_number or "",
        profile=PROFILES.get(own.profile, PROFILES[DEFAULT_PROFILE]),
        submitted_on=timezone.localdate(own.submitted_at or own.created_at),
        today=timezone.localdate(),
        suffix=row.domain.suffix if row.domain else "",
        pictures=pictures.get(row.pk, ()),
        answers=answers,
        attempts=tuple(_attempt(one, pictures) for one in earlier),
        known=tuple(
            known
            for known in _known(templates, attempts, own)
            if known.number == number or known.name == own.holder_name
        ),
        **contact_data(template=row.template, domain=row.domain) | {"contact": own.contact_name},
    )


def _attempt(row: Submission, pictures: Mapping[int, tuple[Picture, ...]]) -> Attempt:
    known = reasons()
    causes = [cause for code in row.reason_codes if code in known for cause in known[code].causes]
    return Attempt(
        on=timezone.localdate(row.ended_at or row.submitted_at or row.created_at),
        passed=row.state == SubmissionState.PASSED,
        name=row.holder_name,
        document_type=row.document_type,
        number=_number(row),
        causes=frozenset(causes),
        pictures=frozenset(picture.digest for picture in pictures.get(row.pk, ())),
    )


def _known(
    templates: Iterable[InfoTemplate], attempts: Iterable[Submission], own: Submission
) -> Iterable[KnownIdentity]:
    """Verified holders of the same account and type: templates, and attempts that passed."""
    for template in templates:
        if (template.account_id, template.holder_type) == (own.account_id, own.holder_type):
            yield KnownIdentity(
                name=template.name_zh,
                document_type=template.document_type,
                number=_number(template),
                verified_on=timezone.localdate(template.verified_at or template.created_at),
            )
    for row in attempts:
        if row.state == SubmissionState.PASSED and row.holder_type == own.holder_type:
            yield KnownIdentity(
                name=row.holder_name,
                document_type=row.document_type,
                number=_number(row),
                verified_on=timezone.localdate(row.ended_at or row.created_at),
            )


def _number(row: Submission | InfoTemplate) -> str:
    return normalise_number(row.document_number or "")


def _same_subject(one: Submission, other: Submission) -> bool:
    return (one.domain_id, one.template_id) == (other.domain_id, other.template_id)


def _history(submissions: Sequence[Submission]) -> dict[int, Submission]:
    """These submissions and the others of their subjects, numbers opened, oldest first."""
    subjects = Q(pk__in=[row.pk for row in submissions])
    for column in ("domain_id", "template_id"):
        found = {getattr(row, column) for row in submissions} - {None}
        if found:
            subjects |= Q(**{f"{column}__in": found})
    rows = Submission.objects.filter(subjects).order_by("-pk")[:_MAX_HISTORY]
    return {row.pk: row for row in reversed(rows)}


def _verified_templates(submissions: Sequence[Submission]) -> list[InfoTemplate]:
    same = Q(number_index__in={row.number_index for row in submissions})
    same |= Q(name_zh__in={row.holder_name for row in submissions})
    rows = InfoTemplate.objects.filter(
        same,
        account_id__in={row.account_id for row in submissions},
        state=TemplateState.VERIFIED,
        deleted_at=None,
    )
    return list(rows.order_by("-pk")[:_MAX_HISTORY])


def with_picture_findings(dossier: Dossier) -> Dossier:
    """The same, with what its readings say of each cause."""
    return replace(dossier, picture_findings=picture_findings(dossier))


def _pictures(submissions: Iterable[int]) -> dict[int, tuple[Picture, ...]]:
    """As they were sent: what was made for the authority, else the original."""
    links = SubmissionMaterial.objects.filter(submission__in=list(submissions), replaced=False)
    found: dict[int, tuple[Picture, ...]] = {}
    for link in links.select_related("material", "rendition").order_by("position"):
        sent = link.rendition or link.material
        picture = Picture(
            kind=link.material.kind,
            format=sent.format,
            bytes=sent.bytes,
            width=sent.width,
            height=sent.height,
            digest=link.material.sha256,
        )
        found[link.submission_id] = (*found.get(link.submission_id, ()), picture)
    return found


def _readings(
    submissions: Sequence[Submission],
) -> dict[int, tuple[PictureReading | None, ...]]:
    """What was read in their pictures, in the pictures' order; None for one that was not."""
    pks = [row.pk for row in submissions]
    links = SubmissionMaterial.objects.filter(submission__in=pks, replaced=False)
    found: dict[int, tuple[PictureReading | None, ...]] = {}
    for link in links.select_related("material__reading").order_by("position"):
        kept = getattr(link.material, "reading", None)
        reading = from_json(kept.result) if kept is not None and kept.result else None
        found[link.submission_id] = (*found.get(link.submission_id, ()), reading)
    return found


def _answers(submissions: Sequence[Submission]) -> dict[int, dict[str, str]]:
    rows = DiagnosisAnswer.objects.filter(submission__in=[row.pk for row in submissions])
    found: dict[int, dict[str, str]] = {}
    for pk, code, value in rows.values_list("submission_id", "code", "value"):
        found.setdefault(pk, {})[code] = value
    return found
