"""What the pre-check has to know of the page that holds the form."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from domains.models import Domain
from templates_app.models import InfoTemplate
from verification.failure_types import Cause
from verification.materials_rules import AuthorityProfile

# Characters of a type or a number that are looked at: no document has as many.
MAX_TYPED = 64


class FormPage(Protocol):
    """Exactly one of template and domain. `check_url` answers with the panel alone, `own_url`
    is the page's; `marks` are causes of the last failure by field."""

    @property
    def template(self) -> InfoTemplate | None: ...
    @property
    def domain(self) -> Domain | None: ...
    @property
    def holder_type(self) -> str: ...
    @property
    def profile(self) -> AuthorityProfile: ...
    @property
    def check_url(self) -> str: ...
    @property
    def own_url(self) -> str: ...
    @property
    def marks(self) -> Mapping[str, Sequence[Cause]]: ...
