# The simulated authority's tables lie beside it; here the migrations find them.
from verification.authorities.simulated.models import (
    AuthorityCase,
    AuthorityFault,
    RegisteredIdentity,
)
from verification.messages.models import UnknownMessage

from .answer import DiagnosisAnswer
from .material import Material
from .precheck import PrecheckRequest
from .reading import MaterialReading
from .reminder import Reminder
from .rendition import Rendition
from .submission import Submission, SubmissionMaterial

__all__ = [
    "AuthorityCase",
    "AuthorityFault",
    "DiagnosisAnswer",
    "Material",
    "MaterialReading",
    "PrecheckRequest",
    "RegisteredIdentity",
    "Reminder",
    "Rendition",
    "Submission",
    "SubmissionMaterial",
    "UnknownMessage",
]
