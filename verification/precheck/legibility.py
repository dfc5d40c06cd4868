"""Whether the pictures show the key fields at all (seed 002, 实名证件图片不清晰)."""

from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Kind, evidence
from verification.reading.model import SURE, Field, Side

from .finding import Finding, Place
from .making import make_finding
from .seen import Look, all_read, best, looks, same_type

# Types whose fields we know where to look for; of others we can say nothing.
READ_TYPES = frozenset(
    {
        *("SFZ", "HZ", "GAJMTX", "TWJMTX", "WJLSFZ", "GAJZZ", "TWJZZ"),
        *("YYZZ", "TYDM", "QTTYDM", "ORG", "SYDWFR"),
    }
)
# Any of these documents holds several times as many characters.
HARDLY_ANY = 15
# Lines are read so badly on average where the picture is to blame, and not our search in them.
_ILLEGIBLE = 0.8
_NAMES = (Field.NAME, Field.NAME_LATIN)


def legibility_findings(dossier: Dossier) -> list[Finding]:
    """Key fields that can't be read. It refuses only where the picture is surely the reason:
    hardly any text in it, what there is illegible, or a well-known document on which nothing
    stands beside the field's label; other text in which we find no name and number may be our
    own fault."""
    seen = looks(dossier)
    if dossier.document_type not in READ_TYPES or not all_read(dossier) or not seen:
        return []
    missing = unread(dossier)
    if not missing or all(look.document.side is Side.BACK for look in seen):
        return []
    places = [Place(look.index) for look in seen if not look.is_back] or [Place(seen[0].index)]
    count = sum(len(line.text.strip()) for look in seen for line in look.reading.lines)
    nothing = len(missing) > 1 and count < HARDLY_ANY
    said = [evidence(Kind.NOT_LEGIBLE, fields=missing)]
    if nothing:
        said.append(evidence(Kind.HARDLY_ANY_TEXT, count=count))
    sure = nothing or (len(missing) > 1 and _is_illegible(seen)) or _is_blank(dossier, missing)
    return [make_finding("image_unreadable", dossier, *said, sure=sure, places=places[:1])]


def unread(dossier: Dossier) -> list[str]:
    """`name` and `number`, as far as neither was read in any picture."""
    found = []
    if not any(best(dossier, field) for field in _NAMES):
        found.append("name")
    if best(dossier, Field.NUMBER) is None:
        found.append("number")
    return found


def key_fields_sure(dossier: Dossier) -> bool:
    """Whether name and number were both read surely."""
    number = best(dossier, Field.NUMBER)
    names = [seen for field in _NAMES if (seen := best(dossier, field))]
    return number is not None and number.sure and any(seen.sure for seen in names)


def _is_illegible(seen: list[Look]) -> bool:
    lines = [line.confidence for look in seen for line in look.reading.lines]
    known = any(look.document.confidence >= SURE for look in seen)
    return not known and sum(lines) < _ILLEGIBLE * len(lines)


def _is_blank(dossier: Dossier, missing: list[str]) -> bool:
    """Whether the chosen document was surely recognised, and one of the missing fields has a
    label there and nothing beside it."""
    known = [
        look
        for look in looks(dossier)
        if look.document.confidence >= SURE and same_type(dossier.document_type, look.document.type)
    ]
    return any(field in missing for look in known for field in look.traces.blank)
