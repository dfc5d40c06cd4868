# The simulated authority's tables lie beside it; here the migrations find them.
from verification.authorities.simulated.models import (
    AuthorityCase,
    AuthorityFault,
    RegisteredIdentity,
)
from verification.messages.models import UnknownMessage

from .answer import DiagnosisAnswer
from .authority import AdapterKind, Authority, AuthorityRoute
from .authority_change import AuthorityAction, AuthorityChange, ChangedThing
from .figures_export import FiguresExport
from .material import Material
from .precheck import PrecheckRequest
from .reading import MaterialReading
from .reminder import Reminder
from .rendition import Rendition
from .review import AuthorityAnswer, MoreItem, MoreRequest, ReviewDecision
from .review_policy import ReviewPolicy
from .submission import Submission, SubmissionMaterial

__all__ = [
    "AdapterKind",
    "Authority",
    "AuthorityAction",
    "AuthorityAnswer",
    "AuthorityCase",
    "AuthorityChange",
    "AuthorityFault",
    "AuthorityRoute",
    "ChangedThing",
    "DiagnosisAnswer",
    "FiguresExport",
    "Material",
    "MaterialReading",
    "MoreItem",
    "MoreRequest",
    "PrecheckRequest",
    "RegisteredIdentity",
    "Reminder",
    "Rendition",
    "ReviewDecision",
    "ReviewPolicy",
    "Submission",
    "SubmissionMaterial",
    "UnknownMessage",
]
