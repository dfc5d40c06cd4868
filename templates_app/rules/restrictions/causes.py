"""The six causes of seed 002, in its order."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Text


class Cause(StrEnum):
    """Why a subject or a name is refused; the values are stable."""

    IDENTITY_UNCLEAR = "identity_unclear"
    IN_PROCEEDINGS = "in_proceedings"
    BARRED_BY_REGISTRY = "barred_by_registry"
    MIIT_LIST = "miit_list"
    SPECIAL_WORD = "special_word"
    POLICY_WORD = "policy_word"


CAUSE_NAMES: dict[Cause, Text] = {
    Cause.IDENTITY_UNCLEAR: _("Identity unclear or in dispute"),
    Cause.IN_PROCEEDINGS: _("In court, arbitration or a domain dispute"),
    Cause.BARRED_BY_REGISTRY: _("Barred by the registry"),
    Cause.MIIT_LIST: _("On the list of the MIIT"),
    Cause.SPECIAL_WORD: _("Special word"),
    Cause.POLICY_WORD: _("Word restricted by policy"),
}

# Causes 1-4 are about who somebody is, 5 and 6 about what a name says.
SUBJECT_CAUSES = (
    Cause.IDENTITY_UNCLEAR,
    Cause.IN_PROCEEDINGS,
    Cause.BARRED_BY_REGISTRY,
    Cause.MIIT_LIST,
)
WORD_KINDS = (Cause.SPECIAL_WORD, Cause.POLICY_WORD)
