# The simulated authority's tables lie beside it; here the migrations find them.
from verification.authorities.simulated.models import (
    AuthorityCase,
    AuthorityFault,
    RegisteredIdentity,
)

from .answer import DiagnosisAnswer
from .material import Material
from .submission import Submission, SubmissionMaterial

__all__ = [
    "AuthorityCase",
    "AuthorityFault",
    "DiagnosisAnswer",
    "Material",
    "RegisteredIdentity",
    "Submission",
    "SubmissionMaterial",
]
