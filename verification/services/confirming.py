"""What a confirmation of warnings covers: what was told when it was given, and nothing since."""

from collections.abc import Sequence

from django.utils.crypto import salted_hmac

from verification.models import Material
from verification.precheck.finding import Finding
from verification.precheck.wording import say_finding

from .documents import Document

_SALT = "verification.services.confirming"


def warnings_seen(
    findings: Sequence[Finding], *, document: Document, materials: Sequence[Material]
) -> str:
    """The same as long as the warnings among these findings, as they are told, speak of this
    document and these pictures: a confirmation that came with another one covers findings that
    nobody has looked at."""
    said = sorted(
        repr((one.code, one.field, one.evidence, one.sure, one.places, _message(one)))
        for one in findings
        if one.level == "warn"
    )
    ids = [material.public_id for material in materials]
    text = repr((document.type, document.number, ids, said))
    # Keyed: the number may be one that the reader knows only masked.
    return salted_hmac(_SALT, text, algorithm="sha256").hexdigest()[:32]


def _message(finding: Finding) -> str:
    """In one language whatever the reader's: to switch it changes nothing that was seen."""
    return say_finding(finding, "en").message
