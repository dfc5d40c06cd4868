"""Business licences of every layout, and the certificates of other organisations."""

from collections.abc import Sequence

from templates_app.rules.document_types import DOCUMENT_TYPES
from verification.reading.model import DocumentReading, Field, ReadValue, Side

from .cells import cells_of
from .issue_dates import issued_on
from .labels import ORGANISATION, Mark
from .organisation_names import organisation_name, representative
from .organisation_numbers import Numbers, numbers_of
from .page import Page
from .picking import Values, first_value, put, term, wrapped_text
from .titles import Title
from .values import Form

_SUPPORT = (
    Field.NAME,
    Field.ADDRESS,
    Field.LEGAL_REPRESENTATIVE,
    Field.NUMBER,
    Field.REGISTRATION_NUMBER,
    Mark.TERM,
    Mark.AUTHORITY,
    Mark.SCOPE,
    Mark.CAPITAL,
    Mark.FOUNDED,
    Mark.KIND,
)
_LICENCE_ONLY = (Mark.CAPITAL, Mark.FOUNDED, Mark.KIND, Field.LEGAL_REPRESENTATIVE, Mark.AUTHORITY)


def read_organisation(page: Page, titles: Sequence[Title]) -> DocumentReading | None:
    """The licence or certificate, or None where the page is none."""
    form = Form(page, tuple(cells_of(page, ORGANISATION)))
    title = next((title for title in titles if _is_organisations(title.code)), None)
    kind = title.code if title else "YYZZ"
    numbers = numbers_of(form, kind)
    confidence = _confidence(form, title, numbers)
    if not confidence:
        return None
    return DocumentReading(
        type=kind,
        confidence=confidence,
        side=Side.FRONT,
        variant=_variant(page, numbers) if kind == "YYZZ" else "",
        values=_values(form, numbers, kind),
    )


def _is_organisations(code: str) -> bool:
    return bool(code) and DOCUMENT_TYPES[code].holder == "organization"


def _confidence(form: Form, title: Title | None, numbers: Numbers) -> float:
    """A title alone is a word on a page: labels or a number must stand by it."""
    support = form.has(*_SUPPORT)
    if title is None:
        licence = numbers.checked and form.has(Mark.SCOPE) and form.has(*_LICENCE_ONLY) >= 2
        commercial = numbers.number is not None and numbers.number.text[:1] in "19"
        return 0.85 if licence and commercial else 0.0
    if support < 2 and not (support and numbers.checked):
        return 0.0
    known = 0.82 if title.exact else 0.74
    return min(0.99, known + 0.03 * min(support, 4) + 0.05 * numbers.checked)


def _variant(page: Page, numbers: Numbers) -> str:
    """The old licence has a registration number and no credit code."""
    if numbers.registration is not None and numbers.registration == numbers.number:
        return "licence_old"
    edges = [run.right for run in page.runs], [run.left for run in page.runs]
    across = max(edges[0]) - min(edges[1])
    down = max(run.bottom for run in page.runs) - min(run.top for run in page.runs)
    return "licence_landscape" if across > down else "licence_portrait"


def _values(form: Form, numbers: Numbers, kind: str) -> Values:
    values: Values = {}
    put(values, Field.NAME, organisation_name(form))
    put(values, Field.NUMBER, numbers.number)
    put(values, Field.REGISTRATION_NUMBER, numbers.registration)
    put(values, Field.SERIAL, numbers.serial)
    put(values, Field.LEGAL_REPRESENTATIVE, first_value(form, *representative))
    put(values, Field.ADDRESS, first_value(form, Field.ADDRESS, wrapped_text))
    validity = term(form)
    put(values, Field.EXPIRES_ON, validity.get(Field.EXPIRES_ON))
    put(values, Field.ISSUED_ON, issued_on(form) or _first_day(validity, kind))
    return values


def _first_day(validity: Values, kind: str) -> ReadValue | None:
    """A certificate's validity begins when it is issued, a company's term when it was founded."""
    return None if kind == "YYZZ" else validity.get(Field.ISSUED_ON)
