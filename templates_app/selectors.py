"""Reading info templates; the fence decides whose."""

from django.db.models import Q, QuerySet

from registrar import public_ids
from registrar.tenancy.lookups import find_by_public_id
from templates_app.fields_of import number_indexes
from templates_app.models import InfoTemplate
from templates_app.rules.numbers import normalise_number
from templates_app.states import TemplateState

NEWEST = ("-created_at", "-id")
_SEARCHED = ("name_zh", "name_en", "contact_name_zh", "contact_name_en", "email")
_MAX_QUERY = 100


def list_templates(
    *, state: str = "", holder_type: str = "", query: str = ""
) -> QuerySet[InfoTemplate]:
    """The templates that aren't deleted, to be paged by `NEWEST`; empty filters filter nothing.

    `query` finds a part of a name or e-mail address, a whole document number, or a public id.
    """
    rows = living_templates().defer("document_number").select_related("previous")
    if state:
        rows = rows.filter(state=state)
    if holder_type:
        rows = rows.filter(holder_type=holder_type)
    query = query.replace("\0", "").strip()[:_MAX_QUERY]
    return rows.filter(_matches(query)) if query else rows


def living_templates() -> QuerySet[InfoTemplate]:
    """All that aren't deleted."""
    rows: QuerySet[InfoTemplate] = InfoTemplate.objects.filter(deleted_at__isnull=True)
    return rows


def usable_templates() -> QuerySet[InfoTemplate]:
    """What domains may be registered with or moved to: verified and not deleted, the newest
    first, without the sealed number. Which suffixes take it is another matter."""
    rows = living_templates().filter(state=TemplateState.VERIFIED)
    return rows.defer("document_number").order_by(*NEWEST)


def get_template(public_id: str) -> InfoTemplate:
    """The template with this public id; NotFound when there is none, or it is deleted."""
    return find_by_public_id(living_templates().select_related("previous"), public_id)


def related_templates(template: InfoTemplate) -> list[InfoTemplate]:
    """Others with the same document, newest first, at most 20: versions, and duplicates."""
    indexes = {template.number_index, *number_indexes(template.document_number or "")}
    same = living_templates().filter(number_index__in=indexes, document_type=template.document_type)
    return list(same.exclude(pk=template.pk).defer("document_number").order_by(*NEWEST)[:20])


def _matches(query: str) -> Q:
    found = Q(number_index__in=number_indexes(normalise_number(query)))
    for name in _SEARCHED:
        found |= Q(**{f"{name}__icontains": query})
    uid = public_ids.decode(InfoTemplate.id_prefix, query)
    return found | Q(uid=uid) if uid else found
