"""One thing that is, or may be, wrong with what is about to be submitted."""

from dataclasses import dataclass

from templates_app.rules.problems import Text
from verification.catalogue.findings import Level
from verification.diagnosis.evidence import Evidence
from verification.reading.model import Box


@dataclass(frozen=True, slots=True)
class Place:
    """Where it shows: the picture by its index in the dossier, from 0, and a box in it.

    `box` None: the whole picture.
    """

    picture: int
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`code` of verification.catalogue.findings, `level` after the profile and after how sure
    the reading is: what is not `sure` never blocks.

    `field` is the form's field (`holder_name`, `document_number`, `document_type`,
    `materials`, …). `evidence` is worded by verification.diagnosis.wording. `message` is the
    sentence of the rule that found it, translated when it is shown; "" where the code's title
    says it. `wording.say_finding` puts all of it into one language.
    """

    code: str
    level: Level
    field: str
    evidence: tuple[Evidence, ...] = ()
    sure: bool = True
    places: tuple[Place, ...] = ()
    message: Text = ""

    @property
    def blocks(self) -> bool:
        return self.level == "block"

    @property
    def picture(self) -> int | None:
        """The picture that it is about, where it is about a picture itself."""
        return self.places[0].picture if self.places and self.field == "materials" else None
