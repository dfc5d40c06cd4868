"""What a submission must bring before it is written."""

from collections.abc import Collection, Mapping, Sequence

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, StateConflict, Text
from registrar.tenancy.actor import Actor
from templates_app.restrictions import questions
from templates_app.restrictions.selectors import problems_of, restrictions_on
from templates_app.rules.problems import Problem
from verification.languages import current_language
from verification.materials_rules import AuthorityProfile
from verification.models import Material
from verification.models.material import MaterialState
from verification.precheck.finding import Finding
from verification.precheck.wording import say_finding
from verification.prechecks import Form, Precheck, precheck
from verification.prepared import Prepared

from .documents import Document
from .subjects import Subject

# Seconds after which looking again may show something new: a picture takes about as long.
RETRY_AFTER = 3


def restrictions_of(subject: Subject, document: Document) -> list[Problem]:
    """What the lists of restricted subjects and words say of what would be sent (seed 002).

    A domain's own name is none of it: it was accepted when it came.
    """
    return restrictions_of_holder(subject.holder(), subject.english_names(), document.number)


def restrictions_of_holder(
    holder: Mapping[str, str], english: Mapping[str, str], number: str
) -> list[Problem]:
    """The same of names as `Subject.holder` and `Subject.english_names` give them."""
    names = (
        *questions.holder(
            holder["holder_type"],
            holder["holder_name"],
            english["holder_name"],
            fields=("holder_name", "holder_name_en"),
        ),
        *questions.contact(
            holder["contact_name"],
            english["contact_name"],
            fields=("contact_name", "contact_name_en"),
        ),
    )
    hits = restrictions_on(names=names, number=number, holder_type=holder["holder_type"])
    return problems_of(hits)


def own_materials(actor: Actor, materials: Sequence[Material]) -> list[Material]:
    """The materials, locked against erasure; InvalidInput for foreign, erased or repeated ones."""
    refuse_repeated(materials)
    wanted = [material.pk for material in materials]
    rows = Material.objects.select_for_update().filter(
        pk__in=wanted, account_id=actor.account_id, state=MaterialState.READY
    )
    found = {material.pk: material for material in rows.order_by("pk")}
    if len(found) != len(wanted):
        raise _refused("materials", "material_unknown", _("A picture is gone. Upload it again."))
    return [found[pk] for pk in wanted]


def refuse_repeated(materials: Sequence[Material]) -> None:
    """InvalidInput when one of them is there twice."""
    if len({material.pk for material in materials}) != len(materials):
        raise _refused("materials", "duplicate", _("A picture is named twice."))


def check_subject(
    subject: Subject,
    document: Document,
    pictures: Sequence[Prepared],
    *,
    looking: bool = True,
    profile: AuthorityProfile | None = None,
) -> Precheck[Prepared]:
    """The pre-check of a template or domain with the document that is handed in, by the rules
    of its own authority unless another is given."""
    holder = subject.holder()
    form = Form(
        holder_type=holder["holder_type"],
        holder_name=holder["holder_name"],
        contact_name=holder["contact_name"],
        document_type=document.type,
        document_number=document.number,
        template=subject.template,
        domain=subject.domain,
    )
    return precheck(
        form,
        profile=profile or subject.profile,
        pictures=pictures,
        problems=restrictions_of(subject, document),
        looking=looking,
    )


def refuse_pending(pictures: Sequence[Prepared]) -> None:
    """StateConflict as long as somebody is still looking at one of them."""
    if any(picture.pending for picture in pictures):
        raise StateConflict(
            "pictures_pending",
            _("The pictures are still being checked. Try again in a few seconds."),
            extra={"retry_after": RETRY_AFTER},
        )


def accept_findings(
    findings: Sequence[Finding],
    *,
    confirmed: Collection[str],
    seen: str | None,
    seen_now: str,
) -> list[str]:
    """The warnings that the user has confirmed; InvalidInput for anything else that is wrong.

    Codes that came with `seen` count only while that is what is seen now
    (`confirming.warnings_seen`); without it (None) they count whatever they speak of.
    """
    blocking = [finding for finding in findings if finding.blocks]
    if blocking:
        raise InvalidInput(errors=[_as_error(finding) for finding in blocking])
    warnings = [finding for finding in findings if finding.level == "warn"]
    covered = confirmed if seen in (None, seen_now) else ()
    open_warnings = [finding for finding in warnings if finding.code not in covered]
    if open_warnings:
        raise InvalidInput(
            "warnings_unconfirmed",
            _("Look at the marked points and confirm that they are right."),
            errors=[_as_error(finding) for finding in open_warnings],
            extra={"warnings_seen": seen_now},
        )
    return sorted({finding.code for finding in warnings})


def _as_error(finding: Finding) -> FieldError:
    return FieldError(finding.field, finding.code, _said_later(finding))


def _say(finding: Finding) -> str:
    return say_finding(finding, current_language()).text


# Said when it is read: a batch's worker keeps it in every language.
_said_later = lazy(_say, str)


def _refused(field: str, code: str, message: Text) -> InvalidInput:
    return InvalidInput(errors=[FieldError(field, code, message)])
