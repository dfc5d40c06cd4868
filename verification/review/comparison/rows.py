"""All rows of one case, in the order in which a form asks."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from templates_app.names_of import country_name, document_type_name, province_name
from templates_app.rules.text import has_han
from verification.catalogue.model import Language
from verification.diagnosis import Dossier
from verification.precheck.dates import DATE_CODES
from verification.precheck.finding import Finding, Place
from verification.precheck.latin_names import spelt_alike
from verification.precheck.names import agrees
from verification.precheck.seen import Seen, best, looks, same_type
from verification.reading.model import LONG_TERM, Field

from .making import Case, doubt, read_row, text_row, unread_row
from .numbers import number_row, other_number_rows, rows_inside
from .row import Mark, Row, Text, plain_parts
from .tones import judged

_NAME_CODES = ("name_mismatch", "name_is_legal_representative")
_LATIN_CODES = ("name_translation_mismatch",)
_TYPE_CODES = ("document_type_mismatch",)
_REGION_CODES = ("region_mismatch",)
_ISSUED = frozenset({"document_newly_issued"})
# Fields of the paper that no form asks for.
_ONLY_READ: tuple[tuple[Field, Text], ...] = ((Field.COUNTRY, _("Country")),)


def compare_rows(
    dossier: Dossier, findings: Sequence[Finding], language: Language, *, hidden: bool
) -> tuple[Row, ...]:
    """Everything that was typed or read, each once. `findings` are those of the pre-check.

    `hidden`: the document number, and whatever would give it away, is masked on both sides.
    No dossier raises.
    """
    case = Case(dossier, findings, language, hidden)
    return (
        *_holder(case),
        *number_row(case),
        *_type(case),
        *_dates(case),
        *rows_inside(case),
        *_contact(case),
        *_latin(case),
        *_address(case),
        *other_number_rows(case),
        *_others(case),
    )


def _holder(case: Case) -> list[Row]:
    dossier, label = case.dossier, _("Holder")
    seen = _name_seen(dossier)
    same = seen is not None and (
        agrees(dossier.name, seen.text) or spelt_alike(dossier.name, seen.text)
    )
    return text_row(case, "holder", label, dossier.name, seen, same=same, codes=_NAME_CODES)


def _name_seen(dossier: Dossier) -> Seen | None:
    """The name in the letters in which it was typed, where the paper has it so."""
    printed, latin = best(dossier, Field.NAME), best(dossier, Field.NAME_LATIN)
    if printed is not None and has_han(printed.text) == has_han(dossier.name):
        return printed
    return (printed if has_han(dossier.name) else latin) or latin or printed


def _type(case: Case) -> list[Row]:
    """The picture that shows the chosen type, else the one that most surely shows another."""
    dossier, label = case.dossier, _("Document type")
    told = [look for look in looks(dossier) if look.document.type]
    if not told:
        return unread_row("type", label, document_type_name(dossier.document_type))
    look = max(
        told,
        key=lambda one: (
            same_type(dossier.document_type, one.document.type),
            one.document.confidence,
        ),
    )
    same = same_type(dossier.document_type, look.document.type)
    mark = Mark.SAME if same else Mark.DIFFERS
    tone, word = judged(mark, case.findings, codes=_TYPE_CODES, language=case.language)
    row = Row(
        key="type",
        label=label,
        typed=plain_parts(document_type_name(dossier.document_type)),
        read=plain_parts(document_type_name(look.document.type)),
        mark=mark,
        tone=tone,
        word=word,
        notes=doubt(look.document.confidence),
        place=Place(look.index),
    )
    return [row]


def _dates(case: Case) -> list[Row]:
    rows: list[Row] = []
    for field, label, typed, codes in (
        (Field.ISSUED_ON, _("Issued"), case.dossier.issued_on, _ISSUED),
        (Field.EXPIRES_ON, _("Valid until"), case.dossier.expires_on, DATE_CODES - _ISSUED),
    ):
        seen = best(case.dossier, field)
        if seen is None:
            rows += unread_row(str(field), label, typed.isoformat() if typed else "")
        elif typed is None:
            shown = str(_("Long-term")) if seen.text == LONG_TERM else seen.text
            rows.append(read_row(case, str(field), label, seen, shown=shown, codes=codes))
        else:
            rows += text_row(case, str(field), label, typed.isoformat(), seen, codes=codes)
    return rows


def _contact(case: Case) -> list[Row]:
    """A person speaks for themselves, an organisation by anybody: no more than a hint."""
    dossier, label = case.dossier, _("Contact")
    if dossier.is_person:
        seen = best(dossier, Field.NAME) if dossier.contact != dossier.name else None
        note = _("not the holder")
    else:
        seen = best(dossier, Field.LEGAL_REPRESENTATIVE)
        note = _("read: the legal representative; somebody else may be the contact")
    if dossier.contact == dossier.name and dossier.is_person:
        return []
    same = seen is not None and agrees(dossier.contact, seen.text) if dossier.contact else None
    return text_row(
        case, "contact", label, dossier.contact, seen, same=same, harmless=True, notes=(note,)
    )


def _latin(case: Case) -> list[Row]:
    """The name in Latin letters, where the paper prints it and the holder's own is Chinese."""
    dossier = case.dossier
    seen = best(dossier, Field.NAME_LATIN)
    if seen is None or not has_han(dossier.name):
        return []
    same = spelt_alike(dossier.name_en, seen.text) if dossier.name_en else None
    label = _("Name in Latin letters")
    return text_row(case, "latin", label, dossier.name_en, seen, same=same, codes=_LATIN_CODES)


def _address(case: Case) -> list[Row]:
    dossier = case.dossier
    seen = best(dossier, Field.ADDRESS)
    if seen is None:
        return []
    place = "" if dossier.address.startswith(dossier.province) else province_name(dossier.province)
    note = _("people may live elsewhere") if dossier.is_person else _("an office may be elsewhere")
    # What was typed without its province is compared as far as it was typed.
    typed = dossier.address or place
    same = bool(dossier.address) and seen.text.endswith(dossier.address)
    rows = text_row(
        case,
        "address",
        _("Address"),
        typed,
        seen,
        same=same,
        codes=_REGION_CODES,
        harmless=True,
        notes=(note,),
    )
    return [_unmarked(row) if row.tone == "info" else row for row in rows]


def _unmarked(row: Row) -> Row:
    """Two whole addresses: which characters differ says nothing."""
    typed, read = ("".join(part.text for part in parts) for parts in (row.typed, row.read))
    return replace(row, typed=plain_parts(typed), read=plain_parts(read), differences=())


def _others(case: Case) -> list[Row]:
    rows = []
    for field, label in _ONLY_READ:
        seen = best(case.dossier, field)
        if seen is not None:
            rows.append(
                read_row(case, str(field), label, seen, shown=country_name(seen.text) or seen.text)
            )
    return rows
