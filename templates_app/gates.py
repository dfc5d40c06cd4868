"""What may be done to an info template, by its state and the domains that use it (pure)."""

from django.utils.translation import gettext_lazy as _

from registrar.blockers import Blocker

from .states import TemplateState

_REVIEW_SOURCE = "Tencent and Aliyun rules, 信息模板审核中"
_VERIFIED_SOURCE = "Tencent and Aliyun rules, 已实名认证的信息模板"
_DISABLED_SOURCE = "Tencent and Aliyun rules, 信息模板已停用"

_IN_REVIEW = Blocker(
    code="template_in_review",
    message=_("The info template is in review. Please wait for its result."),
    source=_REVIEW_SOURCE,
)
_IN_REVIEW_EDIT = Blocker(
    code="template_in_review",
    message=_("The info template is in review. Wait for its result, or make a new version."),
    source=_REVIEW_SOURCE,
)
_VERIFIED = Blocker(
    code="template_verified",
    message=_("A verified info template can't be edited. Make a new version and verify that."),
    source=_VERIFIED_SOURCE,
)
_ALREADY_VERIFIED = Blocker(
    code="template_already_verified",
    message=_("This info template is verified already."),
    source=_VERIFIED_SOURCE,
)
_DISABLED = Blocker(
    code="template_disabled",
    message=_("This info template is disabled. Create a new one instead."),
    source=_DISABLED_SOURCE,
)
_EDITABLE = Blocker(
    code="template_editable",
    message=_("This info template has not been verified yet: edit it, no new version is needed."),
    source="registrar rule: a version is for what can't be edited",
)
_HAS_DOMAINS = Blocker(
    code="template_has_domains",
    message=_("Domains still use this info template. Move them to another one first."),
    source="registrar rule: a domain never loses its template",
)


def edit_blockers(state: str) -> tuple[Blocker, ...]:
    """Every reason why a template in `state` can't be edited. ValueError: unknown state."""
    match TemplateState(state):
        case TemplateState.IN_REVIEW:
            return (_IN_REVIEW_EDIT,)
        case TemplateState.VERIFIED:
            return (_VERIFIED,)
        case TemplateState.DISABLED:
            return (_DISABLED,)
        case _:
            return ()


def version_blockers(state: str) -> tuple[Blocker, ...]:
    """Every reason why no new version can be made of it. ValueError: unknown state."""
    match TemplateState(state):
        case TemplateState.UNVERIFIED:
            return (_EDITABLE,)
        case TemplateState.DISABLED:
            return (_DISABLED,)
        case _:
            return ()


def submit_blockers(state: str) -> tuple[Blocker, ...]:
    """Every reason why it can't be handed in for verification. ValueError: unknown state."""
    match TemplateState(state):
        case TemplateState.IN_REVIEW:
            return (_IN_REVIEW,)
        case TemplateState.VERIFIED:
            return (_ALREADY_VERIFIED,)
        case TemplateState.DISABLED:
            return (_DISABLED,)
        case _:
            return ()


def disable_blockers(state: str) -> tuple[Blocker, ...]:
    """Every reason why it can't be disabled: it is already. ValueError: unknown state."""
    return (_DISABLED,) if TemplateState(state) is TemplateState.DISABLED else ()


def delete_blockers(state: str, *, domain_count: int) -> tuple[Blocker, ...]:
    """Every reason why a template can't be deleted. ValueError: unknown state."""
    found: tuple[Blocker, ...] = ()
    if TemplateState(state) is TemplateState.IN_REVIEW:
        found += (_IN_REVIEW,)
    if domain_count > 0:
        found += (_HAS_DOMAINS,)
    return found


def can_edit(state: str) -> bool:
    """Whether a template in `state` may be edited in place."""
    return not edit_blockers(state)


def can_delete(state: str, *, domain_count: int) -> bool:
    """Whether a template in `state`, used by `domain_count` domains, may be deleted."""
    return not delete_blockers(state, domain_count=domain_count)
