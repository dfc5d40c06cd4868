"""What is verified, a template or a domain, behind one set of verbs."""

from dataclasses import dataclass
from typing import Any

import structlog
from django.utils.translation import gettext_lazy as _

from domains.models import Domain
from domains.services import verification as domain_states
from domains.services.locking import lock_domain, lock_template
from domains.states import RealName
from registrar.errors import NotFound, StateConflict
from registrar.tenancy.actor import Actor
from templates_app import services as template_states
from templates_app.models import InfoTemplate
from templates_app.states import TemplateState
from verification.materials_rules import (
    DEFAULT_PROFILE,
    AuthorityProfile,
    get_profile,
    profile_for_suffix,
)
from verification.models import Submission

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Subject:
    """A locked template or a locked domain; exactly one of the two is set."""

    template: InfoTemplate | None
    domain: Domain | None

    @property
    def profile(self) -> AuthorityProfile:
        if self.domain is not None:
            return profile_for_suffix(self.domain.suffix)
        return get_profile(DEFAULT_PROFILE)

    @property
    def account_id(self) -> int:
        owned = self.domain or self.template
        return int(owned.account_id) if owned else 0

    @property
    def state(self) -> str:
        """The domain's real-name state, or the template's state."""
        if self.domain is not None:
            return str(self.domain.real_name)
        return str(self.template.state) if self.template else ""

    @property
    def corrects_materials(self) -> bool:
        """Route two of re-verification: a failed domain is handed in once more."""
        return self.domain is not None and self.state == RealName.FAILED

    @property
    def verified(self) -> bool:
        return self.state in (RealName.VERIFIED, TemplateState.VERIFIED)

    def holder(self) -> dict[str, Any]:
        """The holder's data as a submission copies them."""
        if self.domain is not None:
            contact = self.domain.contact
            return {
                "holder_type": self.domain.holder_type,
                "holder_name": self.domain.registrant_name,
                "contact_name": str(contact.get("contact_name_zh", "")),
            }
        template = self.template
        return {
            "holder_type": template.holder_type if template else "",
            "holder_name": template.name_zh if template else "",
            "contact_name": template.contact_name_zh if template else "",
        }

    def english_names(self) -> dict[str, str]:
        """The English names beside those of `holder`, "" where there are none."""
        if self.domain is not None:
            contact = str(self.domain.contact.get("contact_name_en", ""))
            return {"holder_name": self.domain.registrant_name_en, "contact_name": contact}
        template = self.template
        return {
            "holder_name": template.name_en if template else "",
            "contact_name": template.contact_name_en if template else "",
        }


def lock_subject(*, template: InfoTemplate | None, domain: Domain | None) -> Subject:
    """The one that is given, locked and read again; NotFound when it is gone."""
    if (template is None) == (domain is None):
        raise ValueError("exactly one of template and domain")
    if domain is not None:
        return Subject(None, lock_domain(domain.pk))
    locked = lock_template(template.pk) if template is not None else None
    if locked is None or locked.deleted_at is not None:
        raise NotFound
    return Subject(locked, None)


def lock_submission(pk: int) -> tuple[Submission, Subject]:
    """A submission and its subject, locked subject first; NotFound when there is none."""
    known = Submission.objects.filter(pk=pk).only("template_id", "domain_id").first()
    if known is None:
        raise NotFound
    if known.domain_id is not None:
        subject = Subject(None, lock_domain(known.domain_id))
    else:
        subject = Subject(lock_template(known.template_id), None)
    return Submission.objects.select_for_update(of=("self",)).get(pk=pk), subject


def already_verified() -> StateConflict:
    return StateConflict("already_verified", _("This is verified already; nothing is to be done."))


def enter_review(*, actor: Actor, subject: Subject) -> None:
    """Blocked or StateConflict when the subject's own state does not allow a submission."""
    if subject.verified:
        raise already_verified()
    if subject.domain is not None:
        domain_states.enter_verification(actor=actor, domain=subject.domain)
    elif subject.template is not None:
        template_states.enter_review(actor=actor, template=subject.template)


def settle(*, actor: Actor, subject: Subject, passed: bool) -> None:
    """Tell the template or domain the result."""
    if not _in_review(subject):
        return
    if subject.domain is not None:
        domain_states.record_verification_result(actor=actor, domain=subject.domain, passed=passed)
    elif subject.template is not None:
        verb = template_states.pass_review if passed else template_states.fail_review
        verb(actor=actor, template=subject.template)


def return_to_review(*, actor: Actor, subject: Subject) -> None:
    """A reviewer takes the failure back: the template or domain is in review once more.

    Blocked or StateConflict when it doesn't stand as failed, or something else is under way.
    """
    if subject.domain is not None:
        domain_states.return_to_verification(actor=actor, domain=subject.domain)
    elif subject.template is not None:
        template_states.return_to_review(actor=actor, template=subject.template)


def leave_review(*, actor: Actor, subject: Subject, back_to: str) -> None:
    """The submission was withdrawn: a domain goes back to what it was before."""
    if not _in_review(subject):
        return
    if subject.domain is not None:
        domain_states.leave_verification(actor=actor, domain=subject.domain, back_to=back_to)
    elif subject.template is not None:
        template_states.leave_review(actor=actor, template=subject.template)


def _in_review(subject: Subject) -> bool:
    """Whether the result still concerns it: a template may have been disabled meanwhile.

    The submission ends all the same, or it would stay open for ever.
    """
    if subject.state in (RealName.IN_REVIEW, TemplateState.IN_REVIEW):
        return True
    log.warning("verified_subject_moved_on", state=subject.state)
    return False
