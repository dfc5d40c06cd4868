"""What answers a request for more: every point once, by what it asks for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, Text
from verification.asking.items import AnswerKind, item_of, kind_wanted
from verification.models import Material, MoreItem, SubmissionMaterial
from verification.models.material import MaterialKind

MOST_ANSWER = 1000


@dataclass(frozen=True, slots=True)
class Answer:
    """To the point with the public id `item`: a picture or words."""

    item: str
    material: Material | None = None
    text: str = ""


def refuse_wrong_answers(
    items: Sequence[MoreItem], answers: Sequence[Answer]
) -> Mapping[int, Answer]:
    """The answer to each item by its primary key; InvalidInput names every other answer
    (`answers.0.item`, `.material`, `.text`) and every item without one (`answers`)."""
    wanted = {item.public_id: item for item in items}
    errors = list(_wrong(wanted, answers))
    missing = set(wanted) - {answer.item for answer in answers}
    for item in items:
        if item.public_id in missing:
            message = _("Every point has to be answered: “%(point)s” is missing.")
            text = message % {"point": item_of(item.what).title}
            errors.append(FieldError("answers", "required", text))
    if errors:
        raise InvalidInput(errors=errors)
    return {wanted[answer.item].pk: answer for answer in answers}


def refuse_used(answers: Sequence[Answer]) -> None:
    """InvalidInput for pictures that were handed in before; ask it once they are locked."""
    fields = fields_of(answers)
    rows = SubmissionMaterial.objects.filter(material__in=fields)
    used = set(rows.values_list("material", flat=True))
    message = _("This picture was submitted before. Upload a new one.")
    errors = [FieldError(fields[pk], "material_used", message) for pk in fields if pk in used]
    if errors:
        raise InvalidInput(errors=errors)


def fields_of(answers: Sequence[Answer]) -> Mapping[int, str]:
    """The field of each picture, by its primary key."""
    given = enumerate(answers)
    return {a.material.pk: f"answers.{at}.material" for at, a in given if a.material is not None}


def _wrong(wanted: Mapping[str, MoreItem], answers: Sequence[Answer]) -> Iterator[FieldError]:
    seen: set[str] = set()
    pictures: set[int] = set()
    for at, answer in enumerate(answers):
        item = wanted.get(answer.item)
        if item is None:
            message = _("This is not asked for, or not any more.")
            yield _error(at, "item", "unknown_item", message)
            continue
        if answer.item in seen:
            yield _error(at, "item", "duplicate", _("This point is answered twice."))
        seen.add(answer.item)
        yield from _wrong_answer(at, item, answer)
        if answer.material is not None and answer.material.pk in pictures:
            yield _error(at, "material", "duplicate", _("A picture is named twice."))
        if answer.material is not None:
            pictures.add(answer.material.pk)


def _wrong_answer(at: int, item: MoreItem, answer: Answer) -> Iterator[FieldError]:
    asked = item_of(item.what)
    if asked.answer is AnswerKind.TEXT:
        yield from _wrong_text(at, answer)
        return
    if answer.text.strip():
        yield _error(at, "text", "not_expected", _("A picture is asked for here, no text."))
    kind = kind_wanted(asked, item.about.kind if item.about else None)
    if answer.material is None:
        yield _error(at, "material", "required", _("Choose a picture."))
    elif answer.material.kind != kind:
        message = _("Upload it as: %(kind)s.") % {"kind": MaterialKind(kind).label}
        yield _error(at, "material", "wrong_kind", message)


def _wrong_text(at: int, answer: Answer) -> Iterator[FieldError]:
    if answer.material is not None:
        yield _error(at, "material", "not_expected", _("Words are asked for here, no picture."))
    if not answer.text.strip():
        yield _error(at, "text", "required", _("Write a few words."))
    elif len(answer.text.strip()) > MOST_ANSWER:
        message = _("At most %(limit)d characters.") % {"limit": MOST_ANSWER}
        yield _error(at, "text", "max_length", message)


def _error(at: int, name: str, code: str, message: Text) -> FieldError:
    return FieldError(f"answers.{at}.{name}", code, message)
