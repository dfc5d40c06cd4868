"""Asking the lists. One question, whoever asks: forms, services, gates, the API, a diagnosis."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django.db import connection
from django.utils import timezone

from templates_app.fields_of import number_indexes
from templates_app.models import InfoTemplate
from templates_app.rules.numbers import normalise_number
from templates_app.rules.problems import Problem
from templates_app.rules.restrictions import (
    Cause,
    Hit,
    Listed,
    ListedSubject,
    ListedWord,
    Name,
    Question,
    Use,
    as_problem,
    fold,
    judge,
    pieces,
)
from templates_app.rules.restrictions.judge import all_names
from templates_app.rules.template_rules import TemplateFields

from . import questions


def restrictions_on(
    *,
    names: Iterable[Name],
    number: str = "",
    holder_type: str = "",
    number_field: str = "document_number",
) -> list[Hit]:
    """Every restriction that these names (see `questions`) and the holder's document number
    (in the clear, "" for none) meet today. Two queries, whatever is asked; inside the fence of
    whoever asks: it finds the same for customers and staff, and tells no more than the hits.
    """
    question = Question(
        names=tuple(names),
        numbers=number_indexes(normalise_number(number)) if number.strip() else (),
        number_field=number_field,
        holder_type=holder_type,
    )
    return judge(question, _listed([question]))


def problems_of(hits: Iterable[Hit]) -> list[Problem]:
    """The hits as what is wrong with each field; all of them block."""
    return [as_problem(hit) for hit in hits]


def problems_of_fields(fields: TemplateFields) -> list[Problem]:
    """What the lists say of an info template's (tidy) fields. Two queries."""
    return problems_of(
        restrictions_on(
            names=questions.template_names(asdict(fields)),
            number=fields.document_number,
            holder_type=fields.holder_type,
        )
    )


def problems_of_many(rows: Sequence[TemplateFields]) -> list[list[Problem]]:
    """The same for many templates' (tidy) fields, in their order. Two queries for all of them."""
    asked = [
        Question(
            names=tuple(questions.template_names(asdict(fields))),
            numbers=number_indexes(fields.document_number) if fields.document_number else (),
            number_field="document_number",
            holder_type=fields.holder_type,
        )
        for fields in rows
    ]
    listed = _listed(asked) if asked else Listed()
    return [problems_of(judge(question, listed)) for question in asked]


def restrictions_by_template(templates: Sequence[InfoTemplate]) -> dict[int, tuple[Hit, ...]]:
    """What the lists say of each template, by its id; two queries for all of them.

    Without opening their sealed numbers: their indexes are compared as they are kept.
    """
    asked = {template.pk: _question_of(template) for template in templates}
    listed = _listed(list(asked.values())) if asked else Listed()
    return {pk: tuple(judge(question, listed)) for pk, question in asked.items()}


def _question_of(template: InfoTemplate) -> Question:
    return Question(
        names=questions.template_names(
            {
                "holder_type": template.holder_type,
                "name_zh": template.name_zh,
                "name_en": template.name_en,
                "contact_name_zh": template.contact_name_zh,
                "contact_name_en": template.contact_name_en,
            }
        ),
        numbers=(template.number_index,),
        holder_type=template.holder_type,
    )


def _listed(asked: Sequence[Question]) -> Listed:
    """What the lists hold of everything that is asked, looked up by exact keys."""
    names = [name for question in asked for name in all_names(question)]
    folded = [(name, fold(name.text)) for name in names]
    wholes = {text.text for _name, text in folded}
    subjects = {text.text for name, text in folded if name.use is not Use.DOMAIN}
    parts = {piece for _name, text in folded for piece in pieces(text)}
    numbers = {number for question in asked for number in question.numbers}
    words, allowed = _words(parts, wholes)
    return Listed(_subjects(subjects, numbers), words, allowed)


def _subjects(names: Collection[str], numbers: Collection[str]) -> list[ListedSubject]:
    rows = _ask(
        "SELECT cause, name, number, holder_type, until"
        " FROM templates_app_listed_subjects(%s, %s, %s)",
        [sorted(names), sorted(numbers), timezone.localdate()],
    )
    return [ListedSubject(Cause(cause), *rest) for cause, *rest in rows]


def _words(
    parts: Collection[str], wholes: Collection[str]
) -> tuple[list[ListedWord], frozenset[str]]:
    rows = _ask(
        "SELECT key, word, kind, holders, contacts, domains"
        " FROM templates_app_listed_words(%s, %s)",
        [sorted(parts), sorted(wholes)],
    )
    words = [ListedWord(word, key, Cause(kind), *uses) for key, word, kind, *uses in rows if word]
    return words, frozenset(key for key, word, *_rest in rows if not word)


def _ask(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
