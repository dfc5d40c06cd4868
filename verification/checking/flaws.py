"""What of the pictures themselves a verification would stop at, before there is a template."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verification.catalogue.model import Language
from verification.finding_fields import PICTURES
from verification.materials_rules import AuthorityProfile
from verification.precheck.finding import Finding
from verification.prechecks import Form, precheck
from verification.prepared import Prepared

from .filling import Fill, holder_type_of
from .findings import ShownFinding, show_finding
from .panel import arranged

_NAMES = ("name_zh", "name_en")


def flaws_of(
    pictures: Sequence[Prepared],
    fills: Sequence[Fill],
    *,
    profile: AuthorityProfile,
    language: Language,
) -> tuple[ShownFinding, ...]:
    """Findings about the pictures of a document that is what was read, the gravest first.

    None of them blocks: nothing is submitted yet. What we convert ourselves is left out.
    """
    checked = precheck(_form(pictures, fills), profile=profile, pictures=pictures)
    shown = [
        show_finding(
            finding,
            dossier=checked.dossier,
            pictures=pictures,
            language=language,
            with_read=False,
        )
        for finding in _of_pictures(checked.findings)
    ]
    return arranged(shown, (), any_picture=bool(pictures))[0]


def _form(pictures: Sequence[Prepared], fills: Sequence[Fill]) -> Form:
    values = {fill.field: fill.value for fill in fills}
    return Form(
        holder_type=holder_type_of(pictures),
        holder_name=next((values[name] for name in _NAMES if name in values), ""),
        document_type=values.get("document_type", ""),
        document_number=values.get("document_number", ""),
    )


def _of_pictures(findings: Sequence[Finding]) -> Iterator[Finding]:
    for finding in findings:
        if finding.field == PICTURES and finding.level != "info":
            yield replace(finding, level="warn")
