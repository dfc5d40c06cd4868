"""From what was submitted to verdicts on the causes that a failure names (pure).

`check_cause` judges one cause, `diagnose` all of a reason in their order. No check knows the
database, HTTP or Django models; none raises, whatever was typed.
"""

from .diagnose import check_cause, diagnose
from .dossier import Attempt, Dossier, KnownIdentity, Picture, PictureFinding
from .evidence import Evidence, Kind
from .questions import Question, question_for, questions
from .verdict import Outcome, Verdict

__all__ = [
    "Attempt",
    "Dossier",
    "Evidence",
    "Kind",
    "KnownIdentity",
    "Outcome",
    "Picture",
    "PictureFinding",
    "Question",
    "Verdict",
    "check_cause",
    "diagnose",
    "question_for",
    "questions",
]
