"""Info templates, which belong to accounts, and the registrar's own lists of restrictions."""

from .restrictions import AllowedName, RestrictedSubject, RestrictedWord
from .restrictions_kept import RestrictionChange, RestrictionImport
from .template import HolderType, InfoTemplate

__all__ = [
    "AllowedName",
    "HolderType",
    "InfoTemplate",
    "RestrictedSubject",
    "RestrictedWord",
    "RestrictionChange",
    "RestrictionImport",
]
