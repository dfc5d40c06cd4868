"""Making a finding: its level by code, profile and how sure it is."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from verification.catalogue.findings import FINDING_CODES, Level
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Evidence, Kind
from verification.finding_fields import PICTURES, field_of
from verification.materials_rules.profile_model import AuthorityProfile, Colour

from .finding import Finding, Place

# What an authority doesn't speak of is worth a look, and no refusal (authority profiles).
_UNSTATED: Mapping[str, Callable[[AuthorityProfile], bool]] = MappingProxyType(
    {
        "image_not_color": lambda profile: profile.colour is Colour.NOT_STATED,
        "image_watermarked": lambda profile: not profile.watermark_refused,
    }
)
_UNSURE = Evidence(Kind.PLEASE_CHECK)


def level_of(code: str, profile: AuthorityProfile, *, sure: bool, softened: bool = False) -> Level:
    """The code's own level; warn instead of block where nothing is sure, or softened."""
    level = FINDING_CODES[code].level
    unstated = code in _UNSTATED and _UNSTATED[code](profile)
    soft = level == "block" and (unstated or softened or not sure)
    return "warn" if soft else level


def make_finding(
    code: str,
    dossier: Dossier,
    *evidence: Evidence,
    sure: bool = True,
    softened: bool = False,
    field: str = "",
    places: Sequence[Place] = (),
) -> Finding:
    """A finding at its level; one that isn't sure asks to be checked. KeyError: unknown code."""
    return Finding(
        code=code,
        level=level_of(code, dossier.profile, sure=sure, softened=softened),
        field=field or field_of(code) or PICTURES,
        evidence=evidence if sure else (*evidence, _UNSURE),
        sure=sure,
        places=tuple(places),
    )
