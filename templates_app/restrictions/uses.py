"""Who uses what is on the list, across accounts: for staff only."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from templates_app.fields_of import number_indexes
from templates_app.models import HolderType, InfoTemplate, RestrictedSubject
from templates_app.states import TemplateState


@dataclass(frozen=True, slots=True)
class Uses:
    """How many info templates still in use have the subject as their holder, in how many
    accounts."""

    templates: int
    accounts: int


def templates_of(subject: RestrictedSubject) -> QuerySet[InfoTemplate]:
    """The info templates, neither deleted nor disabled, whose holder the entry means; without
    their sealed numbers. The same rule as rules.restrictions.subjects, on indexed columns."""
    rows: QuerySet[InfoTemplate] = InfoTemplate.objects.filter(deleted_at__isnull=True)
    rows = rows.exclude(state=TemplateState.DISABLED).filter(_meant_by(subject))
    if subject.holder_type:
        rows = rows.filter(holder_type=subject.holder_type)
    return rows.defer("document_number")


def uses_of(subject: RestrictedSubject) -> Uses:
    """One query."""
    counts = templates_of(subject).aggregate(
        templates=Count("pk"), accounts=Count("account_id", distinct=True)
    )
    return Uses(**counts)


def _meant_by(subject: RestrictedSubject) -> Q:
    meant = Q(pk__in=[])
    if subject.number_index:
        indexes = {subject.number_index, *number_indexes(subject.document_number or "")}
        meant |= Q(number_index__in=indexes)
    named = not subject.number_index or subject.holder_type == HolderType.ORGANIZATION
    if subject.name_key and named:
        meant |= Q(name_key=subject.name_key)
    return meant
