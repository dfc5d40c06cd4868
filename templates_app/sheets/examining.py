"""What rows of a file would do to the account's info templates, many at once."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from registrar import public_ids
from registrar.errors import FieldError
from registrar.sheets.given import Given
from registrar.sheets.kinds import Finding
from templates_app.fields_of import (
    FIELD_NAMES,
    fields_of,
    merged_fields,
    number_indexes,
)
from templates_app.findings import as_errors, find_problems
from templates_app.gates import edit_blockers
from templates_app.models import InfoTemplate
from templates_app.restrictions.selectors import problems_of_many
from templates_app.rules.numbers import mask_number
from templates_app.rules.restrictions import key_of
from templates_app.rules.template_rules import TemplateFields
from templates_app.selectors import living_templates
from templates_app.services.loggable import changes
from templates_app.tidy import tidy, with_english

from .typed import typed_values

CREATE, EDIT = "create", "edit"
_EMPTY = TemplateFields(**dict.fromkeys(FIELD_NAMES, ""))
_NO_TEMPLATE = _("There is no such info template in this account.")
_SUCH = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Case:
    """One row: its fields as they would be kept, and the template that it names."""

    fields: TemplateFields
    template: InfoTemplate | None
    missing: bool

    @property
    def such(self) -> _SUCH:
        """What two rows or templates share that are about the same holder and document."""
        number = self.fields.document_number
        index = number_indexes(number)[0] if number else ""
        return index, self.fields.document_type, key_of(self.fields.name_zh)


def fields_for(values: Mapping[str, str], template: InfoTemplate | None) -> TemplateFields:
    """The fields that a row asks for, not tidied: of a new template or of the one it names."""
    given = typed_values(values)
    return merged_fields(template, given) if template else replace(_EMPTY, **given)


def examine_templates(rows: Sequence[Given]) -> list[Finding]:
    """A finding for each row. Four queries for all of them."""
    named = _named(row.values.get("id", "").strip() for row in rows)
    cases = [_case(row, named) for row in rows]
    restricted = problems_of_many([case.fields for case in cases])
    twins = _twins(cases)
    return [
        _finding(case, as_errors([*find_problems(case.fields), *listed]), twins)
        for case, listed in zip(cases, restricted, strict=True)
    ]


def _case(row: Given, named: Mapping[str, InfoTemplate]) -> _Case:
    name = row.values.get("id", "").strip()
    template = named.get(name)
    fields = with_english(tidy(fields_for(row.values, template)))
    return _Case(fields, template, missing=bool(name) and template is None)


def _named(ids: Iterable[str]) -> dict[str, InfoTemplate]:
    """The templates that rows name by their public ids: one query."""
    uids = {text: public_ids.decode(InfoTemplate.id_prefix, text) for text in ids if text}
    wanted = {uid for uid in uids.values() if uid}
    found = {row.uid: row for row in living_templates().filter(uid__in=wanted)} if wanted else {}
    return {text: found[uid] for text, uid in uids.items() if uid in found}


def _twins(cases: Sequence[_Case]) -> dict[_SUCH, str]:
    """Templates that are there already for the same holder and document: one query."""
    indexes: dict[str, str] = {}
    for case in cases:
        if case.template is None and case.fields.document_number:
            found = number_indexes(case.fields.document_number)
            indexes |= dict.fromkeys(found, found[0])
    rows = living_templates().filter(number_index__in=indexes).order_by("-pk")
    twins = rows.only("uid", "number_index", "document_type", "name_zh")
    return {
        (indexes[row.number_index], row.document_type, key_of(row.name_zh)): row.public_id
        for row in twins
    }


def _finding(case: _Case, errors: list[FieldError], twins: Mapping[_SUCH, str]) -> Finding:
    title = case.fields.name_zh
    if case.missing:
        return Finding(key="", title=title, errors=[FieldError("id", "not_found", _NO_TEMPLATE)])
    if case.template is not None:
        return _edit(case, case.template, errors)
    digest = hashlib.sha256("\0".join(case.such).encode()).hexdigest()
    number = mask_number(case.fields.document_number)
    return Finding(
        key=digest if case.fields.document_number else "",
        title=title,
        effect=CREATE,
        duplicate_of=twins.get(case.such, ""),
        changes=[{"field": "document_number", "before": "", "after": number}],
        errors=errors,
    )


def _edit(case: _Case, template: InfoTemplate, errors: list[FieldError]) -> Finding:
    old = fields_of(template)
    same = old == case.fields
    closed = [] if same else edit_blockers(template.state)
    before, after = changes(old, case.fields)
    return Finding(
        key=template.public_id,
        title=case.fields.name_zh,
        effect="" if same else EDIT,
        changes=[{"field": n, "before": before[n], "after": after[n]} for n in after],
        errors=[] if same else [*errors, *(FieldError("id", b.code, b.message) for b in closed)],
    )
