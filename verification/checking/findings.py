"""Findings in the reader's language, each with what helps to judge and to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Language
from verification.diagnosis import Dossier
from verification.precheck.finding import Finding, Place
from verification.precheck.retaking import Retake
from verification.precheck.wording import say_finding
from verification.prepared import Prepared
from verification.reading.model import Field, ReadValue

from .beside import Beside, beside
from .pictures import PlaceShown, place_shown

_TONES = {"block": "bad", "warn": "warn", "info": "info"}
_WORDS: dict[str, str | Promise] = {
    "block": _("Has to be corrected"),
    "warn": _("Please check"),
    "info": _("For your information"),
}
# By the form's field: what was typed there, and what of the document it is compared with.
_NAMES = (Field.NAME, Field.LEGAL_REPRESENTATIVE, Field.NAME_LATIN)
_COMPARED: dict[str, tuple[str, tuple[Field, ...]]] = {
    "holder_name": ("name", _NAMES),
    "holder_name_en": ("name_en", (Field.NAME_LATIN,)),
    "document_number": ("number", (Field.NUMBER, Field.SERIAL, Field.REGISTRATION_NUMBER)),
}
_MOST_PLACES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """`text` says what is wrong and why we think so, `fix` what to do, `fix_url` where ("" for
    nowhere else). `beside`: what was typed against what was read."""

    code: str
    field: str
    level: str
    tone: str
    word: str | Promise
    title: str
    text: str
    fix: str
    fix_url: str
    retake: Retake | None
    retake_text: str
    retake_alt: str
    beside: Beside | None
    places: tuple[PlaceShown, ...]
    # What was read can be taken over right here.
    offered: bool = False
    # Names its controls in the page; set once all findings are known.
    key: str = ""

    @property
    def sample(self) -> str:
        """The static file of the sample picture, "" where there is none."""
        return f"img/samples/{self.retake.picture.file}" if self.retake else ""


def show_finding(
    finding: Finding,
    *,
    dossier: Dossier,
    pictures: Sequence[Prepared],
    language: Language,
    fix_url: str = "",
    number_hidden: bool = False,
    with_read: bool = True,
) -> ShownFinding:
    """`number_hidden`: the number comes from the file and not from who is looking. `with_read`:
    who is looking may see what was read."""
    said = say_finding(finding, language)
    known = FINDING_CODES.get(finding.code)
    title = known.title.pick(language) if known else said.message
    retake = said.retake
    return ShownFinding(
        code=finding.code,
        field=finding.field,
        level=finding.level,
        tone=_TONES[finding.level],
        word=_WORDS[finding.level],
        title=title,
        text=said.text if said.message != title else said.evidence,
        fix="" if retake else said.fix,
        # What is for information asks for nothing.
        fix_url=fix_url if finding.level != "info" else "",
        retake=retake,
        retake_text=retake.text.pick(language) if retake else "",
        retake_alt=retake.picture.alt.pick(language) if retake else "",
        beside=(
            _beside(finding, dossier, pictures, number_hidden=number_hidden) if with_read else None
        ),
        places=tuple(
            place_shown(pictures[place.picture], place.box)
            for place in finding.places[:_MOST_PLACES]
            if place.picture < len(pictures)
        ),
    )


def read_at(
    place: Place, fields: Sequence[Field], pictures: Sequence[Prepared]
) -> ReadValue | None:
    """The value of one of `fields` that was read at a finding's place."""
    reading = pictures[place.picture].reading if place.picture < len(pictures) else None
    values = reading.document.values if reading else {}
    there = [values[name] for name in fields if name in values]
    return next((value for value in there if value.box == place.box), None)


def _beside(
    finding: Finding, dossier: Dossier, pictures: Sequence[Prepared], *, number_hidden: bool
) -> Beside | None:
    name, fields = _COMPARED.get(finding.field, ("", ()))
    typed = getattr(dossier, name, "")
    value = read_at(finding.places[0], fields, pictures) if finding.places else None
    if not typed or value is None:
        return None
    hidden = number_hidden and finding.field == "document_number"
    return beside(typed, value.text, hidden=hidden)
